"""A document as plain text: what is compared when a text went out and came back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from .called import Waiting, calls_in
from .requests import Setting
from .values import Block, Cell, Inline, Note, NoteMark, Paper, Paragraph, Role, Run, Table

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def plain(text: Paper | Setting | Iterable[Block], *, printed: bool = False) -> str:
    """The words of a document: paragraphs parted by blank lines, footnotes behind them, their calls as raised figures.

    Args:
        text: a document, whose annex is left out; a set text; or paragraphs, without footnotes.
        printed: whether a footnote stands where the draft prints it, see `Paragraph.below`, or else behind the
            paragraph that calls it, and only those that nothing calls stand behind all.

    Returns:
        What `negotext.reading` reads as the same paragraphs and footnotes; tracked insertions and deletions are both
        in it, see `resolving`.
    """
    body, notes = (text.body, text.notes) if isinstance(text, (Paper, Setting)) else (list(text), ())
    parts = list(_printed(body, notes)) if printed else [*_blocks(body), *map(_note, notes)]
    return "".join(f"{part}\n\n" for part in parts if part).rstrip("\n") + "\n" if any(parts) else ""


def plain_inlines(content: Sequence[Inline]) -> str:
    """The words of a paragraph; a tab behind its label is a space, and so is what parts two calls side by side."""
    words: list[str] = []
    called = False
    for inline in content:
        if isinstance(inline, NoteMark):
            words.append(f" {raised(inline.number)}" if called else raised(inline.number))
            called = True
        elif isinstance(inline, Run):
            words.append(inline.text.replace("\t", " ") if inline.role is Role.LABEL else inline.text)
            called = False
    return "".join(words).strip()


def raised(number: str) -> str:
    """A footnote number as raised figures; what is no number stands in square brackets."""
    return number.translate(_RAISED) if number.isascii() and number.isdecimal() else f"[{number}]" if number else ""


def _blocks(body: Iterable[Block]) -> Iterator[str]:
    for block in body:
        if isinstance(block, Paragraph):
            yield plain_inlines(block.content)
        else:
            yield from _table(block)


def _printed(body: Sequence[Block], notes: Sequence[Note]) -> Iterator[str]:
    """Paragraphs, rows and footnotes in order."""
    keyed = {note.key: note for note in notes if note.key}
    below = {key for block in body if isinstance(block, Paragraph) for key in block.below if key in keyed}
    waiting = Waiting((note.number, note) for note in notes)
    for block in body:
        yield from _blocks([block])
        if not isinstance(block, Paragraph):
            continue
        yield from (_note(keyed.pop(key)) for key in block.below if key in keyed)
        called = [waiting.next(mark.number) for mark in calls_in([block])]
        yield from (_note(note) for note in called if note is not None and note.key not in below)
    yield from (_note(note) for note in waiting.left() if note.key not in below)


def _table(table: Table) -> Iterable[str]:
    for row in table.rows:
        yield " | ".join(_cell(cell) for cell in row)


def _cell(cell: Cell) -> str:
    return " ".join(plain_inlines(content) for content in cell.content)


def _note(note: Note) -> str:
    # Two spaces: so a footnote is told from a numbered paragraph.
    return f"{note.number}  {plain_inlines(note.content)}" if note.number else plain_inlines(note.content)
