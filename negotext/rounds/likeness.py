"""How much alike two passages are, whatever was settled between them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TypeVar

from negotext.merging import is_wording
from negotext.model import Span

from .apparatus import Apparatus
from .passages import Passage
from .wording import Wording

# Below this many words, the words outside brackets say little about a passage.
_CORE = 6
# Words that a passage must have to be found again as a part of a longer one.
_PART = 5

Pair = tuple[str, ...]
_T = TypeVar("_T")


@dataclass(frozen=True)
class Features:
    """What a passage is recognised by.

    Attributes:
        passage: the passage.
        brackets: the outermost brackets with words under negotiation that reach into it.
        apparatus: tells its words from names and stances; None where they are what it is about.
    """

    passage: Passage
    brackets: Sequence[Span]
    apparatus: Apparatus | None

    @cached_property
    def units(self) -> list[str]:
        """Its words and numbers, without punctuation and the names in its brackets."""
        words = self.passage.words
        if self.apparatus is not None:
            text = self.apparatus.text_units(Wording([self.passage]))
            if len(text) > 1:
                return [words[index] for index in sorted(text)]
        return [unit for unit in words if is_wording(unit)]

    @cached_property
    def singles(self) -> Counter[str]:
        """Each of its words, and how often."""
        return Counter(self.units)

    @cached_property
    def pairs(self) -> Counter[Pair]:
        """Two words in a row; a passage of one word is its pair."""
        return _pairs(self.units)

    @cached_property
    def core(self) -> Counter[Pair]:
        """The pairs outside its brackets, which stay when brackets are settled."""
        passage = self.passage
        inside: set[int] = set()
        for bracket in self.brackets:
            inside.update(range(passage.at(bracket.start), passage.at(bracket.end - 1) + 1))
        return _pairs([unit for index, unit in enumerate(passage.words) if index not in inside and is_wording(unit)])

    @cached_property
    def grams(self) -> frozenset[Pair]:
        """Three words in a row, to look it up by; a shorter passage is one."""
        if len(self.units) < 3:
            return frozenset({tuple(self.units)} if self.units else ())
        return frozenset(zip(self.units, self.units[1:], self.units[2:], strict=False))


def _pairs(units: Sequence[str]) -> Counter[Pair]:
    if len(units) == 1:
        return Counter({(units[0],): 1})
    return Counter(pairwise(units))


def likeness(old: Features, new: Features) -> float:
    """How much alike two passages are, from 0 to 1; 1 only for the same words.

    Words and pairs of words in common; or, where brackets were settled, how much of the words that were not
    in brackets on the one side is found on the other.
    """
    if old.passage.words == new.passage.words:
        return 1.0
    alike = (_dice(old.singles, new.singles) + _dice(old.pairs, new.pairs)) / 2
    if min(old.core.total(), new.core.total()) >= _CORE:
        alike = max(alike, 0.9 * (held(old.core, new.pairs) + held(new.core, old.pairs)) / 2)
    part, whole = sorted((old, new), key=lambda side: len(side.units))
    if len(part.units) >= _PART and held(part.pairs, whole.pairs) >= 0.9:
        alike = max(alike, 0.55)
    return min(alike, 0.99)


def contained(old: Features, new: Features) -> bool:
    """Whether one of two passages, of two words or more, is all in the other, as when the rest was deleted."""
    part, whole = sorted((old, new), key=lambda side: len(side.units))
    return len(part.units) > 1 and held(part.pairs, whole.pairs) == 1


def _dice(one: Counter[_T], two: Counter[_T]) -> float:
    total = one.total() + two.total()
    return 2 * sum(min(count, two.get(key, 0)) for key, count in one.items()) / total if total else 0.0


def held(part: Counter[Pair], whole: Counter[Pair]) -> float:
    """How much of `part` is in `whole`, from 0 to 1."""
    total = part.total()
    return sum(min(count, whole.get(pair, 0)) for pair, count in part.items()) / total if total else 0.0


def together(old: Sequence[Passage], new: Sequence[Passage]) -> float:
    """How much alike several passages are to several others, each side in a row; below 1."""
    before, after = (
        Counter(word for passage in side for word in passage.words if is_wording(word)) for side in (old, new)
    )
    return min(_dice(before, after), 0.99)
