"""The draft screen when something happens to the session: others decide, a round comes, the file is lost."""

import asyncio
import os

import pytest
from click.testing import CliRunner
from textual.widgets import Input

from negotext.chair.dialogs.line import LineDialog
from negotext.chair.widgets.bars import HeadBar, KeysBar, Notice
from negotext.chair.widgets.sheet import SheetView
from negotext.cli.program import program
from negotext.model import Act, Decision, State
from negotext.store import open_session

pytestmark = pytest.mark.asyncio


def desk(pilot):
    return pilot.app.desk


def notice(pilot) -> str:
    shown = pilot.app.screen_stack[0].query_one(Notice)
    return str(shown.content) if shown.display else ""


def line(pilot) -> str:
    """What the line at the foot of the screen asks."""
    return str(pilot.app.screen.query_one("#line-label").content)


def place(pilot) -> str:
    """What the pane of the choice shows."""
    view = pilot.app.screen_stack[0].query_one("#place", SheetView)
    return "\n".join(view.render_line(y).text.rstrip() for y in range(view.scrollable_content_region.height))


async def test_what_others_decide_appears_by_itself(sit, session):
    async with sit(session) as pilot:
        with open_session(session) as other:
            other.decide(Decision(desk(pilot).current, Act.PARK), by="Deputy", why="not ripe")
        pilot.app.look_around()
        await pilot.pause()
        assert notice(pilot).startswith("! Deputy parked 2:1")
        assert "not ripe" in notice(pilot)
        assert "◌ parked" in place(pilot)
        assert "1 parked" in str(pilot.app.screen.query_one(HeadBar).content)


async def test_a_decision_that_arrives_while_the_chair_decides_is_not_overwritten(sit, session):
    async with sit(session) as pilot:
        await pilot.press("1")
        with open_session(session) as other:
            other.decide(Decision(desk(pilot).current, Act.PARK), by="Deputy")
        pilot.app.look_around()
        await pilot.press("enter")
        assert "Deputy parked 2:1" in notice(pilot)
        assert desk(pilot).session.choice("2:1").state is State.PARKED


async def test_a_read_only_session_can_be_looked_at_and_nothing_else(sit, session):
    async with sit(session, read_only=True) as pilot:
        await pilot.press("1", "p", "u")
        assert not isinstance(pilot.app.screen, LineDialog)
        assert desk(pilot).standing().state is State.OPEN
        assert "read only" in str(pilot.app.screen.query_one(HeadBar).content)
        assert "accept" not in str(pilot.app.screen.query_one(KeysBar).content)
        await pilot.press("j")
        assert desk(pilot).current == desk(pilot).places.order[1]


async def test_a_lost_file_is_told_and_nothing_crashes(sit, session):
    async with sit(session) as pilot:
        moved = session.with_name("elsewhere.db")
        os.rename(session, moved)
        pilot.app.look_around()
        assert "moved, deleted or replaced" in notice(pilot)
        await pilot.press("1", "enter", "j", "t", "u")
        assert pilot.app.is_running
        os.rename(moved, session)
        pilot.app.look_around()
        await pilot.press("1", "enter")
        assert desk(pilot).standing().state is State.AGREED


async def test_a_file_that_is_there_again_is_told(sit, session):
    async with sit(session) as pilot:
        moved = session.with_name("elsewhere.db")
        os.rename(session, moved)
        pilot.app.look_around()
        assert "nothing more is saved" in notice(pilot)
        os.rename(moved, session)
        pilot.app.look_around()
        assert f"{session.name} is there again" in notice(pilot)
        await pilot.press("1", "enter")
        assert "accepted alternative 1" in notice(pilot)


async def test_a_read_only_session_shows_the_room_nothing_else(sit, session):
    async with sit(session, read_only=True) as pilot:
        await pilot.press("R")
        await pilot.pause()
        assert "this session is open read only: R changes nothing" in notice(pilot)
        assert pilot.app.desk.session.room() is None


async def test_a_decision_that_arrives_while_a_reason_is_typed_stands_above_the_line(sit, session):
    async with sit(session) as pilot:
        await pilot.press("1", *"wh")
        with open_session(session) as other:
            other.decide(Decision("2:2", Act.PARK), by="Deputy")
        pilot.app.look_around()
        await pilot.pause()
        assert "Meanwhile" not in line(pilot)
        with open_session(session) as other:
            other.decide(Decision("2:1", Act.PARK), by="Deputy")
        pilot.app.look_around()
        await pilot.pause()
        assert "Meanwhile Deputy parked 2:1" in line(pilot)
        assert pilot.app.screen.query_one(Input).value == "wh"
        await pilot.press("enter")
        assert "has been dealt with meanwhile" in notice(pilot)


async def test_what_was_begun_is_offered_beside_what_the_app_has_to_tell(sit, make_session):
    path = make_session("water-plan.ar.txt")
    async with sit(path) as pilot:
        await pilot.press("e", *"ab", "escape")
        begun = desk(pilot).current
    async with sit(path, greeting="the session of this draft is here") as pilot:
        assert f"you began to write words for {begun}; e goes on" in notice(pilot)
        assert "the session of this draft is here" in notice(pilot)
        assert "a terminal that turns it" in notice(pilot)


async def test_a_new_round_is_opened_at_the_place_that_was_looked_at(sit, make_session, root):
    path = make_session()
    second = root / "examples" / "harbour-air.round2.en.txt"
    async with sit(path) as pilot:
        desk(pilot).go("6:1.1.3")
        words = desk(pilot).standing().choice.alternative(1).text
        await asyncio.to_thread(
            CliRunner().invoke, program, ["round", str(path), "--draft", str(second), "--yes", "--by", "Secretariat"]
        )
        pilot.app.look_around()
        await pilot.pause()
        assert desk(pilot).round == 2
        assert desk(pilot).current != "6:1.1.3"
        assert desk(pilot).standing().choice.alternative(1).text == words
