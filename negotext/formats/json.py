"""A paper as JSON, for other programs: all of its values, nothing drawn.

    {"negotext": 1,                  the form of this record; a higher number breaks readers, more keys do not
     "style": "annotated", "language": "en", "created": "2026-11-21T10:00:00Z", "author": "",
     "front": {"symbol", "date", "original", "title", "agenda", "distribution"},
     "printed": [name, ...],         what of front the text itself says
     "body": [block, ...],           the text
     "annex": [block, ...],          legend and tables
     "notes": [{"number", "content"}, ...],
     "remarks": [{"key", "author", "initials", "date", "paragraphs"}, ...],
     "bookmarks": {key: name, ...}}

A block is `{"type": "paragraph", "kind", "level", "address", "language", "content", "revision"?}` or
`{"type": "table", "widths", "turned", "language", "rows": [[{"shade", "paragraphs": [content, ...]}, ...], ...]}`.
Content is a list of `{"text", "role", "delegation"?, "depth"?, "revision"?}`, `{"opens": key}`, `{"closes": key}` and
`{"note": number, "revision"?}`; a revision is `{"change": "inserted"|"deleted", "author", "date"}`. Keys with a
question mark are left out where there is nothing to say. The values are those of `negotext.paper.values`, in its words.

Each paragraph and table is one line of the file, so that two of them can be compared line by line.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from negotext.paper.values import Block, Cell, Edge, Inline, NoteMark, Paper, Paragraph, Revision, Run

FORM = 1
"""Number of the form of the record."""

_Record = dict[str, Any]


def to_json(paper: Paper) -> str:
    """The paper as the text of one JSON object, ending in a line end; the same for the same paper."""
    return _laid_out(as_record(paper))


def as_record(paper: Paper) -> _Record:
    """The paper as plain dictionaries, lists, strings and numbers."""
    return {
        "negotext": FORM,
        "style": paper.style.value,
        "language": paper.language,
        "created": paper.created,
        "author": paper.author,
        "front": asdict(paper.front),
        "printed": sorted(paper.printed),
        "body": [_block(block) for block in paper.body],
        "annex": [_block(block) for block in paper.annex],
        "notes": [{"number": note.number, "content": _content(note.content)} for note in paper.notes],
        "remarks": [asdict(remark) for remark in paper.remarks],
        "bookmarks": dict(sorted(paper.bookmarks.items())),
    }


def _block(block: Block) -> _Record:
    if isinstance(block, Paragraph):
        return {
            "type": "paragraph",
            "kind": block.kind.value,
            "level": block.level,
            "address": block.address,
            "language": block.language,
            "content": _content(block.content),
            **_revision(block.revision),
        }
    return {
        "type": "table",
        "widths": list(block.widths),
        "turned": block.turned,
        "language": block.language,
        "rows": [[_cell(cell) for cell in row] for row in block.rows],
    }


def _cell(cell: Cell) -> _Record:
    return {"shade": cell.shade, "paragraphs": [_content(each) for each in cell.content]}


def _content(content: Iterable[Inline]) -> list[_Record]:
    return [_inline(inline) for inline in content]


def _inline(inline: Inline) -> _Record:
    match inline:
        case Edge():
            return {"opens" if inline.opens else "closes": inline.key}
        case NoteMark():
            return {"note": inline.number, **_revision(inline.revision)}
        case Run():
            record: _Record = {"text": inline.text, "role": inline.role.value}
            if inline.delegation:
                record["delegation"] = inline.delegation
            if inline.depth:
                record["depth"] = inline.depth
            return record | _revision(inline.revision)


def _revision(revision: Revision | None) -> _Record:
    if revision is None:
        return {}
    return {"revision": {"change": revision.change.value, "author": revision.author, "date": revision.date}}


def _laid_out(record: _Record) -> str:
    """The object with each of its members, and each member of its lists, on a line of its own."""
    members = []
    for key, value in record.items():
        if isinstance(value, list) and value:
            lines = ",\n    ".join(map(_compact, value))
            members.append(f"{_compact(key)}: [\n    {lines}\n  ]")
        else:
            members.append(f"{_compact(key)}: {_compact(value)}")
    return "{\n  " + ",\n  ".join(members) + "\n}\n"


def _compact(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False)
    # Halves of characters that UTF-8 cannot write come from broken files; JSON has an escape for them.
    return text if text.isascii() or not _has_halves(text) else json.dumps(value)


def _has_halves(text: str) -> bool:
    return any("\ud800" <= character <= "\udfff" for character in text)
