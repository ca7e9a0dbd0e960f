"""Passages that one version has as one and the other as several: a preamble, the lines of a title page."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from .passages import Features

# By how much the fit of a pair has to grow when a neighbour is taken in.
_BETTER = 0.4
# The same where it has taken one in already: how long a language says a thing is no more than an estimate.
_AGAIN = -0.3
_ROUNDS = 4

_Pairs = Sequence[tuple[int, int]]


def join(
    first: Sequence[Features], second: Sequence[Features], pairs: _Pairs
) -> tuple[list[Features], list[Features], list[tuple[int, int]]]:
    """Passages without a partner that go into a paired neighbour, where the neighbour fits its partner better then.

    Only passages without a label: a numbered paragraph is never taken for a part of another.

    Returns:
        The passages of both versions, fewer perhaps, and the pairs counted anew.
    """
    ratio = max(1, sum(each.length for each in first)) / max(1, sum(each.length for each in second))
    sides = [dict(enumerate(first)), dict(enumerate(second))]
    partners = [dict(pairs), {other: one for one, other in pairs}]
    for side in (0, 1):
        taken: set[int] = set()
        # Where one was taken in, the partner is several in one, and short ones around it may be parts of it too.
        for _ in range(_ROUNDS):
            for index in [each for each in sides[side] if each not in partners[side]]:
                _take_in(sides, partners, side, index, ratio, taken=taken)
    numbers = [{old: new for new, old in enumerate(sorted(side))} for side in sides]
    kept = [(numbers[0][one], numbers[1][other]) for one, other in partners[0].items()]
    return [sides[0][i] for i in sorted(sides[0])], [sides[1][i] for i in sorted(sides[1])], sorted(kept)


def _take_in(
    sides: list[dict[int, Features]],
    partners: list[dict[int, int]],
    side: int,
    index: int,
    ratio: float,
    *,
    taken: set[int],
) -> None:
    """Join one passage without a partner with the neighbour that it makes fit best, if it makes one fit better.

    Args:
        sides: the passages of both versions by number; changed.
        partners: for each number of a version that of its partner.
        side: of the version the passage is in.
        index: its number.
        ratio: characters of the first version for one of the second, on the whole.
        taken: numbers of passages that have taken in another one; added to.
    """
    alone = sides[side][index]
    if alone.passage.label:
        return
    before = max((each for each in sides[side] if each < index), default=None)
    after = min((each for each in sides[side] if each > index), default=None)
    best: tuple[float, int, Features] | None = None
    for neighbour in (before, after):
        if neighbour is None or neighbour not in partners[side]:
            continue
        beside = sides[side][neighbour]
        if beside.passage.kind is not alone.passage.kind or (neighbour == after and beside.passage.label):
            continue
        joined = _joined(beside, alone) if neighbour == before else _joined(alone, beside)
        partner = sides[1 - side][partners[side][neighbour]]
        gain = _misfit(beside, partner, side, ratio) - _misfit(joined, partner, side, ratio)
        if gain >= (_AGAIN if neighbour in taken else _BETTER) and (best is None or gain > best[0]):
            best = gain, neighbour, joined
    if best is not None:
        sides[side][best[1]] = best[2]
        del sides[side][index]
        taken.add(best[1])


def _joined(one: Features, other: Features) -> Features:
    passage = replace(one.passage, parts=(*one.passage.parts, *other.passage.parts))
    return Features(
        passage,
        one.numbers + other.numbers,
        one.brackets + other.brackets,
        one.positions + other.positions,
        one.length + other.length,
        one.figures + other.figures,
        one.voices + other.voices,
    )


def _misfit(one: Features, other: Features, side: int, ratio: float) -> float:
    """How badly two passages fit: 0 for as many brackets, the same numbers and delegations, and a like length."""
    share = (one.length + 12) / (other.length * (ratio if side == 0 else 1 / ratio) + 12)
    # Counters subtract to what one has more.
    apart = sum(
        counter.total()
        for counter in (
            one.figures - other.figures,
            other.figures - one.figures,
            one.voices - other.voices,
            other.voices - one.voices,
        )
    )
    return abs(math.log(share)) + 0.5 * apart + 0.5 * abs(len(one.brackets) - len(other.brackets))
