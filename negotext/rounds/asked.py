"""What delegations asked to delete, to replace or to keep out."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from itertools import accumulate

from negotext.model import Choice, Span, Stance
from negotext.model import Side as Stands

from .fate import Fate
from .passages import folded
from .sides import Side
from .sites import Words, telling

_REQUESTS = (Stance.DELETE, Stance.REPLACE, Stance.OPPOSE)


# A request was granted when so much of the words it is about is gone. Less is something nobody asked for.
_GRANTED = 0.5


class Requests:
    """The requests of one draft that were granted, by place and by words.

    Args:
        side: the old draft.
        fate: what became of its words.
    """

    def __init__(self, side: Side, fate: Fate) -> None:
        self._words: dict[str, list[Words]] = defaultdict(list)
        spans: list[Span] = []
        for position in side.draft.positions:
            if position.stance not in _REQUESTS:
                continue
            if position.target:
                self._words[position.paragraph].append(telling(folded(position.target, side.draft.language)))
            if position.about is not None and fate.kept(position.about) <= 1 - _GRANTED:
                spans.append(position.about)
        self._spans = sorted(spans)
        # The furthest end of all spans up to each: a unit is covered where this reaches beyond it.
        self._reach = list(accumulate((span.end for span in self._spans), max))

    def about_unit(self, unit: Span) -> bool:
        """Whether somebody asked for this word to go."""
        index = bisect_right(self._spans, (unit.start, unit.end)) - 1
        return index >= 0 and self._reach[index] >= unit.end

    def about_words(self, words: Words, paragraph: str) -> bool:
        """Whether somebody named these words of this paragraph, and not many more."""
        return any(
            contains(named, words) and len(words) >= _GRANTED * len(named) for named in self._words.get(paragraph, ())
        )


def contains(words: Words, part: Words) -> bool:
    """Whether `part` stands in `words`, in a row."""
    return any(words[at : at + len(part)] == part for at in range(len(words) - len(part) + 1))


def unwanted(choice: Choice, number: int) -> bool:
    """Whether somebody is against an alternative of a choice, or for leaving it out."""
    return any(
        (stand.side is Stands.AGAINST and stand.alternative == number)
        or (stand.side is Stands.FOR and stand.alternative == 0)
        for stand in choice.stands
    )
