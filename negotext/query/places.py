"""The places of a session as a list: what is open, who holds it up, what hangs together.

A list of thousands of places is ranked without their words; those are fetched for the places that are shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from negotext.model import Alternative, Decision, State
from negotext.store import Listed, Session, Standing

from .progress import gone_with


class Place(NamedTuple):
    """A choice of a session, as delegates ask for it, without its words.

    Attributes:
        row: as the store lists it.
        alike: addresses of the open ones of the list with the same wordings, itself among them.
        gone_with: address of the decided choice around it that took it out of the text, or empty.
    """

    row: Listed
    alike: Sequence[str] = ()
    gone_with: str = ""

    @property
    def address(self) -> str:
        """The address of the choice."""
        return self.row.address

    @property
    def state(self) -> State:
        """How the choice stands."""
        return self.row.state

    @property
    def open(self) -> bool:
        """Whether it has to be decided: it is open, and in the text."""
        return self.row.state is State.OPEN and not self.gone_with

    @property
    def named(self) -> bool:
        """Whether anybody has said anything on it that counts; remarks do not."""
        return self.row.named

    @property
    def nearest(self) -> int:
        """Number of the alternative with the fewest in its way."""
        return self.row.nearest

    @property
    def backers(self) -> tuple[str, ...]:
        """Who is for that one."""
        return self.row.backers

    @property
    def holders(self) -> tuple[str, ...]:
        """Who would have to give way for it."""
        return self.row.holders

    @property
    def linked(self) -> tuple[str, ...]:
        """Addresses of the others of the list with the same wordings, which want the same answer."""
        return tuple(other for other in self.alike if other != self.row.address)


@dataclass(frozen=True, slots=True)
class WordedPlace:
    """A place with the words it is about.

    Attributes:
        place: who holds it up, and what hangs together with it.
        standing: the choice as it stands.
    """

    place: Place
    standing: Standing

    @property
    def wordings(self) -> tuple[Alternative, ...]:
        """The alternatives on the table, but for "leave it out"."""
        withdrawn = self.standing.withdrawn
        return tuple(each for each in self.standing.choice.alternatives[1:] if each.number not in withdrawn)


def places(listed: Iterable[Listed], decisions: Mapping[str, Decision]) -> list[Place]:
    """All choices of a round as places, in the order of the draft.

    Args:
        listed: all of the round, outer before inner.
        decisions: the decision that holds of each address that has one.
    """
    rows = list(listed)
    gone = gone_with(rows, decisions)
    alike: dict[str, list[str]] = {}
    found = []
    for row in rows:
        same: list[str] = []
        if row.state is State.OPEN and row.address not in gone:
            same = alike.setdefault(row.wordings, [])
            same.append(row.address)
        found.append(Place(row, same, gone.get(row.address, "")))
    return found


def ranked(found: Iterable[Place]) -> list[Place]:
    """From the nearest to agreement to the farthest: by how few hold a place up.

    What nobody has spoken on comes last, because nothing is known of it. Within a rank the order of the draft
    is kept.
    """
    return sorted(found, key=lambda place: (not place.row.named, len(place.row.holders)))


def held_by(found: Iterable[Place], code: str, speakers: Mapping[str, frozenset[str]]) -> list[Place]:
    """The open places that a delegation, or whoever speaks for the group of that code, holds up.

    Args:
        found: places.
        code: of a delegation or a group.
        speakers: by address, who speaks there for the group.
    """
    return [
        place
        for place in found
        if place.open
        and (code in place.holders or not speakers.get(place.address, frozenset()).isdisjoint(place.holders))
    ]


def worded(session: Session, found: Sequence[Place], round: int | None = None) -> list[WordedPlace]:
    """Places with their words, in the order given."""
    standings = session.some([place.address for place in found], round)
    known = {standing.address: standing for standing in standings}
    return [WordedPlace(place, known[place.address]) for place in found if place.address in known]
