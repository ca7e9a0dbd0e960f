"""How far a negotiation has come, and what goes with a choice that is decided. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from negotext.model import Act, Decision, State


class Nested(Protocol):
    """What is known of a choice and the one around it: a `Choice`, or a row of a list."""

    @property
    def address(self) -> str:
        """As in `Choice`."""

    @property
    def parent(self) -> str:
        """As in `Choice`."""

    @property
    def within(self) -> int:
        """As in `Choice`."""


@dataclass(frozen=True, slots=True)
class Progress:
    """The choices of a round, each counted once.

    Attributes:
        open: nothing is agreed.
        agreed: decided by themselves.
        parked: put off.
        gone: no longer in the text, because the choice around them was decided without them.
    """

    open: int
    agreed: int
    parked: int
    gone: int

    @property
    def all(self) -> int:
        """How many there are."""
        return self.open + self.agreed + self.parked + self.gone


def gone_with(choices: Iterable[Nested], decisions: Mapping[str, Decision]) -> dict[str, str]:
    """The choices that are no longer in the text, each with the decided choice around it that took it along.

    Args:
        choices: of one round, outer before inner.
        decisions: the decision that holds of each address; addresses without one are open.
    """
    gone: dict[str, str] = {}
    for choice in choices:
        if choice.parent in gone:
            gone[choice.address] = gone[choice.parent]
        elif choice.parent:
            outer = decisions.get(choice.parent)
            if outer is not None and outer.state is State.AGREED and not _keeps(outer, choice):
                gone[choice.address] = choice.parent
    return gone


def _keeps(outer: Decision, choice: Nested) -> bool:
    """Whether a decision on the choice around it leaves a choice in the text. The words of a merge have none."""
    return outer.act is Act.ACCEPT and outer.alternative == choice.within


def progress(choices: Iterable[Nested], decisions: Mapping[str, Decision]) -> Progress:
    """How far the choices of a round are; the arguments are those of `gone_with`."""
    listed = list(choices)
    gone = gone_with(listed, decisions)
    counts = dict.fromkeys(State, 0)
    for choice in listed:
        if choice.address not in gone:
            decision = decisions.get(choice.address)
            counts[decision.state if decision is not None else State.OPEN] += 1
    return Progress(counts[State.OPEN], counts[State.AGREED], counts[State.PARKED], len(gone))
