"""Passages that were split or merged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .candidates import Index
from .likeness import Features, held
from .pairing import Pairing

# What was split off has its words in the old passage, and the rest of that has not.
_WITHIN = 0.8
_OUTSIDE = 0.5
_LEAST_WORDS = 5
_CANDIDATES = 4


@dataclass(slots=True)
class Group:
    """Passages that belong together, by their indexes; `confidence` of the pair it grew from."""

    old: list[int]
    new: list[int]
    confidence: float = 1.0


def groups(pairing: Pairing, first: Sequence[Features], second: Sequence[Features]) -> list[Group]:
    """Pairs, with the parts that were split off or merged in; then what stands alone."""
    pairs = {old: Group([old], [new], pairing.confidence[old]) for old, new in sorted(pairing.partner.items())}
    by_new = {group.new[0]: group for group in pairs.values()}
    left_old, left_new = pairing.left()
    for part, whole in _parts(left_new, first, second, {old: group.new[0] for old, group in pairs.items()}):
        pairs[whole].new.append(part)
    for part, whole in _parts(left_old, second, first, {new: group.old[0] for new, group in by_new.items()}):
        by_new[whole].old.append(part)
    done_old = {index for group in pairs.values() for index in group.old}
    done_new = {index for group in pairs.values() for index in group.new}
    alone = [Group([each.passage.index], []) for each in left_old if each.passage.index not in done_old]
    alone += [Group([], [each.passage.index]) for each in left_new if each.passage.index not in done_new]
    return [*pairs.values(), *alone]


def _parts(
    left: Sequence[Features], wholes: Sequence[Features], partners: Sequence[Features], paired: dict[int, int]
) -> list[tuple[int, int]]:
    """Passages of one draft that are parts of passages of the other, each with the index of that one.

    Args:
        left: passages without a partner.
        wholes: all passages of the other draft.
        partners: all passages of the draft of `left`.
        paired: partners of `wholes`, by index.
    """
    found: list[tuple[int, int]] = []
    if not left:
        return found
    index = Index(wholes[at] for at in paired if wholes[at].passage.words != partners[paired[at]].passage.words)
    for each in left:
        if len(each.units) < _LEAST_WORDS:
            continue
        for at in index.like(each, _CANDIDATES):
            within = held(each.pairs, wholes[at].pairs)
            if within >= _WITHIN and held(each.pairs, partners[paired[at]].pairs) <= _OUTSIDE:
                found.append((each.passage.index, at))
                break
    return found
