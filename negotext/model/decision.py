"""Decisions of the chair on choices."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Act(StrEnum):
    """What the chair does to a choice. Undo and redo are about log entries, not about choices."""

    ACCEPT = "accept"
    MERGE = "merge"
    PARK = "park"
    REOPEN = "reopen"


class State(StrEnum):
    """How a choice stands."""

    OPEN = "open"
    AGREED = "agreed"
    PARKED = "parked"


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided on one choice.

    Attributes:
        address: the choice.
        act: see `Act`.
        alternative: number of the accepted alternative; None for other acts.
        text: the chair's words of a merge; None for other acts.
        sources: numbers of the alternatives a merge was made from.
    """

    address: str
    act: Act
    alternative: int | None = None
    text: str | None = None
    sources: tuple[int, ...] = ()

    @property
    def state(self) -> State:
        """The state the choice is in after the decision."""
        match self.act:
            case Act.ACCEPT | Act.MERGE:
                return State.AGREED
            case Act.PARK:
                return State.PARKED
            case _:
                return State.OPEN
