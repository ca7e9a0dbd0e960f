"""Units laid out at a width: rows to offsets of the draft and back. Pure; the widget only draws what is asked for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate, compress
from operator import is_not
from typing import NamedTuple

from negotext.model import BlockKind

from .lines_wrap import breaks
from .units import Unit

_INDENT = {BlockKind.ITEM: 2, BlockKind.OPTION: 2, BlockKind.STATEMENT: 2, BlockKind.NOTE: 2}


class Row(NamedTuple):
    """A row of the layout.

    Attributes:
        unit: number of its unit.
        start: of its words in `Unit.text`.
        end: of its words; equal to `start` in an empty row.
        first: whether it is the first row of its unit.
        gap: whether it is the empty row behind a unit.
    """

    unit: int
    start: int
    end: int
    first: bool = False
    gap: bool = False


class Lines:
    """Units at a width.

    Attributes:
        units: in the order of the text.
        width: cells of the words, without the gutter.
        height: how many rows there are.
    """

    def __init__(self, units: Sequence[Unit], width: int, known: Lines | None = None) -> None:
        """Lay out units.

        Args:
            units: in the order of the text.
            width: cells of a row.
            known: another layout, whose units need not be laid out again where they are the same.
        """
        self.units = units
        self.width = max(8, width)
        self._breaks: list[tuple[int, ...]]
        self._starts: list[int]
        self.height: int
        self._blocks: dict[int, tuple[int, ...]] = {}
        if known is None or known.width != self.width or type(known) is not type(self):
            known = None
        if known is None or len(known.units) != len(units) or not self._few(known):
            self._all(known)

    def _few(self, known: Lines) -> bool:
        """Take over a layout of as many units, most of which are the same; tells whether they are."""
        units = self.units
        other = list(compress(range(len(units)), map(is_not, units, known.units)))
        if len(other) > len(units) // 8:
            return False
        self._breaks, self._starts = known._breaks, known._starts
        self.height = known.height
        if all(units[number].block == known.units[number].block for number in other):
            self._blocks = known._blocks
        if other:
            self._breaks = list(known._breaks)
            for number in other:
                self._breaks[number] = self._broken(units[number])
            if any(self._rows(self, number) != self._rows(known, number) for number in other):
                self._stack()
        return True

    def _all(self, known: Lines | None) -> None:
        """Lay out all units, but those that another layout has."""
        same: dict[int, tuple[int, ...]] = {}
        if known is not None:
            same = dict(zip(map(id, known.units), known._breaks, strict=True))
        self._breaks = [same.get(id(unit)) or self._broken(unit) for unit in self.units]
        self._stack()

    def _broken(self, unit: Unit) -> tuple[int, ...]:
        return breaks(unit.text, self.width - _INDENT.get(unit.kind, 0))

    @staticmethod
    def _rows(lines: Lines, number: int) -> int:
        return len(lines._breaks[number]) + lines.units[number].gap

    def _stack(self) -> None:
        """Put the units below each other."""
        heights = (len(rows) + unit.gap for unit, rows in zip(self.units, self._breaks, strict=True))
        self._starts = [0, *accumulate(heights)]
        self.height = self._starts[-1]

    def indent(self, unit: int) -> int:
        """Cells in front of the words of a unit."""
        return _INDENT.get(self.units[unit].kind, 0)

    def row(self, y: int) -> Row | None:
        """What stands in a row; None behind the end."""
        if not 0 <= y < self.height:
            return None
        number = bisect_right(self._starts, y) - 1
        rows, within = self._breaks[number], y - self._starts[number]
        text = self.units[number].text
        if within >= len(rows):
            return Row(number, len(text), len(text), gap=True)
        end = rows[within + 1] if within + 1 < len(rows) else len(text)
        while end > rows[within] and text[end - 1] in " \n":
            end -= 1
        return Row(number, rows[within], end, first=within == 0)

    def first_row(self, unit: int) -> int:
        """The row with which a unit begins."""
        return self._starts[unit]

    def row_at(self, unit: int, position: int) -> int:
        """The row in which a position of a unit stands."""
        return self._starts[unit] + bisect_right(self._breaks[unit], position) - 1

    def offset(self, y: int) -> int:
        """Offset in the draft of the first character of a row; of the last row, for one behind the end."""
        row = self.row(min(max(0, y), self.height - 1))
        return self.units[row.unit].offset(row.start) if row is not None else 0

    def within(self, y: int) -> int:
        """Which row of its unit stands in a row."""
        return y - self._starts[bisect_right(self._starts, y) - 1]

    def row_of(self, offset: int, block: int) -> int:
        """The row in which an offset of the draft is shown; the nearest one before it, where it is not.

        Args:
            offset: in the draft.
            block: index of its block.
        """
        for number in self._by_block.get(block, ()):
            position = self.units[number].find(offset)
            if position is not None:
                return self.row_at(number, position)
        for number in reversed(self._by_block.get(block, ())):
            position = self.units[number].near(offset)
            if position is not None:
                return self.row_at(number, position)
        near = [number for index in range(block, max(-1, block - 200), -1) for number in self._by_block.get(index, ())]
        return self._starts[near[0]] if near else 0

    def units_of(self, first: int, last: int) -> list[int]:
        """The numbers of the units that stand for the blocks `first` to `last` of the draft."""
        return [number for index in range(first, last + 1) for number in self._by_block.get(index, ())]

    def rows_of(self, unit: int) -> range:
        """The rows of a unit."""
        return range(self._starts[unit], self._starts[unit + 1])

    @property
    def _by_block(self) -> dict[int, tuple[int, ...]]:
        """The numbers of the units of each block; worked out when it is asked for."""
        if not self._blocks:
            found = self._blocks
            for number, unit in enumerate(self.units):
                # Most blocks have one unit; a tuple with a number in it is small.
                found[unit.block] = (*found[unit.block], number) if unit.block in found else (number,)
        return self._blocks
