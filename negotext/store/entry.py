"""Entries of the log: who did what, when and why. The log is the truth; everything else follows from it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from negotext.model import Alternative, Decision, Stand


class Kind(StrEnum):
    """What an entry records."""

    ACCEPT = "accept"
    MERGE = "merge"
    PARK = "park"
    REOPEN = "reopen"
    SAY = "say"
    WITHDRAW = "withdraw"
    CARRY = "carry"
    ROUND = "round"
    UNDO = "undo"
    REDO = "redo"


DECIDING = frozenset({Kind.ACCEPT, Kind.MERGE, Kind.PARK, Kind.REOPEN})
"""What the chair does to a choice."""

UNDOABLE = DECIDING | {Kind.SAY, Kind.WITHDRAW}
"""What undo without a number takes back. What was carried into a round is taken back only by its number."""


@dataclass(frozen=True, slots=True)
class Statement:
    """What was said from the floor about one choice.

    Attributes:
        words: as they were taken down.
        stands: where the delegations stand, read from the words; `position` is -1.
        alternatives: new wordings offered, numbered after those the choice has had so far.
    """

    words: str
    stands: tuple[Stand, ...] = ()
    alternatives: tuple[Alternative, ...] = ()


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """What is taken back by those who had said it. At least one of the two is set.

    Attributes:
        delegation: code of the delegation whose stands end; None when a whole alternative is withdrawn.
        alternative: the alternative concerned; None for all on which the delegation stands.
    """

    delegation: str | None = None
    alternative: int | None = None


@dataclass(frozen=True, slots=True)
class Carried:
    """What comes over from the round before to one choice of a new round. Several may concern the same choice.

    Attributes:
        address: the choice in the new round.
        origin: the choice it comes from, in the round before.
        decision: what was decided there, said of `address`; None when nothing was or it is not taken over.
        statement: what was said there and is not in the new draft; None when there is nothing.
        confidence: how sure the match is, from 0 to 1.
        withdrawal: what was withdrawn there and the new draft prints again; None when there is nothing.
    """

    address: str
    origin: str
    decision: Decision | None = None
    statement: Statement | None = None
    confidence: float = 1.0
    withdrawal: Withdrawal | None = None


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One line of the log. Never changed and never taken out.

    Attributes:
        id: ascending over the session; later is higher.
        at: when, ISO 8601 in UTC (`2026-03-04T14:05:09.250Z`).
        by: who.
        why: the reason given, or empty.
        round: number of the round it belongs to.
        kind: see `Kind`.
        address: the choice it is about; empty for a round.
        what: the decision, statement, withdrawal or what was carried; None for a round, an undo and a redo.
        entry: for an undo or a redo, id of the entry taken or brought back; else None.
    """

    id: int
    at: str
    by: str
    why: str
    round: int
    kind: Kind
    address: str
    what: Decision | Statement | Withdrawal | Carried | None = None
    entry: int | None = None

    @property
    def decision(self) -> Decision | None:
        """The decision it holds, whether taken in this round or carried into it."""
        if isinstance(self.what, Decision):
            return self.what
        return self.what.decision if isinstance(self.what, Carried) else None

    @property
    def statement(self) -> Statement | None:
        """The statement it holds, whether made in this round or carried into it."""
        if isinstance(self.what, Statement):
            return self.what
        return self.what.statement if isinstance(self.what, Carried) else None

    @property
    def withdrawal(self) -> Withdrawal | None:
        """The withdrawal it holds, whether recorded in this round or carried into it."""
        if isinstance(self.what, Withdrawal):
            return self.what
        return self.what.withdrawal if isinstance(self.what, Carried) else None


def described(entry: LogEntry) -> str:
    """The entry as a clause: `Chair accepted alternative 2 of 5:2 on 2026-03-04 at 14:05 UTC (entry 7)`."""
    day, _, time = entry.at.partition("T")
    return f"{entry.by} {_did(entry)} on {day} at {time[:5]} UTC (entry {entry.id})"


def _did(entry: LogEntry) -> str:
    place = entry.address
    match entry.kind:
        case Kind.ACCEPT:
            number = entry.decision.alternative if entry.decision else None
            return f"left out {place}" if number == 0 else f"accepted alternative {number} of {place}"
        case Kind.MERGE:
            return f"merged {place}"
        case Kind.PARK:
            return f"parked {place}"
        case Kind.REOPEN:
            return f"reopened {place}"
        case Kind.SAY:
            return f"took down a statement on {place}"
        case Kind.WITHDRAW:
            return f"recorded a withdrawal on {place}"
        case Kind.CARRY:
            return f"carried {place} over from the round before"
        case Kind.ROUND:
            return f"brought in round {entry.round}"
        case _:
            word = "undid" if entry.kind is Kind.UNDO else "brought back"
            return f"{word} entry {entry.entry} on {place}"
