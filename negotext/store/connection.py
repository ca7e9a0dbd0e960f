"""Opening a session: what the file is, whether it can be written, and the settings each connection needs."""

from __future__ import annotations

import os
import sqlite3
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .errors import (
    CannotOpen,
    NewerSchema,
    NoSuchSession,
    NotASession,
    OlderSchema,
    ReadOnly,
    SchemaOutOfReach,
)
from .faults import explained
from .schema import APPLICATION_ID, OLDEST_SQLITE, VERSION

_MAGIC = b"SQLite format 3\x00"
_HEADER = 100


def check_sqlite() -> None:
    """Whether sessions can be had with the SQLite of this Python.

    Raises:
        SchemaOutOfReach: it is too old.
    """
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        raise SchemaOutOfReach(sqlite3.sqlite_version, ".".join(map(str, OLDEST_SQLITE)))


# Closing a file drops all locks that the process has on it, those of its SQLite connections too; another process
# would then take the -wal file away from under them. So the bytes of a file are read once, before the first connection.
_IDENTIFIED: set[tuple[int, int]] = set()


def identify(path: Path) -> None:
    """Whether `path` is a session, from its first bytes; nothing is opened that could change it.

    Raises:
        NoSuchSession, NotASession, CannotOpen: what it is instead.
    """
    check_sqlite()
    if path.is_dir():
        raise NotASession(path, "a folder")
    known = file_at(path)
    if known in _IDENTIFIED:
        return
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER)
    except FileNotFoundError:
        raise NoSuchSession(path) from None
    except OSError as error:
        raise CannotOpen(path, error.strerror or str(error)) from None
    if not header:
        raise NotASession(path, "an empty file")
    if not header.startswith(_MAGIC):
        raise NotASession(path, "no SQLite file")
    if len(header) < _HEADER or struct.unpack(">I", header[68:72])[0] != APPLICATION_ID:
        raise NotASession(path, "an SQLite file of something else")
    if known is not None:
        _IDENTIFIED.add(known)


def connect(path: Path, *, read_only: bool, timeout: float) -> sqlite3.Connection:
    """A connection to the session at `path`, with its schema up to date.

    A session that is opened for reading is brought up to date by nobody, so that whoever else uses it with an
    older negotext still can. Where neither file nor folder can be written it is read as it lies there.

    Args:
        path: a session.
        read_only: whether nothing may be written through the connection.
        timeout: how long to wait while others write, in seconds.

    Raises:
        StoreError: it cannot be opened, for the reason its class names. The file is as it was.
    """
    identify(path)
    obstacle = _obstacle(path)
    if obstacle and not read_only:
        raise ReadOnly(path, obstacle)
    with explained(path, timeout):
        db = _readable(path, timeout) if obstacle else _opened(path, "mode=rw", timeout)
        try:
            _settle(db, path, read_only=read_only)
        except BaseException:
            db.close()
            raise
    return db


@contextmanager
def transaction(db: sqlite3.Connection, kind: str) -> Iterator[None]:
    """A transaction around the block; inside another one, a part of that.

    Args:
        db: a connection in autocommit mode.
        kind: `IMMEDIATE` to write; `DEFERRED` to read several things from the same state.
    """
    outermost = not db.in_transaction
    if outermost:
        db.execute(f"BEGIN {kind}")
    try:
        yield
        if outermost:
            db.execute("COMMIT")
    except BaseException:
        # SQLite may have ended it already, as it does when the disk is full.
        if outermost:
            db.rollback()
        raise


def read_only_twin(path: Path, timeout: float) -> sqlite3.Connection:
    """A second connection that can do nothing but read, for what a user types."""
    with explained(path, timeout):
        return _readable(path, timeout) if _obstacle(path) else _opened(path, "mode=ro", timeout)


def file_at(path: Path) -> tuple[int, int] | None:
    """Which file has this name now; None for none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _obstacle(path: Path) -> str:
    """Why the session cannot be written, or nothing. SQLite needs the folder too: its -wal file lies beside."""
    if not os.access(path, os.W_OK):
        return "the file is read-only"
    return "" if os.access(path.resolve().parent, os.W_OK) else "its folder is read-only"


def _opened(path: Path, mode: str, timeout: float) -> sqlite3.Connection:
    uri = f"{path.resolve().as_uri()}?{mode}"
    return sqlite3.connect(uri, uri=True, timeout=timeout, isolation_level=None)


def _readable(path: Path, timeout: float) -> sqlite3.Connection:
    """A connection to a file that cannot be written."""
    db = _opened(path, "mode=ro", timeout)
    try:
        db.execute("PRAGMA schema_version").fetchone()
        return db
    except sqlite3.OperationalError:
        db.close()
    log = path.resolve()
    log = log.with_name(f"{log.name}-wal")
    if log.exists() and log.stat().st_size:
        raise CannotOpen(path, "its latest changes are in its -wal file, which cannot be read here")
    # Nobody can be writing here, so nothing is lost by not looking out for it.
    return _opened(path, "mode=ro&immutable=1", timeout)


def _settle(db: sqlite3.Connection, path: Path, *, read_only: bool) -> None:
    """Make the settings of a connection and see to the schema."""
    db.execute("PRAGMA foreign_keys = ON")
    # So that INSERT OR REPLACE meets the triggers that keep the record.
    db.execute("PRAGMA recursive_triggers = ON")
    found = db.execute("PRAGMA user_version").fetchone()[0]
    if found > VERSION:
        raise NewerSchema(path, found, VERSION)
    if found < 1:
        raise NotASession(path, "an SQLite file of something else")
    if read_only:
        if found < VERSION:
            raise OlderSchema(path, found, VERSION)
        db.execute("PRAGMA query_only = ON")
        return
    # What was acknowledged stays, even when the power fails.
    db.execute("PRAGMA synchronous = FULL")
    if found < VERSION:
        # sqlite_utils takes longer to import than everything else a command does.
        from .migrations import upgrade

        upgrade(db)
    if db.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
        db.execute("PRAGMA journal_mode = WAL")
