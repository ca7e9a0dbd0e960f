"""Pairing two sequences so that the order is kept, as well as the scores allow."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence

Score = Callable[[int, int], float]
# Up to so many pairs all are weighed; beyond that only those near the diagonal.
_ALL = 250_000
_BAND = 60


def in_order(first: Sequence[int], second: Sequence[int], score: Score, gap: float) -> list[tuple[int, int]]:
    """The pairs with the highest sum of scores; each one left alone takes `gap` away.

    Args:
        first: what is to be paired, by numbers that `score` knows.
        second: with what.
        score: how well two go together; above twice `-gap` they are rather paired than left alone.
        gap: what leaving one alone costs.
    """
    rows, columns = len(first), len(second)
    if not rows or not columns:
        return []
    band = columns if rows * columns <= _ALL else _BAND + abs(rows - columns)
    best: list[dict[int, float]] = [{0: 0.0}]
    came: list[dict[int, int]] = [{}]
    for row in range(rows + 1):
        middle = row * columns // rows
        low, high = max(0, middle - band), min(columns, middle + band)
        above = best[row - 1] if row else {}
        line: dict[int, float] = {}
        ways: dict[int, int] = {}
        for column in range(low, high + 1):
            if not row and not column:
                line[0] = 0.0
                continue
            value, way = float("-inf"), 0
            if row and column and column - 1 in above:
                value, way = above[column - 1] + score(first[row - 1], second[column - 1]), 3
            if row and column in above and above[column] - gap > value:
                value, way = above[column] - gap, 1
            if column - 1 in line and line[column - 1] - gap > value:
                value, way = line[column - 1] - gap, 2
            line[column], ways[column] = value, way
        if row:
            best.append(line)
            came.append(ways)
        else:
            best[0], came[0] = line, ways
    pairs = []
    row, column = rows, columns
    while row or column:
        way = came[row].get(column, 1 if row else 2)
        if way == 3:
            pairs.append((first[row - 1], second[column - 1]))
        row -= way in (1, 3)
        column -= way in (2, 3)
    return pairs[::-1]


def best_first(candidates: Iterable[tuple[float, int, int]]) -> list[tuple[int, int]]:
    """Pairs regardless of order, the highest scores first; none is in two of them."""
    pairs: list[tuple[int, int]] = []
    left: set[int] = set()
    right: set[int] = set()
    for _, one, other in sorted(candidates, key=lambda each: (-each[0], each[1:])):
        if one not in left and other not in right:
            left.add(one)
            right.add(other)
            pairs.append((one, other))
    return pairs


def longest_rising(values: Sequence[int]) -> list[int]:
    """Indexes of a longest rising run of `values`, gaps allowed."""
    tails: list[int] = []
    ends: list[int] = []
    before = [-1] * len(values)
    for index, value in enumerate(values):
        at = bisect_left(tails, value)
        before[index] = ends[at - 1] if at else -1
        tails[at : at + 1] = [value]
        ends[at : at + 1] = [index]
    run = []
    index = ends[-1] if ends else -1
    while index >= 0:
        run.append(index)
        index = before[index]
    return run[::-1]
