"""Which passages were moved: those without which all others stand in the same order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from negotext.model import BlockKind

from .passages import Passage

# A paragraph is harder to overlook than a line about it: it is the lines that come along.
_WEIGHTS = {BlockKind.HEADING: 4.0, BlockKind.PARAGRAPH: 4.0, BlockKind.CHAIR: 4.0, BlockKind.ITEM: 2.0}


def weight(passage: Passage) -> float:
    """How much it says that a passage stayed where it was."""
    own = _WEIGHTS.get(passage.kind, 1.0) if passage.label or passage.kind is not BlockKind.PARAGRAPH else 1.0
    return own + len(passage.words) / 10_000


def moved(pairs: Sequence[tuple[Passage, Passage]]) -> set[int]:
    """Indexes of the old passages that were moved.

    Footnotes are none of them: they stand where a page happens to end.

    Args:
        pairs: passages of the old draft and what they are in the new one, in the order of the old draft.
    """
    ordered = [(old, new) for old, new in pairs if old.kind is not BlockKind.FOOTNOTE]
    stayed = _heaviest([new.index for _, new in ordered], [weight(old) for old, _ in ordered])
    return {old.index for place, (old, _) in enumerate(ordered) if place not in stayed}


def _heaviest(values: Sequence[int], weights: Sequence[float]) -> set[int]:
    """Places of the ascending subsequence with the greatest weight; of equals the one that ends first."""
    ranks = sorted(values)
    best: list[tuple[float, int]] = [(0.0, -1)] * (len(values) + 1)  # a Fenwick tree of maxima
    before: list[int] = []
    top = (0.0, -1)
    for place, value in enumerate(values):
        rank = bisect_left(ranks, value)
        total, previous = _highest(best, rank)
        before.append(previous)
        entry = (total + weights[place], place)
        _raise(best, rank + 1, entry)
        if entry[0] > top[0]:
            top = entry
    chain: set[int] = set()
    place = top[1]
    while place >= 0:
        chain.add(place)
        place = before[place]
    return chain


def _highest(tree: Sequence[tuple[float, int]], count: int) -> tuple[float, int]:
    found = (0.0, -1)
    while count:
        if tree[count][0] > found[0]:
            found = tree[count]
        count -= count & -count
    return found


def _raise(tree: list[tuple[float, int]], index: int, entry: tuple[float, int]) -> None:
    while index < len(tree):
        if entry[0] > tree[index][0]:
            tree[index] = entry
        index += index & -index
