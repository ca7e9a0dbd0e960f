"""`negotext round`, `compare` and `audit`: from one draft to the next, and nothing lost."""

import json
import os
import pty
import sqlite3
import subprocess
import sys

import pytest

from .conftest import environment

ONE = """\
1. Ports shall open at [eight][nine] hours [“on working days” – Chile; Norway opposes].

2. Ships [shall][should] wait outside the breakwater [with their lights on].

3. The fee is [ten][twenty] crowns a day, and it is paid in advance by the master of the ship.
"""
# Paragraph 1: nine was agreed in the room. Paragraph 2 moved and is reworded. Paragraph 3: one wording is left out.
TWO = """\
1. Ports shall open at nine hours [“on working days” – Chile; Norway supports].

2. The fee is [ten][thirty] crowns a day, and it is paid in advance by the master of the ship.

3. Ships [shall][should] wait outside the breakwater and the mole [with their lights on].
"""


@pytest.fixture
def talks(room):
    """A session of a short draft, with the next draft at hand."""
    (room.folder / "one.txt").write_text(ONE)
    (room.folder / "two.txt").write_text(TWO)
    room("new", "talks", "--draft", "one.txt")
    return room


def find(room, *words: str, session: str = "talks", number: int | None = None) -> str:
    """The address of the place with these wordings."""
    more = ("--round", str(number)) if number else ()
    listed = room.records("list", session, *more)
    return next(each["address"] for each in listed if set(words) <= {one["text"] for one in each["alternatives"]})


def test_what_was_decided_and_said_comes_over(talks):
    lights, verb = find(talks, "with their lights on"), find(talks, "shall", "should")
    days = find(talks, "on working days")
    talks("accept", "talks", lights, "1")
    talks("say", "talks", verb, "Kenya supports 2; Chile: “must”")
    talks("say", "talks", days, "Panama supports 1")
    talks("park", "talks", verb)
    said = talks("round", "talks", "--draft", "two.txt", "--yes")
    assert said.startswith("round 2  ")
    now = find(talks, "with their lights on")
    assert now != lights
    assert talks.states("talks")[now] == "agreed"
    verb = find(talks, "shall", "should")
    assert talks.states("talks")[verb] == "parked"
    sides = talks.sides("talks", verb)
    assert "KE for" in sides[2]
    assert sides[3] == ["CL for"]
    days = talks.sides("talks", find(talks, "on working days"))
    # The new draft has Norway on the other side, and Panama only spoke in the room.
    assert days == {1: ["CL for", "NO for", "PA for"]}


def test_what_the_new_draft_says_of_a_delegation_prevails(talks):
    days = find(talks, "on working days")
    talks("say", "talks", days, "Norway opposes 1; Chile supports 1")
    talks("round", "talks", "--draft", "two.txt", "--yes")
    assert talks.sides("talks", find(talks, "on working days")) == {1: ["CL for", "NO for"]}


def test_what_was_only_offered_in_the_room_does_not_hide_its_place(ports):
    ports("say", "harbour", "10:1", "Chile: “determine”; Kenya opposes 2")
    ports("accept", "harbour", "10:1", "3")
    ports("say", "harbour", "10:2", "Chile: “a list”")
    said = ports("round", "harbour", "--draft", ports.harbour2, "--yes")
    assert "Decided otherwise" not in said
    found = ports.who("harbour", "10:1")
    assert found["alternatives"][found["decision"]["alternative"]]["text"] == "determine"
    assert "KE against" in ports.sides("harbour", "10:1")[2]
    assert ports.sides("harbour", "10:2")[3] == ["CL for"]
    assert "none is lost" in ports("audit", "harbour", "--format", "table")
    # What was added in the room is no difference between the drafts.
    changed = json.loads(ports("compare", "harbour", code=1))["changed"]
    assert not [each for each in changed if each["new"].startswith("10:")]


def test_a_wording_that_is_left_out_stays_listed(talks):
    fee = find(talks, "ten", "twenty")
    talks("say", "talks", fee, "India supports 2")
    said = talks("round", "talks", "--draft", "two.txt", "--yes")
    assert "“twenty” stays listed, though the new draft leaves it out" in " ".join(said.split())
    fee = find(talks, "ten", "thirty")
    words = {each["number"]: each["text"] for each in talks.who("talks", fee)["alternatives"]}
    assert words == {0: "", 1: "ten", 2: "thirty", 3: "twenty"}
    assert talks.sides("talks", fee)[3] == ["IN for"]


def test_what_was_withdrawn_stays_withdrawn(talks):
    days = find(talks, "on working days")
    talks("withdraw", "talks", days, "--alternative", "1", "--why", "Chile can live without")
    said = " ".join(talks("round", "talks", "--draft", "two.txt", "--dry-run").split())
    # Norway comes to support it in the new draft: the wording is on the table, Chile has withdrawn all the same.
    assert "CL has withdrawn on “on working days”, though the new draft prints it" in said
    (talks.folder / "again.txt").write_text(ONE.replace("[with their lights on]", "with their lights on"))
    said = " ".join(talks("round", "talks", "--draft", "again.txt", "--yes").split())
    assert "“on working days” stays withdrawn, though the new draft prints it" in said
    assert [each["withdrawn"] for each in talks.who("talks", days)["alternatives"]] == [False, True]
    assert talks.sides("talks", days) == {}
    carried = next(
        each for each in talks.records("log", "talks", "--address", days) if each["origin"] and each["withdrawn"]
    )
    assert carried["withdrawn"] == {"delegation": None, "alternative": 1}
    assert f"{days}  carried over from {days}: withdrawn: alternative 1" in talks(
        "log", "talks", "--format", "table", "--all"
    )
    (record,) = [each for each in talks.records("audit", "talks") if each["text"] == "on working days"]
    assert (record["fate"], record["path"]) == ("withdrawn", [f"1:{days}", f"2:{days}"])


def test_what_was_agreed_in_words_from_the_floor_stays_agreed(talks):
    fee = find(talks, "ten", "twenty")
    talks("say", "talks", fee, "India: “fifteen”; Kenya: “sixteen”")
    talks("accept", "talks", fee, "3")
    talks("round", "talks", "--draft", "two.txt", "--yes")
    fee = find(talks, "ten", "thirty")
    found = talks.who("talks", fee)
    accepted = found["decision"]["alternative"]
    assert (found["state"], found["alternatives"][accepted]["text"]) == ("agreed", "fifteen")
    assert "The fee is fifteen crowns a day" in talks("show", "talks")
    fates = {each["text"]: each["fate"] for each in talks.records("audit", "talks")}
    assert (fates["fifteen"], fates["sixteen"], fates["twenty"]) == ("in the text", "superseded", "superseded")


def test_a_dry_run_tells_and_changes_nothing(talks):
    before = (talks.folder / "talks.db").read_bytes()
    said = talks("round", "talks", "--draft", "two.txt", "--dry-run")
    assert said.startswith("round 2  would be ")
    assert said.endswith("nothing was changed (--dry-run)\n")
    assert (talks.folder / "talks.db").read_bytes() == before


def test_a_decision_the_new_draft_does_not_follow(talks):
    hours = find(talks, "eight", "nine")
    talks("accept", "talks", hours, "1")
    said = talks("round", "talks", "--draft", "two.txt", "--yes")
    assert "Decided otherwise than the new draft says  1" in said
    assert "it says “nine”" in said
    shown = talks("audit", "talks", "--brief", "--format", "table", code=1)
    assert "Decided otherwise than the next draft says  1" in shown
    (lost,) = talks.records("audit", "talks", "--brief", code=1)
    assert (lost["text"], lost["fate"]) == ("eight", "lost")
    assert "the draft of round 2 says “nine” there" in lost["now"]


def test_a_decision_the_new_draft_follows(talks):
    talks("accept", "talks", find(talks, "eight", "nine"), "2")
    said = talks("round", "talks", "--draft", "two.txt", "--yes")
    assert "1 decision is in the new text as taken" in said
    assert "none is lost" in talks("audit", "talks", "--format", "table")


def test_the_round_before_is_closed_and_can_be_read(talks):
    hours = find(talks, "eight", "nine")
    talks("round", "talks", "--draft", "two.txt", "--yes", "--name", "Rev.1", "--by", "Secretariat")
    talks("accept", "talks", hours.replace(":1", ":9"), "2", code=2)
    assert "in round 2" in talks.stderr
    assert talks.who("talks", hours, "--round", "1")["round"] == 1
    assert talks("show", "talks", "--round", "1") == ONE
    assert talks("show", "talks", "--original") == TWO
    assert [each["by"] for each in talks.records("log", "talks") if each["kind"] == "round"] == ["Chair", "Secretariat"]
    assert talks.records("sql", "talks", "SELECT name FROM rounds") == [{"name": "one.txt"}, {"name": "Rev.1"}]


def test_the_same_draft_is_no_new_round(talks):
    talks("round", "talks", "--draft", "one.txt", code=2)
    assert "one.txt is the draft of round 1, word for word" in talks.stderr


def test_doubtful_matches_have_to_be_confirmed(talks):
    fee = find(talks, "ten", "twenty")
    talks("say", "talks", fee, "India supports 2")
    talks("round", "talks", "--draft", "two.txt", code=2)
    first, second = talks.stderr.splitlines()
    assert "doubtful matches have to be confirmed" in first
    assert "--yes" in second
    assert len(talks.records("sql", "talks", "SELECT * FROM rounds")) == 1
    said = talks("round", "talks", "--draft", "two.txt", "--no")
    assert "Left behind" in said
    assert find(talks, "ten", "thirty")
    assert "IN for" not in str(talks.sides("talks", find(talks, "ten", "thirty")))
    # What was left behind is told by the audit, not forgotten.
    lost = talks.records("audit", "talks", "--brief", code=1)
    assert "twenty" in [each["text"] for each in lost]
    assert all("left behind in round 1" in each["now"] for each in lost)


@pytest.mark.parametrize(("answer", "supporters"), [("y", ["IN for"]), ("n", None)])
def test_on_a_terminal_it_asks(talks, answer, supporters):
    talks("say", "talks", find(talks, "ten", "twenty"), "India supports 2")
    ours, theirs = pty.openpty()
    child = subprocess.Popen(
        [sys.executable, "-m", "negotext", "round", "talks", "--draft", "two.txt"],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env=environment(),
    )
    os.close(theirs)
    os.write(ours, f"{answer}\n".encode() * 9)
    seen = b""
    try:
        while chunk := os.read(ours, 65536):
            seen += chunk
    except OSError:  # Linux says so when the other end is closed
        pass
    os.close(ours)
    assert child.wait(timeout=60) == 0
    assert b"% sure" in seen
    assert b"Is it the same place?" in seen
    assert talks.sides("talks", find(talks, "ten", "thirty")).get(3) == supporters


def test_two_example_rounds(ports):
    ports("accept", "harbour", "10:1", "2")
    ports("say", "harbour", "5:1", "Kenya supports 1")
    ports("park", "harbour", "7:1")
    ports("merge", "harbour", "9:1.6", "--text", "Contributions are welcome.", "--from", "1")
    ports("round", "harbour", "--draft", ports.harbour2, "--yes")
    states = ports.states("harbour")
    assert states["10:1"] == "agreed"
    assert states["7:1"] == "parked"
    contributions = next(
        each for each in ports.records("list", "harbour") if each["decision"] and each["decision"]["act"] == "merge"
    )
    assert contributions["decision"]["text"] == "Contributions are welcome."
    assert "Contributions are welcome." in ports("show", "harbour", "9")
    assert "KE for" in ports.sides("harbour", "5:1")[1]
    # Singapore came over in the new draft, and its old objection stays behind.
    assert "SG for" in ports.sides("harbour", "6:1")[1]
    shown = ports("audit", "harbour", "--format", "table")
    assert "none is lost" in shown
    assert "the file is sound" in shown
    ports("undo", "harbour", code=2)


def test_the_log_folds_what_was_carried(ports):
    ports("round", "harbour", "--draft", ports.harbour2, "--yes")
    assert "↷ carried over " in ports("log", "harbour", "--format", "table")
    listed = ports("log", "harbour", "--format", "table", "--all")
    assert "↷ 13:1" not in listed
    assert "↷ 12 bis:1  carried over from 13:1" in listed


def test_a_third_round(talks):
    talks("say", "talks", find(talks, "shall", "should"), "Chile: “must”")
    talks("round", "talks", "--draft", "two.txt", "--yes")
    (talks.folder / "three.txt").write_text(TWO.replace("[ten][thirty]", "thirty"))
    talks("round", "talks", "--draft", "three.txt", "--yes")
    assert talks.sides("talks", find(talks, "shall", "should"))[3] == ["CL for"]
    records = talks.records("audit", "talks")
    must = next(each for each in records if each["text"] == "must")
    assert [step.partition(":")[0] for step in must["path"]] == ["1", "2", "3"]
    assert must["source"] == "floor"


def test_every_wording_is_listed_once_and_accounted_for(ports):
    ports("accept", "harbour", "10:1", "2")
    ports("merge", "harbour", "5:1", "--text", "2032", "--from", "1")
    ports("accept", "harbour", "8(b):1", "0")
    ports("park", "harbour", "10:2")
    ports("say", "harbour", "11:1", "Chile: “will”")
    ports("withdraw", "harbour", "11:1", "--alternative", "3")
    found = {(each["address"], each["alternative"]): each for each in ports.records("audit", "harbour")}
    wordings = [
        (each["address"], alternative["number"])
        for each in ports.records("list", "harbour")
        for alternative in ports.who("harbour", each["address"])["alternatives"]
        if alternative["number"]
    ]
    assert set(wordings) == {key for key in found if key[1]}
    assert found["10:1", 2]["fate"] == "in the text"
    assert found["10:1", 1]["now"] == "by 2 “decide on”, accepted by Chair (entry 2)"
    assert found["5:1", 1]["now"] == "merged into “2032” (entry 3)"
    assert found["5:1", 2]["now"] == "by the words “2032”, merged by Chair (entry 3)"
    assert found["8(b):1.1", 1]["now"] == "with 8(b):1, accepted by Chair (entry 4)"
    assert found["10:2", 2]["fate"] == "parked"
    assert found["11:1", 3]["now"] == "withdrawn by Chair (entry 7)"
    assert found["2:2", 0]["supporters"] == ["JP"]


def test_what_is_undone_is_said_to_be_taken_back(ports):
    ports("say", "harbour", "10:1", "Chile: “determine”")
    ports("say", "harbour", "10:1", "Norway: “settle”")
    ports("undo", "harbour", "2", code=2)
    ports("undo", "harbour")
    ports("undo", "harbour")
    ports("say", "harbour", "10:1", "India: “fix”")
    found = {each["text"]: each for each in ports.records("audit", "harbour")}
    assert found["fix"]["fate"] == "listed"
    assert found["determine"]["now"] == "taken back by Chair (entry 5)"


def test_a_damaged_file_is_found(ports):
    ports("accept", "harbour", "10:1", "2")
    # What no negotext does: a table that says something else than the log.
    with sqlite3.connect(ports.folder / "harbour.db") as db:
        db.execute("UPDATE standing SET state = 'open'")
    db.close()
    shown = ports("audit", "harbour", "--brief", "--format", "table", code=1)
    assert "✗ round 1, 10:1: the decision is not what the log says" in shown


def test_compare_drafts(ports):
    found = json.loads(ports("compare", ports.harbour, ports.harbour2, code=1))
    assert [each["text"] for each in found["silent"]] == ["and at anchor"]
    assert {"old": "13", "new": "12 bis", "happened": ["renumbered"], "confidence": 1.0} in found["numbering"]
    assert ("SG", "shifted") in {(each["delegation"], each["kind"]) for each in found["positions"]}
    shown = ports("compare", ports.harbour, ports.harbour2, "--format", "table", code=1)
    assert "at berth ⟦and at anchor⟧, in the ports" in " ".join(shown.split())
    assert "1 silent deletion" in shown


def test_compare_a_draft_with_itself(ports):
    shown = ports("compare", ports.harbour, ports.harbour, "--format", "table")
    assert "no words gone without a decision" in shown


def test_compare_rounds_of_a_session(ports):
    ports("accept", "harbour", "2:1", "2")
    ports("round", "harbour", "--draft", ports.harbour2, "--yes")
    found = json.loads(ports("compare", "harbour:1", "harbour:2", code=1))
    assert (found["old"], found["new"]) == ("harbour, round 1", "harbour, round 2")
    assert json.loads(ports("compare", "harbour", code=1)) == found
    assert "as decided" in ports("compare", "harbour", "--format", "table", code=1)
    with_draft = json.loads(ports("compare", "harbour:1", ports.harbour2, code=1))
    assert with_draft["silent"] == found["silent"]


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (("harbour",), "harbour has 1 round: nothing to compare with"),
        (("harbour:1", "harbour:2"), "there is no round 2"),
        (("harbor", "harbour"), "there is no file harbor"),
    ],
)
def test_what_cannot_be_compared(ports, arguments, problem):
    ports("compare", *arguments, code=2)
    assert problem in ports.stderr
    ports("compare", ports.harbour, code=2)
    assert "name two drafts" in ports.stderr


@pytest.mark.parametrize("width", ["60", "80", "120"])
def test_the_sheets_fit_the_terminal(ports, width):
    ports("round", "harbour", "--draft", ports.harbour2, "--yes", COLUMNS=width)
    for command in (("compare", "harbour"), ("audit", "harbour"), ("log", "harbour", "--all")):
        shown = ports(*command, "--format", "table", COLUMNS=width, code=1 if command[0] == "compare" else 0)
        assert max(map(len, shown.splitlines())) <= int(width) + 1
