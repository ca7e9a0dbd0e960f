"""The places of a session as a list: what is open, who holds it up, what hangs together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from negotext.model import Alternative, Decision, Side, State
from negotext.store import Listed, Standing

from .progress import gone_with


@dataclass(frozen=True, slots=True)
class Place:
    """A choice of a session, as delegates ask for it.

    Attributes:
        standing: the choice as it stands.
        nearest: number of the alternative with the fewest in its way.
        backers: who is for that one.
        holders: who would have to give way for it.
        linked: addresses of the others of the list with the same wordings, which want the same answer.
        gone_with: address of the decided choice around it that took it out of the text, or empty.
    """

    standing: Standing
    nearest: int
    backers: tuple[str, ...]
    holders: tuple[str, ...]
    linked: tuple[str, ...] = ()
    gone_with: str = ""

    @property
    def address(self) -> str:
        """The address of the choice."""
        return self.standing.address

    @property
    def state(self) -> State:
        """How the choice stands."""
        return self.standing.state

    @property
    def open(self) -> bool:
        """Whether it has to be decided: it is open, and in the text."""
        return self.state is State.OPEN and not self.gone_with

    @property
    def named(self) -> bool:
        """Whether anybody has said anything on it that counts; remarks do not."""
        return any(stand.side is not Side.REMARKS for stand in self.standing.choice.stands)

    @property
    def wordings(self) -> tuple[Alternative, ...]:
        """The alternatives on the table, but for "leave it out"."""
        withdrawn = self.standing.withdrawn
        return tuple(each for each in self.standing.choice.alternatives[1:] if each.number not in withdrawn)

    def held_by(self, code: str) -> bool:
        """Whether a delegation, or whoever speaks for the group of that code, holds it up."""
        if code in self.holders:
            return True
        speakers = {stand.delegation for stand in self.standing.choice.stands if stand.on_behalf_of == code}
        return not speakers.isdisjoint(self.holders)


def places(standings: Iterable[Standing], listed: Iterable[Listed]) -> list[Place]:
    """All choices of a round as places, in the order of the draft.

    Args:
        standings: all of the round, outer before inner.
        listed: the same choices in the same order.
    """
    known = list(standings)
    near = list(listed)
    decisions = {each.address: each.decision for each in known if each.decision is not None}
    gone = gone_with((each.choice for each in known), decisions)
    links = _linked(near, gone)
    return [
        Place(
            standing,
            row.nearest,
            row.backers,
            row.holders,
            links.get(row.address, ()),
            gone.get(row.address, ""),
        )
        for standing, row in zip(known, near, strict=True)
    ]


def ranked(found: Iterable[Place]) -> list[Place]:
    """From the nearest to agreement to the farthest: by how few hold a place up.

    What nobody has spoken on comes last, because nothing is known of it. Within a rank the order of the draft
    is kept.
    """
    return sorted(found, key=lambda place: (not place.named, len(place.holders)))


def settled(found: Sequence[Place]) -> Mapping[str, Decision]:
    """The decision that holds of each address that has one."""
    return {place.address: place.standing.decision for place in found if place.standing.decision is not None}


def _linked(listed: Sequence[Listed], gone: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """For each open address the other open ones with the same wordings."""
    alike: dict[str, list[str]] = {}
    for row in listed:
        if row.state is State.OPEN and row.address not in gone:
            alike.setdefault(row.wordings, []).append(row.address)
    return {
        address: tuple(other for other in same if other != address)
        for same in alike.values()
        if len(same) > 1
        for address in same
    }
