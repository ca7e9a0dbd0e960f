"""What holds a choice up: for its most acceptable alternative, who would have to give way."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from negotext.model import OFFICES, Choice, Side

from .voices import Voices, voices


@dataclass(frozen=True, slots=True)
class Holdup:
    """How far a choice is from agreement.

    Attributes:
        choice: the choice.
        nearest: number of the alternative with the fewest against it (of two, the one with more for it).
        backers: those for it.
        holders: those who stand in its way: against it, for another one only, or with a reservation on it.
        linked: addresses of other choices with the same wordings, which want the same answer.
    """

    choice: Choice
    nearest: int
    backers: tuple[str, ...]
    holders: tuple[str, ...]
    linked: tuple[str, ...] = ()

    @property
    def attributed(self) -> bool:
        """Whether anybody has said anything on it that counts; remarks do not."""
        return any(stand.side is not Side.REMARKS for stand in self.choice.stands)


def objectors(voiced: Voices, alternative: int) -> tuple[str, ...]:
    """Who would be overridden by accepting an alternative, in alphabetical order.

    Those against it, those for another one and not for it too, and those with a reservation on it. Offices such as
    the chair are none of them.
    """
    backing = {v.delegation for v in voiced.own if v.side is Side.FOR and v.alternative == alternative}
    against = {
        voice.delegation
        for voice in voiced.own
        if (voice.side in (Side.AGAINST, Side.RESERVES) and voice.alternative == alternative)
        or (voice.side is Side.FOR and voice.alternative != alternative)
    }
    return tuple(sorted(against - backing - OFFICES))


def holdup(choice: Choice, groups: Mapping[str, frozenset[str]], linked: Sequence[str] = ()) -> Holdup:
    """What holds a choice up; see `Holdup`."""
    voiced = voices(choice, groups)

    def cost(number: int) -> tuple[int, int, int]:
        backing = len(voiced.on(Side.FOR, number))
        return len(objectors(voiced, number)), -backing, number

    nearest = min((alternative.number for alternative in choice.alternatives), key=cost)
    backers = tuple(sorted({voice.delegation for voice in voiced.on(Side.FOR, nearest)}))
    return Holdup(choice, nearest, backers, objectors(voiced, nearest), tuple(linked))


def ranked(choices: Iterable[Choice], groups: Mapping[str, frozenset[str]]) -> list[Holdup]:
    """Choices from the nearest to agreement to the farthest.

    First those with names that nobody holds up, then by how few do; brackets without names come last, because
    nothing is known of them. Within a rank they keep the order of the draft.
    """
    listed = list(choices)
    links = linked_choices(listed)
    found = [holdup(choice, groups, links.get(choice.address, ())) for choice in listed]
    return sorted(found, key=lambda h: (not h.attributed, len(h.holders)))


def linked_choices(choices: Iterable[Choice]) -> dict[str, tuple[str, ...]]:
    """For each address the others with exactly the same wordings: `[shall][should]` again and again."""
    alike: dict[tuple[str, ...], list[str]] = {}
    for choice in choices:
        wordings = tuple("".join(alternative.text.split()).lower() for alternative in choice.alternatives)
        alike.setdefault(wordings, []).append(choice.address)
    return {
        address: tuple(other for other in addresses if other != address)
        for addresses in alike.values()
        if len(addresses) > 1
        for address in addresses
    }
