"""Reading positions: who stands where on a choice, and what the session has noted of a delegation, stance or
paragraph.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection
from dataclasses import dataclass

from negotext.model import Position, Side, Span, Stance, Stand, State

from .choices import within
from .standing import Noted, Traced


@dataclass(frozen=True, slots=True)
class Asked:
    """Which positions are asked for. Whatever is left out does not narrow them down.

    Attributes:
        delegations: codes of those who speak, or for whom others speak.
        stances: any of these.
        paragraph: an address of a paragraph; its items belong to it.
        address: a choice.
        state: how the choice stands; positions about no choice are then left out.
        ended: whether those that were withdrawn or replaced by later statements are wanted too.
    """

    delegations: Collection[str] = ()
    stances: Collection[Stance] = ()
    paragraph: str | None = None
    address: str | None = None
    state: State | None = None
    ended: bool = False


EVERYTHING = Asked()
"""All that holds."""


def traced(db: sqlite3.Connection, choice: int, *, ended: bool) -> list[Traced]:
    """Who stands where on the choice of this row, in the order it was said.

    Args:
        db: a connection.
        choice: row of the choice.
        ended: whether what no longer holds is wanted too.
    """
    rows = db.execute(
        "SELECT h.delegation, h.on_behalf_of, h.side, h.alternative, p.number, h.stance, "
        "coalesce(p.evidence, l.words, ''), p.line, h.entry, h.ended, coalesce(p.date, '') "
        "FROM stand h LEFT JOIN position p ON p.id = h.position LEFT JOIN log l ON l.id = h.entry "
        f"WHERE h.choice = ?{'' if ended else ' AND h.ended IS NULL'} ORDER BY h.number",
        (choice,),
    )
    return [
        Traced(
            Stand(delegation, group, Side(side), alternative, -1 if number is None else number, stance),
            evidence,
            line,
            entry,
            end,
            date,
        )
        for delegation, group, side, alternative, number, stance, evidence, line, entry, end, date in rows
    ]


def speakers(db: sqlite3.Connection) -> dict[str, int]:
    """Everybody who has taken a position in any round, with the last round in which it was.

    Steps from one delegation to the next in the index: some hundred looks, however many positions there are.
    """
    found = {
        code: round
        for code, round in db.execute(
            "WITH RECURSIVE speaker(code) AS (SELECT min(delegation) FROM position UNION ALL "
            "SELECT (SELECT min(delegation) FROM position WHERE delegation > code) FROM speaker "
            "WHERE code IS NOT NULL) "
            "SELECT code, (SELECT max(round) FROM position WHERE delegation = code) FROM speaker "
            "WHERE code IS NOT NULL"
        )
    }
    said = db.execute(
        "SELECT h.delegation, max(c.round) FROM stand h JOIN choice c ON c.id = h.choice "
        "WHERE h.entry IS NOT NULL GROUP BY h.delegation"
    )
    for code, round in said:
        found[code] = max(round, found.get(code, round))
    return found


def noted(db: sqlite3.Connection, round: int, asked: Asked) -> list[Noted]:
    """Positions of a round: those of the draft in its order, then those from the floor as they were said."""
    where = ["round = ?"]
    wanted: list[int | str] = [round]
    if asked.delegations:
        marks = ", ".join("?" * len(asked.delegations))
        where.append(f"(delegation IN ({marks}) OR on_behalf_of IN ({marks}))")
        wanted += [*asked.delegations, *asked.delegations]
    if asked.stances:
        where.append(f"stance IN ({', '.join('?' * len(asked.stances))})")
        wanted += [stance.value for stance in asked.stances]
    if asked.paragraph is not None:
        sql, *of_paragraph = within("paragraph", asked.paragraph)
        where.append(sql)
        wanted += of_paragraph
    if asked.address is not None:
        where.append("address = ?")
        wanted.append(asked.address)
    if asked.state is not None:
        where.append("state = ?")
        wanted.append(asked.state.value)
    if not asked.ended:
        where.append("holds")
    cursor = db.cursor()
    cursor.row_factory = sqlite3.Row
    rows = cursor.execute(f"SELECT * FROM positions WHERE {' AND '.join(where)} ORDER BY source, entry, place", wanted)
    return [_noted(row) for row in rows]


def _noted(row: sqlite3.Row) -> Noted:
    position = Position(
        row["delegation"],
        row["on_behalf_of"],
        Stance(row["stance"]),
        row["text"],
        row["target"],
        Span(row["evidence_start"], row["evidence_end"]),
        row["paragraph"],
        row["bracket"],
        _span(row, "about"),
        _span(row, "offered"),
        row["date"],
    )
    return Noted(
        row["round"],
        row["number"],
        position,
        row["address"] or "",
        None if row["state"] is None else State(row["state"]),
        row["evidence"],
        row["line"],
        row["entry"],
        bool(row["holds"]),
    )


def _span(row: sqlite3.Row, name: str) -> Span | None:
    start = row[f"{name}_start"]
    return None if start is None else Span(start, row[f"{name}_end"])
