"""`negotext accept`, `park`, `reopen`, `undo`, `redo`: what the chair decides, and whom it goes against."""

import re

import pytest


def kinds(room) -> list[str]:
    return [each["kind"] for each in room.records("log", "harbour")]


def test_accept_says_whom_it_overrides(ports):
    said = ports("accept", "harbour", "10:1", "2")
    assert "10:1  ● agreed: 2 “decide on”   entry 2, Chair" in said
    assert "for         BB for SIDS, AU" in said
    assert "overrides   US, who opposes 2 “decide on”" in said
    left = len(ports.records("list", "harbour", "--open"))
    assert f"still open  {left} places" in said


def test_a_dry_run_says_the_same_and_changes_nothing(ports):
    before = (ports.folder / "harbour.db").read_bytes()
    said = ports("accept", "harbour", "10:1", "2", "--dry-run")
    assert "10:1  ● would be agreed: 2 “decide on”" in said
    assert "overrides   US, who opposes 2 “decide on”" in said
    assert said.endswith("nothing was changed (--dry-run)\n")
    assert (ports.folder / "harbour.db").read_bytes() == before
    done = ports("accept", "harbour", "10:1", "2")
    told = [line.split("  ", 1)[1:] for line in said.splitlines()[1:3]]
    assert told == [line.split("  ", 1)[1:] for line in done.splitlines()[1:3]]


def test_a_group_whose_line_is_overridden_brings_its_members_once(ports):
    said = " ".join(ports("accept", "harbour", "C:1", "0", "--dry-run").split())
    assert "overrides DZ for AFRICAN_GROUP, who wants 1 “and finance” (and 53 members bound by a group’s line)" in said


def test_nobody_on_record_is_no_consent(ports):
    assert "nobody on record; who is silent has not agreed" in ports("accept", "harbour", "8(b):1.1", "1", "-n")


def test_what_lies_inside_goes_along(ports):
    said = ports("accept", "harbour", "8(b):1", "0")
    assert "closes      8(b):1.1, 8(b):1.2, 8(b):1.2.1, inside it" in said
    assert "went with 8(b):1" in ports("accept", "harbour", "8(b):1.1", "1")


def test_leaving_out(ports):
    assert "● agreed: 0 leave it out" in ports("accept", "harbour", "5:7", "0")
    assert "where the local grid allows" not in ports("show", "harbour", "5")


def test_the_second_to_decide_is_told_who_did_what_and_when(ports):
    ports("accept", "harbour", "10:1", "2", "--by", "Chair")
    ports("accept", "harbour", "10:1", "1", "--by", "Secretariat", code=2)
    first, second = ports.stderr.splitlines()
    told = r"negotext: 10:1 has been dealt with meanwhile: Chair accepted alternative 2 of 10:1 on \S+ at \S+ UTC"
    assert re.match(told, first)
    assert "negotext who harbour 10:1" in second
    assert "reopen it" in second
    assert ports.who("harbour", "10:1")["decision"]["alternative"] == 2
    ports("accept", "harbour", "10:1", "1", "--dry-run", code=2)
    assert "has been dealt with meanwhile" in ports.stderr
    ports("merge", "harbour", "10:1", "--text", "settle", code=2)
    ports("park", "harbour", "10:1", code=2)


def test_a_place_looked_at_before_it_changed(ports):
    seen = str(ports.who("harbour", "10:1")["seen"])
    ports("say", "harbour", "10:1", "Chile supports 1")
    ports("accept", "harbour", "10:1", "2", "--seen", seen, code=2)
    assert "Chair took down a statement on 10:1" in ports.stderr
    ports("accept", "harbour", "10:1", "2", "--seen", seen, "--dry-run", code=2)
    assert "Chair took down a statement on 10:1" in ports.stderr
    ports("accept", "harbour", "10:1", "2", "--seen", str(ports.who("harbour", "10:1")["seen"]))


def test_park_and_reopen(ports):
    assert "10:2  ◌ parked" in ports("park", "harbour", "10:2", "--why", "later")
    assert ports.states("harbour")["10:2"] == "parked"
    assert "10:2  ○ open" in ports("reopen", "harbour", "10:2")
    ports("reopen", "harbour", "10:2", code=2)
    assert ports.stderr.splitlines()[0] == "negotext: 10:2 is open"


def test_a_parked_place_can_be_accepted(ports):
    ports("park", "harbour", "10:2")
    ports("accept", "harbour", "10:2", "1")
    assert ports.states("harbour")["10:2"] == "agreed"


def test_reopened_and_decided_again(ports):
    ports("accept", "harbour", "10:1", "2")
    ports("reopen", "harbour", "10:1", "--why", "new instructions")
    ports("accept", "harbour", "10:1", "1")
    assert kinds(ports) == ["round", "accept", "reopen", "accept"]
    assert ports.who("harbour", "10:1")["decision"]["alternative"] == 1


@pytest.mark.parametrize(
    ("arguments", "problem", "hint"),
    [
        (("accept", "harbour", "10:1", "7"), "10:1 has no alternative 7", "choose one of 0, 1, 2"),
        (("accept", "harbour", "10:1", "7", "-n"), "10:1 has no alternative 7", "choose one of 0, 1, 2"),
        (("accept", "harbour", "10:9", "1"), "there is no choice 10:9", "negotext list harbour --open"),
        (("undo", "harbour"), "there is nothing to undo in this round", "negotext log harbour"),
        (("undo", "harbour", "77"), "there is no entry 77 to take back", "negotext log harbour"),
        (("redo", "harbour"), "there is nothing to redo: nothing has been undone", None),
        (("reopen", "harbour", "10:1"), "10:1 is open", "accept, merge or park"),
        (("park", "harbour", "10:1", "--by", " "), "a record needs to say whose it is", "--by NAME"),
    ],
)
def test_what_cannot_be_done(ports, arguments, problem, hint):
    ports(*arguments, code=2)
    lines = ports.stderr.splitlines()
    assert problem in lines[0]
    assert hint is None or hint in lines[1]
    assert kinds(ports) == ["round"]


def test_undo_and_redo(ports):
    ports("accept", "harbour", "10:1", "2")
    ports("park", "harbour", "10:2")
    said = ports("undo", "harbour")
    assert re.match(r"undone: Chair parked 10:2 on \S+ at \S+ UTC \(entry 3\)\n10:2  ○ open   entry 4, Chair\n", said)
    assert "undone: Chair accepted alternative 2 of 10:1" in ports("undo", "harbour")
    assert "brought back: Chair accepted" in ports("redo", "harbour")
    assert "10:2  ◌ parked" in ports("redo", "harbour")
    assert ports.states("harbour")["10:1"] == "agreed"


def test_undo_of_an_entry_by_its_number(ports):
    ports("accept", "harbour", "10:1", "2")
    ports("park", "harbour", "10:2")
    ports("undo", "harbour", "2", "--why", "the wrong place")
    assert ports.states("harbour")["10:1"] == "open"
    assert ports.states("harbour")["10:2"] == "parked"
    ports("undo", "harbour", "2", code=2)
    assert "has been undone already" in ports.stderr
    assert "negotext redo harbour 2" in ports.stderr


def test_undoing_everything_gives_back_the_draft(ports):
    initial = ports.records("list", "harbour")
    before = {each["address"]: ports.sides("harbour", each["address"]) for each in initial}
    steps = (
        ("say", "harbour", "5:1", "Chile: “2032”; Norway supports; India reserves its position on 1"),
        ("accept", "harbour", "5:1", "3"),
        ("reopen", "harbour", "5:1"),
        ("withdraw", "harbour", "5:1", "BR"),
        ("merge", "harbour", "11:2", "--text", "every week", "--from", "1,2"),
        ("park", "harbour", "10:2"),
        ("accept", "harbour", "8(b):1", "0"),
        ("accept", "harbour", "9:1", "2"),
        ("accept", "harbour", "10:1", "2"),
    )
    for step in steps:
        ports(*step)
    assert ports("show", "harbour") != (ports.folder / ports.harbour).read_text()
    for _ in steps:
        ports("undo", "harbour")
    ports("undo", "harbour", code=2)
    after = ports.records("list", "harbour")
    unseen = [{key: value for key, value in each.items() if key != "seen"} for each in after]
    assert unseen == [{key: value for key, value in each.items() if key != "seen"} for each in initial]
    assert {address: ports.sides("harbour", address) for address in before} == before
    assert ports("show", "harbour") == (ports.folder / ports.harbour).read_text()
    assert "none is lost" in ports("audit", "harbour", "--format", "table")
    for _ in steps:
        ports("redo", "harbour")
    assert ports.states("harbour")["10:1"] == "agreed"


def test_decisions_at_different_places_commute(room):
    room("new", "one", "--draft", room.harbour)
    room("new", "other", "--draft", room.harbour)
    steps = (("accept", "10:1", "2"), ("park", "10:2"), ("accept", "8(b):1", "0"), ("accept", "9:1", "1"))
    for verb, *rest in steps:
        room(verb, "one", *rest)
    for verb, *rest in reversed(steps):
        room(verb, "other", *rest)
    assert room("show", "one") == room("show", "other")
    assert room.states("one") == room.states("other")
