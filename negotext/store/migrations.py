"""The schema of a session, as numbered migrations. A migration that has been released is never edited: add the next.

They stand in founding.py and additions.py. Tables have names in the singular and may change with a migration; the
views, in the plural, are stable and described in VIEWS.md.
"""

from __future__ import annotations

import sqlite3

from sqlite_utils import Database

# Imported in their order: importing a file puts its migrations into the list.
from . import founding, additions  # isort: skip
from .connection import transaction
from .numbered import migrations
from .schema import APPLICATION_ID, VERSION

__all__ = ["additions", "founding", "migrations", "upgrade"]


def upgrade(db: sqlite3.Connection) -> None:
    """Bring a session, or an empty file, up to date: all of it or nothing."""
    with transaction(db, "IMMEDIATE"):
        # No plugins: a session is the same whatever else a user has installed.
        migrations.apply(Database(db, execute_plugins=False))
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute(f"PRAGMA user_version = {VERSION}")
