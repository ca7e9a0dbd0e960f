"""Asks LibreOffice what it sees in a document. Runs under the system's Python, which has `uno`; no test itself.

Usage: uno_desk.py PIPE. Each line of stdin is a JSON object with `path` and perhaps `do` (`accept` or `reject` all
changes); each line of stdout is what the document then holds. With `edits` (see uno_hand) they are done, and what they
give is saved as `out`. Ends with stdin, and ends LibreOffice.
"""

import json
import sys
import time

import uno
from com.sun.star.connection import NoConnectException
from uno_hand import edited, opened, walk

DO = {"accept": ".uno:AcceptAllTrackedChanges", "reject": ".uno:RejectAllTrackedChanges"}
PATIENCE = 60


def connected(pipe):
    resolver = uno.getComponentContext().ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
    until = time.monotonic() + PATIENCE
    while True:
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            if time.monotonic() > until:
                raise
            time.sleep(0.1)


def words(paragraph):
    """The words of a paragraph without the numbers of its footnotes."""
    return "".join(each.getString() for each in walk(paragraph) if each.TextPortionType != "Footnote")


def seen(document):
    paragraphs, tables = [], 0
    for part in walk(document.Text):
        if part.supportsService("com.sun.star.text.Paragraph"):
            paragraphs.append(
                {
                    "text": words(part),
                    "style": part.ParaStyleName,
                    "outline": part.OutlineLevel,
                    "mode": part.WritingMode,
                }
            )
        else:
            tables += 1
    redlines = [
        {"author": change.RedlineAuthor, "type": change.RedlineType, "date": str(change.RedlineDateTime.Year)}
        for change in walk(document.Redlines)
    ]
    notes = [document.Footnotes.getByIndex(index) for index in range(document.Footnotes.Count)]
    names = document.Bookmarks.ElementNames
    return {
        "paragraphs": paragraphs,
        "tables": tables,
        "redlines": redlines,
        "footnotes": [{"label": note.Label, "text": note.getString()} for note in notes],
        "bookmarks": {name: document.Bookmarks.getByName(name).getAnchor().getString() for name in names},
    }


def answered(context, asked):
    if "edits" in asked:
        edited(context, asked["path"], asked["edits"], asked["out"])
        return {}
    document = opened(context, asked["path"], viewed=True)
    if asked.get("do"):
        dispatcher = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
        dispatcher.executeDispatch(document.CurrentController.Frame, DO[asked["do"]], "", 0, ())
    answer = seen(document)
    document.close(True)
    return answer


def main():
    context = connected(sys.argv[1])
    desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    for line in sys.stdin:
        try:
            answer = answered(context, json.loads(line))
        except LookupError as error:
            answer = {"error": str(error)}
        print(json.dumps(answer, ensure_ascii=True), flush=True)
    desktop.terminate()


main()
