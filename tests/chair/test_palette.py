"""The command palette: actions, places and delegations by a few letters."""

import pytest
from textual.command import CommandPalette
from textual.widgets import OptionList

from negotext.chair.actions import actions_of
from negotext.chair.dialogs.line import LineDialog
from negotext.chair.palette import ChairProvider
from negotext.chair.screens.help import HelpScreen
from negotext.model import State

pytestmark = pytest.mark.asyncio


async def choose(pilot, letters: str) -> None:
    """Open the palette, type, and take the first one."""
    await pilot.press("ctrl+p")
    await pilot.pause()
    assert isinstance(pilot.app.screen, CommandPalette)
    await pilot.press(*letters)
    for _ in range(50):
        await pilot.pause(0.02)
        found = pilot.app.screen.query(OptionList)
        if found and found.first().option_count and pilot.app.screen.query_one(OptionList).highlighted is not None:
            break
    await pilot.press("enter")
    for _ in range(5):
        await pilot.pause(0.02)


async def found(pilot, letters: str) -> list[str]:
    provider = ChairProvider(pilot.app.screen)
    return [str(hit.text) async for hit in provider.search(letters)]


async def test_every_action_of_a_screen_is_in_it(sit, session):
    async with sit(session) as pilot:
        for keys in ("", "O", "L", "w"):
            await pilot.press(*keys)
            await pilot.pause()
            provider = ChairProvider(pilot.app.screen)
            shown = [str(hit.text) async for hit in provider.discover()]
            for action in actions_of(pilot.app.screen.NAME):
                assert action.words in shown or action.each or action.id == "palette", action.id


async def test_an_action_is_done(sit, session):
    async with sit(session) as pilot:
        await choose(pilot, "park")
        assert isinstance(pilot.app.screen, LineDialog)
        await pilot.press("enter")
        assert pilot.app.desk.standing().state is State.PARKED


async def test_an_action_of_the_app_is_done(sit, session):
    async with sit(session) as pilot:
        await choose(pilot, "allkeys")
        assert isinstance(pilot.app.screen, HelpScreen)


async def test_an_alternative_is_accepted_by_its_words(sit, session):
    async with sit(session) as pilot:
        assert "accept 0: leave it out" in await found(pilot, "accept")
        await choose(pilot, "accept1")
        await pilot.press("enter")
        standing = pilot.app.desk.standing()
        assert (standing.state, standing.decision.alternative) == (State.AGREED, 1)


async def test_a_place_is_gone_to(sit, session):
    async with sit(session) as pilot:
        await choose(pilot, ["8", "colon", "1"])
        assert pilot.app.desk.current == "8:1"
        assert "go to 8:1" in await found(pilot, "para 8")


async def test_a_delegation_is_gone_to_by_code_or_name(sit, session):
    async with sit(session) as pilot:
        assert "NO Norway" in await found(pilot, "norw")
        await choose(pilot, "norway")
        assert (pilot.app.screen.NAME, pilot.app.screen.code) == ("who", "NO")


async def test_a_chinese_delegation_is_found_by_one_character(sit, make_session):
    async with sit(make_session("city-water.zh.txt")) as pilot:
        assert "KE 肯尼亚" in await found(pilot, "肯")


async def test_read_only_it_has_nothing_that_writes(sit, session):
    async with sit(session, read_only=True) as pilot:
        shown = await found(pilot, "park")
        assert "park the choice" not in shown
        assert not [each for each in shown if each.startswith("accept")]


async def test_escape_leaves_it_and_nothing_has_happened(sit, session):
    async with sit(session) as pilot:
        before = pilot.app.screen
        await pilot.press("ctrl+p", "x", "escape", "escape")
        await pilot.pause()
        assert pilot.app.screen is before
        assert pilot.app.desk.session.next_undo() is None
