"""What an undo or a redo without a number is about, asked of the tables; the log of one choice then says what it is.

`undoing` says the same of the whole round, whose log may have tens of thousands of entries.
"""

from __future__ import annotations

import sqlite3

from .entry import UNDOABLE, LogEntry
from .ledger import replay
from .log import entries
from .refusals import NothingToRedo, NothingToUndo
from .undoing import to_redo, to_undo

_KINDS = ", ".join(f"'{kind.value}'" for kind in sorted(UNDOABLE))
_LATEST = (
    f"SELECT id, address FROM log WHERE round = ? AND kind IN ({_KINDS}) AND id NOT IN (SELECT entry FROM undone) "
    "ORDER BY id DESC LIMIT 1"
)
_UNDONE_LAST = (
    "SELECT undone.entry, undone.undo, address FROM undone JOIN log ON log.id = undone.entry WHERE round = ? "
    "ORDER BY undone.undo DESC LIMIT 1"
)
_NEWEST = "SELECT max(id) FROM log WHERE round = ? AND kind NOT IN ('undo', 'redo')"


def next_undo(db: sqlite3.Connection, round: int) -> LogEntry:
    """The latest decision or statement of a round that holds.

    Raises:
        NothingToUndo: nothing is left to take back.
        CannotUndo, UnknownEntry: the tables do not say what the log says.
    """
    found = db.execute(_LATEST, (round,)).fetchone()
    if found is None:
        raise NothingToUndo
    number, address = found
    return to_undo(replay(entries(db, round=round, address=address)), number)


def next_redo(db: sqlite3.Connection, round: int) -> LogEntry:
    """The entry of a round that was undone last.

    Raises:
        NothingToRedo: nothing was undone, or something new has come since.
        CannotRedo, UnknownEntry: its choice is not as it was, or the tables do not say what the log says.
    """
    found = db.execute(_UNDONE_LAST, (round,)).fetchone()
    if found is None:
        raise NothingToRedo
    number, undo, address = found
    newest = db.execute(_NEWEST, (round,)).fetchone()[0] or 0
    if newest > undo:
        raise NothingToRedo(next(entries(db, since=newest - 1)))
    return to_redo(replay(entries(db, round=round, address=address)), number)
