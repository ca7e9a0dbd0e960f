"""How near a choice is to agreement: the alternative with the fewest in its way, who backs it, who holds it up.

Worked out when something is said, not when it is asked for: a list of thousands of choices is then one query.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from negotext.model import OFFICES, Alternative, Side, Stand


class Nearness(NamedTuple):
    """How near a choice is to agreement.

    Attributes:
        nearest: number of the alternative with the fewest in its way; of two the one with more for it.
        backers: codes of those for it, sorted.
        holders: codes of those in its way, sorted: against it or with a reservation on it, or for another one
            and not for it. An office is in nobody's way: the chair proposes, and does not bargain.
    """

    nearest: int
    backers: tuple[str, ...]
    holders: tuple[str, ...]


def nearness(numbers: Iterable[int], stands: Iterable[Stand]) -> Nearness:
    """How near a choice is, from the numbers on the table and the stands that hold.

    A delegation that speaks for itself and for a group backs an alternative twice when it is weighed, and is
    named once.
    """
    backing: dict[int, set[tuple[str, str | None]]] = {}
    against: dict[int, set[str]] = {}
    for stand in stands:
        if stand.side is Side.FOR:
            backing.setdefault(stand.alternative, set()).add((stand.delegation, stand.on_behalf_of))
        elif stand.side is not Side.REMARKS:
            against.setdefault(stand.alternative, set()).add(stand.delegation)
    backers = {number: {code for code, _ in who} for number, who in backing.items()}

    def holders(number: int) -> set[str]:
        others = (who for other, who in backers.items() if other != number)
        return set().union(against.get(number, ()), *others) - backers.get(number, set()) - OFFICES

    def cost(number: int) -> tuple[int, int, int]:
        return len(holders(number)), -len(backing.get(number, ())), number

    nearest = min(numbers, key=cost)
    return Nearness(nearest, tuple(sorted(backers.get(nearest, ()))), tuple(sorted(holders(nearest))))


def same_wordings(alternatives: Sequence[Alternative]) -> str:
    """A mark that choices between the same wordings share, whatever their spaces and letter case."""
    words = "\0".join("".join(alternative.text.split()).lower() for alternative in alternatives)
    return hashlib.blake2b(words.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
