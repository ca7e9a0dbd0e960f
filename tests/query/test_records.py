"""The record of a position."""

from dataclasses import replace

from negotext.model import Position, Source, Span, Stance
from negotext.query import FIELDS, record


def test_the_fields_are_a_contract():
    assert FIELDS == (
        "line",
        "start",
        "end",
        "paragraph",
        "delegation",
        "on_behalf_of",
        "stance",
        "text",
        "target",
        "evidence",
    )


def test_a_date_stands_in_the_record_only_where_there_is_one():
    source = Source("[“deep” – Algeria]\n")
    position = Position("DZ", None, Stance.INSERT, "deep", None, Span(0, 18), date="2026-03-05T14:05:00Z")
    dated = record(position, source)
    assert list(dated) == [*FIELDS, "date"]
    assert dated["date"] == "2026-03-05T14:05:00Z"
    assert tuple(record(replace(position, date=""), source)) == FIELDS


def test_a_record():
    source = Source("first\n[“deep” –\n  Algeria]\n")
    position = Position("DZ", "AFRICAN_GROUP", Stance.INSERT, "deep", None, Span(7, 25), "5", 0)
    assert record(position, source) == {
        "line": 2,
        "start": 7,
        "end": 25,
        "paragraph": "5",
        "delegation": "DZ",
        "on_behalf_of": "AFRICAN_GROUP",
        "stance": "insert",
        "text": "deep",
        "target": None,
        "evidence": "“deep”–Algeria",
    }
