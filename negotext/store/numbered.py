"""The numbered migrations of a session's schema; founding.py and additions.py put them here in their order."""

from __future__ import annotations

from sqlite_utils import Migrations

migrations = Migrations("negotext")
