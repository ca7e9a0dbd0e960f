"""The text for the projector: a narrow column, room between the rows, and a calm mark on what was just agreed."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import pairwise
from typing import ClassVar

from ..lines import Lines
from ..paint import CLASSES, Run
from ..room_lines import SpacedLines
from ..units import Unit
from .text import TextView

COLUMN = 66
"""Cells of a row of words at most: few words are found again quickly."""

ROOMY = 34
"""Rows of a screen from which on an empty row stands between any two."""

_LOW = 16
_BRACKETS = re.compile(r"([\[\]]+)")
FRESH = "text--fresh"


def margin(width: int) -> int:
    """Cells on both sides of the column, of a screen so many cells wide."""
    return max(1, (width - COLUMN - 8) // 2)


class RoomText(TextView, inherit_bindings=False):
    """Shows the text to a room; it moves only when the place that is discussed is not on the screen."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {*CLASSES, FRESH}
    fresh: Collection[str] = ()

    def freshen(self, addresses: Collection[str]) -> None:
        """Mark what was just agreed, and nothing else."""
        gone = [address for address in self.fresh if address not in addresses]
        come = [address for address in addresses if address not in self.fresh]
        self.fresh = tuple(addresses)
        for address in (*gone, *come):
            self._redraw(self._span(address))

    def set_margins(self) -> None:
        """Put the column into the middle of the screen."""
        size = self.app.size
        self.styles.margin = (1 if size.height >= _LOW else 0, margin(size.width))

    def _reveal(self, start: int, end: int) -> None:
        """Bring a stretch into view; when any row of it would not be seen, its first one comes to a third."""
        size = max(1, self.scrollable_content_region.height)
        first, last = self._row_of(start), self._row_of(max(start, end - 1))
        top, last = self.scroll_offset.y, min(max(first, last), first + size - 1 - size // 3)
        if self._lines.height and (first < top or last >= top + size):
            self.jump(max(0, first - size // 3))

    def _lay_out(self) -> None:
        before = type(self._lines)
        super()._lay_out()
        if type(self._lines) is not before:
            # The second row of a unit is an empty one or has words.
            self._drawn.clear()

    def _column(self, room: int) -> tuple[type[Lines], int]:
        return SpacedLines if self.app.size.height >= ROOMY else Lines, min(COLUMN, room)

    def _styled(self, unit: Unit) -> list[Run]:
        runs = [part for run in super()._styled(unit) for part in _edged(run, unit)]
        for address in self.fresh:
            span = self._span(address)
            if span is not None and unit.block in self._blocks(span):
                runs = _marked(runs, self._paint.runs(unit, address))
        return runs


def _edged(run: Run, unit: Unit) -> Iterator[Run]:
    """Brackets that stand for those of the draft look like them."""
    if any(style != "text--current" for style in run.styles):
        yield run
        return
    at = run.start
    for part in _BRACKETS.split(unit.text[run.start : run.end]):
        if part:
            edge = ("text--edge-1",) if part[0] in "[]" else ()
            yield Run(at, at + len(part), (*edge, *run.styles))
            at += len(part)


def _marked(runs: list[Run], marking: list[Run]) -> list[Run]:
    """Runs with a mark where others say that a place is."""
    marks = [(run.start, run.end) for run in marking if "text--current" in run.styles]
    cuts = sorted({edge for run in runs for edge in run[:2]} | {edge for mark in marks for edge in mark})
    found = []
    for start, end in pairwise(cuts):
        run = next(each for each in runs if each.start <= start < each.end)
        fresh = "text--gone" not in run.styles and any(first <= start < last for first, last in marks)
        found.append(Run(start, end, (*run.styles, FRESH) if fresh else run.styles))
    return found
