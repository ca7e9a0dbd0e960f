"""The words of a paragraph: runs, fields, tracked changes, and the signs between them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from ..tags import (
    ALTERNATES,
    AUTHOR,
    CHOICE,
    DATE,
    DEL,
    FALLBACK,
    FORMULA,
    FORMULA_TEXT,
    ID,
    INS,
    MOVE_FROM,
    MOVE_TO,
    MOVES_BEGIN,
    MOVES_END,
    NAME,
    R_PR,
    VAL,
    R,
    T,
    w,
)
from .pieces import Mark, Piece, Sign, Turn, Words

if TYPE_CHECKING:
    from lxml.etree import _Element

DEEP = 200
"""Elements nested deeper than this are no document."""


class TooDeep(ValueError):
    """Elements of the file are nested deeper than in any document."""


def check_depth(depth: int) -> None:
    """That elements are not nested deeper than in any document.

    Raises:
        TooDeep: they are.
    """
    if depth > DEEP:
        raise TooDeep


_THROUGH = frozenset(map(w, "hyperlink smartTag sdtContent customXml fldSimple dir bdo ruby rubyBase".split()))
_SDT, _BOX = w("sdt"), w("txbxContent")
_DEL_TEXT, _FIELD = w("delText"), w("fldChar")
_BOOKMARK, _BOOKMARK_END = w("bookmarkStart"), w("bookmarkEnd")
_COMMENT, _COMMENT_END, _COMMENT_CALL = w("commentRangeStart"), w("commentRangeEnd"), w("commentReference")
_NOTES = {w("footnoteReference"): "footnotes", w("endnoteReference"): "endnotes"}
_PICTURES = frozenset(map(w, "drawing pict object".split()))
_SIGNS = {w("tab"): "\t", w("ptab"): "\t", w("cr"): "\n", w("noBreakHyphen"): "-", w("softHyphen"): ""}
_BREAK, _SYMBOL = w("br"), w("sym")
_WHITE = re.compile(r"[ \t\r\n\v\f]+")
_OFF = ("0", "false", "off")
_PLAIN_LINES = ("none", "")
# What the signs of the font Symbol are elsewhere, as far as drafts use them.
_SYMBOLS = {0xB7: "•", 0xA7: "•", 0xA3: "≤", 0xB3: "≥", 0xB0: "°", 0xB4: "×", 0xDE: "⇒", 0xAE: "→", 0x2D: "−"}


class Inline:
    """Reads the words of one paragraph after the other.

    Args:
        call: gives what is printed where a note is called, by kind, id and own mark.
        notice: takes a word for what cannot be shown in a text.
        typography: whether strikeout and underline are deletion and insertion.

    Attributes:
        boxes: text boxes that were met since they were last taken.
        names: names of bookmarks by id.
    """

    def __init__(
        self, call: Callable[[str, str, str], str], notice: Callable[[str], None], *, typography: bool
    ) -> None:
        self._call = call
        self._notice = notice
        self._typography = typography
        self._codes: list[bool] = []
        self._own = ""
        self.boxes: list[_Element] = []
        self.names: dict[str, str] = {}
        self._moves: dict[str, dict[str, str]] = {MOVE_FROM: {}, MOVE_TO: {}}

    def pieces(self, paragraph: _Element, inserted: Mark | None, deleted: Mark | None) -> list[Piece]:
        """The words and signs of a paragraph; `inserted` and `deleted` say whose change all of it is."""
        self._own = ""
        found = list(self._children(paragraph, inserted, deleted, 0))
        while self._codes and self._codes[-1]:
            # The instructions of a field end with their paragraph, whatever a damaged file says.
            self._codes.pop()
        return found

    def sign(self, element: _Element) -> Sign | None:
        """What begins or ends at an element between words, None for other elements; ranges of moves are remembered."""
        tag = element.tag
        if tag in MOVES_BEGIN:
            self._moves[MOVES_BEGIN[tag]][element.get(ID, "")] = element.get(NAME, "")
        elif tag in MOVES_END:
            self._moves[MOVES_END[tag]].pop(element.get(ID, ""), None)
        if tag == _BOOKMARK:
            name = element.get(NAME, "")
            self.names[element.get(ID, "")] = name
            return Sign(Turn.BEGINS, name)
        if tag == _BOOKMARK_END:
            return Sign(Turn.ENDS, self.names.get(element.get(ID, ""), ""))
        if tag == _COMMENT:
            return Sign(Turn.BEGINS, element.get(ID, ""), comment=True)
        if tag == _COMMENT_END:
            return Sign(Turn.ENDS, element.get(ID, ""), comment=True)
        return None

    def _children(self, parent: _Element, inserted: Mark | None, deleted: Mark | None, depth: int) -> Iterator[Piece]:
        check_depth(depth)
        for element in parent:
            tag = element.tag
            if tag == R:
                yield from self._run(element, inserted, deleted, depth + 1)
            elif tag in (INS, MOVE_TO):
                yield from self._children(element, inserted or self._mark(element), deleted, depth + 1)
            elif tag in (DEL, MOVE_FROM):
                yield from self._children(element, inserted, self._mark(element), depth + 1)
            elif tag == _SDT or tag in _THROUGH:
                yield from self._children(element, inserted, deleted, depth + 1)
            elif tag == ALTERNATES:
                yield from self._children(one_of(element), inserted, deleted, depth + 1)
            elif tag in (FORMULA, f"{FORMULA}Para"):
                self._notice("formula")
                text = "".join(each.text or "" for each in element.iter(FORMULA_TEXT))
                yield from _words(text, inserted, deleted)
            elif (sign := self.sign(element)) is not None:
                yield sign

    def _mark(self, change: _Element) -> Mark:
        """Whose a change is; of a move with the name of the range that was opened last."""
        names = self._moves.get(change.tag)
        return mark_of(change)._replace(move=next(reversed(names.values()))) if names else mark_of(change)

    def _run(self, run: _Element, inserted: Mark | None, deleted: Mark | None, depth: int) -> Iterator[Piece]:
        own, self._own = self._own, ""
        first = run.find(T) if own else None
        if first is not None and first.text and _is_again(first.text, own):
            # LibreOffice writes a mark of a note's own twice.
            first.text = first.text.removeprefix(own)
        properties = run.find(R_PR)
        if properties is not None:
            if _is_on(properties.find(w("vanish"))):
                self._notice("hidden")
                return
            if self._typography and not (inserted or deleted):
                inserted, deleted = _drawn(properties)
        yield from self._in_run(run, inserted, deleted, depth)

    def _in_run(self, run: _Element, inserted: Mark | None, deleted: Mark | None, depth: int) -> Iterator[Piece]:
        for element in run:
            tag = element.tag
            if tag in (T, _DEL_TEXT):
                yield from self._text(_WHITE.sub(" ", element.text or ""), inserted, deleted)
            elif tag in _SIGNS:
                yield from self._text(_SIGNS[tag], inserted, deleted)
            elif tag == _BREAK:
                line = element.get(w("type"), "textWrapping") == "textWrapping"
                yield from self._text("\n" if line else " ", inserted, deleted)
            elif tag == _SYMBOL:
                yield from self._text(_symbol(element), inserted, deleted)
            elif tag == _FIELD:
                self._field(element.get(w("fldCharType")))
            elif tag in _NOTES:
                own = "".join(each.text or "" for each in run.iter(T)) if _custom(element) else ""
                yield from self._text(self._call(_NOTES[tag], element.get(ID, ""), own.strip()), inserted, deleted)
                if own:
                    self._own = own.strip()
                    return
            elif tag == _COMMENT_CALL:
                yield Sign(Turn.STANDS, element.get(ID, ""), comment=True)
            elif tag == ALTERNATES:
                yield from self._in_run(one_of(element), inserted, deleted, depth)
            elif tag in _PICTURES:
                self.boxes += [box for box in element.iter(_BOX) if not _inside(box, element)]
            elif tag in _THROUGH:
                yield from self._children(element, inserted, deleted, depth + 1)

    def _text(self, text: str, inserted: Mark | None, deleted: Mark | None) -> Iterator[Piece]:
        if not any(self._codes):
            yield from _words(text, inserted, deleted)

    def _field(self, kind: str | None) -> None:
        if kind == "begin":
            self._codes.append(True)
        elif self._codes and kind == "separate":
            self._codes[-1] = False
        elif self._codes and kind == "end":
            self._codes.pop()


def mark_of(change: _Element) -> Mark:
    """Whose a tracked change is, and from when."""
    return Mark(change.get(AUTHOR, "").strip() or "?", date_of(change))


_DATE = re.compile(r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?)?")


def date_of(element: _Element) -> str:
    """The date of a change or comment in ISO 8601, empty where it has none."""
    date = element.get(DATE, "")
    return date if _DATE.fullmatch(date) else ""


def one_of(alternates: _Element) -> _Element:
    """The branch that is read of a content that is there twice, for newer and for older programs."""
    for tag in (CHOICE, FALLBACK):
        found = alternates.find(tag)
        if found is not None:
            return found
    return alternates


def _words(text: str, inserted: Mark | None, deleted: Mark | None) -> Iterator[Piece]:
    # What its own author took out again was never there.
    withdrawn = inserted is not None and deleted is not None and inserted.author == deleted.author
    if text and not withdrawn:
        yield Words(text, inserted, deleted)


def _custom(call: _Element) -> bool:
    """Whether a note has a mark of its own, which follows in the same run."""
    return call.get(w("customMarkFollows"), "0") not in _OFF


def _is_again(text: str, own: str) -> bool:
    """Whether words begin with the mark of the note that is called in front of them, and not with a number."""
    rest = text.removeprefix(own)
    return rest != text and (not rest or rest[0].isalpha())


def _is_on(switch: _Element | None) -> bool:
    return switch is not None and switch.get(VAL, "1") not in _OFF


def _drawn(properties: _Element) -> tuple[Mark | None, Mark | None]:
    """What strikeout and underline say; nobody knows whose they are."""
    if _is_on(properties.find(w("strike"))) or _is_on(properties.find(w("dstrike"))):
        return None, Mark("", "")
    line = properties.find(w("u"))
    return (Mark("", ""), None) if line is not None and line.get(VAL, "single") not in _PLAIN_LINES else (None, None)


def _symbol(element: _Element) -> str:
    try:
        code = int(element.get(w("char"), ""), 16)
    except ValueError:
        return ""
    if 0xF000 <= code <= 0xF0FF:
        return _SYMBOLS.get(code - 0xF000, chr(code))
    return chr(code) if 0x20 <= code < 0xD800 or 0xE000 <= code < 0xFFFE else ""


def _inside(box: _Element, around: _Element) -> bool:
    """Whether a text box lies in another one, or in the branch of an older program."""
    parent = box.getparent()
    while parent is not None and parent is not around:
        if parent.tag in (_BOX, FALLBACK):
            return True
        parent = parent.getparent()
    return False
