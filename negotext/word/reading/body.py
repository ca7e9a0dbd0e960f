"""The body of a Word document: paragraphs, tables, notes and comments as strands, in the order they are read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from negotext.paper import bookmarks

from ..opening import Package
from ..tags import ALTERNATES, AUTHOR, DEL, ID, INS, MOVE_FROM, MOVE_TO, P_PR, R_PR, TBL, TC, TR, TR_PR, VAL, P, T, w
from .apart import AUTHOR as OUR_AUTHOR
from .apart import is_apart, is_ours
from .inline import Inline, check_depth, date_of, mark_of, one_of
from .numbering import Numbering
from .pieces import Body, Mark, Noted, Piece, Remark, Sign, Strand, Words
from .resolved import Resolved
from .stylesheet import Stylesheet

if TYPE_CHECKING:
    from lxml.etree import _Element

_THROUGH = frozenset(map(w, "sdt sdtContent customXml".split()))
_CELL = " | "
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def read_body(package: Package, *, typography: bool = False) -> Body:
    """Everything that a Word document says.

    Args:
        package: the opened file.
        typography: whether strikeout and underline are deletion and insertion.

    Raises:
        SourceError: a part of it is damaged.
        TooDeep: its elements are nested without end.
    """
    reader = _Reader(package, typography=typography)
    body = package.body().find(w("body"))
    strands = tuple(reader.text(body)) if body is not None else ()
    # A note may call another one while it is read.
    notes = tuple(reader.notes())
    remarks = _remarks(package, reader.notices)
    return Body(strands, notes, remarks, dict(reader.notices))


class _Reader:
    """Goes through the document once."""

    def __init__(self, package: Package, *, typography: bool) -> None:
        self._package = package
        self._styles = Stylesheet(package.root("styles"))
        self._ours = is_ours(self._styles.names())
        self._numbering = Numbering(package.root("numbering"), self._styles)
        self.notices: Counter[str] = Counter()
        self._inline = Inline(self._called, self._notice, typography=typography)
        self._calls: dict[tuple[str, str], str] = {}
        self._fresh: list[str] = []
        self._counted = 0
        self._ended = False
        self._signs: list[Piece] = []
        self._continues = False

    def text(self, body: _Element) -> Iterator[Strand]:
        """The strands of the text, up to what negotext itself added to it."""
        for strand in self._blocks(body, None, None, 0):
            if self._ended:
                break
            if not self._apart(strand):
                yield strand
        if self._signs and not self._ended:
            yield Strand(pieces=self._signs)

    def notes(self) -> Iterator[Noted]:
        """The notes that were called, in the order of their calls."""
        self._ended, self._signs = False, []
        parts = {kind: self._notes_of(kind) for kind in ("footnotes", "endnotes")}
        done = 0
        while done < len(self._calls):
            for (kind, key), number in list(self._calls.items())[done:]:
                done += 1
                note = parts[kind].get(key)
                if note is not None:
                    yield Noted(number, tuple(self._blocks(note, None, None, 0)), f"{kind} {key}")

    def _notes_of(self, kind: str) -> dict[str, _Element]:
        root = self._package.root(kind)
        return {note.get(ID, ""): note for note in root} if root is not None else {}

    def _called(self, kind: str, key: str, own: str) -> str:
        """The number of a note: its own mark, or that which Word counts. Endnotes go on with the count."""
        if kind == "endnotes":
            self._notice("endnotes")
        if (kind, key) not in self._calls:
            self._fresh.append(f"{kind} {key}")
            self._counted += not own
            self._calls[kind, key] = own or str(self._counted)
        return self._calls[kind, key].translate(_RAISED)

    def _notice(self, kind: str) -> None:
        self.notices[kind] += 1

    def _apart(self, strand: Strand) -> bool:
        return is_apart(strand.style, ours=self._ours)

    def _blocks(self, parent: _Element, inserted: Mark | None, deleted: Mark | None, depth: int) -> Iterator[Strand]:
        check_depth(depth)
        for element in parent:
            if self._ended:
                return
            tag = element.tag
            if tag == P:
                yield from self._paragraph(element, inserted, deleted, depth)
            elif tag == TBL:
                yield from self._table(element, inserted, deleted, depth + 1)
            elif tag in _THROUGH:
                yield from self._blocks(element, inserted, deleted, depth + 1)
            elif tag == ALTERNATES:
                yield from self._blocks(one_of(element), inserted, deleted, depth + 1)
            elif tag == w("altChunk"):
                self._notice("chunk")
            elif (sign := self._inline.sign(element)) is not None:
                self._signs.append(sign)
                self._ended = sign.key == bookmarks.ANNEX and not sign.comment

    def _paragraph(
        self, paragraph: _Element, inserted: Mark | None, deleted: Mark | None, depth: int
    ) -> Iterator[Strand]:
        properties = paragraph.find(P_PR)
        style = properties.find(w("pStyle")) if properties is not None else None
        name = self._styles.name(style.get(VAL) if style is not None else self._styles.default)
        pieces = [*self._signs, *self._inline.pieces(paragraph, inserted, deleted)]
        self._signs = []
        if any(isinstance(piece, Sign) and piece.key == bookmarks.ANNEX for piece in pieces):
            self._ended = True
            return
        mark = properties.find(R_PR) if properties is not None else None
        strand = Strand(
            pieces, style=name, ends=inserted or _mark(mark, INS, MOVE_TO), gone=deleted or _mark(mark, DEL, MOVE_FROM)
        )
        strand.calls, self._fresh = self._fresh, []
        if not strand.new:
            # Of a paragraph that somebody wants to split, the base text has one label.
            strand.label = "" if self._continues else self._numbering.label(properties)
            self._continues = True
        self._continues = self._continues and strand.ends is not None
        boxes, self._inline.boxes = self._inline.boxes, []
        if name.lower().startswith("toc ") and not strand.empty:
            self._notice("contents")
        else:
            yield strand
        for box in boxes:
            self._notice("box")
            yield from self._blocks(box, inserted, deleted, depth + 1)

    def _table(self, table: _Element, inserted: Mark | None, deleted: Mark | None, depth: int) -> Iterator[Strand]:
        for row in _inner(table, TR, depth):
            properties = row.find(TR_PR)
            put, out = inserted or _mark(properties, INS), deleted or _mark(properties, DEL)
            cells = [list(self._blocks(cell, put, out, depth + 1)) for cell in _inner(row, TC, depth)]
            if any(cells) and all(self._apart(strand) for cell in cells for strand in cell):
                continue
            if sum(1 for cell in cells if any(not strand.empty for strand in cell)) < 2:
                # A frame around paragraphs, or a row with words in one column alone.
                yield from (strand for cell in cells for strand in cell)
            else:
                yield _row(cells, put, out)


def _row(cells: list[list[Strand]], put: Mark | None, out: Mark | None) -> Strand:
    """A row of a table in one line."""
    pieces: list[Piece] = []
    calls = [call for cell in cells for strand in cell for call in strand.calls]
    for place, cell in enumerate(cells):
        if place:
            pieces.append(Words(_CELL, put, out))
        for number, strand in enumerate(cell):
            gap = [Words(" ", put, out)] if number else []
            label = [Words(strand.label, put, out)] if strand.label else []
            pieces += [*gap, *label, *map(_unbroken, strand.pieces)]
    return Strand(pieces, calls=calls)


def _unbroken(piece: Piece) -> Piece:
    """The same in one line."""
    return piece._replace(text=piece.text.replace("\n", " ")) if isinstance(piece, Words) else piece


def _inner(parent: _Element, tag: str, depth: int) -> Iterator[_Element]:
    """The rows of a table or the cells of a row, those in content controls among them."""
    check_depth(depth)
    for element in parent:
        if element.tag == tag:
            yield element
        elif element.tag in _THROUGH:
            yield from _inner(element, tag, depth + 1)


def _mark(properties: _Element | None, *tags: str) -> Mark | None:
    """The change that properties tell of, in the first of the elements `tags` that is there."""
    found = [properties.find(tag) for tag in tags] if properties is not None else []
    return next((mark_of(each) for each in found if each is not None), None)


def _remarks(package: Package, notices: Counter[str]) -> dict[str, Remark]:
    """The comments by their ids, but for those that negotext itself wrote, and those that are done with."""
    root = package.root("comments")
    resolved = Resolved(package)
    found: dict[str, Remark] = {}
    for comment in root if root is not None else ():
        author = comment.get(AUTHOR, "").strip() or "?"
        text = " ".join("".join(each.text or "" for each in part.iter(T)).strip() for part in comment.iter(P))
        if author == OUR_AUTHOR or not text.strip():
            continue
        if comment in resolved:
            notices["resolved"] += 1
        else:
            found[comment.get(ID, "")] = Remark(author, date_of(comment), " ".join(text.split()))
    return found
