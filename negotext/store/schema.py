"""What tells a session from any other SQLite file, without importing what makes one."""

from __future__ import annotations

APPLICATION_ID = 0x6E65676F
"""In the header of each session (`nego`); `file` and other tools can tell by it."""

VERSION = 8
"""Number of the newest migration; `PRAGMA user_version` of a session that is up to date."""

OLDEST_SQLITE = (3, 37, 0)
"""STRICT tables came with 3.37, the trigram tokenizer with 3.34."""
