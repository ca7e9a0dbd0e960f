"""`negotext who`: one place on one screen."""

import re
from dataclasses import replace

import pytest

from negotext.outcome import choices_of
from negotext.reading import read_text
from negotext.store import create

PORTS = """\
1. Ports [shall][“should” – Kenya on behalf of the African Group; Ghana – delete; Japan reserves its position; EU \
opposes] open.

2. Ships pay [twice – Chile].
"""


@pytest.fixture
def groups(room):
    """A session in which a group has a line and a member breaks from it."""
    (room.folder / "ports.txt").write_text(PORTS)
    room("new", "ports", "--draft", "ports.txt")
    return room


def place(room, words: str) -> dict:
    """The place that has a wording."""
    listed = room.records("list", "ports")
    address = next(each["address"] for each in listed if words in [w["text"] for w in each["alternatives"]])
    return room.who("ports", address)


def test_who_stands_where_with_the_evidence(ports):
    shown = ports("who", "harbour", "10:1")
    assert "⟦consider⟧" in shown
    assert "BB Barbados for SIDS" in shown
    assert re.search(r"✗ against +US United States +“United States disagreed” line \d+", shown)
    assert "pending only US" in shown
    assert "no position recorded, which is not consent" in " ".join(shown.split())


def test_it_fits_one_screen(ports):
    for each in ports.records("list", "harbour"):
        assert ports("who", "harbour", each["address"]).count("\n") <= 40


def test_members_are_bound_and_not_counted(groups):
    found = place(groups, "should")
    alternative = next(each for each in found["alternatives"] if each["text"] == "should")
    voices = {(each["delegation"], each["on_behalf_of"]): each["side"] for each in alternative["voices"]}
    assert voices["KE", "AFRICAN_GROUP"] == "for"
    (line,) = [each for each in alternative["bound"] if each["group"] == "AFRICAN_GROUP"]
    assert line["side"] == "for"
    assert "ZA" in line["members"]
    # Neither who speaks for the group nor who left its line is bound by it.
    assert {"KE", "GH"}.isdisjoint(line["members"])
    assert "ZA" not in [voice["delegation"] for each in found["alternatives"] for voice in each["voices"]]
    assert "not counted again" in " ".join(groups("who", "ports", found["address"]).split())


def test_who_broke_from_the_line_of_its_group(groups):
    found = place(groups, "should")
    broke = {
        voice["delegation"]: voice["broke_from"]
        for each in found["alternatives"]
        for voice in each["voices"]
        if voice["broke_from"]
    }
    assert broke == {"GH": "AFRICAN_GROUP"}
    assert "breaks from the line of African Group" in groups("who", "ports", found["address"])


def test_silence_is_its_own_answer(groups):
    assert "CL" in place(groups, "should")["silent"]
    other = place(groups, "twice")
    assert {"GH", "JP", "EU"} <= set(other["silent"])
    assert "CL" not in other["silent"]


def test_who_is_bound_is_not_silent(groups):
    found = place(groups, "should")
    groups("say", "ports", "2", "South Africa supports")
    assert "ZA" not in groups.who("ports", found["address"])["silent"]
    assert "ZA" not in groups.who("ports", "2")["silent"]


def test_the_floor_is_quoted(ports):
    ports("say", "harbour", "10:1", "Kenya supports 2; Chile: “determine”")
    shown = " ".join(ports("who", "harbour", "10:1").split())
    assert '"Kenya supports 2; Chile: “determine”" floor, entry 2' in shown
    assert "determine from the floor" in shown
    assert ports.sides("harbour", "10:1")[3] == ["CL for"]


def test_a_decision_says_who_when_and_why(ports):
    ports("accept", "harbour", "10:1", "2", "--why", "the condition is met")
    shown = ports("who", "harbour", "10:1")
    assert "● agreed" in shown
    assert re.search(r"by Chair, \d{4}-\d\d-\d\d \d\d:\d\d UTC \(entry 2\): the condition is met", shown)
    found = ports.who("harbour", "10:1")
    assert found["decision"] == {"act": "accept", "alternative": 2, "text": None, "sources": []}
    assert (found["decided_by"], found["why"], found["entry"], found["seen"]) == (
        "Chair",
        "the condition is met",
        2,
        2,
    )


def test_what_is_withdrawn_is_shown_as_such(ports):
    ports("say", "harbour", "10:1", "Chile: “determine”")
    ports("withdraw", "harbour", "10:1", "--alternative", "3")
    assert "no longer on the table" in ports("who", "harbour", "10:1")
    assert 3 not in ports.sides("harbour", "10:1")


@pytest.mark.parametrize("typed", ["10:1", "para 10:1", " 10 : 1", "paragraph 10:1."])
def test_an_address_may_be_written_as_people_say_it(ports, typed):
    assert ports.who("harbour", typed)["address"] == "10:1"


def test_letter_case_and_paragraphs_with_one_place(ports):
    assert ports.who("harbour", "c11:1.1")["address"] == "C11:1.1"
    assert ports.who("harbour", "8(D)")["address"] == "8(d):1"


def test_a_paragraph_with_several_places_lists_them(ports):
    ports("who", "harbour", "10", code=2)
    assert ports.stderr == "negotext: paragraph 10 has 2 places\n  name one of 10:1, 10:2\n"


def test_an_unknown_address(ports):
    ports("who", "harbour", "10:7", code=2)
    first, second = ports.stderr.splitlines()
    assert first == "negotext: there is no choice 10:7 in round 1"
    assert "negotext list harbour --open" in second
    assert "did you mean" in second


@pytest.mark.parametrize("width", ["40", "60", "80", "100", "160"])
def test_every_place_fits_the_terminal(ports, width):
    for address in ("10:1", "3:1.2", "9:1", "6:1"):
        shown = ports("who", "harbour", address, COLUMNS=width)
        assert max(map(len, shown.splitlines())) <= max(int(width), 48)


def test_chinese(room):
    room("new", "water", "--draft", room.water)
    for each in room.records("list", "water"):
        shown = room("who", "water", each["address"])
        assert "⟦" in shown
        assert not re.search(r"^\s*[，。；、）］”]", shown, re.MULTILINE)


def test_when_something_was_said_stands_beside_it(room):
    draft = read_text("1. Ports open [“at nine” – Chile; Norway opposes].\n")
    chile, norway = draft.positions
    dated = replace(draft, positions=(replace(chile, date="2026-03-05T14:05:00Z"), norway))
    create(room.folder / "dated.db", dated, choices_of(draft), name="dated", by="Secretariat").close()
    _, nine = room.who("dated", "1:1")["alternatives"]
    assert [voice.get("date") for voice in nine["voices"]] == ["2026-03-05T14:05:00Z", None]
    assert "line 1, 2026-03-05" in room("who", "dated", "1:1")
    listed = room.records("positions", "dated")
    assert [each.get("date") for each in listed] == ["2026-03-05T14:05:00Z", None]
    assert "date" not in listed[1]
    assert "date" not in room("positions", "dated", "--format", "csv")
    assert "at nine  2026-03-05" in room("positions", "dated", "--format", "table")
