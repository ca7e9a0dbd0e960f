"""Rolls: lists for a screen. Things to choose one below the other, with titles between them.

A row is drawn when it is asked for, so that a list of thousands of places is there at once.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import NamedTuple

from ..lines_wrap import cells
from ..sheet import Row, Sheet, Word
from ..units import visible

_SPACE = re.compile(r"\s+")

GAP = 2
"""Cells between two columns."""


class Item(NamedTuple):
    """Something that can be chosen.

    Attributes:
        key: what it stands for, as the screen knows it.
        start: its first row.
        end: behind its last row.
    """

    key: str
    start: int
    end: int


class Roll:
    """Rows at a width, some of which belong to something that can be chosen.

    Attributes:
        width: cells of a row.
        items: what can be chosen, from top to bottom.
    """

    def __init__(self, width: int) -> None:
        self.width = max(12, width)
        self.items: list[Item] = []
        self._rows: list[Row | Callable[[], Row]] = []
        self._starts: list[int] = []

    def __len__(self) -> int:
        """How many rows there are."""
        return len(self._rows)

    def row(self, y: int) -> Row:
        """The words of a row; it is drawn the first time."""
        row = self._rows[y]
        if callable(row):
            row = self._rows[y] = row()
        return row

    def line(self, key: str, draw: Callable[[], Row]) -> None:
        """Add something to choose that takes one row."""
        self._item(key, 1)
        self._rows.append(draw)

    def lines(self, drawn: Sequence[tuple[str, Callable[[], Row]]]) -> None:
        """Add many things to choose, each of which takes one row."""
        start = len(self._rows)
        self.items += [Item(key, y, y + 1) for y, (key, _) in enumerate(drawn, start)]
        self._starts += range(start, start + len(drawn))
        self._rows += [draw for _, draw in drawn]

    def block(self, key: str, rows: Sequence[Row]) -> None:
        """Add something to choose that takes several rows."""
        self._item(key, len(rows))
        self._rows += rows

    def rows(self, rows: Sequence[Row]) -> None:
        """Add rows that cannot be chosen."""
        self._rows += rows

    def text(self, *words: Word | str, indent: int = 0, hang: int = 0, most: int = 0) -> None:
        """Add words that cannot be chosen, folded to the width; as `Sheet.add`."""
        sheet = Sheet(self.width)
        sheet.add(*words, indent=indent, hang=hang, most=most)
        self._rows += sheet.rows

    def gap(self) -> None:
        """Add an empty row, unless the last one is empty or there is none."""
        if self._rows and self._rows[-1] != ():
            self._rows.append(())

    def title(self, words: str, count: int | None = None) -> None:
        """Add the title of a section, an empty row in front of it."""
        self.gap()
        self.text(Word(visible(words), "title"), Word("" if count is None else f"  {count:,}", "dim"))

    def at(self, y: int) -> int | None:
        """Number of the item that a row belongs to; None for titles and behind the end."""
        number = bisect_right(self._starts, y) - 1
        return number if number >= 0 and y < self.items[number].end else None

    def find(self, key: str) -> int | None:
        """Number of the first item with a key; None where there is none."""
        return next((number for number, item in enumerate(self.items) if item.key == key), None)

    def _item(self, key: str, rows: int) -> None:
        start = len(self._rows)
        self.items.append(Item(key, start, start + rows))
        self._starts.append(start)


def fit(words: Sequence[Word], width: int, *, pad: bool = True) -> list[Word]:
    """Words in exactly so many cells: cut with `…`, or filled up with spaces.

    Args:
        words: without line ends.
        width: cells.
        pad: whether they are filled up.
    """
    found: list[Word] = []
    used = 0
    total = sum(cells(word.text) for word in words)
    for word in words:
        size = cells(word.text)
        if used + size <= width and (total <= width or used + size < width):
            found.append(word)
            used += size
            continue
        text = cut(word.text, width - used)
        found.append(Word(text, word.style))
        used += cells(text)
        break
    if pad and used < width:
        found.append(Word(" " * (width - used)))
    return found


def cut(text: str, width: int) -> str:
    """A text on one line in at most so many cells, `…` at its end where something is missing."""
    line = _SPACE.sub(" ", visible(text[: 4 * width + 4]))
    if cells(line) <= width and len(text) <= 4 * width + 4:
        return line
    while line and cells(line) >= width:
        line = line[: -max(1, (cells(line) - width) // 2)]
    return f"{line.rstrip()}…" if width > 0 else ""


def columns(*parts: tuple[Sequence[Word] | str, int]) -> Row:
    """Columns side by side, each in so many cells; one without any is left out."""
    row: list[Word] = []
    shown = [(words, width) for words, width in parts if width > 0]
    for number, (words, width) in enumerate(shown):
        column = [Word(words)] if isinstance(words, str) else words
        row += fit([Word(visible(word.text), word.style) for word in column], width, pad=number + 1 < len(shown))
        if number + 1 < len(shown):
            row.append(Word(" " * GAP))
    return tuple(row)
