"""What the log makes of one choice: its decision, the alternatives it has, who holds what. Pure, no database.

1. What a delegation says from the floor about an alternative holds from then on in the place of what it said
   about the same alternative before, for itself or for the same group. Whoever is for leaving the words out is
   no longer for any of them, and the other way round. What was said before stays in the record, ended. Remarks
   end nothing and are ended by nothing but a withdrawal.
2. A withdrawal ends stands, or an alternative with all stands on it. Nothing is taken out of the record.
   Whoever speaks for a withdrawn alternative puts it on the table again.
3. The number of an alternative belongs to its wording for good. After an undo the number stays unused; the
   wording is listed as ended as long as one with a higher number holds, so that numbers have no gaps.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from negotext.model import Alternative, Choice, Decision, Side, Stand, State

from .entry import LogEntry, Withdrawal
from .ledger import Ledger


class Worded(NamedTuple):
    """An alternative of a choice.

    `entry` is the log entry that offered it, None for the draft's own; `ended` the entry after which it is no
    longer on the table, None while it is.
    """

    alternative: Alternative
    entry: int | None
    ended: int | None


class Held(NamedTuple):
    """A stand on a choice, with `entry` and `ended` as in `Worded`."""

    stand: Stand
    entry: int | None
    ended: int | None


@dataclass(frozen=True, slots=True)
class Effect:
    """How a choice stands.

    Attributes:
        decided: the entry whose decision holds; None when nothing is decided.
        alternatives: by number, those that have ended among them.
        stands: those of the draft, then those from the floor, those that have ended among them.
        last: id of the latest entry on the choice; 0 for none.
    """

    decided: LogEntry | None
    alternatives: tuple[Worded, ...]
    stands: tuple[Held, ...]
    last: int

    @property
    def decision(self) -> Decision | None:
        """The decision that holds."""
        return self.decided.decision if self.decided else None

    @property
    def state(self) -> State:
        """Open, agreed or parked."""
        return self.decision.state if self.decision else State.OPEN

    def on_the_table(self) -> list[int]:
        """Numbers of the alternatives that have not ended."""
        return [worded.alternative.number for worded in self.alternatives if worded.ended is None]


def effect(choice: Choice, ledger: Ledger) -> Effect:
    """How `choice`, as the draft has it, stands after `ledger`."""
    holding = ledger.holding.get(choice.address, ())
    decided = next((entry for entry in reversed(holding) if entry.decision is not None), None)
    alternatives = [Worded(alternative, None, None) for alternative in choice.alternatives]
    alternatives += _offered(choice, ledger, {entry.id for entry in holding})
    stands = [Held(stand, None, None) for stand in choice.stands]
    for entry in holding:
        if entry.withdrawal is not None:
            _withdraw(alternatives, stands, entry.withdrawal, entry.id)
        if entry.statement is not None:
            _speak(alternatives, stands, entry.statement.stands, entry.id)
    return Effect(decided, tuple(alternatives), tuple(stands), ledger.last.get(choice.address, 0))


def next_number(choice: Choice, ledger: Ledger) -> int:
    """The number that the next wording from the floor gets: one that no wording of the choice has had."""
    numbers = [alternative.number for _, alternative in ledger.offered.get(choice.address, ())]
    return max([len(choice.alternatives) - 1, *numbers]) + 1


def _offered(choice: Choice, ledger: Ledger, holding: set[int]) -> list[Worded]:
    """The wordings from the floor up to the highest that holds."""
    offered = [
        Worded(alternative, entry, None if entry in holding else ledger.undone[entry])
        for entry, alternative in ledger.offered.get(choice.address, ())
    ]
    while offered and offered[-1].ended is not None:
        offered.pop()
    return offered


def _speak(alternatives: list[Worded], stands: list[Held], said: Sequence[Stand], entry: int) -> None:
    """Add what was said, end what it takes the place of, bring back what it takes up again."""
    taken_up = {stand.alternative for stand in said if stand.side is Side.FOR}
    for index, worded in enumerate(alternatives):
        if worded.alternative.number in taken_up:
            alternatives[index] = worded._replace(ended=None)
    for index, held in enumerate(stands):
        if held.ended is None and any(_takes_the_place_of(stand, held.stand) for stand in said):
            stands[index] = held._replace(ended=entry)
    stands += [Held(stand, entry, None) for stand in said]


def _takes_the_place_of(new: Stand, old: Stand) -> bool:
    """Whether who said `old` cannot have meant it any more when saying `new`."""
    if (new.delegation, new.on_behalf_of) != (old.delegation, old.on_behalf_of):
        return False
    if Side.REMARKS in (new.side, old.side):
        return False
    if new.alternative == old.alternative:
        return True
    # Two wordings may both be welcome; the words and leaving them out cannot.
    return new.side is old.side is Side.FOR and 0 in (new.alternative, old.alternative)


def _withdraw(alternatives: list[Worded], stands: list[Held], withdrawal: Withdrawal, entry: int) -> None:
    for index, held in enumerate(stands):
        if held.ended is None and withdraws(withdrawal, held.stand):
            stands[index] = held._replace(ended=entry)
    if withdrawal.delegation is None:
        for index, worded in enumerate(alternatives):
            if worded.alternative.number == withdrawal.alternative and worded.ended is None:
                alternatives[index] = worded._replace(ended=entry)


def withdraws(withdrawal: Withdrawal, stand: Stand) -> bool:
    """Whether a withdrawal takes back this stand."""
    return withdrawal.delegation in (None, stand.delegation) and withdrawal.alternative in (
        None,
        stand.alternative,
    )
