"""What is done to choices: check, add to the log, bring the tables up to date. Each inside the caller's transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from negotext.model import Choice, Decision

from . import derived
from .choices import at, choice_id, draft_choices
from .effect import Effect, effect
from .entry import Carried, Kind, LogEntry, Statement, Withdrawal
from .ledger import Ledger, replay
from .log import Signed, append, entries
from .next_step import next_redo, next_undo
from .payload import Recorded
from .rules import check_decision, check_form, check_withdrawal, listed, numbered, on_the_table
from .undoing import to_redo, to_undo


def decide(db: sqlite3.Connection, round: int, decision: Decision, signed: Signed, seen: int | None) -> LogEntry:
    """Take a decision; see `rules.check_decision` for what is refused."""
    place = _place(db, round, decision.address)
    check_decision(decision, place.now, place.ledger, seen)
    return _record(db, place, Kind(decision.act.value), signed, what=decision)


def say(db: sqlite3.Connection, round: int, address: str, statement: Statement, signed: Signed) -> LogEntry:
    """Take down a statement; see `rules.numbered` for what is refused."""
    place = _place(db, round, address)
    said = numbered(statement, place.choice, place.now, place.ledger)
    return _record(db, place, Kind.SAY, signed, what=said)


def withdraw(db: sqlite3.Connection, round: int, address: str, withdrawal: Withdrawal, signed: Signed) -> LogEntry:
    """Record a withdrawal; see `rules.check_withdrawal` for what is refused."""
    place = _place(db, round, address)
    check_withdrawal(withdrawal, place.choice, place.now)
    return _record(db, place, Kind.WITHDRAW, signed, what=withdrawal)


def carry(db: sqlite3.Connection, round: int, carried: Iterable[Carried], signed: Signed) -> None:
    """Take over what was decided, said and withdrawn in the round before; see `rules` for what is refused."""
    for one in carried:
        place = _place(db, round, one.address)
        decision, statement = one.decision, one.statement
        if one.withdrawal is not None:
            check_withdrawal(one.withdrawal, place.choice, place.now)
        numbers: dict[int, int] = {}
        if statement is not None:
            said = numbered(statement, place.choice, place.now, place.ledger)
            pairs = zip(statement.alternatives, said.alternatives, strict=True)
            numbers = {old.number: new.number for old, new in pairs}
            statement = said
        if decision is not None:
            check_form(decision)
            named = () if decision.alternative is None else (decision.alternative,)
            on_the_table(one.address, place.now, set(named) - set(numbers))
            listed(one.address, place.now, set(decision.sources) - set(numbers))
            decision = _renumbered(decision, numbers)
        what = replace(one, decision=decision, statement=statement)
        _record(db, place, Kind.CARRY, signed, what=what)


def undo(db: sqlite3.Connection, round: int, signed: Signed, number: int | None) -> LogEntry:
    """Take an entry back; see `undoing.to_undo` for which, and what is refused."""
    taken = next_undo(db, round) if number is None else to_undo(replay(entries(db, round=round)), number)
    place = _place(db, round, taken.address)
    made = _record(db, place, Kind.UNDO, signed, entry=taken.id)
    derived.write_undone(db, taken.id, made.id)
    return made


def redo(db: sqlite3.Connection, round: int, signed: Signed, number: int | None) -> LogEntry:
    """Bring an entry back; see `undoing.to_redo` for which, and what is refused."""
    brought = next_redo(db, round) if number is None else to_redo(replay(entries(db, round=round)), number)
    place = _place(db, round, brought.address)
    made = _record(db, place, Kind.REDO, signed, entry=brought.id)
    derived.write_undone(db, brought.id, None)
    return made


class _Place(NamedTuple):
    """A choice with its part of the log, before something is done to it."""

    round: int
    row: int
    choice: Choice
    log: list[LogEntry]
    ledger: Ledger
    now: Effect


def _place(db: sqlite3.Connection, round: int, address: str) -> _Place:
    row = choice_id(db, round, address)
    choice = draft_choices(db, at(round, address))[row]
    log = list(entries(db, round=round, address=address))
    ledger = replay(log)
    return _Place(round, row, choice, log, ledger, effect(choice, ledger))


def _record(
    db: sqlite3.Connection,
    place: _Place,
    kind: Kind,
    signed: Signed,
    *,
    what: Recorded = None,
    entry: int | None = None,
) -> LogEntry:
    made = append(db, kind, signed, place.round, address=place.choice.address, what=what, entry=entry)
    # A choice depends on no entry but its own, so its part of the log is all that has to be replayed.
    after = effect(place.choice, replay([*place.log, made]))
    derived.write(db, place.row, place.now, after)
    return made


def _renumbered(decision: Decision, numbers: dict[int, int]) -> Decision:
    number = decision.alternative
    return replace(
        decision,
        alternative=number if number is None else numbers.get(number, number),
        sources=tuple(numbers.get(source, source) for source in decision.sources),
    )
