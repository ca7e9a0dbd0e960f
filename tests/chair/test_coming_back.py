"""Screens and dialogs are made once: whatever was done in them, they come back as if they were new."""

import pytest
from chair.seeing_colours import seen
from chair.seeing_lists import press
from textual.widgets import Input

from negotext.chair.screens.log import LogScreen
from negotext.chair.widgets.sheet import SheetView
from negotext.store import CannotOpen, open_session

pytestmark = pytest.mark.asyncio


SCREENS = [
    ("w", "j j pagedown tab pagedown", "escape"),
    ("w", "slash N o r enter", "escape"),
    ("W", "j j tab j", "escape"),
    ("O", "j j j", "escape"),
    ("O", "end", "escape"),
    ("O", "h N o r enter j", "escape"),
    ("L", "j pagedown", "escape"),
    ("question_mark", "pagedown j", "escape"),
    ("x", "down down down down tab N o r w a y tab tab", "escape"),
    ("x", "tab backspace a . d o c", "escape"),
    ("x", "tab ctrl+u enter", "escape"),
    ("g", "1 2", "escape"),
    ("colon", "U S tab up", "escape"),
    ("ctrl+p", "n o down", "escape"),
]


@pytest.mark.parametrize(("opens", "done", "leaves"), SCREENS)
@pytest.mark.parametrize("size", [(140, 45), (80, 24)], ids=["wide", "narrow"])
async def test_it_looks_as_it_did_when_it_was_opened_first(sit, session, opens, done, leaves, size):
    async with sit(session, size=size) as pilot:
        await press(pilot, *"p enter J p enter J p enter".split(), opens)
        first, made = seen(pilot), pilot.app.screen
        await press(pilot, *done.split())
        assert seen(pilot) != first
        await press(pilot, leaves, opens)
        assert seen(pilot) == first
        assert pilot.app.screen is made


@pytest.mark.parametrize("opens", ["w", "W", "O", "L", "question_mark", "x", "e", "g", "colon", "ctrl+p"])
async def test_it_is_as_a_new_one_in_another_theme_and_size(sit, session, opens):
    async with sit(session, size=(80, 24)) as pilot:
        await press(pilot, opens, "f2" if opens == "e" else "escape", "escape", "T")
        await pilot.resize_terminal(140, 45)
        await press(pilot, opens)
        again = seen(pilot)
    async with sit(session, size=(80, 24)) as pilot:
        await press(pilot, "T")
        await pilot.resize_terminal(140, 45)
        await press(pilot, opens)
        assert seen(pilot) == again


async def test_what_was_decided_meanwhile_is_in_the_lists(sit, session):
    async with sit(session) as pilot:
        await press(pilot, "O", "escape", "L", "escape", "w", "escape", "1", "enter", "J")
        shown = {}
        for key in "OLw":
            await press(pilot, key)
            shown[key] = seen(pilot)
            await press(pilot, "escape")
    async with sit(session) as pilot:
        for key in "OLw":
            await press(pilot, key)
            assert seen(pilot) == shown[key]
            await press(pilot, "escape")


async def test_a_list_over_itself_and_under_another_one(sit, session):
    async with sit(session) as pilot:
        await press(pilot, "w", "W", "w", "L", "w", "O", "escape")
        assert len(pilot.app.screen_stack) == 1
        await press(pilot, "L", "question_mark", "escape")
        assert isinstance(pilot.app.screen, LogScreen)


async def test_the_words_of_a_merge_are_those_of_its_place(sit, session):
    async with sit(session) as pilot:
        await press(pilot, "e", "x", "y")
        first = pilot.app.desk.current
        written = pilot.app.screen.editor.text
        await press(pilot, "escape", "J", "e")
        assert pilot.app.desk.current != first
        other = pilot.app.screen.editor.text
        assert "xy" not in other
        # What was typed at the other place cannot be undone here.
        await press(pilot, "ctrl+z")
        assert pilot.app.screen.editor.text == other
        await press(pilot, "escape", "K", "e")
        assert pilot.app.desk.current == first
        assert pilot.app.screen.editor.text == written
    with open_session(session) as store:
        assert [each.text for each in store.unfinished()] == [written]


LONG = f"5. {'the ports and the quays ' * 9}[shall][should] report {'on ships of each port ' * 18}[in time][at once].\n"


@pytest.mark.parametrize("between", ["", "J e escape K"])
async def test_a_merge_shows_its_paragraph_as_it_did_first(sit, make_session, between):
    async with sit(make_session("long.en.txt", LONG), size=(80, 24)) as pilot:
        await press(pilot, "e")
        first = seen(pilot)
        for pane in pilot.app.screen.query(SheetView):
            pane.jump(3)
        await press(pilot, "escape", *between.split(), "e")
        assert seen(pilot) == first


async def test_a_merge_that_cannot_be_opened_shows_no_other_words(sit, session, monkeypatch):
    def refuse(*_) -> None:
        raise CannotOpen(session, "it was moved")

    async with sit(session) as pilot:
        await press(pilot, "e", "x", "y", "escape", "J")
        monkeypatch.setattr("negotext.chair.screens.ahead.Merging", refuse)
        await press(pilot, "e")
        screen = pilot.app.screen
        assert (screen.merging, screen.editor.text) == (None, "")
        assert not any(view.sheet.rows for view in screen.query(SheetView))


async def test_what_is_typed_takes_the_place_of_what_was_searched_before(sit, session):
    async with sit(session) as pilot:
        for words in ("quay", "ships"):
            await press(pilot, "slash", *words)
            assert pilot.app.screen.query_one(Input).value == words
            await press(pilot, "enter")
