"""JSON holds the whole paper: it can be made again from the record."""

import json
from dataclasses import replace

from formats.drawn import papers
from formats.papers import PAPERS
from hypothesis import given

from negotext.formats import to_json
from negotext.paper.values import (
    Cell,
    Change,
    Edge,
    Front,
    Kind,
    Note,
    NoteMark,
    Paper,
    Paragraph,
    Remark,
    Revision,
    Role,
    Run,
    Style,
    Table,
)


def revision(record):
    held = record.get("revision")
    return held and Revision(Change(held["change"]), held["author"], held["date"])


def inline(record):
    if "note" in record:
        return NoteMark(record["note"], revision(record))
    if "text" not in record:
        return Edge(record.get("opens") or record["closes"], "opens" in record)
    return Run(
        record["text"], Role(record["role"]), record.get("delegation", ""), record.get("depth", 0), revision(record)
    )


def content(records):
    return tuple(map(inline, records))


def block(record):
    if record["type"] == "table":
        rows = (
            tuple(Cell(tuple(map(content, cell["paragraphs"])), cell["shade"]) for cell in row)
            for row in record["rows"]
        )
        return Table(tuple(rows), tuple(record["widths"]), record["turned"], record["language"])
    kind, words = Kind(record["kind"]), content(record["content"])
    return Paragraph(kind, words, record["level"], record["address"], record["language"], revision(record))


def paper_of(text: str) -> Paper:
    record = json.loads(text)
    assert record["negotext"] == 1
    return Paper(
        Style(record["style"]),
        record["language"],
        Front(**record["front"]),
        tuple(map(block, record["body"])),
        tuple(map(block, record["annex"])),
        tuple(Note(note["number"], content(note["content"])) for note in record["notes"]),
        tuple(Remark(**{**remark, "paragraphs": tuple(remark["paragraphs"])}) for remark in record["remarks"]),
        record["bookmarks"],
        record["created"],
        record["author"],
    )


@given(papers())
def test_nothing_is_lost(paper):
    text = to_json(paper)
    assert paper_of(text) == paper
    text.encode("utf-8")


def test_each_paragraph_has_its_line():
    paper = PAPERS["clean"]
    one = to_json(paper).splitlines()
    other = to_json(replace(paper, body=(*paper.body[:1], paper.body[2], *paper.body[2:]))).splitlines()
    assert len(one) == len(other)
    assert sum(a != b for a, b in zip(one, other, strict=True)) == 1
