"""Bringing a draft in: its text, its positions and its choices as rows, in one transaction with the caller's."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator, Sequence

from negotext.model import Choice, Draft

from .derived import standing_row
from .effect import effect
from .errors import Unstorable
from .ledger import NOTHING

# A wrap beside a Han character or full-width punctuation joins; any other is a space.
_WRAP = re.compile(r"\s{2,}|[^\S ]")
_WIDE = "[\u3001-\u303f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef]"


def add_draft(db: sqlite3.Connection, number: int, draft: Draft, choices: Sequence[Choice]) -> None:
    """Add what was read from a draft as round `number`, whose row is there already.

    Args:
        db: a connection inside a transaction.
        number: of the round.
        draft: as read.
        choices: of the draft, in its order; parents need not come first.

    Raises:
        Unstorable: the choices contradict themselves or do not belong to the draft.
    """
    _check(draft, choices)
    first_position = _next_id(db, "position")
    first_choice = _next_id(db, "choice")
    first_alternative = _next_id(db, "alternative")
    places = _places(choices)
    db.executemany(
        f"INSERT INTO position VALUES ({', '.join('?' * 20)})",
        _positions(draft, number, first_position, places),
    )
    db.executemany(
        "INSERT INTO choice VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        _choices(choices, number, first_choice),
    )
    db.executemany(
        "INSERT INTO alternative (choice, number, text, label, span_start, span_end) VALUES (?, ?, ?, ?, ?, ?)",
        _alternatives(choices, first_choice),
    )
    db.executemany(
        "INSERT INTO stand (choice, number, delegation, on_behalf_of, side, alternative, stance, position) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        _stands(choices, first_choice, first_position),
    )
    standing = ((first_choice + place, *standing_row(effect(choice, NOTHING))) for place, choice in enumerate(choices))
    db.executemany("INSERT INTO standing VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", standing)
    _index(db, "position", "text, target, evidence", first_position)
    _index(db, "alternative", "text, label", first_alternative)


def unwrapped(text: str) -> str:
    """A stretch of a draft without its line wraps."""
    ends = text.strip()

    def gap(match: re.Match[str]) -> str:
        beside = ends[match.start() - 1], ends[match.end()]
        return "" if any(re.match(_WIDE, each) for each in beside) else " "

    return _WRAP.sub(gap, ends)


def _check(draft: Draft, choices: Sequence[Choice]) -> None:
    addresses = {choice.address for choice in choices}
    if len(addresses) < len(choices):
        raise Unstorable("two choices of the draft have the same address")
    for choice in choices:
        numbers = [alternative.number for alternative in choice.alternatives]
        if numbers != list(range(len(numbers))):
            raise Unstorable(f"the alternatives of {choice.address} are not numbered from 0 on")
        if choice.parent and choice.parent not in addresses:
            raise Unstorable(f"{choice.address} lies in {choice.parent}, which is not there")
        if any(not -1 <= stand.position < len(draft.positions) for stand in choice.stands):
            raise Unstorable(f"{choice.address} names a position that the draft does not have")


def _index(db: sqlite3.Connection, table: str, columns: str, first: int) -> None:
    """Add new rows of a table to its search index."""
    db.execute(f"INSERT INTO {table}_fts (rowid, {columns}) SELECT id, {columns} FROM {table} WHERE id >= ?", (first,))


def _next_id(db: sqlite3.Connection, table: str) -> int:
    return int((db.execute(f"SELECT max(id) FROM {table}").fetchone()[0] or 0) + 1)


def _places(choices: Sequence[Choice]) -> dict[int, str]:
    """For each position that a choice rests on, the address of the first such choice."""
    places: dict[int, str] = {}
    for choice in choices:
        for stand in choice.stands:
            places.setdefault(stand.position, choice.address)
    return places


def _positions(draft: Draft, number: int, first: int, places: dict[int, str]) -> Iterator[tuple[object, ...]]:
    source = draft.source
    for index, position in enumerate(draft.positions):
        yield (
            first + index,
            number,
            index,
            position.delegation,
            position.on_behalf_of,
            position.stance.value,
            position.text,
            position.target,
            unwrapped(position.evidence.of(source.text)),
            source.line(position.evidence.start),
            *position.evidence,
            position.paragraph,
            places.get(index),
            position.bracket,
            *(position.about or (None, None)),
            *(position.offered or (None, None)),
            position.date,
        )


def _choices(choices: Sequence[Choice], number: int, first: int) -> Iterator[tuple[object, ...]]:
    for place, choice in enumerate(choices):
        yield (
            first + place,
            number,
            place,
            choice.address,
            choice.paragraph,
            choice.kind.value,
            choice.parent,
            choice.within,
            choice.base,
            *choice.span,
            json.dumps(choice.vanishing),
        )


def _alternatives(choices: Sequence[Choice], first: int) -> Iterator[tuple[object, ...]]:
    for place, choice in enumerate(choices):
        for alternative in choice.alternatives:
            yield (
                first + place,
                alternative.number,
                alternative.text,
                alternative.label,
                *(alternative.span or (None, None)),
            )


def _stands(choices: Sequence[Choice], first: int, first_position: int) -> Iterator[tuple[object, ...]]:
    for place, choice in enumerate(choices):
        for index, stand in enumerate(choice.stands):
            yield (
                first + place,
                index,
                stand.delegation,
                stand.on_behalf_of,
                stand.side.value,
                stand.alternative,
                stand.stance,
                None if stand.position < 0 else first_position + stand.position,
            )
