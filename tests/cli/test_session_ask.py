"""What is asked of a session: its text, positions, figures, words, its log, SQL, a copy."""

import csv
import io
import json
import re
import sqlite3

import pytest

from negotext.query import FIELDS


@pytest.fixture
def decided(ports):
    """The session after a decision, a statement with a new wording, and a place parked."""
    ports("accept", "harbour", "10:1", "2", "--why", "the condition is met")
    ports("say", "harbour", "5:1", "Chile: “2032”; Norway supports")
    ports("park", "harbour", "10:2", "--why", "waits for the costing")
    return ports


def test_the_text_before_anything_is_decided_is_the_draft(ports, root):
    draft = (root / "examples" / "harbour-air.en.txt").read_text()
    assert ports("show", "harbour") == draft
    assert ports("show", "harbour", "--original") == draft
    assert ports("show", "harbour", "--plain") != draft


def test_the_text_as_it_stands(decided):
    shown = decided("show", "harbour", "10")
    assert "The Council will decide on the scale" in shown
    assert "[an\nestimate of needs][“a costed inventory of berths” – Kenya" in shown
    assert decided("show", "harbour", "10:1") == shown
    assert "The Council will consider the scale" in decided("show", "harbour", "10", "--original")


def test_plain_brackets_have_no_names(decided):
    shown = decided("show", "harbour", "10", "--plain")
    assert "[an\nestimate of needs][a costed inventory of berths]" in shown
    assert "Kenya" not in shown
    assert "Barbados, on behalf" not in shown


def test_a_draft_has_no_outcome(ports):
    for command in (
        ("show", ports.harbour, "--plain"),
        ("positions", ports.harbour, "--open"),
        ("stats", ports.harbour, "--agreed"),
    ):
        ports(*command, code=2)
        first, second = ports.stderr.splitlines()
        assert "is a draft: nothing is decided in it" in first
        assert "for sessions" in second


def test_positions_of_a_session_are_those_of_its_draft(ports):
    fields = (*FIELDS, "address", "state", "entry")
    of_session = ports.records("positions", "harbour")
    of_draft = ports.records("positions", ports.harbour)
    assert all(tuple(each) == fields for each in of_session)
    assert [{field: each[field] for field in FIELDS} for each in of_session] == of_draft


def test_positions_by_state(decided):
    agreed = decided.records("positions", "harbour", "--agreed")
    assert {each["address"] for each in agreed} == {"10:1"}
    assert {each["delegation"] for each in agreed} == {"BB", "US", "AU"}
    opened = decided.records("positions", "harbour", "--open")
    assert all(each["state"] == "open" for each in opened)
    floor = [each for each in opened if each["entry"] is not None]
    assert [(each["delegation"], each["text"], each["line"], each["address"]) for each in floor] == [
        ("CL", "2032", None, "5:1"),
        ("NO", "2032", None, "5:1"),
    ]


def test_positions_by_delegation_group_stance_and_paragraph(decided):
    def count(*options: str) -> int:
        return len(decided.records("positions", "harbour", *options))

    assert count("--delegation", "norway", "--paragraph", "5") > count("--delegation", "NO", "-p", "5", "-s", "delete")
    assert count("--group", "SIDS", "--paragraph", "10") == 1
    assert count("--delegation", "SIDS") == len(
        [each for each in decided.records("positions", "harbour") if "SIDS" in (each["on_behalf_of"],)]
    )
    decided("positions", "harbour", "--group", "NO", code=2)
    assert "'NO' is no group" in decided.stderr


def test_positions_as_a_table(decided):
    shown = decided("positions", "harbour", "--paragraph", "5", "--format", "table")
    assert "e3  ○ 5:1" in shown
    assert "5  By [2030 – Norway, Chile]" in shown
    csv_rows = list(csv.DictReader(io.StringIO(decided("positions", "harbour", "-p", "5", "-f", "csv"))))
    assert shown.splitlines()[-1].startswith(f"{len(csv_rows)} of ")


def test_figures(decided):
    before = json.loads(decided("stats", decided.harbour))
    now = json.loads(decided("stats", "harbour"))
    places = len(decided.records("list", "harbour"))
    assert now["choices"] == {"open": places - 2, "agreed": 1, "parked": 1, "gone": 0}
    assert now["delegations"]["CL"] == before["delegations"]["CL"] + 1
    assert json.loads(decided("stats", "harbour", "--agreed"))["delegations"] == {"AU": 1, "BB": 1, "US": 1}
    assert set(before) < set(now)
    shown = decided("stats", "harbour", "--format", "table")
    assert "● agreed" in shown
    assert "harbour, round 1   English, 14 numbered paragraphs" in shown


def test_figures_count_the_brackets_that_are_left(ports):
    before = json.loads(ports("stats", "harbour"))["brackets"]["contested_all"]
    ports("accept", "harbour", "8(b):1", "0")
    assert json.loads(ports("stats", "harbour"))["brackets"]["contested_all"] == before - 4


def test_search(decided):
    kinds = {each["kind"] for each in decided.records("search", "harbour", "2032")}
    assert kinds == {"alternative", "statement"}
    assert [each["address"] for each in decided.records("search", "harbour", "condition", "met")] == ["10:1"]
    assert decided.records("search", "harbour", "Clean Berths Facility")
    assert not decided.records("search", "harbour", "Berths Clean Facility")
    assert decided.records("search", "harbour", "Berths", "Clean", "Facility")
    shown = decided("search", "harbour", "Facility", "--format", "table")
    assert shown.startswith("positions  ")
    assert "nothing in this round holds" in decided("search", "harbour", "zeppelin", "--format", "table")


def test_two_chinese_characters_are_found(room):
    room("new", "water", "--draft", room.water)
    assert {each["delegation"] for each in room.records("search", "water", "美国")} >= {"US"}


def test_the_log(decided):
    decided("undo", "harbour")
    log = decided.records("log", "harbour")
    assert [each["kind"] for each in log] == ["round", "accept", "say", "park", "undo"]
    assert log[1]["decision"]["alternative"] == 2
    assert log[2]["words"] == "Chile: “2032”; Norway supports"
    assert [stand["delegation"] for stand in log[2]["stands"]] == ["CL", "NO"]
    assert (log[3]["why"], log[3]["undone_by"], log[4]["names"]) == ("waits for the costing", 5, 4)
    assert [each["entry"] for each in decided.records("log", "harbour", "--address", "10:2")] == [4, 5]
    assert [each["entry"] for each in decided.records("log", "harbour", "--since", "3")] == [4, 5]
    shown = decided("log", "harbour", "--format", "table")
    assert "● accept 2  the condition is met" in shown
    assert "undone by 5" in shown
    assert "↶ undo 4" in shown


def test_sql(decided):
    rows = decided.records("sql", "harbour", "SELECT address, text FROM choices WHERE state = 'agreed'")
    assert rows == [{"address": "10:1", "text": "decide on"}]
    shown = decided("sql", "harbour", "SELECT 1 AS a, NULL AS b, 'x' AS a", "--format", "table")
    assert [line.split() for line in shown.splitlines()] == [["a", "b", "a"], ["1", "–", "x"], ["1", "row"]]
    assert decided.records("sql", "harbour", "SELECT 1 AS a, 2 AS a") == [{"a": 1, "a_2": 2}]
    assert decided("sql", "harbour", "-", "--format", "csv", text="SELECT 1 AS one") == "one\n1\n"
    # A row with more columns than the screen has room for stands by itself.
    assert "decided_by  Chair" in decided("sql", "harbour", "SELECT * FROM decisions", "--format", "table")
    decided("sql", "harbour", "SELECT address FROM choices", "--limit", "2")
    assert decided.stderr == "negotext: only the first 2 rows are shown\n  --limit shows more\n"


@pytest.mark.parametrize(
    ("query", "problem"),
    [
        ("DELETE FROM log", "a query can only read (SELECT)"),
        ("UPDATE standing SET state = 'agreed'", "a query can only read (SELECT)"),
        ("SELEKT", "SQLite does not understand the query"),
        ("ATTACH 'x.db' AS x", "a query can only read"),
        ("SELECT 1; SELECT 2", "SQLite does not understand the query"),
        ("PRAGMA journal_mode = DELETE", "a query can only read"),
    ],
)
def test_sql_only_reads(decided, query, problem):
    decided("sql", "harbour", query, code=2)
    assert problem in decided.stderr
    assert not (decided.folder / "x.db").exists()


def test_backup(decided):
    (decided.folder / "kept").mkdir()
    assert decided("backup", "harbour", "copy.db").startswith("copy.db: ")
    decided("backup", "harbour", "kept")
    assert decided("list", "copy") == decided("list", "harbour") == decided("list", "kept/harbour.db")
    decided("backup", "harbour", "copy.db", code=2)
    assert "copy.db is already there" in decided.stderr
    decided("backup", "harbour", "nowhere/copy.db", code=2)
    assert "there is no folder nowhere" in decided.stderr


def test_the_views_are_there_for_any_client(decided):
    with sqlite3.connect(decided.folder / "harbour.db") as db:
        found = db.execute("SELECT delegation FROM positions WHERE address = '10:1' ORDER BY 1").fetchall()
    db.close()
    assert found == [("AU",), ("BB",), ("US",)]


def test_show_marks_what_is_agreed(ports):
    """Words that were chosen and the chair’s own; not what is parked, open in their midst, or stands around them."""
    ports("accept", "harbour", "10:1", "2")
    ports("merge", "harbour", "10:2", "--text", "a short list", "--from", "1")
    ports("park", "harbour", "5:1")
    shown = ports("show", "harbour", FORCE_COLOR="1")
    marked = re.findall(r"\x1b\[1;4;32m(.*?)\x1b\[0m", shown)
    assert marked == ["decide on", "a short list", "agreed"]
    assert "\x1b[1;4;32m" not in ports("show", "harbour", "--original", FORCE_COLOR="1")
    # A place that is open in the midst of agreed words is open.
    ports("accept", "harbour", "8(b):1", "1")
    marked = re.findall(r"\x1b\[1;4;32m(.*?)\x1b\[0m", ports("show", "harbour", "8(b)", FORCE_COLOR="1"))
    assert [words.strip() for words in marked if words.strip()] == ["and have them inspected", "agreed"]
