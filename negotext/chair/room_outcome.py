"""The text without names, worked out again only where something was decided.

The blocks are parted once into stretches: between two of them stand kept words, whatever is decided.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from itertools import chain

from negotext.model import Draft, Span

from .desk_places import Places
from .desk_reach import Reach
from .units import Unit

# So many kept characters stand on both sides of an edge: what is put in or left out has no hold on what is behind them.
_APART = 4

Work = Callable[[range | None, Places], Iterable[Unit]]


class RoomOutcomes:
    """The texts of one round without names, one after the other."""

    def __init__(self, draft: Draft, reach: Reach, touched: Iterable[Span], work: Work) -> None:
        """Part the draft.

        Args:
            draft: as read.
            reach: how far its choices reach.
            touched: what is left out besides, whatever is decided.
            work: gives the units of some blocks, of all for None.
        """
        self._reach = reach
        self._work = work
        busy = sorted(chain(chain.from_iterable(reach.stretches.values()), touched))
        self._starts = _starts(draft, busy)
        self._stops = [*self._starts[1:], len(draft.blocks)]
        self._of: list[list[Unit]] = []
        self._units: Sequence[Unit] = ()
        self._places: Places | None = None

    def units(self, places: Places) -> Sequence[Unit]:
        """The units at one moment; what is the same as before is the same unit."""
        if self._places is places:
            return self._units
        if self._places is None:
            self._of = [[] for _ in self._starts]
            for unit in self._work(None, places):
                self._of[self._number(unit.block)].append(unit)
        else:
            news = self._reach.tied(places.news_since(self._places))
            for number in {self._number(block) for block in self._reach.blocks(news)}:
                self._of[number] = list(self._work(range(self._starts[number], self._stops[number]), places))
        self._places = places
        self._units = list(chain.from_iterable(self._of))
        return self._units

    def _number(self, block: int) -> int:
        return bisect_right(self._starts, block) - 1


def _starts(draft: Draft, busy: Sequence[Span]) -> list[int]:
    """The blocks with which stretches begin; `busy` in the order of the draft."""
    text, found = draft.source.text, [0]
    rank = end = 0
    for index in range(1, len(draft.blocks)):
        edge = draft.blocks[index].span.start
        while rank < len(busy) and busy[rank].start < edge:
            end = max(end, busy[rank].end)
            rank += 1
        behind = min(busy[rank].start if rank < len(busy) else len(text), draft.blocks[index].span.end)
        kept = text[edge:behind]
        if end + _APART <= edge and len(kept) >= _APART and not kept.isspace():
            found.append(index)
    return found
