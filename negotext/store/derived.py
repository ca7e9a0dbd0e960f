"""What follows from the log, kept in tables so that it can be asked for quickly, in the transaction of each entry.

The tables `standing` and `undone`, the rows of `alternative` and `stand` that have an `entry`, and the column
`ended` say nothing that the log does not say: `differences` reads the log again and compares.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

from negotext.model import Choice

from .choices import draft_choices, in_round
from .effect import Effect, effect
from .ledger import Ledger, replay
from .log import entries
from .nearness import nearness, same_wordings


def write(db: sqlite3.Connection, row: int, before: Effect, after: Effect) -> None:
    """Bring the tables from `before` to `after` for the choice in `row`, inside the transaction of the entry."""
    values = standing_row(after)
    marks = ", ".join("?" * len(values))
    db.execute(f"UPDATE standing SET ({_STANDING}) = ({marks}) WHERE choice = ?", (*values, row))
    if before.alternatives != after.alternatives:
        _ALTERNATIVE.rewrite(db, row, _alternatives(after))
    if before.stands != after.stands:
        _STAND.rewrite(db, row, _stands(after))


def write_undone(db: sqlite3.Connection, entry: int, undo: int | None) -> None:
    """Note that `entry` was taken back by `undo`, or with None that it was brought back."""
    if undo is None:
        db.execute("DELETE FROM undone WHERE entry = ?", (entry,))
    else:
        db.execute("INSERT INTO undone VALUES (?, ?)", (entry, undo))


def differences(db: sqlite3.Connection) -> Iterator[str]:
    """Where the tables say something else than the replay of the log; nothing, as long as all is well."""
    undone: dict[int, int] = {}
    for (number,) in db.execute("SELECT number FROM round ORDER BY number").fetchall():
        ledger = replay(entries(db, round=number))
        undone |= ledger.undone
        for row, choice in draft_choices(db, in_round(number)).items():
            yield from _differing(db, number, row, choice, ledger)
    if undone != dict(db.execute("SELECT entry, undo FROM undone").fetchall()):
        yield "what is noted as undone is not what the log says"


def _differing(db: sqlite3.Connection, number: int, row: int, choice: Choice, ledger: Ledger) -> Iterator[str]:
    said = effect(choice, ledger)
    place = f"round {number}, {choice.address}"
    if db.execute(f"SELECT {_STANDING} FROM standing WHERE choice = ?", (row,)).fetchall() != [standing_row(said)]:
        yield f"{place}: the decision is not what the log says"
    if _ALTERNATIVE.kept(db, row) != _alternatives(said):
        yield f"{place}: the alternatives are not what the log says"
    if _STAND.kept(db, row) != _stands(said):
        yield f"{place}: the stands are not what the log says"


class _Table(NamedTuple):
    """A table that holds rows of the draft, whose end alone can change, and rows from the floor."""

    name: str
    columns: str

    def put(self, db: sqlite3.Connection, choice: int, row: tuple[object, ...]) -> None:
        """Bring one row up to date; those from the floor have been taken out before."""
        number, *_, entry, ended = row
        if entry is None:
            db.execute(
                f"UPDATE {self.name} SET ended = ? WHERE choice = ? AND number = ? AND ended IS NOT ?",
                (ended, choice, number, ended),
            )
        else:
            marks = ", ".join("?" * len(row))
            db.execute(f"INSERT INTO {self.name} (choice, {self.columns}) VALUES (?, {marks})", (choice, *row))

    def rewrite(self, db: sqlite3.Connection, choice: int, rows: list[tuple[object, ...]]) -> None:
        """Make the table say of a choice what `rows` say."""
        db.execute(f"DELETE FROM {self.name} WHERE choice = ? AND entry IS NOT NULL", (choice,))
        for row in rows:
            self.put(db, choice, row)

    def kept(self, db: sqlite3.Connection, choice: int) -> list[tuple[object, ...]]:
        """What the table says of a choice."""
        found = db.execute(f"SELECT {self.columns} FROM {self.name} WHERE choice = ? ORDER BY number", (choice,))
        return found.fetchall()


_STANDING = "state, act, alternative, text, sources, entry, last, nearest, backers, holders, wordings"
_ALTERNATIVE = _Table("alternative", "number, text, label, entry, ended")
_STAND = _Table("stand", "number, delegation, on_behalf_of, side, alternative, stance, entry, ended")


def standing_row(said: Effect) -> tuple[object, ...]:
    """What the table `standing` holds of a choice after its row number."""
    decision, decided = said.decision, said.decided
    kept = [held.stand for held in said.stands if held.ended is None]
    near = nearness(said.on_the_table(), kept)
    return (
        said.state.value,
        decision and decision.act.value,
        decision and decision.alternative,
        decision and decision.text,
        json.dumps(decision.sources) if decision else "[]",
        decided and decided.id,
        said.last,
        near.nearest,
        "\n".join(near.backers),
        "\n".join(near.holders),
        same_wordings([worded.alternative for worded in said.alternatives if worded.ended is None]),
    )


def _alternatives(said: Effect) -> list[tuple[object, ...]]:
    return [(wording.number, wording.text, wording.label, entry, ended) for wording, entry, ended in said.alternatives]


def _stands(said: Effect) -> list[tuple[object, ...]]:
    return [
        (
            number,
            stand.delegation,
            stand.on_behalf_of,
            stand.side.value,
            stand.alternative,
            stand.stance,
            entry,
            ended,
        )
        for number, (stand, entry, ended) in enumerate(said.stands)
    ]
