"""Asks LibreOffice what it sees in a document. Runs under the system's Python, which has `uno`; no test itself.

Usage: uno_desk.py PIPE. Each line of stdin is a JSON object with `path` and perhaps `do` (`accept` or `reject` all
changes); each line of stdout is what the document then holds. Ends with stdin, and ends LibreOffice.
"""

import json
import sys
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

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


def property_of(name, value):
    found = PropertyValue()
    found.Name, found.Value = name, value
    return found


def walk(container):
    each = container.createEnumeration()
    while each.hasMoreElements():
        yield each.nextElement()


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


def main():
    context = connected(sys.argv[1])
    manager = context.ServiceManager
    desktop = manager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    dispatcher = manager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
    for line in sys.stdin:
        asked = json.loads(line)
        url = uno.systemPathToFileUrl(asked["path"])
        document = desktop.loadComponentFromURL(url, "_blank", 0, (property_of("Hidden", True),))
        if asked.get("do"):
            dispatcher.executeDispatch(document.CurrentController.Frame, DO[asked["do"]], "", 0, ())
        answer = seen(document)
        document.close(True)
        print(json.dumps(answer, ensure_ascii=True), flush=True)
    desktop.terminate()


main()
