"""Queries that a user types: reading and nothing else, whatever the query says."""

from __future__ import annotations

import sqlite3
import time
from dataclasses import dataclass
from pathlib import Path

from .connection import read_only_twin
from .errors import BadQuery, QueryTooLong

_READING = frozenset({sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION, sqlite3.SQLITE_RECURSIVE})
# What tells about the schema, and what the search index asks for itself.
_PRAGMAS = frozenset(
    """data_version foreign_key_list index_info index_list index_xinfo table_info table_list table_xinfo
    user_version application_id""".split()
)
_SETTABLE = frozenset({"user_version", "application_id"})
_FORBIDDEN_FUNCTIONS = frozenset({"load_extension", "fts3_tokenizer", "writefile", "edit"})
_STEPS_BETWEEN_LOOKS = 10_000
_LONGEST_VALUE = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Result:
    """What a query found.

    Attributes:
        columns: their names, in order.
        rows: as many as were asked for.
        cut: whether there are more.
    """

    columns: tuple[str, ...]
    rows: list[tuple[object, ...]]
    cut: bool


def query(path: Path, text: str, *, seconds: float, limit: int, timeout: float) -> Result:
    """Run one query on the session at `path`, through a connection of its own that cannot write.

    Args:
        path: a session.
        text: one SQL statement.
        seconds: how long it may take.
        limit: how many rows are wanted at most.
        timeout: how long to wait while others write, in seconds.

    Raises:
        BadQuery: it is no SQL, more than one statement, or does something else than reading.
        QueryTooLong: it took more than `seconds`.
    """
    db = read_only_twin(path, timeout)
    try:
        db.execute("PRAGMA query_only = ON")
        db.execute("PRAGMA trusted_schema = OFF")
        db.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST_VALUE)
        db.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
        db.set_authorizer(_allowed)
        end = time.monotonic() + seconds
        db.set_progress_handler(lambda: time.monotonic() > end, _STEPS_BETWEEN_LOOKS)
        return _run(db, text, seconds, limit)
    finally:
        db.close()


def _run(db: sqlite3.Connection, text: str, seconds: float, limit: int) -> Result:
    hint = "tables to ask: positions, choices, alternatives, decisions, statements, rounds"
    try:
        cursor = db.execute(text)
        if cursor.description is None:
            raise BadQuery("the query asks for nothing", hint)
        rows = cursor.fetchmany(limit + 1)
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", None)
        if code == sqlite3.SQLITE_INTERRUPT:
            raise QueryTooLong(seconds) from None
        if code in (sqlite3.SQLITE_AUTH, sqlite3.SQLITE_READONLY):
            raise BadQuery("a query can only read (SELECT)", hint) from None
        raise BadQuery(f"SQLite does not understand the query: {error}", hint) from None
    return Result(tuple(column[0] for column in cursor.description), rows[:limit], len(rows) > limit)


def _allowed(action: int, first: str | None, second: str | None, _database: str | None, _by: str | None) -> int:
    """Asked by SQLite for each thing a statement is going to do."""
    if action == sqlite3.SQLITE_FUNCTION:
        allowed = second not in _FORBIDDEN_FUNCTIONS
    elif action == sqlite3.SQLITE_PRAGMA:
        allowed = first in _PRAGMAS and (second is None or first not in _SETTABLE)
    elif action == sqlite3.SQLITE_UPDATE:
        # So SQLite announces that it loads a search index; a real update fails on a connection that only reads.
        allowed = first == "sqlite_master"
    else:
        allowed = action in _READING
    return sqlite3.SQLITE_OK if allowed else sqlite3.SQLITE_DENY
