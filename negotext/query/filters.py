"""Choosing positions by who holds them, what they say and where."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from negotext.model import Position, Stance

from .addresses import is_within


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to look for. Whatever is left out does not narrow the choice.

    Attributes:
        delegations: codes of those who speak, or for whom others speak.
        stances: any of these.
        paragraph: an address; its items belong to it.
        group: code of a group: its members, the group itself, and whoever speaks for it.
        members: alpha-2 codes of the members of `group`.
    """

    delegations: frozenset[str] = frozenset()
    stances: frozenset[Stance] = frozenset()
    paragraph: str | None = None
    group: str | None = None
    members: frozenset[str] = frozenset()

    def matches(self, position: Position) -> bool:
        """Whether `position` is looked for."""
        parties = {position.delegation, position.on_behalf_of}
        return (
            (not self.delegations or not parties.isdisjoint(self.delegations))
            and (not self.stances or position.stance in self.stances)
            and (self.paragraph is None or is_within(position.paragraph, self.paragraph))
            and (self.group is None or self.group in parties or position.delegation in self.members)
        )


def select(positions: Iterable[Position], wanted: Wanted) -> list[Position]:
    """The positions that are looked for, in the order given."""
    return [position for position in positions if wanted.matches(position)]
