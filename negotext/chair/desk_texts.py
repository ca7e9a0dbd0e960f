"""The three views of the text, as units: the draft, the draft with the decisions marked up, the outcome."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence
from enum import StrEnum

from negotext.model import Draft

from .desk_marks import Mark, Marks, marked
from .desk_outcome import Outcomes
from .desk_places import Places
from .desk_reach import Reach
from .desk_units import unit_of, words_from
from .units import Piece, Unit


class View(StrEnum):
    """How the text is seen."""

    MARKED = "marked-up"
    ORIGINAL = "original"
    OUTCOME = "outcome"


class Texts:
    """The views of one draft. What did not change is the same `Unit`; where nothing did, it is the same list."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self._plain: list[Unit] = [self._whole(index, ()) for index in range(len(draft.blocks))]
        self._original = [unit for unit in self._plain if unit.text]
        self._known: tuple[Sequence[str], Reach] | None = None

    def units(self, view: View, places: Places) -> Sequence[Unit]:
        """The units of a view, in its order."""
        match view:
            case View.ORIGINAL:
                return self._original
            case View.MARKED:
                return self._with_marks(places)
            case _:
                self._reach(places)
                return self._outcomes.units(places)

    def near(self, address: str, places: Places) -> list[str]:
        """The choices that reach into the blocks in which one stands, outer before inner."""
        reach = self._reach(places)
        return reach.in_blocks(reach.blocks_of(places.standings[address].choice.span))

    def _reach(self, places: Places) -> Reach:
        """How far the choices reach; what was worked out for those of another round is forgotten."""
        if self._known is None or self._known[0] is not places.order:
            reach = Reach(self.draft, places.choices)
            self._known = places.order, reach
            self._marks = Marks(self.draft, reach)
            self._marked = self._original
            self._outcomes = Outcomes(self.draft, self._plain, reach)
        return self._known[1]

    def _with_marks(self, places: Places) -> Sequence[Unit]:
        self._reach(places)
        changed = self._marks.see(places)
        if changed:
            self._marked = list(self._marked)
            for index in changed:
                marks = self._marks.of.get(index)
                rank = bisect_left(self._marked, index, key=lambda unit: unit.block)
                if rank < len(self._marked) and self._marked[rank].block == index:
                    self._marked[rank] = self._whole(index, marks) if marks else self._plain[index]
        return self._marked

    def _whole(self, index: int, marks: Collection[Mark]) -> Unit:
        """A block with what the decisions do in it."""
        block = self.draft.blocks[index]
        start = words_from(self.draft, block)
        words = self.draft.source.text[start : block.span.end]
        pieces = (Piece(words, start),) if not marks else tuple(marked(words, start, marks))
        return unit_of(self.draft, index, pieces)
