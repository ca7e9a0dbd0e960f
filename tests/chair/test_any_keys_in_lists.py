"""Whatever is pressed on the screens with lists, nothing is lost; and when the file is lost, it is said."""

import random

import pytest
from chair.seeing_lists import name, notice, press
from click.testing import CliRunner

from negotext.chair.actions import ACTIONS, EVERY, LISTING, LISTS
from negotext.cli.program import program
from negotext.model import Act, Decision

pytestmark = pytest.mark.asyncio

LENGTH = 60
KEYS = [
    key for action in ACTIONS if action.where in (LISTS, EVERY, *LISTING) and action.id != "quit" for key in action.keys
]
# What makes something happen is pressed more often than what looks around.
KEYS += ["enter", "u", "U", "L", "end", "0", "1", "p", "j", "k"] * 4


@pytest.mark.parametrize("seed", range(3))
async def test_the_audit_passes(sit, make_rounds, seed):
    dice = random.Random(seed)
    path = make_rounds()
    async with sit(path, dice.choice([(80, 24), (140, 45)])) as pilot:
        desk = pilot.app.desk
        for key in dice.choices(KEYS, k=LENGTH):
            await pilot.press(key)
            assert pilot.app.is_running, key
        assert {each.address: each.state for each in desk.session.choices()} == {
            address: standing.state for address, standing in desk.places.standings.items()
        }
    audited = CliRunner().invoke(program, ["audit", str(path), "--brief"])
    assert audited.exit_code == 0, audited.output


@pytest.mark.parametrize("opens", ["w", "W", "O", "L", "C"])
async def test_a_file_that_is_lost_while_a_list_is_open(sit, session, opens):
    async with sit(session) as pilot:
        pilot.app.desk.decide(Decision("2:1", Act.ACCEPT, 1))
        await press(pilot, opens)
        session.rename(session.with_name("elsewhere.db"))
        pilot.app.look_around()
        await pilot.pause()
        assert "moved, deleted or replaced" in notice(pilot)
        await press(
            pilot, "j", "k", "pagedown", "tab", "end", "u", "enter", "escape", "escape", opens, "slash", "escape"
        )
        assert pilot.app.is_running
        # Whatever is pressed, it stays said.
        await press(pilot, "escape", "j", opens)
        assert "moved, deleted or replaced" in notice(pilot)
        session.with_name("elsewhere.db").rename(session)


@pytest.mark.parametrize("opens", ["w", "W", "O", "L", "C"])
async def test_escape_leads_back_and_the_theme_can_be_changed(sit, session, opens):
    async with sit(session) as pilot:
        await press(pilot, opens, "T", "T")
        assert pilot.app.theme == "high-contrast"
        assert name(pilot) in LISTING
        await press(pilot, "escape")
        assert name(pilot) == "draft"
