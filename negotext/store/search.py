"""Finding words in positions, alternatives, statements and the chair's own words, in any script.

The index keeps every three neighbouring characters (trigram), which suits Chinese: there are no spaces to cut
words at. It cannot find fewer than three characters, and LIKE on an index table silently finds nothing for
美国, so those are looked for in the tables themselves.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

_TERM = re.compile(r'"([^"]+)"|(\S+)')
_INDEXED = 3


@dataclass(frozen=True, slots=True)
class Hit:
    """Something that holds the words.

    Attributes:
        kind: `position`, `alternative`, `statement`, `decision`, or `note` for the reason given with anything
            else.
        round: number of the round.
        address: the choice it is about, or empty.
        paragraph: the paragraph it stands in, or empty.
        text: the text in which the first of the words was found.
        delegation: whose position it is; for what is from the log who recorded it; else empty.
        line: line of the draft, counted from 1; None where it is not from a draft's position.
        entry: log entry it comes from; None from the draft.
        holds: whether it has not been withdrawn, replaced or undone.
    """

    kind: str
    round: int
    address: str
    paragraph: str
    text: str
    delegation: str
    line: int | None
    entry: int | None
    holds: bool


def terms(words: str) -> list[str]:
    """What a search looks for: each word, and what stands in straight double quotes as one.

    Nothing that is typed has another meaning: AND, *, ^, ( and the like are looked for as they are.
    """
    found = [phrase or word.replace('"', "") for phrase, word in _TERM.findall(words.replace("\0", ""))]
    return [" ".join(term.split()) for term in found if term.strip()]


def search(db: sqlite3.Connection, round: int, words: str, limit: int) -> list[Hit]:
    """What holds all of `words` in a round, by kind and in the order of the draft, at most `limit` of each kind."""
    wanted = terms(words)
    if not wanted:
        return []
    hits = []
    for table, columns, select in _SOURCES:
        condition, values = _holding(table, columns, wanted)
        rows = db.execute(f"{select} AND {condition} ORDER BY t.id LIMIT ?", (round, *values, limit))
        for kind, address, paragraph, delegation, line, entry, holds, *texts in rows:
            text = _shown(texts, wanted[0])
            hits.append(Hit(kind, round, address or "", paragraph or "", text, delegation, line, entry, bool(holds)))
    return hits


# Each selects kind, address, paragraph, delegation, line, entry, holds, then the texts, best to show first.
_SOURCES = (
    (
        "position",
        ("evidence", "text", "target"),
        """SELECT 'position', t.address, t.paragraph, t.delegation, t.line, NULL,
                  t.address IS NULL OR EXISTS (
                      SELECT 1 FROM choice c JOIN stand h ON h.choice = c.id
                      WHERE c.round = t.round AND c.address = t.address AND h.position = t.id
                      AND h.ended IS NULL),
                  t.evidence, t.text, t.target
           FROM position t WHERE t.round = ?""",
    ),
    (
        "alternative",
        ("text", "label"),
        """SELECT 'alternative', c.address, c.paragraph, '', NULL, t.entry, t.ended IS NULL, t.text, t.label
           FROM alternative t JOIN choice c ON c.id = t.choice WHERE c.round = ?""",
    ),
    (
        "log",
        ("words", "text", "why"),
        """SELECT CASE WHEN t.words IS NOT NULL THEN 'statement' WHEN t.act IS NOT NULL THEN 'decision' ELSE 'note' END,
                  t.address, c.paragraph, t.who, NULL, t.id,
                  t.id NOT IN (SELECT entry FROM undone), t.words, t.text, t.why
           FROM log t LEFT JOIN choice c ON c.round = t.round AND c.address = t.address WHERE t.round = ?""",
    ),
)


def _holding(table: str, columns: Sequence[str], wanted: Sequence[str]) -> tuple[str, list[str]]:
    """The condition that a row of `table t` holds every term, and its values."""
    conditions, values = [], []
    long = [term for term in wanted if len(term) >= _INDEXED]
    if long:
        conditions.append(f"t.id IN (SELECT rowid FROM {table}_fts WHERE {table}_fts MATCH ?)")
        values.append(" AND ".join('"' + term.replace('"', '""') + '"' for term in long))
    for term in wanted:
        if len(term) < _INDEXED:
            patterns = [f"%{_literal(form)}%" for form in _forms(term)]
            tries = [f"t.{column} LIKE ? ESCAPE '\\'" for column in columns for _ in patterns]
            conditions.append(f"({' OR '.join(tries)})")
            values += patterns * len(columns)
    return " AND ".join(conditions), values


def _forms(term: str) -> list[str]:
    """The term in the letter cases that LIKE tells apart: it does so outside ASCII."""
    return [term] if term.isascii() else sorted({term, term.lower(), term.upper(), term.title()})


def _literal(term: str) -> str:
    return re.sub(r"([\\%_])", r"\\\1", term)


def _shown(texts: Sequence[str | None], term: str) -> str:
    folded = term.casefold()
    there = [text for text in texts if text]
    return next((text for text in there if folded in text.casefold()), there[0] if there else "")
