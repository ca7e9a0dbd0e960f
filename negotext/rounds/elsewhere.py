"""Words that were put in somewhere: what is gone at one place may have gone there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from negotext.merging import is_han

from .sites import Words

# What is found again elsewhere: four words, or six Han characters.
_WEIGHT = 8
_GRAM = 3


class Inserted:
    """Finds words among those that are new in the new draft.

    Args:
        stretches: runs of words that were not there before, without punctuation.
    """

    def __init__(self, stretches: Iterable[Words]) -> None:
        self._stretches = list(stretches)
        self._places: dict[Words, list[tuple[int, int]]] = defaultdict(list)
        for number, words in enumerate(self._stretches):
            for at in range(len(words) - _GRAM + 1):
                self._places[words[at : at + _GRAM]].append((number, at))

    def has(self, words: Words) -> bool:
        """Whether `words` stand in one of the stretches, and are enough to say so."""
        if sum(4 if is_han(word) else 6 for word in words) < 3 * _WEIGHT or len(words) < _GRAM:
            return False
        return any(
            self._stretches[number][at : at + len(words)] == words for number, at in self._places.get(words[:_GRAM], ())
        )
