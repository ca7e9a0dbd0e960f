"""How far a negotiation has come. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from negotext.model import Decision, State
from negotext.model.gone import Nested, gone_with

__all__ = ["Nested", "Progress", "gone_with", "progress"]


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
