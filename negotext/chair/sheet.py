"""Sheets: rows of styled words, for panels and lists. Pure; `widgets.sheet.SheetView` shows them."""

from __future__ import annotations

from typing import NamedTuple

from .lines_wrap import breaks, cells
from .units import visible


class Word(NamedTuple):
    """Some words in one style: the name of a component class of the sheet view without its `sheet--`."""

    text: str
    style: str = ""


Row = tuple[Word, ...]
"""A row of a sheet."""

STYLES = (
    "strong",
    "dim",
    "number",
    "chosen",
    "for",
    "against",
    "reserves",
    "remarks",
    "silent",
    "open",
    "agreed",
    "parked",
    "gone",
    "quote",
    "warning",
    "title",
    "key",
)
"""The styles that words of a sheet may have."""


class Sheet:
    """Rows of styled words at a width.

    Attributes:
        width: cells of a row.
        rows: what stands in it, from top to bottom.
        marks: rows that can be found again, by name.
    """

    def __init__(self, width: int) -> None:
        self.width = max(12, width)
        self.rows: list[Row] = []
        self.marks: dict[str, int] = {}

    def add(self, *words: Word | str, indent: int = 0, hang: int = 0, most: int = 0) -> None:
        """Add words, folded to the width.

        Args:
            words: of one paragraph; a plain text has no style.
            indent: cells in front of the first row.
            hang: cells in front of each further row, beside `indent`.
            most: so many rows at most, the last one ending in `…`; 0 for all.
        """
        styled = [
            Word(visible(w).replace("\n", " "))
            if isinstance(w, str)
            else Word(visible(w.text).replace("\n", " "), w.style)
            for w in words
        ]
        text = "".join(word.text for word in styled)
        # The first row may be wider than the others; all are folded as narrow as those.
        starts = breaks(text, max(4, self.width - indent - hang))
        ends = [*starts[1:], len(text)]
        shown = list(zip(starts, ends, strict=True))
        cut = bool(most) and len(shown) > most
        for number, (start, end) in enumerate(shown[:most] if cut else shown):
            row = [Word(" " * (indent + (hang if number else 0)))] if indent or (hang and number) else []
            row += _part(styled, start, end)
            if cut and number == most - 1:
                row = _ended(row, self.width)
            self.rows.append(tuple(row))

    def gap(self) -> None:
        """Add an empty row, unless the last one is empty."""
        if self.rows and self.rows[-1]:
            self.rows.append(())

    def put(self, part: Sheet) -> None:
        """Add the rows of another sheet, which was drawn at the same width, with its marks."""
        self.marks.update((name, len(self.rows) + row) for name, row in part.marks.items())
        self.rows += part.rows

    def mark(self, name: str) -> None:
        """Remember the row that comes next."""
        self.marks[name] = len(self.rows)


def _part(styled: list[Word], start: int, end: int) -> list[Word]:
    """The words of a row, without white space at its end."""
    found, at = [], 0
    for word in styled:
        low, high = max(start - at, 0), min(end - at, len(word.text))
        if low < high:
            found.append(Word(word.text[low:high], word.style))
        at += len(word.text)
    if found and end > start:
        found[-1] = Word(found[-1].text.rstrip(), found[-1].style)
    return found


def _ended(row: list[Word], width: int) -> list[Word]:
    """A row with `…` at its end, as wide as before."""
    while row and sum(cells(word.text) for word in row) >= width:
        last = row[-1]
        row = [*row[:-1], Word(last.text[:-1], last.style)] if len(last.text) > 1 else row[:-1]
    return [*row, Word("…", "dim")]
