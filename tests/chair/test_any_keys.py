"""Whatever keys are pressed, the session holds together and nothing is lost."""

import random

import pytest
from click.testing import CliRunner

from negotext.chair.actions import ACTIONS, DRAFT, EVERY
from negotext.cli.program import program

pytestmark = pytest.mark.asyncio

LENGTH = 70
KEYS = [key for action in ACTIONS if action.where in (DRAFT, EVERY) and action.id != "quit" for key in action.keys]
# What makes something happen is pressed more often than what looks around.
KEYS += [*"0123pruU", "enter", "enter", "escape", "tab"] * 6


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize("name", ["harbour-air.en.txt", "city-water.zh.txt"])
async def test_the_audit_passes_and_undoing_everything_gives_the_draft(sit, make_session, name, seed):
    dice = random.Random(seed)
    path = make_session(name)
    async with sit(path, dice.choice([(80, 24), (140, 45)])) as pilot:
        desk = pilot.app.desk
        for key in dice.choices(KEYS, k=LENGTH):
            await pilot.press(key)
            assert pilot.app.is_running, key
        assert len(desk.session.log()) > 1
        assert [each.state for each in desk.session.choices()] == [
            desk.places.standings[each.address].state for each in desk.session.choices()
        ]
        audited = CliRunner().invoke(program, ["audit", str(path), "--brief"])
        assert audited.exit_code == 0, audited.output
        while desk.session.next_undo() is not None:
            desk.undo()
        assert not desk.places.decisions
