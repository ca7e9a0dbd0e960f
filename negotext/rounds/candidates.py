"""Finding passages that may be the same without comparing each with each."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from .likeness import Features, Pair

# Words in a row that more passages than this have say nothing about any of them.
_COMMON = 40


class Index:
    """Passages by three words in a row."""

    def __init__(self, features: Iterable[Features]) -> None:
        self._by_gram: dict[Pair, list[int]] = defaultdict(list)
        for feature in features:
            for gram in feature.grams:
                self._by_gram[gram].append(feature.passage.index)

    def like(self, feature: Features, count: int) -> list[int]:
        """Indexes of up to `count` passages that share most with another, the best first."""
        votes: Counter[int] = Counter()
        for gram in feature.grams:
            holders = self._by_gram.get(gram, ())
            if len(holders) <= _COMMON:
                votes.update(holders)
        ranked = sorted(votes.items(), key=lambda vote: (-vote[1], vote[0]))
        return [index for index, _ in ranked[:count]]
