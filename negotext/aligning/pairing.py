"""Which passages of two versions belong together: by label first, then by order and by what they hold."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from typing import TypeVar

from negotext.model import BlockKind

from .order import Score, best_first, in_order, longest_rising
from .passages import Features

T = TypeVar("T")
_GAP = 0.5
# What two passages that stand in another order need at least.
_MOVED = 2.0
# More pairs than these are not weighed against each other.
_MANY = 40_000
_SPOKEN = (BlockKind.STATEMENT, BlockKind.NOTE)


def pair_passages(first: Sequence[Features], second: Sequence[Features]) -> list[tuple[int, int]]:
    """Pairs of indexes, in the order of the first."""
    ratio = max(1, sum(each.length for each in first)) / max(1, sum(each.length for each in second))

    def score(one: int, other: int) -> float:
        return likeness(first[one], second[other], ratio)

    pairs = []
    before = (0, 0)
    for anchor in [*_anchors(first, second), (len(first), len(second))]:
        pairs += in_order(range(before[0], anchor[0]), range(before[1], anchor[1]), score, _GAP)
        if anchor[0] < len(first):
            pairs.append(anchor)
        before = anchor[0] + 1, anchor[1] + 1
    pairs += _moved(first, second, pairs, score)
    return sorted(pairs)


def _anchors(first: Sequence[Features], second: Sequence[Features]) -> list[tuple[int, int]]:
    """Pairs with the same label, which nothing else in either version has, as far as they keep the order."""
    left, right = _unique(first), _unique(second)
    shared = sorted((left[key], right[key]) for key in left.keys() & right.keys())
    return [shared[index] for index in longest_rising([other for _, other in shared])]


def _unique(passages: Sequence[Features]) -> dict[tuple[object, ...], int]:
    keys = [(each.passage.kind, each.passage.key) for each in passages]
    counts = Counter(keys)
    return {key: index for index, key in enumerate(keys) if key[1] and counts[key] == 1}


def _moved(
    first: Sequence[Features], second: Sequence[Features], pairs: Sequence[tuple[int, int]], score: Score
) -> list[tuple[int, int]]:
    """Pairs among what is left, where label or content leave no doubt."""
    taken = {one for one, _ in pairs}, {other for _, other in pairs}
    alone = [index for index in range(len(first)) if index not in taken[0]]
    others = [index for index in range(len(second)) if index not in taken[1]]
    if len(alone) * len(others) > _MANY:
        return []
    scored = ((score(one, other), one, other) for one in alone for other in others)
    return best_first(each for each in scored if each[0] >= _MOVED)


def likeness(one: Features, other: Features, ratio: float) -> float:
    """How well two passages go together; 0 says nothing, each thing in common about 1.

    Args:
        one: of the first version.
        other: of the second.
        ratio: characters of the first version for one of the second, on the whole.
    """
    a, b = one.passage, other.passage
    if BlockKind.FOOTNOTE in (a.kind, b.kind) and a.kind is not b.kind:
        return -9.0
    score = 0.3 if a.kind is b.kind else -0.3
    if (a.kind in _SPOKEN) is not (b.kind in _SPOKEN):
        score -= 0.8
    if a.key and b.key:
        score += 3.0 if a.key == b.key else -2.0
    elif a.key or b.key:
        score -= 0.4
    score += _shared(one.figures, other.figures, 1.5)
    score += _shared(one.voices, other.voices, 2.0)
    brackets = len(one.brackets), len(other.brackets)
    score += 0.3 * bool(brackets[0]) if brackets[0] == brackets[1] else -0.2 * min(3, abs(brackets[0] - brackets[1]))
    # Short passages differ much in length between languages.
    lengths = (one.length + 12) / (other.length * ratio + 12)
    return score + 0.4 - 0.7 * min(2.0, abs(math.log(lengths)))


def _shared(one: Counter[T], other: Counter[T], worth: float) -> float:
    total = one.total() + other.total()
    if not total:
        return 0.0
    share = 2 * (one & other).total() / total
    return worth * (share - 0.4)
