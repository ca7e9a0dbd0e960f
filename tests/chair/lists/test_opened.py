"""What is open, as the screen lists it."""

import json

import pytest
from click.testing import CliRunner

from negotext.chair.desk import Desk
from negotext.chair.lines_wrap import cells
from negotext.chair.lists.opened import open_roll
from negotext.chair.lists.situation import Situation
from negotext.cli.program import program
from negotext.model import Act


def keys(roll) -> list[str]:
    return [item.key for item in roll.items]


def rows(roll) -> list[str]:
    return ["".join(word.text for word in roll.row(y)) for y in range(len(roll))]


def listed(path, *arguments: str) -> list[str]:
    """What `negotext list` says of the same session."""
    done = CliRunner().invoke(program, ["list", str(path), "--format", "jsonl", *arguments])
    assert done.exit_code == 0, done.output
    return [json.loads(line)["address"] for line in done.stdout.splitlines()]


@pytest.mark.parametrize("name", ["harbour-air.en.txt", "city-water.zh.txt"])
def test_the_ranking_is_that_of_the_command_line(make_session, name):
    path = make_session(name)
    with Desk.opened(path, by="Chair") as desk:
        desk.decide(desk.decision(Act.ACCEPT, 1))
        desk.step(5)
        desk.decide(desk.decision(Act.PARK))
        assert keys(open_roll(Situation(desk), 80)) == listed(path, "--open")


@pytest.mark.parametrize("code", ["NO", "DZ", "EU"])
def test_what_one_delegation_holds_up(session, desk, code):
    found = keys(open_roll(Situation(desk), 80, code))
    assert found == listed(session, "--held-by", code)
    assert found


def test_a_group_holds_up_what_those_hold_up_who_speak_for_it(desk):
    by_algeria = [p.address for p in Situation(desk).held_by("DZ")]
    for_africa = [p.address for p in Situation(desk).held_by("AFRICAN_GROUP")]
    assert set(for_africa) <= set(by_algeria)
    spoken = {
        address
        for address, standing in desk.places.standings.items()
        if any(stand.on_behalf_of == "AFRICAN_GROUP" for stand in standing.choice.stands)
    }
    assert set(for_africa) == set(by_algeria) & spoken


def test_a_row_says_what_it_is_about_and_who_is_in_its_way(desk):
    row = next(row for row in rows(open_roll(Situation(desk), 100)) if row.startswith("10:1 "))
    assert "1 consider → 2 decide on" in row
    assert "→ 2 " in row
    assert "pending only US" in row
    assert "for: AU, BB" in row


def test_linked_places_are_named(desk):
    row = next(row for row in rows(open_roll(Situation(desk), 120)) if row.startswith("5:3 "))
    assert "same: 6:1.1.1, 8:1" in row
    row = next(row for row in rows(open_roll(Situation(desk), 78)) if row.startswith("5:3 "))
    assert row.endswith("+4 same")


@pytest.mark.parametrize("width", [30, 78, 138])
def test_no_row_is_wider_than_the_screen(desk, width):
    assert max(map(cells, rows(open_roll(Situation(desk), width)))) <= width


def test_a_delegation_that_is_in_nobodys_way(desk):
    assert rows(open_roll(Situation(desk), 80, "JP")) == ["JP holds up no open place."]


def test_when_everything_is_decided(make_session):
    with Desk.opened(make_session("short.en.txt", "1. Ports [shall][should] measure.\n"), by="Chair") as desk:
        desk.decide(desk.decision(Act.ACCEPT, 1))
        roll = open_roll(Situation(desk), 80)
        assert not roll.items
        assert "every place is decided" in rows(roll)[0]


def test_a_situation_knows_when_something_has_happened(session, desk):
    situation = Situation(desk)
    assert situation.holds
    with Desk.opened(session, by="Deputy") as deputy:
        deputy.decide(deputy.decision(Act.PARK))
    assert not situation.holds
