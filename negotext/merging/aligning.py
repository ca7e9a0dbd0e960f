"""Which units of two sequences are the same.

`difflib` finds what a reader would call common, but its time grows with the square of what repeats, and
worse. Where that would take long, the sequences are first cut at what occurs once in each of them (patience
diff).
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import NamedTuple

# Bound for difflib on one stretch: pairs of equal units, times the units of the shorter side. About a second.
_COST = 20_000_000
# Lengths of what may occur once: a single unit, or a few in a row where each of them repeats.
_ANCHORS = (1, 4, 12)


class Run(NamedTuple):
    """`size` units from `a` on in the first sequence are those from `b` on in the second."""

    a: int
    b: int
    size: int


class _Stretch(NamedTuple):
    """A part of both sequences that is still to be compared."""

    low_a: int
    high_a: int
    low_b: int
    high_b: int


def align(first: Sequence[Hashable], second: Sequence[Hashable]) -> list[Run]:
    """The runs that two sequences have in common, ascending in both, none touching the next in both.

    Deterministic. A stretch that is too long to try everything, and in which nothing occurs once, is taken as
    wholly different: the answer is then coarse, and still right.
    """
    runs: list[Run] = []
    todo = [_Stretch(0, len(first), 0, len(second))]
    while todo:
        stretch = todo.pop()
        head, tail = _ends(first, second, stretch)
        runs += [head, tail]
        inner = _Stretch(head.a + head.size, tail.a, head.b + head.size, tail.b)
        if inner.low_a == inner.high_a or inner.low_b == inner.high_b:
            continue
        a, b = first[inner.low_a : inner.high_a], second[inner.low_b : inner.high_b]
        small = _cost(a, b) <= _COST
        found = SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks() if small else _anchors(a, b)
        common = [Run(inner.low_a + at, inner.low_b + to, size) for at, to, size in found if size]
        runs += common
        if not small and common:
            todo += _between(common, inner)
    return _joined(runs)


def _ends(first: Sequence[Hashable], second: Sequence[Hashable], stretch: _Stretch) -> tuple[Run, Run]:
    """What a stretch begins and ends with in both sequences."""
    low_a, high_a, low_b, high_b = stretch
    head = 0
    longest = min(high_a - low_a, high_b - low_b)
    while head < longest and first[low_a + head] == second[low_b + head]:
        head += 1
    tail = 0
    while tail < longest - head and first[high_a - tail - 1] == second[high_b - tail - 1]:
        tail += 1
    return Run(low_a, low_b, head), Run(high_a - tail, high_b - tail, tail)


def _cost(a: Sequence[Hashable], b: Sequence[Hashable]) -> int:
    """How many steps `difflib` may take at worst."""
    counts = Counter(b)
    return sum(count * counts[unit] for unit, count in Counter(a).items()) * min(len(a), len(b))


def _between(common: Sequence[Run], stretch: _Stretch) -> Iterator[_Stretch]:
    """The parts of a stretch between what was found in it."""
    ends = Run(stretch.low_a, stretch.low_b, 0), Run(stretch.high_a, stretch.high_b, 0)
    for before, after in pairwise((ends[0], *common, ends[1])):
        yield _Stretch(before.a + before.size, after.a, before.b + before.size, after.b)


def _anchors(a: Sequence[Hashable], b: Sequence[Hashable]) -> list[Run]:
    """The longest ascending chain of what occurs once in `a` and once in `b`; empty where nothing does."""
    for width in _ANCHORS:
        once_a, once_b = _once(a, width), _once(b, width)
        pairs = [(at, once_b[unit]) for unit, at in once_a.items() if unit in once_b]
        if pairs:
            runs: list[Run] = []
            for at, to in _ascending(sorted(pairs)):
                free = not runs or (runs[-1].a + width <= at and runs[-1].b + width <= to)
                if free:
                    runs.append(Run(at, to, width))
            return runs
    return []


def _once(sequence: Sequence[Hashable], width: int) -> dict[Hashable, int]:
    """What occurs once, `width` units long, and where."""
    units: Sequence[Hashable] = sequence
    if width > 1:
        units = [tuple(sequence[at : at + width]) for at in range(len(sequence) - width + 1)]
    counts = Counter(units)
    return {unit: at for at, unit in enumerate(units) if counts[unit] == 1}


def _ascending(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest subsequence of `pairs`, ascending in the first, that ascends in the second too."""
    tops: list[int] = []
    indexes: list[int] = []
    before: list[int] = []
    for index, (_, to) in enumerate(pairs):
        pile = bisect_left(tops, to)
        before.append(indexes[pile - 1] if pile else -1)
        tops[pile : pile + 1] = [to]
        indexes[pile : pile + 1] = [index]
    chain: list[tuple[int, int]] = []
    index = indexes[-1] if indexes else -1
    while index >= 0:
        chain.append(pairs[index])
        index = before[index]
    return chain[::-1]


def _joined(runs: list[Run]) -> list[Run]:
    """Runs in order, those that touch in both sequences made one."""
    joined: list[Run] = []
    for run in sorted(run for run in runs if run.size):
        last = joined[-1] if joined else None
        if last and (last.a + last.size, last.b + last.size) == (run.a, run.b):
            joined[-1] = last._replace(size=last.size + run.size)
        else:
            joined.append(run)
    return joined
