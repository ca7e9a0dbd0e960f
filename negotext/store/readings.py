"""Drafts as they were read, kept so that whoever asks later need not read them again, and gets the same.

What is kept is JSON: blocks, brackets, faults, stretches in other languages, named places. The text lies in the
table `round`, the positions in the table `position`.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from typing import Any

from negotext.model import (
    Anchor,
    Block,
    BlockKind,
    Bracket,
    BracketKind,
    BracketTree,
    Diagnostic,
    Draft,
    Foreign,
    Position,
    Severity,
    Source,
    Span,
    Stance,
)


def add(db: sqlite3.Connection, number: int, draft: Draft) -> None:
    """Keep the reading of the draft of round `number`, inside the caller's transaction."""
    db.execute("INSERT INTO reading VALUES (?, ?)", (number, _written(draft)))


def reading(db: sqlite3.Connection, number: int, source: Source) -> Draft | None:
    """The draft of a round as it was read; None where the session is older than this record.

    Raises:
        ValueError, KeyError, TypeError, IndexError: what is kept there is damaged.
    """
    row = db.execute(
        "SELECT d.draft, r.language FROM reading d JOIN round r ON r.number = d.round WHERE d.round = ?", (number,)
    ).fetchone()
    if row is None:
        return None
    return _draft(json.loads(row[0]), row[1], source, _positions(db, number))


def blocks(db: sqlite3.Connection, number: int) -> tuple[Block, ...] | None:
    """The blocks of the draft of a round alone; None where the session is older than this record.

    Raises:
        ValueError, KeyError, TypeError: what is kept there is damaged.
    """
    row = db.execute("SELECT json_extract(draft, '$.blocks') FROM reading WHERE round = ?", (number,)).fetchone()
    return None if row is None else _blocks(json.loads(row[0]))


def _written(draft: Draft) -> str:
    kept = {
        "blocks": [(b.kind, *b.span, b.body, b.label, b.paragraph, int(b.continues)) for b in draft.blocks],
        "brackets": [
            (b.start, b.end, b.parent, b.depth, int(b.closed), int(b.round), b.kind) for b in draft.tree.brackets
        ],
        "unopened": draft.tree.unopened,
        "faults": [(f.code, f.severity, *f.span, f.message, f.hint) for f in draft.diagnostics],
        "foreign": draft.foreign,
        "anchors": [(anchor.name, *anchor.span) for anchor in draft.anchors],
    }
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":"))


def _draft(kept: dict[str, Any], language: str, source: Source, positions: Iterable[Position]) -> Draft:
    brackets = tuple(
        Bracket(index, start, end, parent, depth, bool(closed), bool(round), BracketKind(kind))
        for index, (start, end, parent, depth, closed, round, kind) in enumerate(kept["brackets"])
    )
    faults = tuple(
        Diagnostic(code, Severity(severity), Span(start, end), message, hint)
        for code, severity, start, end, message, hint in kept["faults"]
    )
    return Draft(
        source,
        language,
        _blocks(kept["blocks"]),
        BracketTree(source.text, brackets, tuple(kept["unopened"])),
        tuple(positions),
        faults,
        tuple(Foreign(*each) for each in kept["foreign"]),
        tuple(Anchor(name, Span(start, end)) for name, start, end in kept["anchors"]),
    )


def _blocks(kept: Iterable[Any]) -> tuple[Block, ...]:
    kinds = {kind.value: kind for kind in BlockKind}
    return tuple(
        Block(kinds[kind], Span(start, end), body, label, paragraph, bool(continues))
        for kind, start, end, body, label, paragraph, continues in kept
    )


def _positions(db: sqlite3.Connection, number: int) -> list[Position]:
    rows = db.execute(
        "SELECT delegation, on_behalf_of, stance, text, target, evidence_start, evidence_end, paragraph, bracket, "
        "about_start, about_end, offered_start, offered_end, date FROM position WHERE round = ? ORDER BY number",
        (number,),
    )
    return [
        Position(
            delegation,
            group,
            Stance(stance),
            text,
            target,
            Span(start, end),
            paragraph,
            bracket,
            None if about is None else Span(about, about_end),
            None if offered is None else Span(offered, offered_end),
            date,
        )
        for (
            delegation,
            group,
            stance,
            text,
            target,
            start,
            end,
            paragraph,
            bracket,
            about,
            about_end,
            offered,
            offered_end,
            date,
        ) in rows
    ]
