"""Edits a document in LibreOffice as somebody at a desk would. Runs under the system's Python; no test itself.

An edit is a JSON object: what to `do`, a method of `Hand`, and what that takes. Changes are accepted and rejected one
by one in a view, and LibreOffice for servers falls over when a view is to draw comments in the margin. So documents
have a view for that alone, and no comments then (`uncomment`).
"""

import re

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.util import DateTime

WORD = "MS Word 2007 XML"
WHEN = DateTime(0, 0, 0, 9, 23, 11, 2026, True)
IN_A_VIEW = ("accept", "reject")


def property_of(name, value):
    found = PropertyValue()
    found.Name, found.Value = name, value
    return found


def walk(container):
    each = container.createEnumeration()
    while each.hasMoreElements():
        yield each.nextElement()


class Hand:
    """Somebody at work in one document."""

    def __init__(self, context, document):
        self._context, self._document = context, document

    def insert(self, words, behind):
        """Type words behind others."""
        found = self._found(behind)
        found.Text.insertString(found.End, words, False)

    def delete(self, words):
        """Take words out."""
        self._found(words).setString("")

    def comment(self, on, author, says):
        """Remark something in the margin."""
        note = self._document.createInstance("com.sun.star.text.textfield.Annotation")
        note.Author, note.Content, note.DateTimeValue = author, says, WHEN
        found = self._found(on)
        found.Text.insertTextContent(found, note, True)

    def uncomment(self):
        """Take all comments out of the margin."""
        for field in list(walk(self._document.TextFields)):
            if field.supportsService("com.sun.star.text.textfield.Annotation"):
                field.Anchor.Text.removeTextContent(field)

    def record(self, author):
        """Record changes, from now on and as those of an author; of none: record them no longer."""
        self._document.RecordChanges = bool(author)
        provider = self._made("com.sun.star.configuration.ConfigurationProvider")
        where = property_of("nodepath", "/org.openoffice.UserProfile/Data")
        profile = provider.createInstanceWithArguments("com.sun.star.configuration.ConfigurationUpdateAccess", (where,))
        profile.setPropertyValue("givenname", author)
        profile.setPropertyValue("sn", "")
        profile.commitChanges()

    def accept(self, words):
        """Accept the change that these words are."""
        self._settle(words, ".uno:AcceptTrackedChange")

    def reject(self, words):
        """Reject the change that these words are."""
        self._settle(words, ".uno:RejectTrackedChange")

    def forget(self):
        """Lose all bookmarks."""
        for name in self._document.Bookmarks.ElementNames:
            bookmark = self._document.Bookmarks.getByName(name)
            bookmark.Anchor.Text.removeTextContent(bookmark)

    def _settle(self, words, command):
        view = self._document.CurrentController
        view.ViewCursor.gotoRange(self._found(words), False)
        dispatcher = self._made("com.sun.star.frame.DispatchHelper")
        dispatcher.executeDispatch(view.Frame, command, "", 0, ())

    def _made(self, service):
        return self._context.ServiceManager.createInstanceWithContext(service, self._context)

    def _found(self, words):
        """Where words stand in one paragraph; LibreOffice itself searches only what it has laid out in a view."""
        found = []
        for paragraph in walk(self._document.Text):
            if paragraph.supportsService("com.sun.star.text.Paragraph"):
                portions = [each for each in walk(paragraph) if each.TextPortionType == "Text"]
                said = "".join(each.getString() for each in portions)
                found += [(portions, each.start(), each.end()) for each in re.finditer(re.escape(words), said)]
        if len(found) != 1:
            raise LookupError(f"{words!r} stands {len(found)} times in the document")
        portions, start, end = found[0]
        cursor = self._document.Text.createTextCursorByRange(position(portions, start, after=True))
        cursor.gotoRange(position(portions, end), True)
        return cursor


def position(portions, at, after=False):
    """Where so many characters are before; `after` what else stands there, such as a bookmark that begins."""
    for portion in portions:
        length = len(portion.getString())
        if at < length or (at == length and not after):
            cursor = portion.Text.createTextCursorByRange(portion.Start)
            cursor.goRight(at, False)
            return cursor
        at -= length
    return portions[-1].End


def edited(context, path, edits, out):
    """Do all edits of a document in their order, and save it as a Word file."""
    todo = list(edits)
    while todo:
        viewed = todo[0]["do"] in IN_A_VIEW
        document = opened(context, path, viewed)
        hand = Hand(context, document)
        try:
            while todo and (todo[0]["do"] in IN_A_VIEW) == viewed:
                what = dict(todo.pop(0))
                getattr(hand, what.pop("do"))(**what)
            document.storeToURL(uno.systemPathToFileUrl(out), (property_of("FilterName", WORD),))
        finally:
            document.close(True)
        path = out


def opened(context, path, viewed):
    """A document, in a view that nobody sees or in none."""
    url = uno.systemPathToFileUrl(path)
    if viewed:
        desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        return desktop.loadComponentFromURL(url, "_blank", 0, (property_of("Hidden", True),))
    document = context.ServiceManager.createInstanceWithContext("com.sun.star.text.TextDocument", context)
    document.load((property_of("URL", url), property_of("FilterName", WORD)))
    return document
