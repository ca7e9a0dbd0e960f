"""Keys that arrive all at once, as over a slow line, do what they do one by one."""

import asyncio

import pytest
from textual import events
from textual.widgets import Input, TextArea

from negotext.chair.dialogs.floor import FloorDialog
from negotext.chair.dialogs.line import LineDialog
from negotext.chair.keymap import keymap_of
from negotext.chair.settings import Settings
from negotext.model import State

pytestmark = pytest.mark.asyncio
ENTER, ESCAPE, TAB = "\r", "\x1b", "\t"
NAMES = {ENTER: "enter", "\n": "ctrl+j", ESCAPE: "escape", TAB: "tab", ":": "colon", " ": "space", ".": "full_stop"}


async def burst(pilot, keys: str) -> None:
    """Send keys without waiting for anything in between."""
    done = asyncio.Event()
    for key in keys:
        pilot.app.post_message(events.Key(NAMES.get(key, key), key if key.isprintable() else None))
    pilot.app.call_later(done.set)
    await done.wait()
    await pilot.pause()


def state(pilot, address: str) -> State:
    return pilot.app.desk.session.choice(address).state


async def test_going_somewhere_and_deciding_there(sit, session):
    async with sit(session) as pilot:
        await burst(pilot, f"g5:1{ENTER}1why not{ENTER}j")
        assert state(pilot, "5:1") is State.AGREED
        assert pilot.app.desk.session.choice("5:1").why == "why not"
        assert pilot.app.desk.current == "5:2"


async def test_enter_twice_answers_once(sit, session):
    async with sit(session) as pilot:
        await burst(pilot, f"1{ENTER}{ENTER}{ENTER}")
        assert pilot.app.is_running
        assert len(pilot.app.screen_stack) == 1
        assert len(pilot.app.desk.session.log()) == 2


async def test_escape_twice_closes_what_is_there_and_no_more(sit, session):
    async with sit(session) as pilot:
        await burst(pilot, f"Og{ESCAPE}{ESCAPE}{ESCAPE}{ESCAPE}j")
        assert pilot.app.is_running
        assert len(pilot.app.screen_stack) == 1


async def test_from_screen_to_screen(sit, session):
    async with sit(session) as pilot:
        await burst(pilot, f"Ojj{ENTER}1{ENTER}L")
        assert pilot.app.screen.NAME == "log"
        decided = [each for each in pilot.app.desk.session.choices() if each.state is State.AGREED]
        assert len(decided) == 1
        await burst(pilot, f"u{ENTER}{ESCAPE}")
        assert len(pilot.app.screen_stack) == 1


async def test_what_is_said_and_the_next_thing(sit, session):
    async with sit(session) as pilot:
        await burst(pilot, f":Norw{TAB}: delete{ENTER}:Chile")
        assert isinstance(pilot.app.screen, FloorDialog)
        assert pilot.app.screen.query_one(Input).value == "Chile"
        said = pilot.app.desk.session.log()[-1]
        assert (said.statement.words, said.statement.stands[0].delegation) == ("Norway: delete", "NO")


async def test_words_of_a_merge(sit, session):
    async with sit(session) as pilot:
        await burst(pilot, f"g10:2{ENTER}efirst ")
        assert pilot.app.screen.NAME == "merge"
        assert pilot.app.screen.editor.text == "first an estimate of needs"
        await burst(pilot, f"{ESCAPE}p")
        assert isinstance(pilot.app.screen, LineDialog)


async def test_the_palette(sit, session):
    async with sit(session) as pilot:
        await pilot.press("ctrl+p")
        await pilot.pause()
        await pilot.press(*"park the")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, LineDialog)


async def test_an_enter_from_before_the_screen_is_there_is_an_enter(sit, session):
    """A terminal that no program has asked for single keys yet makes a line end of it."""
    async with sit(session) as pilot:
        await burst(pilot, "g5:1\n1why not\n")
        assert state(pilot, "5:1") is State.AGREED
        assert pilot.app.desk.session.choice("5:1").why == "why not"


async def test_a_letter_that_comes_with_alt_is_not_typed(sit, session):
    keys, faults = keymap_of({"say_complete": "Alt-A", "merge_from": "Alt-D"})
    assert faults == []
    async with sit(session, settings=Settings(keymap=keys)) as pilot:
        await burst(pilot, ":Norw")
        pilot.app.post_message(events.Key("alt+a", "a"))
        pilot.app.post_message(events.Key("alt+z", "z"))
        await pilot.pause()
        assert pilot.app.screen.query_one(Input).value.strip() == "Norway"
        await burst(pilot, f"{ESCAPE}g10:2{ENTER}e")
        before = pilot.app.screen.query_one(TextArea).text
        pilot.app.post_message(events.Key("alt+d", "d"))
        await pilot.pause()
        assert isinstance(pilot.app.screen, LineDialog)
        assert pilot.app.screen_stack[-2].query_one(TextArea).text == before
