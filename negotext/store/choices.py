"""Reading choices: as the draft has them, as they stand, and as a list."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Sequence
from difflib import get_close_matches
from functools import lru_cache
from typing import Any, NamedTuple

from negotext.model import Act, Alternative, Choice, ChoiceKind, Decision, Side, Span, Stand, State

from .refusals import UnknownAddress
from .standing import Listed, Standing


class Where(NamedTuple):
    """A condition on `choice c JOIN standing s`, with its values."""

    sql: str
    values: tuple[int | str, ...]

    def also(self, sql: str, *values: int | str) -> Where:
        """This and another condition."""
        return Where(f"{self.sql} AND {sql}", (*self.values, *values))


def at(round: int, address: str) -> Where:
    """One choice."""
    return Where("c.round = ? AND c.address = ?", (round, address))


def in_round(round: int, state: State | None = None, paragraph: str | None = None) -> Where:
    """The choices of a round: all, those of a state, those of a paragraph with its items."""
    # With the plus the rows are read as they lie, in the order in which they are wanted, and not sorted.
    where = Where("+c.round = ?", (round,))
    if state is not None:
        where = where.also("s.state = ?", state.value)
    return where if paragraph is None else where.also(*within("c.paragraph", paragraph))


def among(round: int, addresses: Sequence[str]) -> Where:
    """The choices with these addresses; there may be any number."""
    sql = "c.round = ? AND c.address IN (SELECT value FROM json_each(?))"
    return Where(sql, (round, json.dumps(list(addresses), ensure_ascii=False)))


def speaking_for(db: sqlite3.Connection, round: int, group: str) -> dict[str, frozenset[str]]:
    """By address of a choice, who speaks there for a group."""
    rows = db.execute(
        f"SELECT c.address, h.delegation {_FROM} JOIN stand h ON h.choice = c.id "
        "WHERE c.round = ? AND h.on_behalf_of = ? AND h.ended IS NULL",
        (round, group),
    )
    found: dict[str, frozenset[str]] = {}
    for address, delegation in rows:
        found[address] = found.get(address, frozenset()) | {delegation}
    return found


def of_place(round: int, address: str) -> Where:
    """A choice and those directly inside it."""
    sql = (
        "c.id IN (SELECT id FROM choice WHERE round = ? AND address = ? "
        "UNION ALL SELECT id FROM choice WHERE round = ? AND parent = ?)"
    )
    return Where(sql, (round, address, round, address))


def within(column: str, paragraph: str) -> tuple[str, str, str, str, str]:
    """That a column names a paragraph or a part of it: `8(b)` is within `8`, `8 bis` is not."""
    sql = f"({column} = ? OR substr({column}, 1, length(?) + 1) IN (? || '(', ? || '.'))"
    return sql, paragraph, paragraph, paragraph, paragraph


def choice_id(db: sqlite3.Connection, round: int, address: str) -> int:
    """Row of a choice.

    Raises:
        UnknownAddress: the round has no such choice.
    """
    row = db.execute("SELECT id FROM choice WHERE round = ? AND address = ?", (round, address)).fetchone()
    if row is None:
        known = [address for (address,) in db.execute("SELECT address FROM choice WHERE round = ?", (round,))]
        raise UnknownAddress(address, round, get_close_matches(address, known, n=3, cutoff=0.5))
    return int(row[0])


def draft_choices(db: sqlite3.Connection, where: Where) -> dict[int, Choice]:
    """Choices as the draft has them, by row, in its order."""
    wordings = _alternatives(db, where.also("a.entry IS NULL"))
    stands = _stands(db, where.also("h.entry IS NULL"))
    rows = db.execute(f"SELECT {_CHOICE} {_FROM} WHERE {where.sql} ORDER BY c.id", where.values)
    return {row[0]: _choice(row, [wording for wording, _ in wordings[row[0]]], stands[row[0]]) for row in rows}


def standings(db: sqlite3.Connection, where: Where) -> list[Standing]:
    """Choices as they stand, in the order of the draft."""
    wordings = _alternatives(db, where)
    stands = _stands(db, where.also("h.ended IS NULL"))
    rows = db.execute(
        f"SELECT {_CHOICE}, c.round, s.state, s.entry, s.last, "
        "ifnull(l.who, ''), ifnull(l.at, ''), ifnull(l.why, ''), "
        f"{_DECISION} {_FROM} LEFT JOIN log l ON l.id = s.entry WHERE {where.sql} ORDER BY c.id",
        where.values,
    )
    found = []
    for row in rows:
        words = wordings[row[0]]
        round, state, entry, last, by, decided_at, why, *decision = row[_WIDTH:]
        found.append(
            Standing(
                round,
                _choice(row, [wording for wording, _ in words], stands[row[0]]),
                frozenset(wording.number for wording, ended in words if ended is not None),
                State(state),
                _decision(decision) if entry else None,
                by,
                decided_at,
                why,
                entry or 0,
                last,
            )
        )
    return found


def listed(db: sqlite3.Connection, where: Where) -> list[Listed]:
    """Choices as a list, in the order of the draft."""
    rows = db.execute(
        "SELECT c.address, c.kind, c.paragraph, c.parent, s.state, s.last, s.nearest, s.backers, s.holders, "
        "s.wordings, c.within, s.backers <> '' OR s.holders <> '' OR EXISTS "
        "(SELECT 1 FROM stand h WHERE h.choice = c.id AND h.ended IS NULL AND h.side <> 'remarks') "
        f"{_FROM} WHERE {where.sql} ORDER BY c.id",
        where.values,
    )
    kinds, states = {kind.value: kind for kind in ChoiceKind}, {state.value: state for state in State}
    return [
        Listed(
            address,
            kinds[kind],
            paragraph,
            parent,
            states[state],
            last,
            nearest,
            _lines(backers),
            _lines(holders),
            *more,
        )
        for address, kind, paragraph, parent, state, last, nearest, backers, holders, *more in rows
    ]


def alike(db: sqlite3.Connection, round: int, address: str) -> list[str]:
    """Addresses of the other open choices of a round that are between the same wordings, in the order of the draft."""
    rows = db.execute(
        "SELECT c.address FROM standing s CROSS JOIN choice c ON c.id = s.choice "
        "WHERE s.wordings = (SELECT o.wordings FROM choice p JOIN standing o ON o.choice = p.id "
        "WHERE p.round = ? AND p.address = ?) AND s.state = 'open' AND c.round = ? AND c.address <> ? ORDER BY c.id",
        (round, address, round, address),
    )
    return [other for (other,) in rows]


@lru_cache(maxsize=4096)
def _lines(text: str) -> tuple[str, ...]:
    return tuple(text.split("\n")) if text else ()


def decisions(db: sqlite3.Connection, round: int) -> list[Decision]:
    """The decisions of a round that hold and settle or park their choice, in the order of the draft."""
    rows = db.execute(f"SELECT {_DECISION} {_FROM} WHERE c.round = ? AND s.state <> 'open' ORDER BY c.id", (round,))
    return [_decision(row) for row in rows]


_FROM = "FROM choice c JOIN standing s ON s.choice = c.id"
_CHOICE = "c.id, c.address, c.kind, c.paragraph, c.span_start, c.span_end, c.base, c.parent, c.within, c.vanishing"
_WIDTH = 10
_DECISION = "c.address, s.act, s.alternative, s.text, s.sources"


def _choice(row: Sequence[Any], alternatives: Sequence[Alternative], stands: Sequence[Stand]) -> Choice:
    _, address, kind, paragraph, start, end, base, parent, within, vanishing = row[:_WIDTH]
    return Choice(
        address,
        ChoiceKind(kind),
        paragraph,
        Span(start, end),
        tuple(alternatives),
        base,
        tuple(stands),
        parent,
        within,
        tuple(Span(*ends) for ends in json.loads(vanishing)) if vanishing != "[]" else (),
    )


def _decision(row: Sequence[Any]) -> Decision:
    address, act, alternative, text, sources = row
    return Decision(address, Act(act), alternative, text, tuple(json.loads(sources)))


def _alternatives(db: sqlite3.Connection, where: Where) -> defaultdict[int, list[tuple[Alternative, int | None]]]:
    """The alternatives of choices by row, each with the entry that ended it."""
    rows = db.execute(
        "SELECT a.choice, a.number, a.text, a.span_start, a.span_end, a.label, a.ended "
        f"{_FROM} JOIN alternative a ON a.choice = c.id WHERE {where.sql} ORDER BY a.choice, a.number",
        where.values,
    )
    found: defaultdict[int, list[tuple[Alternative, int | None]]] = defaultdict(list)
    for choice, number, text, start, end, label, ended in rows:
        span = None if start is None else Span(start, end)
        found[choice].append((Alternative(number, text, span, label), ended))
    return found


def _stands(db: sqlite3.Connection, where: Where) -> defaultdict[int, list[Stand]]:
    """The stands on choices by row."""
    rows = db.execute(
        "SELECT h.choice, h.delegation, h.on_behalf_of, h.side, h.alternative, p.number, h.stance "
        f"{_FROM} JOIN stand h ON h.choice = c.id LEFT JOIN position p ON p.id = h.position "
        f"WHERE {where.sql} ORDER BY h.choice, h.number",
        where.values,
    )
    found: defaultdict[int, list[Stand]] = defaultdict(list)
    for choice, delegation, group, side, alternative, position, stance in rows:
        number = -1 if position is None else position
        found[choice].append(Stand(delegation, group, Side(side), alternative, number, stance))
    return found
