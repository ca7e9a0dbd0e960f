"""A document as plain text: what is compared when a text went out and came back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from .requests import Setting
from .values import Block, Cell, Inline, Note, NoteMark, Paper, Paragraph, Role, Run, Table

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def plain(text: Paper | Setting | Iterable[Block]) -> str:
    """The words of a document: paragraphs parted by blank lines, footnotes behind them, their calls as raised figures.

    Args:
        text: a document, whose annex is left out; a set text; or paragraphs, without footnotes.

    Returns:
        What `negotext.reading` reads as the same paragraphs and footnotes; tracked insertions and deletions are both
        in it, see `resolving`.
    """
    if isinstance(text, (Paper, Setting)):
        parts = [*_blocks(text.body), *map(_note, text.notes)]
    else:
        parts = list(_blocks(text))
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


def _blocks(body: Iterable[Block]) -> Iterable[str]:
    for block in body:
        if isinstance(block, Paragraph):
            yield plain_inlines(block.content)
        else:
            yield from _table(block)


def _table(table: Table) -> Iterable[str]:
    for row in table.rows:
        yield " | ".join(_cell(cell) for cell in row)


def _cell(cell: Cell) -> str:
    return " ".join(plain_inlines(content) for content in cell.content)


def _note(note: Note) -> str:
    # Two spaces: so a footnote is told from a numbered paragraph.
    return f"{note.number}  {plain_inlines(note.content)}" if note.number else plain_inlines(note.content)
