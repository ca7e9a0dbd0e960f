"""The text that a draft was read from, as a row keeps it: a round's and a version's alike."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

from negotext.model import Draft, Source

from .log import Signed, timestamp

COLUMNS = "language, added_at, added_by, source_name, source, encoding, bom, program"
"""The columns of `Row`, in its order."""


class Row(NamedTuple):
    """A draft that was brought in.

    Attributes:
        language: code of the language it was read in.
        added_at: when it was brought in, ISO 8601 in UTC.
        added_by: who brought it in.
        source_name: name of the file it was read from.
        source: the text as that file has it, without the byte order mark.
        encoding: of `source`.
        bom: the byte order mark, or nothing.
        program: the negotext that read it.
    """

    language: str
    added_at: str
    added_by: str
    source_name: str
    source: bytes
    encoding: str
    bom: bytes
    program: str

    def read(self) -> Source:
        """The text, as it was read."""
        return Source(self.source.decode(self.encoding), self.source_name, self.encoding, self.bom)


def row_of(draft: Draft, signed: Signed) -> Row:
    """What is kept of a draft that somebody brings in."""
    from negotext import __version__

    of = draft.source
    content = of.text.encode(of.encoding)
    at, by = timestamp(signed.at), signed.by
    return Row(draft.language, at, by, of.name, content, of.encoding, of.bom, f"negotext {__version__}")


def add(db: sqlite3.Connection, table: str, key: dict[str, int | str], row: Row) -> None:
    """Insert a row into `round` or `version`; `key` are the columns it has beside those of `Row`."""
    marks = ", ".join("?" * (len(key) + len(row)))
    db.execute(f"INSERT INTO {table} ({', '.join(key)}, {COLUMNS}) VALUES ({marks})", (*key.values(), *row))
