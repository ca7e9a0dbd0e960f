"""Making a session, and copies of one."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path

from negotext.model import Choice, Draft

from . import rounds
from .connection import check_sqlite, transaction
from .entry import Kind
from .faults import explained
from .log import Signed, append, timestamp
from .newfile import new_file


def make(
    path: Path, draft: Draft, choices: Sequence[Choice], name: str, signed: Signed, *, delegations: str = ""
) -> None:
    """Make a session with its first round at `path`; it is there whole or not at all.

    Raises:
        AlreadyExists: something of that name is there.
        CannotOpen, ReadOnly, DiskFull: it cannot be written there.
        Unstorable: draft and choices do not fit together, or nobody is named.
    """
    from .migrations import upgrade

    check_sqlite()
    with new_file(path) as building, explained(path):
        db = sqlite3.connect(building, isolation_level=None)
        try:
            # Until it has its name the file is nobody's: what a crash leaves of it is of no use.
            db.execute("PRAGMA journal_mode = MEMORY")
            db.execute("PRAGMA synchronous = OFF")
            upgrade(db)
            db.execute("PRAGMA foreign_keys = ON")
            with transaction(db, "IMMEDIATE"):
                db.execute(
                    "INSERT INTO session (id, name, language, created, created_by, delegations) "
                    "VALUES (1, ?, ?, ?, ?, ?)",
                    (name, draft.language, timestamp(signed.at), signed.by, delegations),
                )
                number = rounds.add(db, draft, choices, None, signed)
                append(db, Kind.ROUND, signed, number)
            db.execute("PRAGMA journal_mode = WAL")
        finally:
            db.close()


def back_up(db: sqlite3.Connection, out: Path) -> None:
    """Copy a session, as it stands at one moment, to `out`; others may go on writing meanwhile.

    Raises:
        AlreadyExists, CannotOpen, ReadOnly, DiskFull: the copy cannot be made; nothing is left of it.
    """
    with new_file(out) as building, explained(out):
        copy = sqlite3.connect(building, isolation_level=None)
        try:
            db.backup(copy)
            # The copy stands alone, with no -wal file beside it that could be forgotten.
            copy.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            copy.close()
