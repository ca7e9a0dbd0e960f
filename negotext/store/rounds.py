"""Rounds: the drafts of a session, one after the other."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from negotext.model import Choice, Draft, Source

from . import readings, sources
from .intake import add_draft
from .log import Signed
from .refusals import UnknownRound


@dataclass(frozen=True, slots=True)
class Round:
    """A draft brought into a session.

    Attributes:
        number: from 1.
        name: what the round is called.
        language: code of the language the draft was read in.
        source_name: name of the file it was read from.
        added_by: who brought it in.
        added_at: when, ISO 8601 in UTC.
        program: the negotext that read it; another one may read it otherwise, the session keeps what was
            read.
        choices: number of its choices.
        open: number of those that are open.
    """

    number: int
    name: str
    language: str
    source_name: str
    added_by: str
    added_at: str
    program: str
    choices: int
    open: int


def rounds(db: sqlite3.Connection) -> tuple[Round, ...]:
    """All rounds in order."""
    rows = db.execute(
        "SELECT v.number, v.name, v.language, v.source_name, v.added_by, v.added_at, r.program, v.choices, "
        "v.open FROM rounds v JOIN round r ON r.number = v.number ORDER BY v.number"
    )
    return tuple(Round(*row) for row in rows)


def newest(db: sqlite3.Connection) -> int:
    """Number of the round that is being negotiated."""
    return int(db.execute("SELECT max(number) FROM round").fetchone()[0] or 0)


def known(db: sqlite3.Connection, number: int | None) -> int:
    """The round that a caller means; None is the newest.

    Raises:
        UnknownRound: there is none of that number.
    """
    last = newest(db)
    if number is None:
        return last
    if not 1 <= number <= last:
        raise UnknownRound(number, last)
    return number


def source(db: sqlite3.Connection, number: int) -> Source:
    """The text of a round's draft, as it was read."""
    row = db.execute(f"SELECT {sources.COLUMNS} FROM round WHERE number = ?", (number,)).fetchone()
    return sources.Row(*row).read()


def add(db: sqlite3.Connection, draft: Draft, choices: Sequence[Choice], name: str | None, signed: Signed) -> int:
    """Add a draft as the next round, inside the caller's transaction, and return its number."""
    number = newest(db) + 1
    sources.add(db, "round", {"number": number, "name": name or draft.source.name}, sources.row_of(draft, signed))
    add_draft(db, number, draft, choices)
    readings.add(db, number, draft)
    return number
