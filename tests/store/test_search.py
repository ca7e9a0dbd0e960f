"""Searching in any script, for anything a user may type."""

import sqlite3

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from negotext.model import Act, Alternative, Decision, Side, Stand
from negotext.store.search import terms


def found(session, words: str) -> list[tuple[str, str]]:
    return [(hit.kind, hit.address) for hit in session.search(words)]


@pytest.mark.parametrize(
    ("words", "hits"),
    [
        # Two characters: a trigram index cannot find them, and LIKE on it silently finds nothing.
        ("美国", [("position", "6:1")]),
        ("删除", [("position", "6:1")]),
        ("定期", [("position", "6:1"), ("alternative", "6:1")]),
        ("期", [("position", "6:1"), ("alternative", "6:1")]),
        # Three and more, also where the draft has a line wrap in the word.
        ("俄罗斯", [("position", "6:1")]),
        ("俄罗斯支持", [("position", "6:1")]),
        ("美国：删除", [("position", "6:1")]),
        # ASCII, one letter to many, in any letter case.
        ("C", [("position", "5:1"), ("position", "")]),
        ("ch", [("position", "5:1")]),
        ("Chile", [("position", "5:1")]),
        ("SHALL", [("alternative", "5:2")]),
        ("ow", [("alternative", "5:3"), ("alternative", "5:3.1")]),
        # All words have to be there, in any of the texts.
        ("美国 定期", [("position", "6:1")]),
        ("chile regularly", [("position", "5:1")]),
        ("chile 美国", []),
        ('"and its"', [("alternative", "5:3")]),
        ('"its and"', []),
        # What means something to FTS5 or LIKE means itself here.
        ("%", []),
        ("_", []),
        ("5%", []),
        ("a_d", []),
        ("shall OR should", []),
        ("shall*", []),
        ("NOT", []),
        ("[own]", [("alternative", "5:3")]),
        ("", []),
        ('"', []),
        ('"" ""', []),
    ],
)
def test_search(session, words, hits):
    assert found(session, words) == hits


@pytest.mark.parametrize(
    "typed",
    [
        'sh"all',
        '"shall',
        "shall AND",
        "AND OR NOT",
        "NEAR(a b, 3)",
        "text : shall",
        "^shall",
        "(shall",
        "shall) --",
        "'; DROP TABLE log; --",
        "{text target}: x",
        "a + b",
        "\\",
        "shall\0should",
        "“ ”",
        "𠮷野家",
        "x" * 5000,
    ],
)
def test_nothing_that_is_typed_is_an_error(session, typed):
    session.search(typed)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text('ab"*()%_\\ 美国AND^:-\0\n', max_size=12))
def test_nothing_at_all_is_an_error(session, typed):
    session.search(typed)


def test_a_stray_quote_is_left_out(session):
    assert terms('"loss and damage" fund') == ["loss and damage", "fund"]
    assert terms('"loss and') == ["loss", "and"]
    assert found(session, '"shall') == [("alternative", "5:2")]


def test_letter_case_does_not_matter_in_other_scripts(session):
    session.say("5:2", "США: возражает", (), (), by="Chair")
    for words in ("США", "сша", "ша", "ША", "Возражает"):
        assert found(session, words) == [("statement", "5:2")]


def test_statements_and_the_chairs_words_are_found(session):
    statement = session.say(
        "5:2", "美国 says may", (Stand("US", None, Side.FOR, 3, -1, "insert"),), (Alternative(3, "may"),), by="Chair"
    )
    session.decide(Decision("5:3", Act.MERGE, None, "and what it is for", (1,)), by="Chair", why="a compromise")
    assert found(session, "美国") == [("position", "6:1"), ("statement", "5:2")]
    assert found(session, "may") == [("alternative", "5:2"), ("statement", "5:2")]
    assert found(session, "what it is") == [("decision", "5:3")]
    assert found(session, "compromise") == [("decision", "5:3")]
    (hit,) = [hit for hit in session.search("says") if hit.kind == "statement"]
    assert (hit.text, hit.delegation, hit.entry, hit.holds) == ("美国 says may", "Chair", statement.id, True)


def test_the_reason_of_an_undo_is_a_note(session):
    session.decide(Decision("5:3", Act.PARK), by="Chair")
    session.undo(by="Chair", why="pressed by mistake")
    assert found(session, "mistake") == [("note", "5:3")]


def test_what_was_undone_is_found_in_the_record_alone(session):
    session.say("5:2", "US: may", (), (Alternative(3, "maybe"),), by="Chair")
    session.undo(by="Chair")
    (hit,) = session.search("US: may")
    assert (hit.kind, hit.holds) == ("statement", False)
    assert found(session, "maybe") == []
    session.redo(by="Chair")
    assert found(session, "maybe") == [("alternative", "5:2")]


def test_what_was_withdrawn_is_found_and_marked(session):
    session.withdraw("6:1", delegation="US", by="Chair")
    assert next((hit.delegation, hit.holds) for hit in session.search("定期")) == ("US", False)


def test_a_hit_shows_where_the_words_are(session):
    assert session.search("regularly")[0].text == "regularly – Chile"
    assert [hit.text for hit in session.search("own")] == ["and its [own] goals", "own"]
    assert len(session.search("own", limit=1)) == 1


def test_each_round_is_searched_by_itself(session, draft, choices):
    session.say("5:2", "US: may", (), (), by="Chair")
    session.add_round(draft, choices[:1], by="Secretariat")
    assert found(session, "US: may") == []
    assert [hit.kind for hit in session.search("US: may", round=1)] == ["statement"]
    assert found(session, "美国") == [("position", "")]


def test_the_index_is_in_step_with_the_tables(session, draft, choices):
    """SQLite compares index and table itself; it raises where they differ."""
    for word in ("may", "will"):
        session.say("5:2", word, (), (Alternative(3, word),), by="Chair")
    session.undo(by="Chair")
    session.withdraw("5:2", alternative=3, by="Chair")
    session.add_round(draft, choices, by="Secretariat")
    db = sqlite3.connect(session.path)
    for table in ("position", "alternative", "log"):
        db.execute(f"INSERT INTO {table}_fts ({table}_fts, rank) VALUES ('integrity-check', 1)")
    db.close()
