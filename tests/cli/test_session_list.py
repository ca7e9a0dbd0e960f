"""`negotext list`: what is open, and who holds it up."""

import csv
import io
import json
import re

import pytest


def addresses(room, *arguments: str) -> list[str]:
    return [each["address"] for each in room.records("list", "harbour", *arguments)]


def test_without_options_everything_in_the_order_of_the_draft(ports):
    listed = ports.records("list", "harbour")
    assert len(listed) == json.loads(ports("stats", "harbour", "--format", "json"))["choices"]["open"]
    assert [each["address"] for each in listed if each["paragraph"] == "10"] == ["10:1", "10:2"]


def test_the_open_ones_are_ranked_by_how_few_hold_them_up(ports):
    listed = ports.records("list", "harbour", "--open")
    named = [each for each in listed if each["holders"] or each["backers"]]
    counts = [len(each["holders"]) for each in named]
    assert counts == sorted(counts)
    silent = [index for index, each in enumerate(listed) if not each["holders"] and not each["backers"]]
    # Places on which nobody has spoken for or against anything come last.
    assert silent[-1] == len(listed) - 1


def test_what_somebody_only_opposes_is_not_called_silent(ports):
    listed = addresses(ports, "--open")
    opposed = next(
        each["address"]
        for each in ports.records("list", "harbour", "--open")
        if any("against" in side for sides in ports.sides("harbour", each["address"]).values() for side in sides)
        and not each["backers"]
        and not each["holders"]
    )
    first_unnamed = next(address for address in listed if not ports.sides("harbour", address))
    assert listed.index(opposed) < listed.index(first_unnamed)


def test_pending_only_one(ports):
    shown = ports("list", "harbour", "--open", "--format", "table")
    row = next(line for line in shown.splitlines() if line.split()[:1] == ["10:1"])
    assert "pending only US" in row
    assert "for: AU, BB" in row
    sections = re.findall(r"^(No objection recorded|Pending one|Pending two or more|Nobody recorded)", shown, re.M)
    assert sections == ["No objection recorded", "Pending one", "Pending two or more", "Nobody recorded"]


def test_the_same_words_elsewhere_are_linked(ports):
    listed = {each["address"]: each for each in ports.records("list", "harbour")}
    shall = [a for a, each in listed.items() if [w["text"] for w in each["alternatives"]] == ["shall", "should"]]
    assert len(shall) > 2
    assert listed[shall[0]]["linked"] == shall[1:]
    ports("accept", "harbour", shall[1], "2")
    relinked = {each["address"]: each["linked"] for each in ports.records("list", "harbour")}
    assert relinked[shall[0]] == shall[2:]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (["--held-by", "US"], "10:1"),
        (["--held-by", "united states"], "10:1"),
        (["--held-by", "CN"], "10:2"),
        (["--held-by", "SIDS"], None),
        (["--open", "--paragraph", "para 10"], "10:1"),
    ],
)
def test_filters(ports, options, expected):
    listed = addresses(ports, *options)
    assert (expected in listed) if expected else not listed


def test_the_group_that_holds_a_place_up_is_found_by_its_name(ports):
    listed = ports.records("list", "harbour", "--held-by", "African Group")
    assert listed
    assert all("DZ" in each["holders"] for each in listed)


def test_states(ports):
    ports("accept", "harbour", "10:1", "2")
    ports("park", "harbour", "10:2")
    assert addresses(ports, "--agreed") == ["10:1"]
    assert addresses(ports, "--parked") == ["10:2"]
    assert {"10:1", "10:2"}.isdisjoint(addresses(ports, "--open"))
    assert addresses(ports, "--agreed", "--parked") == ["10:1", "10:2"]
    shown = ports("list", "harbour", "--agreed", "--format", "table")
    assert "● 2 “decide on”" in shown
    assert "by Chair" in shown


def test_what_went_with_the_choice_around_it_is_not_open(ports):
    inner = "8(b):1.1"
    assert inner in addresses(ports, "--open")
    ports("accept", "harbour", "8(b):1", "0")
    assert inner not in addresses(ports, "--open")
    (gone,) = [each for each in ports.records("list", "harbour") if each["address"] == inner]
    assert (gone["state"], gone["gone_with"]) == ("open", "8(b):1")
    assert "gone with the choice around them" in ports("list", "harbour", "--open", "--format", "table")


def test_formats_agree(ports):
    records = ports.records("list", "harbour", "--open")
    assert json.loads(ports("list", "harbour", "--open", "--format", "json")) == records
    rows = list(csv.DictReader(io.StringIO(ports("list", "harbour", "--open", "--format", "csv"))))
    assert [row["address"] for row in rows] == [each["address"] for each in records]
    assert [row["holders"] for row in rows] == ["; ".join(each["holders"]) for each in records]


@pytest.mark.parametrize("width", ["50", "80", "100", "200"])
def test_it_fits_the_terminal(ports, width):
    shown = ports("list", "harbour", "--open", "--format", "table", COLUMNS=width)
    assert max(map(len, shown.splitlines())) <= max(int(width), 50)


def test_no_more_than_asked_for(ports):
    every = addresses(ports, "--open")
    assert addresses(ports, "--open", "--limit", "3") == every[:3]
    assert addresses(ports, "--open", "--limit", "0") == every
    shown = ports("list", "harbour", "--open", "--limit", "3", "--format", "table")
    assert [line.split()[0] for line in shown.splitlines() if line.startswith("  ") and "place" not in line] == every[
        :3
    ]
    # A section has all its places in its title, also where not all are drawn.
    whole = ports("list", "harbour", "--open", "--format", "table")
    title = next(line for line in whole.splitlines() if line.startswith("No objection recorded"))
    assert title in shown
    assert f"and {len(every) - 3} more; --limit 0 lists all" in shown
    assert "more; --limit" not in whole


def test_an_empty_list_says_so(ports):
    assert "no such place" in ports("list", "harbour", "--agreed", "--format", "table")
    assert "LR holds up no open place" not in ports("list", "harbour", "--held-by", "LR", "--format", "table")
    assert "PK holds up no open place" in ports("list", "harbour", "--held-by", "Pakistan", "--format", "table")


@pytest.mark.parametrize(
    ("options", "problem", "hint"),
    [
        (["--held-by", "Norwey"], "no delegation, group or role is called 'Norwey'", "Norway"),
        (["--paragraph", "99"], "nothing is under negotiation in a paragraph '99'", "paragraphs are"),
        (["--round", "2"], "there is no round 2", "rounds 1 to 1"),
    ],
)
def test_what_nobody_knows(ports, options, problem, hint):
    ports("list", "harbour", *options, code=2)
    first, second = ports.stderr.splitlines()
    assert problem in first
    assert hint in second


def test_chinese(room):
    room("new", "water", "--draft", room.water)
    shown = room("list", "water", "--open", "--format", "table")
    assert "内罗毕 | 2 日内瓦 | 3 库斯科" in shown
