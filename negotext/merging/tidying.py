"""Making what two wordings have in common readable: no accidental likeness, and always the same cut.

Both steps keep an alignment true: what is called common is equal unit by unit.
"""

from __future__ import annotations

from collections.abc import Sequence

from .aligning import Run
from .words import is_han

# How many units a change is moved at most for the sake of its brackets.
_REACH = 100
_OPEN = frozenset("[［(（")
_CLOSE = frozenset("]］)）")


def tidy(runs: Sequence[Run], first: Sequence[str], second: Sequence[str]) -> list[Run]:
    """The runs without accidental ones, and with each insertion and deletion as far right as it goes."""
    return _slid(_without_accidents(runs, first, second), first, second)


def _without_accidents(runs: Sequence[Run], first: Sequence[str], second: Sequence[str]) -> list[Run]:
    """Drops a run with a change on either side, each at least twice as long, unless it is half of what there was.

    Two sentences that have nothing in common but a comma are one replacement, not two (the semantic clean-up
    of diff-match-patch, with a factor so that single words replaced side by side stay apart). A Han character
    counts half: one alone is no word, and `内` does not make 日内瓦 and 内罗毕 alike.
    """
    end = Run(len(first), len(second), 0)
    kept: list[Run] = [Run(0, 0, 0)]
    for index, run in enumerate(runs):
        following = runs[index + 1] if index + 1 < len(runs) else end
        kept.append(run)
        # A run dropped makes the change before it longer, and the run before that one weaker.
        while len(kept) > 1 and _accidental(kept[-2], kept[-1], following, first):
            kept.pop()
    return [run for run in kept if run.size]


def _accidental(before: Run, run: Run, after: Run, first: Sequence[str]) -> bool:
    around = min(_gap(before, run), _gap(run, after))
    if run.size > around:
        return False
    if 2 * run.size > min(after.a - before.a - before.size, after.b - before.b - before.size):
        return False
    weight = sum(1 if is_han(unit) else 2 for unit in first[run.a : run.a + run.size])
    return weight <= around


def _gap(before: Run, after: Run) -> int:
    return max(after.a - before.a - before.size, after.b - before.b - before.size)


def _slid(runs: Sequence[Run], first: Sequence[str], second: Sequence[str]) -> list[Run]:
    """Moves changes to where a reader would see them.

    Where `a, b, c` was `a, c`, it is `b,` that was inserted, not `, b`: as far right as it goes. But a
    bracket comes and goes with its other half: it is `[b]` that was inserted in `[a][b][c]`, not `b][`.
    """
    slid = list(runs)
    if slid and slid[0][:2] != (0, 0):
        slid.insert(0, Run(0, 0, 0))
    for index in range(len(slid) - 1):
        before, after = slid[index], slid[index + 1]
        end_a, end_b = before.a + before.size, before.b + before.size
        if end_a == after.a:
            changed, low, high = second, end_b, after.b
        elif end_b == after.b:
            changed, low, high = first, end_a, after.a
        else:
            continue
        # A run between two changes keeps one unit, or they would become one.
        left = before.size - (index > 0)
        right = after.size - (index + 2 < len(slid))
        shift = _best_shift(changed, low, high, left, right)
        slid[index] = before._replace(size=before.size + shift)
        slid[index + 1] = Run(after.a + shift, after.b + shift, after.size - shift)
    return [run for run in slid if run.size]


def _best_shift(units: Sequence[str], low: int, high: int, left: int, right: int) -> int:
    """How far to move the change `low`..`high`: at most `right` to the right, or `left` to the left."""
    furthest = 0
    while furthest < right and units[low + furthest] == units[high + furthest]:
        furthest += 1
    shift = furthest
    if not _balanced(units[low + shift : high + shift]):
        while shift > max(-left, furthest - _REACH):
            here = shift - 1
            if here < 0 and units[low + here] != units[high + here]:
                break
            shift = here
            if _balanced(units[low + shift : high + shift]):
                return shift
    return furthest


def _balanced(units: Sequence[str]) -> bool:
    """Whether each bracket in a change has its other half in it."""
    depth = 0
    for unit in units:
        depth += (unit in _OPEN) - (unit in _CLOSE)
        if depth < 0:
            return False
    return depth == 0
