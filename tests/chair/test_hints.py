"""Every hint names the keys as the chair has them: all actions have other ones here, and the defaults are nowhere."""

import re
from string import ascii_uppercase

import pytest
from chair.seeing_lists import notice, press, text
from textual.widgets import Input, Static

from negotext.chair.actions import ACTIONS, actions_of
from negotext.chair.dialogs.export import ExportDialog
from negotext.chair.dialogs.floor import FloorDialog
from negotext.chair.keymap import can_change, keymap_of
from negotext.chair.keys import key_named
from negotext.chair.settings import Settings
from negotext.chair.widgets.bars import KeysBar
from negotext.model import Act
from negotext.outcome import choices_of
from negotext.reading import read_text
from negotext.store import open_session

# A terminal sends Alt-B and Alt-F as other keys.
FREE = [f"Alt-{letter}" for letter in ascii_uppercase if letter not in "BF"]
FREE += [f"{held}F{number}" for held in ("", "Ctrl-", "Alt-", "Alt-Ctrl-") for number in range(9, 25)]
CHANGED = [action for action in ACTIONS if can_change(action)]
OTHER = dict(zip((action.id for action in CHANGED), FREE, strict=False))
"""A key of its own for each action, as people write it."""


@pytest.fixture
def elsewhere(monkeypatch, tmp_path):
    """Where the terminal was started."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def settings() -> Settings:
    keymap, faults = keymap_of(OTHER)
    assert not faults
    assert len(keymap.changed) == len(CHANGED)
    return Settings(keymap=keymap)


async def do(pilot, *actions: str) -> None:
    """Press the keys that actions have here; what is no action is a key."""
    await press(pilot, *(key_named(OTHER[each]) if each in OTHER else each for each in actions))


def defaults_in(words: str, *allowed: str) -> list[str]:
    """Keys of the registry that stand in words as hints do: `Ctrl-R`, `(r)`, `press c`, `e goes on`."""
    found = re.findall(r"\b(?:Ctrl-\w|F\d|PgDn|PgUp|Esc(?:ape)?|Tab|Shift-\w+)\b", words)
    found += re.findall(r"\((\S)\)|\b[Pp]ress (\S)\b", words)
    found += re.findall(
        r"(?:^|[\s;,.:])(\w) (?:goes|redoes|compares|follows|stops|closes|begins|shows|replaces)\b", words
    )
    flat = ["".join(each) for each in found]
    return [each for each in flat if each not in allowed and each not in OTHER.values()]


@pytest.mark.asyncio
@pytest.mark.parametrize("page", ["", "parties", "open_list", "log", "compare", "help", "merge"])
async def test_the_bar_of_each_screen(sit, session, settings, page):
    async with sit(session, (250, 30), settings=settings) as pilot:
        if page:
            await do(pilot, page)
        bar = str(pilot.app.screen.query_one(KeysBar).content)
        words = [action for action in actions_of(pilot.app.screen.NAME) if action.footer and can_change(action)]
        assert [action.id for action in words if f"{OTHER[action.id]} {action.footer}" not in bar] == []
        assert defaults_in(bar) == []


@pytest.mark.asyncio
async def test_what_is_agreed(sit, session, settings):
    async with sit(session, settings=settings) as pilot:
        await do(pilot, "1", "enter")
        for each in ("park", "merge"):
            await do(pilot, each)
            assert f"reopen it first ({OTHER['reopen']}), or undo ({OTHER['undo']})" in notice(pilot)


@pytest.mark.asyncio
async def test_what_was_searched_for(sit, session, settings):
    async with sit(session, settings=settings) as pilot:
        await do(pilot, "search", *"port", "enter")
        assert f"({OTHER['search_again']} next, {OTHER['search_back']} previous)" in notice(pilot)


@pytest.mark.asyncio
async def test_the_line_for_what_is_said(sit, session, settings):
    async with sit(session, settings=settings) as pilot:
        await do(pilot, "floor")
        assert isinstance(pilot.app.screen, FloorDialog)
        label = str(pilot.app.screen.query_one("#floor-label", Static).content)
        assert (
            f"{OTHER['say_complete']} completes  {OTHER['say_earlier']} earlier  {OTHER['say_leave']} leaves" in label
        )
        assert defaults_in(label) == []
        await do(pilot, *"Norw")
        assert str(pilot.app.screen.query_one("#floor-hints", Static).content).startswith(f"{OTHER['say_complete']}: ")
        await do(pilot, "say_complete")
        assert pilot.app.screen.query_one(Input).value == "Norway"
        await do(pilot, "say_leave")
        assert not isinstance(pilot.app.screen, FloorDialog)


@pytest.mark.asyncio
async def test_the_words_of_a_merge(sit, session, settings):
    async with sit(session, settings=settings) as pilot:
        pilot.app.desk.go("10:2")
        await do(pilot, "merge", "end", *" and more", "merge_other")
        assert f"{OTHER['merge_next']} goes to the next one" in notice(pilot)
        await do(pilot, "merge_close")
        assert f"{OTHER['merge']} goes on with them" in notice(pilot)
        await do(pilot, "merge")
        assert f"{OTHER['merge_again']} begins again" in notice(pilot)
        with open_session(session) as other:
            other.decide(pilot.app.desk.decision(Act.PARK), by="Deputy")
        pilot.app.look_around()
        assert f"{OTHER['merge_close']} closes, {OTHER['merge']} goes on with them" in notice(pilot)
        await do(pilot, "merge_close")
    async with sit(session, settings=settings) as pilot:
        assert f"10:2; there, {OTHER['merge']} goes on with them" in notice(pilot)


@pytest.mark.asyncio
async def test_two_rounds(sit, make_rounds, settings, monkeypatch):
    path = make_rounds()
    monkeypatch.setattr("negotext.chair.screens.compare.command", lambda *_: ["cat"])
    async with sit(path, settings=settings) as pilot:
        await do(pilot, "compare")
        await pilot.pause()
        assert f"{OTHER['back']} stops it" in text(pilot)
        await do(pilot, "back")
        assert f"{OTHER['compare_again']} compares again" in notice(pilot)
        monkeypatch.setattr("negotext.chair.screens.compare.command", lambda *_: ["false"])
        await do(pilot, "compare_again")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert f"press {OTHER['compare_again']} to try again" in notice(pilot)


@pytest.mark.asyncio
async def test_back_to_a_point_of_the_log(sit, session, settings):
    async with sit(session, settings=settings) as pilot:
        await do(pilot, "1", "enter", "log", "row_last", "back_to", "enter")
        await pilot.pause()
        assert f"{OTHER['log_redo']} redoes" in notice(pilot)


@pytest.mark.asyncio
async def test_a_round_that_is_brought_in(sit, session, settings):
    async with sit(session, settings=settings) as pilot:
        with open_session(session) as store:
            draft = read_text(store.source().text.replace("twenty pages", "thirty pages"))
            store.add_round(draft, choices_of(draft), name="second", by="Secretariat")
        pilot.app.look_around()
        assert "Secretariat brought in round 2" in notice(pilot)
        assert f"{OTHER['compare']} shows what is different" in notice(pilot)


@pytest.mark.asyncio
async def test_writing_a_document(sit, session, settings, elsewhere):
    (elsewhere / f"{session.stem}-clean.docx").write_bytes(b"mine")
    async with sit(session, settings=settings) as pilot:
        await do(pilot, "export", "enter", "enter")
        assert isinstance(pilot.app.screen, ExportDialog)
        shown = " ".join(str(each.content) for each in pilot.app.screen.query(Static))
        assert f"{OTHER['export_replace']} replaces it" in shown
        assert f"{OTHER['export_leave']}: leave it" in shown
        assert defaults_in(shown, "Tab") == []


def test_a_default_key_in_a_hint_is_found():
    said = "press c to try again; e goes on; reopen it first (r); Ctrl-R begins again; Esc stops"
    assert sorted(defaults_in(said)) == ["Ctrl-R", "Esc", "c", "e", "r"]
