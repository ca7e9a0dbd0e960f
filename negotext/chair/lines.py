"""Units laid out at a width: rows to offsets of the draft and back. Pure; the widget only draws what is asked for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate
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
        same: dict[int, tuple[int, ...]] = {}
        if known is not None and known.width == self.width:
            same = {id(unit): rows for unit, rows in zip(known.units, known._breaks, strict=True)}
        self._breaks: list[tuple[int, ...]] = [
            same.get(id(unit)) or breaks(unit.text, self.width - _INDENT.get(unit.kind, 0)) for unit in units
        ]
        heights = (len(rows) + unit.gap for unit, rows in zip(units, self._breaks, strict=True))
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

    @cached_property
    def _by_block(self) -> dict[int, list[int]]:
        found: dict[int, list[int]] = {}
        for number, unit in enumerate(self.units):
            found.setdefault(unit.block, []).append(number)
        return found
