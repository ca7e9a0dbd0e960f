"""What is asked of a session: choices as they stand, who stands where, positions with where they come from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from negotext.model import Choice, ChoiceKind, Decision, Position, Stand, State


@dataclass(frozen=True, slots=True)
class Standing:
    """A choice as it stands.

    Attributes:
        round: number of the round.
        choice: with the alternatives and stands from the floor. Numbers stay for good, so alternatives that
            were withdrawn are among them; stands that have ended are not.
        withdrawn: numbers of the alternatives that are no longer on the table.
        state: open, agreed or parked.
        decision: the decision that holds; None when nothing has been decided. A reopened choice has one too.
        decided_by: who took it, or empty.
        decided_at: when (ISO 8601, UTC), or empty.
        why: the reason given, or empty.
        entry: id of its log entry, 0 for none.
        seen: id of the latest log entry on the choice, 0 for none: what `decide` wants to be told.
    """

    round: int
    choice: Choice
    withdrawn: frozenset[int]
    state: State
    decision: Decision | None
    decided_by: str
    decided_at: str
    why: str
    entry: int
    seen: int

    @property
    def address(self) -> str:
        """The address of the choice."""
        return self.choice.address

    @property
    def next_number(self) -> int:
        """The number a new wording would have in a statement; `say` puts it right if others were quicker."""
        return len(self.choice.alternatives)


@dataclass(frozen=True, slots=True)
class Traced:
    """Where a delegation stands on a choice, traced to what that was read from.

    Attributes:
        stand: delegation, side, alternative.
        evidence: the words of the draft, or those of the statement from the floor; no line wraps.
        line: line of the draft, counted from 1; None from the floor.
        entry: log entry of the statement; None from the draft.
        ended: log entry after which it no longer holds (withdrawn, or said otherwise later); None while it
            holds.
        date: when it was said, where the file of the draft tells (ISO 8601); empty elsewhere.
    """

    stand: Stand
    evidence: str
    line: int | None
    entry: int | None
    ended: int | None
    date: str = ""


@dataclass(frozen=True, slots=True)
class Noted:
    """A position as the session has noted it.

    Attributes:
        round: number of the round.
        number: its index in `Draft.positions`; -1 from the floor.
        position: for one from the floor, `evidence` is a span of the statement's words.
        address: the choice it is about, or empty.
        state: how that choice stands; None without one.
        evidence: the words it was read from, no line wraps.
        line: line of the draft, counted from 1; None from the floor.
        entry: log entry of the statement; None from the draft.
        holds: whether it has neither been withdrawn nor replaced by a later statement.
    """

    round: int
    number: int
    position: Position
    address: str
    state: State | None
    evidence: str
    line: int | None
    entry: int | None
    holds: bool


class Listed(NamedTuple):
    """A choice in a list: what ranking and filtering need, without words and single stands.

    Attributes:
        address: as in `Choice`.
        kind: as in `Choice`.
        paragraph: as in `Choice`.
        parent: as in `Choice`.
        state: open, agreed or parked.
        seen: id of the latest log entry on the choice; 0 for none.
        nearest: number of the alternative with the fewest in its way.
        backers: codes of those for it, sorted.
        holders: codes of those in its way, sorted: against it or with a reservation on it, or for another
            one; offices such as the chair are none.
        wordings: a mark that choices between the same wordings share: they want the same answer.
        within: as in `Choice`.
        named: whether anybody has said anything on it that counts; remarks do not.
    """

    address: str
    kind: ChoiceKind
    paragraph: str
    parent: str
    state: State
    seen: int
    nearest: int
    backers: tuple[str, ...]
    holders: tuple[str, ...]
    wordings: str
    within: int
    named: bool
