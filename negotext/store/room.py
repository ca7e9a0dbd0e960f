"""What the chair shows the room, for whoever follows on another screen. It is no part of the record."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import datetime

from .log import timestamp


@dataclass(frozen=True, slots=True)
class Shown:
    """What is being discussed.

    Attributes:
        round: number of the round.
        address: of the choice, or empty where none is.
        names: whether the room sees who asked for what.
        screen: which view of the text the chair has: `original`, `marked`, `outcome`.
        at: since when, ISO 8601 in UTC.
    """

    round: int
    address: str = ""
    names: bool = False
    screen: str = "marked"
    at: str = ""


def show(db: sqlite3.Connection, shown: Shown, at: datetime | None) -> None:
    """Put up what the room is to see, inside the caller's transaction; it takes the place of what was up."""
    db.execute(
        "INSERT INTO room VALUES (1, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET "
        "round = excluded.round, address = excluded.address, names = excluded.names, screen = excluded.screen, "
        "at = excluded.at",
        (shown.round, shown.address, int(shown.names), shown.screen, timestamp(at)),
    )


def shown(db: sqlite3.Connection) -> Shown | None:
    """What the room sees; None where nothing has been put up yet."""
    row = db.execute("SELECT round, address, names, screen, at FROM room").fetchone()
    return None if row is None else Shown(row[0], row[1], bool(row[2]), row[3], row[4])
