"""Help: every key of the registry is there, for the screen one is on first."""

import pytest

from negotext.chair.actions import ACTIONS, ALONE, EVERY, actions_of
from negotext.chair.help_sheet import help_sheet
from negotext.chair.keymap import Keymap, keymap_of
from negotext.chair.making import PAGES
from negotext.chair.screens.help import HelpScreen
from negotext.chair.settings import Settings
from negotext.chair.settings_text import keys_of
from negotext.chair.widgets.bars import KeysBar
from negotext.chair.widgets.sheet import SheetView


def words(where: str, width: int = 78, **options) -> list[str]:
    sheet = help_sheet(where, options.pop("keymap", Keymap()), width, **options)
    return ["".join(word.text for word in row) for row in sheet.rows]


@pytest.mark.parametrize("width", [40, 78, 138])
@pytest.mark.parametrize("where", PAGES)
def test_every_action_with_all_its_keys_is_there_and_fits(where, width):
    rows = words(where, width)
    flat = " ".join(" ".join(rows).split())
    for action in ACTIONS:
        # The help tells its own keys only when it is about itself, which it never is.
        if action.where != "help" or where == "help":
            assert all(part in flat for part in keys_of(action).split()), action.id
            assert all(part in flat for part in action.words.split()), action.id
    assert max(map(len, rows)) <= width + 3


@pytest.mark.parametrize("where", [name for name in PAGES if name not in ALONE])
def test_the_screen_one_is_on_comes_first(where):
    sheet = help_sheet(where, Keymap(), 78)
    assert sheet.marks[where] == 0
    own = {action.where for action in actions_of(where)}
    others = [mark for mark in sheet.marks if mark not in own and mark != "always"]
    assert all(sheet.marks[name] < sheet.marks[other] for name in own for other in others)
    assert "this screen" in words(where)[0]


def test_keys_of_ones_own_are_told():
    keymap, _ = keymap_of({"park": "F9"})
    assert [row.split() for row in words("draft", keymap=keymap) if "park the choice" in row] == [
        ["F9", "park", "the", "choice"]
    ]


def test_a_read_only_session_says_what_it_does_not_do():
    row = next(row for row in words("draft", 120, read_only=True) if "park the choice" in row)
    assert "read only" in row


@pytest.mark.asyncio
@pytest.mark.parametrize(("keys", "about"), [("", "The draft"), ("w", "Who wants what"), ("L", "What was done")])
async def test_it_is_about_the_screen_behind_it_and_leads_back_there(sit, session, keys, about):
    async with sit(session, (80, 24)) as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        before = pilot.app.screen
        await pilot.press("question_mark")
        await pilot.pause()
        assert isinstance(pilot.app.screen, HelpScreen)
        assert pilot.app.screen.query_one(SheetView).render_line(0).text.startswith(about)
        for leave in ("escape", "question_mark", "f1", "q"):
            await pilot.press(leave)
            assert pilot.app.screen is before
            await pilot.press("f1")
            await pilot.pause()


@pytest.mark.asyncio
async def test_it_scrolls_to_its_end_and_back(sit, session):
    async with sit(session, (80, 24)) as pilot:
        await pilot.press("question_mark")
        await pilot.pause()
        view = pilot.app.screen.query_one(SheetView)
        await pilot.press("j", "j", "k")
        assert view.scroll_offset.y == 1
        await pilot.press("pagedown")
        assert view.scroll_offset.y > 10
        await pilot.press("pageup")
        assert view.scroll_offset.y == 1
        await pilot.press("end")
        last = view.scrollable_content_region.height - 1
        assert "negotext chair --keys" in view.render_line(last).text
        await pilot.press("home")
        assert view.scroll_offset.y == 0


@pytest.mark.asyncio
async def test_keys_of_ones_own_work_and_the_others_do_not(sit, session):
    keymap, _ = keymap_of({"park": "F9", "help": "h", "next": ["x"], "export": "X"})
    async with sit(session, settings=Settings(keymap=keymap)) as pilot:
        order = pilot.app.desk.places.order
        assert "h keys" in str(pilot.app.screen.query_one(KeysBar).content)
        assert "F9 park" in str(pilot.app.screen.query_one(KeysBar).content)
        await pilot.press("j", "p", "enter")
        assert pilot.app.desk.current == order[0]
        assert not pilot.app.desk.session.log()[1:]
        await pilot.press("x")
        assert pilot.app.desk.current == order[1]
        await pilot.press("f9", "enter")
        assert pilot.app.desk.standing().state.value == "parked"
        await pilot.press("h")
        assert isinstance(pilot.app.screen, HelpScreen)


@pytest.mark.asyncio
async def test_two_keys_that_were_changed_for_each_other(sit, session):
    keymap, _ = keymap_of({"park": "r", "reopen": "p"})
    async with sit(session, settings=Settings(keymap=keymap)) as pilot:
        await pilot.press("r", "enter")
        assert pilot.app.desk.standing().state.value == "parked"
        await pilot.press("p", "enter")
        assert pilot.app.desk.standing().state.value == "open"


def test_every_action_has_a_key_or_stands_in_the_palette():
    assert all(action.keys for action in ACTIONS)
    assert {action.id for action in ACTIONS if action.where == EVERY} >= {"help", "palette", "export", "theme", "quit"}
