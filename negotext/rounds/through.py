"""From the old choices to the new ones by way of a draft between the two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from .values import ChoiceMatch


def through(first: Sequence[ChoiceMatch], second: Sequence[ChoiceMatch]) -> tuple[ChoiceMatch, ...]:
    """The choices that were found in the draft between, and from there in the new one, in the order of the old draft.

    What either step is not sure of is not sure.

    Args:
        first: from the old draft to the one between.
        second: from there to the new draft.
    """
    onward: dict[str, list[ChoiceMatch]] = defaultdict(list)
    for match in second:
        onward[match.old.address].append(match)
    return tuple(_joined(before, after) for before in first for after in onward[before.new.address])


def _joined(before: ChoiceMatch, after: ChoiceMatch) -> ChoiceMatch:
    return ChoiceMatch(
        before.old,
        after.new,
        min(before.confidence, after.confidence),
        tuple(sorted((old, new) for old, new, _ in _ways(before, after))),
        tuple(sorted(old for old, new, between in _ways(before, after) if _is_reworded(before, after, old, between))),
    )


def _ways(before: ChoiceMatch, after: ChoiceMatch) -> Iterator[tuple[int, int, int]]:
    """Numbers of alternatives: the old one, the new one, and the one between."""
    numbers = dict(after.alternatives)
    for old, between in before.alternatives:
        if between in numbers:
            yield old, numbers[between], between


def _is_reworded(before: ChoiceMatch, after: ChoiceMatch, old: int, between: int) -> bool:
    return old in before.reworded or between in after.reworded
