"""`negotext new`, where sessions live, and what is said when one cannot be opened."""

import sqlite3

import pytest


def test_it_says_what_is_in_the_session(room):
    said = room("new", "well", "--draft", room.well)
    assert said.startswith("well.db: 7 places open, on 5 of them somebody is on record\n")
    assert "8 delegations with 9 positions: CL, " in said
    assert "negotext check " in said
    assert said.endswith("next: negotext list well --open\n")


def test_a_bare_name_lives_in_the_folder_of_sessions_where_there_is_one(room):
    (room.folder / "sessions").mkdir()
    assert room("new", "well", "--draft", room.well).startswith("sessions/well.db:")
    assert room("list", "well", "--format", "json") == room("list", "sessions/well.db", "--format", "json")


def test_a_path_or_a_suffix_is_taken_as_it_is(room):
    (room.folder / "sessions").mkdir()
    room("new", "here.session", "--draft", room.well)
    room("new", "./there.db", "--draft", room.well)
    assert sorted(path.name for path in room.folder.iterdir()) == ["here.session", "sessions", "there.db"]
    assert room("list", "here.session") == room("list", "./there.db")


def test_the_name_of_the_negotiation(room):
    room("new", "well", "--draft", room.well, "--name", "The village well", "--by", "Secretariat")
    assert room("list", "well", "--format", "table").startswith("The village well  round 1")
    (made,) = room.records("log", "well")
    assert (made["kind"], made["by"]) == ("round", "Secretariat")


def test_a_session_that_is_there_is_left_alone(room):
    room("new", "well", "--draft", room.well)
    before = (room.folder / "well.db").read_bytes()
    room("new", "well", "--draft", room.harbour, code=2)
    assert room.stderr.startswith("negotext: well.db is already there\n")
    assert (room.folder / "well.db").read_bytes() == before


def test_a_draft_from_standard_input(room):
    room("new", "pipe", "--draft", "-", text="1. The well [is dry][“is deep” – Chile].\n")
    assert room.sides("pipe", "1") == {2: ["CL for"]} or room.sides("pipe", "1:2") == {1: ["CL for"]}


@pytest.mark.parametrize(
    ("arguments", "problem", "hint"),
    [
        (("list", "wel"), "there is no session wel.db", "did you mean well?"),
        (("list", "quite-another"), "there is no session", "make one: negotext new quite-another --draft DRAFT"),
        (("who", "notes.db", "1:1"), "notes.db is an SQLite file of something else", "negotext new"),
        (("who", "empty.db", "1:1"), "empty.db is an empty file", "negotext new"),
        (("log", "draft.txt"), "draft.txt is no SQLite file", "negotext new"),
        (("new", "folder/of/none.db", "--draft", "draft.txt"), "there is no folder folder/of", "check the name"),
        (("new", "x", "--draft", "drafd.txt"), "there is no file drafd.txt", "did you mean draft.txt?"),
    ],
)
def test_what_cannot_be_opened(room, arguments, problem, hint):
    room("new", "well", "--draft", room.well)
    (room.folder / "draft.txt").write_text("1. The well.\n")
    (room.folder / "empty.db").touch()
    with sqlite3.connect("notes.db") as other:
        other.execute("CREATE TABLE note (text)")
    other.close()
    room(*arguments, code=2)
    first, second = room.stderr.splitlines()
    assert problem in first
    assert hint in second


def test_a_session_for_reading_only(room):
    room("new", "well", "--draft", room.well)
    (room.folder / "well.db").chmod(0o444)
    assert room("list", "well")
    assert room("who", "well", "1:1")


def test_the_log_says_who(room, monkeypatch):
    room("new", "well", "--draft", room.well)
    room("park", "well", "1:1")
    monkeypatch.delenv("NEGOTEXT_BY")
    monkeypatch.setenv("LOGNAME", "kofi")
    room("reopen", "well", "1:1")
    room("park", "well", "1:1", "--by", "Vice-Chair", "--why", "lunch")
    assert [(each["by"], each["why"]) for each in room.records("log", "well")] == [
        ("Chair", None),
        ("Chair", None),
        ("kofi", None),
        ("Vice-Chair", "lunch"),
    ]
