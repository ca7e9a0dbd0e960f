"""The draft with the decisions marked up: what of each block goes, stays, is agreed or comes in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from negotext.model import Act, Draft, Span, State
from negotext.model.gone import vanished
from negotext.outcome.label import place
from negotext.store import Standing

from .desk_places import Places
from .desk_reach import Reach
from .units import Fate, Piece

NEW_LEFT, NEW_RIGHT = "⟦", "⟧"
"""Signs around words that a decision brings in and that are not in the draft."""


class Mark(NamedTuple):
    """What a decision does with a stretch of the draft; with words, they come in at its end."""

    span: Span
    fate: Fate
    words: str = ""


class Marks:
    """The marks of a round at one moment; at the next one, only what something happened to is marked again."""

    def __init__(self, draft: Draft, reach: Reach) -> None:
        self._draft = draft
        self._reach = reach
        self._places: Places | None = None
        self.of: dict[int, tuple[Mark, ...]] = {}

    def see(self, places: Places) -> set[int]:
        """Mark what is decided.

        Returns:
            The blocks that have other marks than before.
        """
        if self._places is None:
            blocks, addresses = None, list(places.standings)
        else:
            news = places.news_since(self._places)
            blocks = self._reach.blocks(self._reach.bound(news, places.is_agreed))
            addresses = self._reach.in_blocks(blocks)
        self._places = places
        found = marks_by_block(self._draft, places, addresses)
        changed = {index for index in (found if blocks is None else blocks) if found.get(index) != self.of.get(index)}
        for index in changed:
            if index in found:
                self.of[index] = found[index]
            else:
                del self.of[index]
        return changed


def marks_by_block(draft: Draft, places: Places, addresses: Iterable[str]) -> Mapping[int, tuple[Mark, ...]]:
    """What the decisions on some choices do in each block; outer choices before inner ones.

    It is right for the blocks into which no other choice reaches.
    """
    found: defaultdict[int, list[Mark]] = defaultdict(list)
    standings = [places.standings[address] for address in addresses]
    lines = vanished([each.choice for each in standings], places.decisions, places.gone)
    for standing in standings:
        if standing.address in places.gone:
            continue
        if standing.state is State.AGREED:
            for mark in _marks(draft, standing, lines):
                _spread(draft, mark, found)
        elif _inside_agreed(standing, places):
            # What is open inside agreed words is open still.
            _spread(draft, Mark(standing.choice.span, Fate.KEPT), found)
    return {index: tuple(marks) for index, marks in found.items()}


def _spread(draft: Draft, mark: Mark, found: defaultdict[int, list[Mark]]) -> None:
    first = draft.block_index(mark.span.start)
    last = draft.block_index(max(mark.span.start, mark.span.end - 1))
    for index in range(first, last + 1):
        found[index].append(mark if index == last else mark._replace(words=""))


def _inside_agreed(standing: Standing, places: Places) -> bool:
    outer = places.standings.get(standing.choice.parent)
    return outer is not None and outer.state is State.AGREED


def _marks(draft: Draft, standing: Standing, lines: Mapping[Span, str | None]) -> Iterator[Mark]:
    """What the decision on one choice does with the draft; `lines` with an address are those that go."""
    choice, decision = standing.choice, standing.decision
    if decision is None:
        return
    for span in choice.vanishing:
        if lines[span] is not None:
            yield Mark(span, Fate.GONE)
    chosen = None if decision.act is Act.MERGE else choice.alternative(decision.alternative or 0)
    words = chosen.span if chosen is not None and chosen.text else None
    if words is not None and choice.span.holds(words):
        yield Mark(choice.span, Fate.GONE)
        yield Mark(words, Fate.AGREED)
        return
    new = decision.text or "" if decision.act is Act.MERGE else chosen.text if chosen is not None else ""
    yield Mark(place(draft, choice, decision), Fate.GONE, new)


def marked(words: str, start: int, marks: Collection[Mark]) -> Sequence[Piece]:
    """The words of a block parted by what becomes of them; a later mark lies on an earlier one.

    Args:
        words: of the block.
        start: their offset in the draft.
        marks: of the block, outer choices before inner ones.
    """
    fates = [Fate.KEPT] * len(words)
    new: defaultdict[int, list[Piece]] = defaultdict(list)
    for mark in marks:
        first = max(0, mark.span.start - start)
        last = min(len(words), mark.span.end - start)
        fates[first:last] = [mark.fate] * max(0, last - first)
        if mark.words:
            piece = Piece(f"{NEW_LEFT}{mark.words}{NEW_RIGHT}", -1, Fate.NEW, mark.span.start)
            new[max(0, last)].append(piece)
    at = 0
    found = []
    for cut in sorted({*new, *(i for i in range(1, len(fates)) if fates[i] is not fates[i - 1]), len(words)}):
        if cut > at:
            found.append(Piece(words[at:cut], start + at, fates[at]))
        found += new.get(cut, ())
        at = cut
    return found
