"""The log in the database: adding an entry and reading entries."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import NamedTuple

from .entry import Kind, LogEntry
from .errors import Unstorable
from .ledger import DamagedLog
from .payload import Recorded, copies, decode, encode

_COLUMNS = "id, at, who, why, round, kind, address, payload, entry"


def timestamp(at: datetime | None = None) -> str:
    """A moment as the log writes it: ISO 8601 in UTC, milliseconds. None is now.

    Raises:
        Unstorable: the moment does not say in which time zone it is.
    """
    if at is None:
        at = datetime.now(UTC)
    elif at.tzinfo is None:
        raise Unstorable("a moment without a time zone cannot be recorded")
    return at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


class Signed(NamedTuple):
    """Whose an entry is: who, why, when (None for now)."""

    by: str
    why: str = ""
    at: datetime | None = None


def append(
    db: sqlite3.Connection,
    kind: Kind,
    signed: Signed,
    round: int,
    *,
    address: str = "",
    what: Recorded = None,
    entry: int | None = None,
) -> LogEntry:
    """Add an entry, inside the transaction that sees to what follows from it; see `LogEntry` for the parts.

    Raises:
        Unstorable: nobody is named whose it is.
    """
    if not signed.by:
        raise Unstorable("a record needs to say whose it is", "name yourself: --by NAME")
    number = (db.execute("SELECT max(id) FROM log").fetchone()[0] or 0) + 1
    by, why, at = signed.by, signed.why, timestamp(signed.at)
    db.execute(
        f"INSERT INTO log ({_COLUMNS}, act, alternative, text, words) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (number, at, by, why, round, kind.value, address, encode(what), entry, *copies(what)),
    )
    return LogEntry(number, at, by, why, round, kind, address, what, entry)


def entries(
    db: sqlite3.Connection, *, since: int = 0, round: int | None = None, address: str | None = None
) -> Iterator[LogEntry]:
    """Entries in the order they were made: after `since`, of one round, about one choice.

    Raises:
        DamagedLog: one holds what negotext never writes.
    """
    where = ["id > ?"]
    wanted: list[int | str] = [since]
    if round is not None:
        where.append("round = ?")
        wanted.append(round)
    if address is not None:
        where.append("address = ?")
        wanted.append(address)
    rows = db.execute(f"SELECT {_COLUMNS} FROM log WHERE {' AND '.join(where)} ORDER BY id", wanted)
    for number, at, who, why, in_round, kind, place, payload, named in rows:
        read = Kind(kind)
        try:
            what = decode(read, place, payload)
        except (LookupError, TypeError, ValueError) as error:
            raise DamagedLog(f"what entry {number} of the log holds cannot be read") from error
        yield LogEntry(number, at, who, why, in_round, read, place, what, named)
