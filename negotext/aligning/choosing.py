"""Which choices of two versions belong together, inside passages that do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal

from negotext.model import Choice, Draft

from .numbers import numbers_in
from .order import best_first, in_order

# Below this two choices are rather left without a partner than given a wrong one.
_LEAST = 0.0
# What two choices of different depth need.
_LIKELY = 0.5
# More pairs than these are not weighed against each other.
_MANY = 10_000


def pair_choices(
    drafts: tuple[Draft, Draft],
    choices: tuple[Sequence[Choice], Sequence[Choice]],
    passages: tuple[Mapping[str, int], Mapping[str, int]],
) -> list[tuple[int, int]]:
    """Pairs of indexes into `choices`.

    Args:
        drafts: the two versions.
        choices: of each, in its order.
        passages: for the address of each choice the number of the pair of passages that it stands in; choices
            outside any are left out.
    """
    levels: list[dict[tuple[int, int], list[int]]] = [defaultdict(list), defaultdict(list)]
    for side in (0, 1):
        depths = _depths(choices[side])
        for index, choice in enumerate(choices[side]):
            if (pair := passages[side].get(choice.address)) is not None:
                levels[side][pair, depths[choice.address]].append(index)
    marks: tuple[dict[int, _Marks], dict[int, _Marks]] = ({}, {})
    found: list[tuple[int, int]] = []
    # No choice around is the partner of no choice around.
    partner = {"": ""}
    inside = {""}

    def score(one: int, other: int) -> float:
        a, b = choices[0][one], choices[1][other]
        if partner.get(a.parent) != b.parent and (a.parent in partner or b.parent in inside):
            return -9.0
        return _likeness(marks[0][one], marks[1][other])

    # The shallow ones first: what lies inside belongs to what lies around it.
    for level in sorted(levels[0].keys() & levels[1].keys(), key=lambda key: key[1]):
        for side in (0, 1):
            for index in levels[side][level]:
                marks[side][index] = _Marks(drafts[side], choices[side][index])

        left, right = levels[0][level], levels[1][level]
        pairs = [pair for pair in in_order(left, right, score, 0.2) if score(*pair) >= _LEAST]
        taken = {one for one, _ in pairs}, {other for _, other in pairs}
        free = [one for one in left if one not in taken[0]], [other for other in right if other not in taken[1]]
        if len(free[0]) * len(free[1]) <= _MANY:
            scored = ((score(one, other), one, other) for one in free[0] for other in free[1])
            pairs += best_first(each for each in scored if each[0] >= _LEAST)
        partner |= {choices[0][one].address: choices[1][other].address for one, other in pairs}
        inside |= {choices[1][other].address for _, other in pairs}
        found += pairs
    return sorted(found + _elsewhere(levels, found, marks, drafts, choices))


def _elsewhere(
    levels: Sequence[Mapping[tuple[int, int], list[int]]],
    found: Sequence[tuple[int, int]],
    marks: tuple[dict[int, _Marks], dict[int, _Marks]],
    drafts: tuple[Draft, Draft],
    choices: tuple[Sequence[Choice], Sequence[Choice]],
) -> list[tuple[int, int]]:
    """Pairs of choices that one version has inside another choice, and the other version has not."""
    taken = {one for one, _ in found}, {other for _, other in found}
    free: tuple[dict[int, list[int]], dict[int, list[int]]] = (defaultdict(list), defaultdict(list))
    for side in (0, 1):
        for (passage, _), indexes in levels[side].items():
            free[side][passage] += [index for index in indexes if index not in taken[side]]
    pairs: list[tuple[int, int]] = []
    for passage in free[0].keys() & free[1].keys():
        left, right = free[0][passage], free[1][passage]
        if len(left) * len(right) > _MANY:
            continue
        for side in (0, 1):
            for index in free[side][passage]:
                marks[side].setdefault(index, _Marks(drafts[side], choices[side][index]))
        scored = ((_likeness(marks[0][one], marks[1][other]), one, other) for one in left for other in right)
        pairs += best_first(each for each in scored if each[0] >= _LIKELY)
    return pairs


def _depths(choices: Sequence[Choice]) -> dict[str, int]:
    """How many choices there are around each, by address; a choice stands behind the one around it."""
    depths: dict[str, int] = {}
    for choice in choices:
        depths[choice.address] = depths.get(choice.parent, -1) + 1
    return depths


class _Marks:
    """What a choice is recognised by in another language."""

    def __init__(self, draft: Draft, choice: Choice) -> None:
        self.kind = choice.kind
        self.sides = {(stand.delegation, stand.side) for stand in choice.stands}
        self.voices = {stand.delegation for stand in choice.stands}
        self.count = len(choice.alternatives)
        self.based = bool(choice.base)
        self.numbers: set[Decimal] = set()
        for number in numbers_in(draft.source.text, choice.span, draft.language):
            self.numbers |= number.values


def _likeness(one: _Marks, other: _Marks) -> float:
    score = 0.6 if one.kind is other.kind else -0.2
    score += 0.2 if one.based is other.based else -0.2
    score -= 0.2 * min(3, abs(one.count - other.count))
    if one.voices or other.voices:
        score += 1.0 if one.voices & other.voices else -0.8
        score += len(one.sides & other.sides) / max(len(one.sides), len(other.sides))
    if one.numbers or other.numbers:
        score += 1.0 if one.numbers & other.numbers else -0.4
    return score
