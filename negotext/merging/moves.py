"""Passages that were taken out at one place and put in at another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .aligning import Run
from .words import is_han, is_wording

# What counts as a passage: four words, or six Han characters. Less is found twice in any text.
_WEIGHT = 4.0
_HAN_WEIGHT = 2 / 3
# How long a passage is looked up by, and at how many places at most.
_GRAM = 3
_PLACES = 8


def find_moves(runs: Sequence[Run], first: Sequence[str], second: Sequence[str]) -> list[Run]:
    """The passages of `first` outside `runs` that are in `second` outside `runs`, in the order of `first`.

    No unit is part of two moves.

    Args:
        runs: what the sequences have in common in the same order, ascending.
        first: units, as `words` finds them.
        second: the same.
    """
    taken = {at for run in runs for at in range(run.b, run.b + run.size)}
    places: dict[tuple[str, ...], list[int]] = {}
    for low, high in _gaps([(run.b, run.size) for run in runs], len(second)):
        for at in range(low, high - _GRAM + 1):
            found = places.setdefault(tuple(second[at : at + _GRAM]), [])
            if len(found) < _PLACES:
                found.append(at)
    moves: list[Run] = []
    for low, high in _gaps([(run.a, run.size) for run in runs], len(first)):
        at = low
        while at + _GRAM <= high:
            candidates = [
                Run(at, to, _length(first[at:high], second, to, taken))
                for to in places.get(tuple(first[at : at + _GRAM]), ())
            ]
            best = max(candidates, key=lambda run: run.size, default=None)
            if best is None or _weight(first[at : at + best.size]) < _WEIGHT:
                at += 1
                continue
            moves.append(best)
            taken.update(range(best.b, best.b + best.size))
            at += best.size
    return moves


def _gaps(runs: Sequence[tuple[int, int]], size: int) -> Iterator[tuple[int, int]]:
    end = 0
    for start, length in (*runs, (size, 0)):
        if start > end:
            yield end, start
        end = start + length


def _length(wanted: Sequence[str], second: Sequence[str], to: int, taken: set[int]) -> int:
    """How many units of `wanted` stand in `second` from `to` on, none of them taken."""
    length = 0
    while (
        length < len(wanted)
        and to + length < len(second)
        and to + length not in taken
        and second[to + length] == wanted[length]
    ):
        length += 1
    return length


def _weight(passage: Sequence[str]) -> float:
    return sum(_HAN_WEIGHT if is_han(unit) else 1.0 for unit in passage if is_wording(unit))
