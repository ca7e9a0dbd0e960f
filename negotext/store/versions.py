"""Language versions of a round's draft: kept beside it, and nothing of a version is negotiated."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from negotext.model import Draft, Source

from . import sources
from .errors import Unstorable
from .log import Signed


@dataclass(frozen=True, slots=True)
class Version:
    """The draft of a round in another language.

    Attributes:
        round: number of the round.
        language: code of its language.
        source: its text; the name is that of its file.
        added_by: who brought it in.
        added_at: when, ISO 8601 in UTC.
        program: the negotext that read it.
    """

    round: int
    language: str
    source: Source
    added_by: str
    added_at: str
    program: str


def add(db: sqlite3.Connection, round: int, draft: Draft, signed: Signed) -> None:
    """Keep a version beside a round, inside the caller's transaction; it takes the place of an earlier one.

    Raises:
        Unstorable: the round's own draft is in this language, or nobody is named.
    """
    if not signed.by:
        raise Unstorable("a record needs to say whose it is", "name yourself: --by NAME")
    (own,) = db.execute("SELECT language FROM round WHERE number = ?", (round,)).fetchone()
    if draft.language == own:
        raise Unstorable(
            f"the draft of round {round} is in this language itself ({own})",
            "a new draft is a new round: negotext round SESSION --draft DRAFT; --language says which language it is",
        )
    sources.add(db, "version", {"round": round}, sources.row_of(draft, signed))


def versions(db: sqlite3.Connection, round: int) -> tuple[Version, ...]:
    """The versions of a round in the order of their codes, of each language the one brought in last."""
    rows = db.execute(
        f"SELECT {sources.COLUMNS} FROM version v WHERE round = ? AND id = "
        "(SELECT max(id) FROM version w WHERE w.round = v.round AND w.language = v.language) ORDER BY language",
        (round,),
    )
    kept = (sources.Row(*row) for row in rows)
    return tuple(Version(round, row.language, row.read(), row.added_by, row.added_at, row.program) for row in kept)
