"""The outcome as units, worked out again only where something was decided.

What a decision changes ends at the nearest place around it where words that are kept begin and end a block: there
no space and no comma depends on what stands on the other side.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

from negotext.model import Draft, Span, State
from negotext.outcome.pieces import outcome_pieces

from .desk_places import Places
from .desk_reach import Reach
from .desk_units import parted, units_of
from .units import Unit

# So many kept characters behind a decided place that nothing put in before them reaches beyond them.
_APART = 4


class Outcomes:
    """The outcomes of one round, one after the other."""

    def __init__(self, draft: Draft, plain: Sequence[Unit], reach: Reach) -> None:
        """Begin with the draft; `plain` are the units of its blocks."""
        self._draft = draft
        self._plain = plain
        self._reach = reach
        self._places: Places | None = None
        self._of: list[Sequence[Unit]] = [(unit,) if unit.text else () for unit in plain]
        self._stretch: dict[int, range] = {}
        self._units: list[Unit] | None = None

    def units(self, places: Places) -> Sequence[Unit]:
        """The units of the outcome, in its order; what is the same as before is the same unit."""
        if self._places is None:
            news: Iterable[str] = places.decisions
        else:
            news = places.news_since(self._places)
        self._places = places
        wanted = self._reach.blocks(self._reach.bound(news, places.is_agreed))
        if wanted or self._units is None:
            self._work_out(wanted, places)
            self._units = list(chain.from_iterable(self._of))
        return self._units

    def _work_out(self, blocks: set[int], places: Places) -> None:
        waiting = set(blocks)
        done: set[int] = set()
        while waiting:
            stretch = self._widened(waiting.pop(), places)
            while len(stretch) < len(wide := self._with_those_before(stretch, places)):
                stretch = wide
            waiting.difference_update(stretch)
            if not done.issuperset(stretch):
                self._show(stretch, places)
            done.update(stretch)

    def _with_those_before(self, stretch: range, places: Places) -> range:
        """A stretch with those that were worked out as a whole before, and of which it has a part."""
        start, stop = stretch.start, stretch.stop
        for index in stretch:
            before = self._stretch.get(index)
            if before is not None:
                start, stop = min(start, before.start), max(stop, before.stop)
        first, last = self._widened(start, places), self._widened(stop - 1, places)
        return range(min(first.start, start), max(last.stop, stop))

    def _widened(self, index: int, places: Places) -> range:
        """The blocks around one that have to be worked out with it."""
        start, stop = index, index + 1
        while start > 0 and not self._clean(start, places):
            start -= 1
        while stop < len(self._draft.blocks) and not self._clean(stop, places):
            stop += 1
        return range(start, stop)

    def _clean(self, index: int, places: Places) -> bool:
        """Whether kept words end in front of a block and begin in it."""
        blocks, text = self._draft.blocks, self._draft.source.text
        edge = blocks[index].span.start
        left = [span for span in self._touched(index - 1, places) if span.start < edge]
        right = [span for span in self._touched(index, places) if span.end > edge or span.start >= edge]
        low = max((span.end for span in left), default=blocks[index - 1].span.start)
        high = min((span.start for span in right), default=blocks[index].span.end)
        if low >= edge or high <= edge:
            return False
        kept_right = text[edge : min(high, edge + 80)]
        return (edge - low >= _APART or text[low] == "\n") and len(kept_right) > 1 and not kept_right.isspace()

    def _touched(self, index: int, places: Places) -> Iterable[Span]:
        """The stretches in a block, or over its edges, in which something may have been done."""
        for address in self._reach.at.get(index, ()):
            if places.standings[address].state is State.AGREED:
                yield from (span for span in self._reach.stretches[address] if index in self._reach.blocks_of(span))

    def _show(self, stretch: range, places: Places) -> None:
        blocks = self._draft.blocks
        for index in stretch:
            self._of[index] = ()
            self._stretch.pop(index, None)
        # A line on several places goes with the last of them, a place with what it stands in; these may lie elsewhere.
        here = self._reach.in_blocks(stretch)
        at_work = self._reach.bound(filter(places.is_agreed, here), places.is_agreed)
        addresses = self._reach.with_outer(self._reach.in_blocks({*stretch, *self._reach.blocks(at_work)}))
        choices = [places.standings[address].choice for address in addresses]
        decisions = {a: places.decisions[a] for a in addresses if a in places.decisions}
        if not any(decision.state is State.AGREED for decision in decisions.values()):
            for index in stretch:
                self._of[index] = (self._plain[index],) if self._plain[index].text else ()
            return
        span = Span(blocks[stretch.start].span.start, blocks[stretch.stop - 1].span.end)
        pieces = outcome_pieces(self._draft, choices, decisions, within=span).pieces
        made = units_of(self._draft, self._plain, parted(self._draft, pieces, places))
        self._of[stretch.start] = tuple(unit for unit in made if unit.text)
        self._stretch.update(dict.fromkeys(stretch, stretch))
