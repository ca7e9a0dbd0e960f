"""What of two paired passages goes together: brackets, numbers, positions. What is left over stands in one only."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from negotext.model import Bracket

from .numbers import Number
from .order import best_first, in_order
from .passages import Features

T = TypeVar("T")
_PAIR = tuple[int, int]
# Characters between rivals: `[30]/[20]`, `[a] [b]`.
_CLOSE = 1


@dataclass(frozen=True)
class Counterparts:
    """What goes together in two passages, by indexes into their features.

    Attributes:
        brackets: pairs of brackets.
        stances: pairs of positions of one delegation that differ in their stance.
        brackets_alone: brackets of the first, and of the second, without a partner.
        numbers_alone: the same for numbers.
        positions_alone: the same for positions.
    """

    brackets: tuple[_PAIR, ...]
    stances: tuple[_PAIR, ...]
    brackets_alone: tuple[list[int], list[int]]
    numbers_alone: tuple[list[int], list[int]]
    positions_alone: tuple[list[int], list[int]]


def counterparts(one: Features, other: Features) -> Counterparts:
    """What goes together in two passages."""
    brackets = _brackets(one, other)
    same = _equal(one.positions, other.positions, lambda p: (p.delegation, p.on_behalf_of, p.stance))
    same += _equal(one.positions, other.positions, lambda p: (p.delegation, p.stance), same)
    differing = _equal(one.positions, other.positions, lambda p: p.delegation, same)
    return Counterparts(
        tuple(brackets),
        tuple(differing),
        _alone(one.brackets, other.brackets, brackets),
        _numbers_alone(one.numbers, other.numbers),
        _alone(one.positions, other.positions, [*same, *differing]),
    )


def _alone(first: Sequence[T], second: Sequence[T], pairs: Sequence[_PAIR]) -> tuple[list[int], list[int]]:
    left, right = {one for one, _ in pairs}, {other for _, other in pairs}
    return [i for i in range(len(first)) if i not in left], [i for i in range(len(second)) if i not in right]


def _equal(
    first: Sequence[T], second: Sequence[T], key: Callable[[T], Hashable], taken: Sequence[_PAIR] = ()
) -> list[_PAIR]:
    """Pairs with the same key, in their order, among those that are not taken."""
    alone = _alone(first, second, taken)
    waiting: dict[Hashable, list[int]] = {}
    for index in alone[1]:
        waiting.setdefault(key(second[index]), []).append(index)
    pairs = []
    for index in alone[0]:
        if others := waiting.get(key(first[index])):
            pairs.append((index, others.pop(0)))
    return pairs


def _numbers_alone(first: Sequence[Number], second: Sequence[Number]) -> tuple[list[int], list[int]]:
    """Firm numbers that the other side has neither in figures nor in words."""
    pairs: list[_PAIR] = []
    free = [index for index, number in enumerate(second) if number.firm]
    for index, number in enumerate(first):
        partner = next((each for each in free if second[each].values & number.values), None) if number.firm else None
        if partner is not None:
            free.remove(partner)
            pairs.append((index, partner))
    alone = _alone(first, second, pairs)
    return _unsaid(first, alone[0], second), _unsaid(second, alone[1], first)


def _unsaid(numbers: Sequence[Number], alone: Sequence[int], others: Sequence[Number]) -> list[int]:
    said = {value for other in others if not other.firm for value in other.values}
    return [index for index in alone if numbers[index].firm and not numbers[index].values & said]


def _brackets(one: Features, other: Features) -> list[_PAIR]:
    """Brackets of the same depth together: in their order, then what stands in another order, then the rest."""
    pairs: list[_PAIR] = []
    depths = {depth for _, depth in one.brackets} & {depth for _, depth in other.brackets}
    for depth in sorted(depths):
        left = [index for index, (_, deep) in enumerate(one.brackets) if deep == depth]
        right = [index for index, (_, deep) in enumerate(other.brackets) if deep == depth]
        marks = (
            {i: _marks(one, one.brackets[i][0]) for i in left},
            {i: _marks(other, other.brackets[i][0]) for i in right},
        )

        def score(a: int, b: int, marks: tuple[dict[int, _Marks], dict[int, _Marks]] = marks) -> float:
            return _likeness(marks[0][a], marks[1][b])

        found = in_order(left, right, score, 0.3)
        for least in (0.5, float("-inf")):
            free = (
                [a for a in left if a not in {p[0] for p in found}],
                [b for b in right if b not in {p[1] for p in found}],
            )
            if len(free[0]) * len(free[1]) > 10_000:
                break
            scored = [(score(a, b), a, b) for a in free[0] for b in free[1]]
            found += best_first(each for each in scored if each[0] >= least)
        pairs += found
    return sorted(pairs)


@dataclass(frozen=True)
class _Marks:
    """What a bracket is recognised by: its numbers, its delegations, how many brackets it holds, whether others
    stand close in front of it and behind it, where it stands and how much it holds as shares of the passage.
    """

    numbers: frozenset[object]
    voices: frozenset[str]
    inside: int
    beside: tuple[bool, bool]
    place: float
    share: float


def _marks(features: Features, bracket: Bracket) -> _Marks:
    start, length = features.passage.body, max(1, features.length)
    return _Marks(
        frozenset(value for n in features.numbers if bracket.span.holds(n.span) for value in n.values),
        frozenset(p.delegation for p in features.positions if bracket.span.holds(p.evidence)),
        sum(bracket.start < each.start < bracket.end for each, _ in features.brackets),
        (
            any(0 <= bracket.start - each.end <= _CLOSE for each, _ in features.brackets),
            any(0 <= each.start - bracket.end <= _CLOSE for each, _ in features.brackets),
        ),
        (bracket.start - start) / length,
        (bracket.end - bracket.start) / length,
    )


def _likeness(one: _Marks, other: _Marks) -> float:
    score = 0.5
    for a, b in ((one.numbers, other.numbers), (one.voices, other.voices)):
        if a or b:
            score += 1.5 if a & b else -0.8
    score += 0.2 * sum(a == b for a, b in zip(one.beside, other.beside, strict=True)) - 0.2
    score -= 0.3 * min(2, abs(one.inside - other.inside))
    return score - 0.5 * min(1.0, abs(one.place - other.place)) - 0.5 * min(1.0, abs(one.share - other.share))
