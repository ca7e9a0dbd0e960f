"""The command palette: actions, places and delegations by a few letters."""

import pytest
from click.testing import CliRunner
from textual.widgets import Input

from negotext.chair.actions import actions_of
from negotext.chair.dialogs.line import LineDialog
from negotext.chair.dialogs.palette import PaletteDialog
from negotext.chair.palette import Commands
from negotext.chair.screens.help import HelpScreen
from negotext.chair.widgets.roll import RollView
from negotext.cli.program import program
from negotext.model import State
from negotext.store import CannotOpen

pytestmark = pytest.mark.asyncio


async def choose(pilot, letters: str) -> None:
    """Open the palette, type, and take the first one."""
    await pilot.press("ctrl+p")
    assert isinstance(pilot.app.screen, PaletteDialog)
    await pilot.press(*letters, "enter")


def found(pilot, letters: str) -> list[str]:
    return [command.words for command in Commands(pilot.app.screen).found(letters)]


def listed(pilot) -> list[str]:
    """What the palette shows."""
    view = pilot.app.screen.query_one(RollView)
    rows = [view.render_line(y).text.rstrip() for y in range(view.scrollable_content_region.height)]
    return [row for row in rows if row]


async def test_every_action_of_a_screen_is_in_it(sit, session):
    async with sit(session) as pilot:
        for keys in ("", "O", "L", "w"):
            await pilot.press(*keys)
            await pilot.pause()
            shown = found(pilot, "")
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
        assert "accept 0: leave it out" in found(pilot, "accept")
        await choose(pilot, "accept1")
        await pilot.press("enter")
        standing = pilot.app.desk.standing()
        assert (standing.state, standing.decision.alternative) == (State.AGREED, 1)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("comp", "the two latest rounds side by side"),
        ("log", "what was done, and back to any point of it"),
        ("merge", "write the words yourself, beginning with what the alternatives give"),
        ("floor", "what is being said: RU, IR: delete; US supports"),
        ("say", "what is being said: RU, IR: delete; US supports"),
        ("export", "write the text as a Word file, a web page or Markdown"),
        ("View out", "the text that results from the decisions"),
        ("help", "all keys"),
    ],
)
async def test_an_action_is_found_by_what_the_keys_call_it(sit, session, typed, words):
    async with sit(session) as pilot:
        shown = found(pilot, typed)
        assert shown[0] == words
        assert shown.count(words) == 1


async def test_a_place_is_gone_to(sit, session):
    async with sit(session) as pilot:
        await choose(pilot, ["8", "colon", "1"])
        assert pilot.app.desk.current == "8:1"
        assert "go to 8:1" in found(pilot, "para 8")


async def test_a_delegation_is_gone_to_by_code_or_name(sit, session):
    async with sit(session) as pilot:
        assert "NO Norway" in found(pilot, "norw")
        await choose(pilot, "norway")
        assert (pilot.app.screen.NAME, pilot.app.screen.code) == ("who", "NO")


async def test_a_chinese_delegation_is_found_by_one_character(sit, make_session):
    async with sit(make_session("city-water.zh.txt")) as pilot:
        assert "KE 肯尼亚" in found(pilot, "肯")


async def test_read_only_it_has_nothing_that_writes(sit, session):
    async with sit(session, read_only=True) as pilot:
        shown = found(pilot, "park")
        assert "park the choice" not in shown
        assert not [each for each in shown if each.startswith("accept")]


async def test_escape_leaves_it_and_nothing_has_happened(sit, session):
    async with sit(session) as pilot:
        before = pilot.app.screen
        await pilot.press("ctrl+p", "x", "escape")
        assert pilot.app.screen is before
        assert pilot.app.desk.session.next_undo() is None


async def test_what_is_named_stands_in_front_of_what_only_has_the_letters(sit, session):
    async with sit(session) as pilot:
        assert found(pilot, "5:2")[0] == "go to 5:2"
        assert found(pilot, "no")[0] == "NO Norway"
        assert found(pilot, "park")[0] == "park the choice"
        assert "next" in found(pilot, "nxtopn")[0]


async def test_the_letters_that_were_meant_are_lit_and_the_keys_stand_beside(sit, session):
    async with sit(session) as pilot:
        await pilot.press("ctrl+p", *"park")
        assert listed(pilot)[0].split() == ["▶", "park", "the", "choice", "p"]
        roll = pilot.app.screen.query_one(RollView).roll
        assert "".join(word.text for word in roll.row(0) if word.style == "key") == "park"


async def test_one_chooses_with_the_arrows_and_with_a_click(sit, session):
    async with sit(session, size=(80, 24)) as pilot:
        await pilot.press("ctrl+p", "down", "down", "up", "pagedown", "pageup")
        assert [row.startswith("▶") for row in listed(pilot)[:3]] == [False, True, False]
        await pilot.press(*"choice", "down")
        second = listed(pilot)[1]
        assert second.startswith("▶")
        view = pilot.app.screen.query_one(RollView)
        await pilot.click(view, offset=(4, 0))
        assert listed(pilot)[0].startswith("▶")
        await pilot.click(view, offset=(4, 0))
        assert not isinstance(pilot.app.screen, PaletteDialog)


async def test_where_nothing_is_meant_the_line_stays(sit, session):
    async with sit(session) as pilot:
        await pilot.press("ctrl+p", *"qqqqzzzz", "enter")
        assert isinstance(pilot.app.screen, PaletteDialog)
        assert listed(pilot) == ["  Nothing is called that."]
        # However long it is.
        pilot.app.screen.query_one(Input).value = "e" * 5_000
        await pilot.pause()
        assert listed(pilot) == ["  Nothing is called that."]


async def test_what_others_do_meanwhile_is_in_it(sit, session, root):
    async with sit(session) as pilot:
        await pilot.press("ctrl+p", *"8(b)")
        assert any("8(b):1.2" in row for row in listed(pilot))
        second = str(root / "examples" / "harbour-air.round2.en.txt")
        done = CliRunner().invoke(program, ["round", str(session), "--draft", second, "--yes", "--by", "Secretariat"])
        assert done.exit_code == 0, done.output
        pilot.app.look_around()
        await pilot.pause()
        assert not any("8(b):1.2" in row for row in listed(pilot))
        await pilot.press("enter", "escape")
        assert pilot.app.is_running


async def test_where_the_session_cannot_be_read_there_are_no_delegations(sit, session, monkeypatch):
    def refuse(_) -> None:
        raise CannotOpen(session, "it was moved")

    async with sit(session) as pilot:
        with monkeypatch.context() as patched:
            patched.setattr(type(pilot.app.desk.session), "speakers", refuse)
            await pilot.press("ctrl+p", *"norw")
            assert not any("Norway" in row for row in listed(pilot))
        assert pilot.app.is_running
