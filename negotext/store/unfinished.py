"""Merges that are being written: kept at each pause, so that a terminal that closes loses no word.

They are no part of the record; a merge that is decided takes its own away.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from .log import timestamp


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A merge that somebody began to write.

    Attributes:
        round: number of the round.
        address: of the choice.
        who: who writes it.
        text: the words so far.
        sources: numbers of the alternatives it is made from.
        at: of the last change, ISO 8601 in UTC.
    """

    round: int
    address: str
    who: str
    text: str
    sources: tuple[int, ...] = ()
    at: str = ""


def keep(db: sqlite3.Connection, draft: Unfinished, at: datetime | None) -> None:
    """Keep the words so far, inside the caller's transaction, in the place of earlier ones."""
    db.execute(
        "INSERT INTO unfinished VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (round, address, who) DO UPDATE SET "
        "text = excluded.text, sources = excluded.sources, at = excluded.at",
        (draft.round, draft.address, draft.who, draft.text, json.dumps(draft.sources), timestamp(at)),
    )


def drop(db: sqlite3.Connection, round: int, address: str, who: str) -> None:
    """Forget the words that somebody began to write on a choice; nothing happens where there are none."""
    db.execute("DELETE FROM unfinished WHERE round = ? AND address = ? AND who = ?", (round, address, who))


def carry(db: sqlite3.Connection, round: int, places: Iterable[tuple[str, str]]) -> None:
    """Go on in a new round with what was being written in the one before.

    The alternatives it was made from may have other numbers there, and are forgotten.

    Args:
        db: inside the caller's transaction.
        round: number of the new round.
        places: addresses in the round before, and what they are now.
    """
    db.executemany(
        "INSERT OR IGNORE INTO unfinished SELECT ?, ?, who, text, '[]', at FROM unfinished "
        "WHERE round = ? AND address = ?",
        [(round, now, round - 1, origin) for origin, now in places],
    )


def unfinished(db: sqlite3.Connection, round: int, who: str | None) -> list[Unfinished]:
    """What is being written in a round, the latest first: by one person, or by all when None."""
    rows = db.execute(
        "SELECT round, address, who, text, sources, at FROM unfinished WHERE round = ? AND (? IS NULL OR who = ?) "
        "ORDER BY at DESC, address",
        (round, who, who),
    )
    return [
        Unfinished(number, address, writer, text, tuple(json.loads(sources)), at)
        for number, address, writer, text, sources, at in rows
    ]
