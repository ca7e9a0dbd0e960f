"""Bringing the alternatives of a choice together, with who stands behind each. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from negotext.merging import Merge, three_way
from negotext.model import Alternative, Side
from negotext.store import Standing


def wordings(standing: Standing, numbers: Sequence[int] = ()) -> list[Alternative]:
    """The alternatives with words that are on the table.

    Args:
        standing: the choice as it stands.
        numbers: only those; all of them when empty.
    """
    return [
        each
        for each in standing.choice.alternatives[1:]
        if each.number not in standing.withdrawn and (not numbers or each.number in numbers)
    ]


def backers(standing: Standing, number: int) -> tuple[str, ...]:
    """Who is for an alternative, each once, in the order of the draft."""
    stands = standing.choice.stands
    return tuple(dict.fromkeys(s.delegation for s in stands if s.side is Side.FOR and s.alternative == number))


def brought_together(
    standing: Standing, chosen: Sequence[Alternative], language: str
) -> tuple[Merge, Alternative | None]:
    """The alternatives over the draft's own words; over the first of them where the draft has none.

    Args:
        standing: the choice as it stands.
        chosen: which of its alternatives.
        language: code of their language.

    Returns:
        The merge and what it was made over; None where there is no wording at all.
    """
    choice = standing.choice
    own = choice.alternative(choice.base) if choice.base else None
    base = own or (chosen[0] if chosen else None)
    behind = {each.number: backers(standing, each.number) for each in chosen}
    others = {each.number: each.text for each in chosen if each is not base}
    return three_way(base.text if base else "", others, behind, language), base


def defenders(standing: Standing, chosen: Sequence[Alternative]) -> list[str]:
    """Those who want the draft's own words, or oppose one of the others that are brought together."""
    own = standing.choice.base
    others = {each.number for each in chosen} - {own}
    return list(
        dict.fromkeys(
            stand.delegation
            for stand in standing.choice.stands
            if own
            and (
                (stand.side is Side.FOR and stand.alternative == own)
                or (stand.side is Side.AGAINST and stand.alternative in others)
            )
        )
    )
