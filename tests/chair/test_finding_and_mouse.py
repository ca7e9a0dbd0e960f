"""Search from hit to hit, the mouse, what a read-only session says, a reading width, faults of the settings."""

import os

import pytest
from textual import events
from textual.widgets import Input

from negotext.chair.screens.base import ChairScreen
from negotext.chair.settings import Settings, read_settings
from negotext.chair.widgets.bars import KeysBar, Notice
from negotext.chair.widgets.outline import Outline
from negotext.chair.widgets.text import TextView

pytestmark = pytest.mark.asyncio


def notice(pilot) -> str:
    shown = pilot.app.screen_stack[0].query_one(Notice)
    return str(shown.content) if shown.display else ""


def view(pilot) -> TextView:
    return pilot.app.screen_stack[0].query_one(TextView)


def text(pilot) -> str:
    return "\n".join(view(pilot).render_line(y).text for y in range(view(pilot).scrollable_content_region.height))


async def search(pilot, words: str) -> None:
    await pilot.press("slash")
    pilot.app.screen.query_one(Input).value = words
    await pilot.press("enter")
    await pilot.pause()


async def test_hits_are_counted_and_the_search_goes_round(sit, make_session):
    path = make_session("s.txt", "1. One [port].\n\n2. Two [Ports].\n\n3. Three.\n\n4. Four [pörts].\n")
    async with sit(path) as pilot:
        await search(pilot, "PORT")
        assert notice(pilot) == "1 of 3, line 1 (Ctrl-N next, Ctrl-B previous)"
        await pilot.press("ctrl+n", "ctrl+n")
        assert notice(pilot) == "3 of 3, line 7 (Ctrl-N next, Ctrl-B previous)"
        assert pilot.app.desk.current == "4:1"
        await pilot.press("ctrl+n")
        assert notice(pilot).startswith("1 of 3, line 1, on from the beginning")
        await pilot.press("ctrl+b")
        assert notice(pilot).startswith("3 of 3, line 7, on from the end")


@pytest.mark.parametrize("words", ["水", "肯尼亚", "删除"])
async def test_chinese_words_of_any_length(sit, make_session, words):
    async with sit(make_session("city-water.zh.txt"), (140, 45)) as pilot:
        await search(pilot, words)
        assert " of " in notice(pilot)
        start, end = view(pilot).found
        assert pilot.app.desk.draft.source.text[start:end] == words


async def test_arabic_words_with_and_without_their_marks(sit, make_session):
    async with sit(make_session("water-plan.ar.txt"), (140, 45)) as pilot:
        await search(pilot, "المياه")
        assert " of " in notice(pilot)


async def test_the_note_on_arabic_is_there_once_and_goes_with_the_first_key(sit, make_session):
    async with sit(make_session("water-plan.ar.txt")) as pilot:
        assert notice(pilot).startswith("Arabic stands in the order")
        await pilot.press("j")
        assert notice(pilot) == ""
        await pilot.press("w", "escape")
        await pilot.pause()
        assert notice(pilot) == ""


async def test_the_wheel_scrolls_the_text_and_chooses_nothing(sit, session):
    async with sit(session, (140, 45)) as pilot:
        before = pilot.app.desk.current
        area = view(pilot).region
        for kind in (events.MouseScrollDown, events.MouseScrollUp):
            at = view(pilot).scroll_offset.y
            x, y = area.x + 5, area.y + 5
            view(pilot).post_message(
                kind(view(pilot), x, y, 0, 0, 0, shift=False, meta=False, ctrl=False, screen_x=x, screen_y=y)
            )
            await pilot.pause()
            assert (view(pilot).scroll_offset.y > at) is (kind is events.MouseScrollDown)
        assert pilot.app.desk.current == before


async def test_a_click_on_a_section_goes_there(sit, session):
    async with sit(session, (140, 45)) as pilot:
        await pilot.click(Outline, offset=(6, 2))
        await pilot.pause()
        assert pilot.app.desk.current == pilot.app.desk.sections[2].addresses[0]


async def test_a_second_click_is_on_the_same_place(sit, session):
    async with sit(session, (140, 45)) as pilot:
        await pilot.press("pagedown")
        shown = text(pilot).splitlines()
        lowest = max(y for y, row in enumerate(shown) if "[" in row)
        top = view(pilot).scroll_offset.y
        await pilot.click(TextView, offset=(shown[lowest].index("[") + 1, lowest))
        await pilot.pause()
        place = pilot.app.desk.current
        assert place != "2:1"
        assert view(pilot).scroll_offset.y == top
        await pilot.click(TextView, offset=(shown[lowest].index("[") + 1, lowest))
        await pilot.pause()
        assert pilot.app.desk.current == place


async def test_a_click_on_a_key_at_the_foot_presses_it(sit, session):
    async def click(words: str) -> None:
        row = pilot.app.screen.query_one(KeysBar).render_line(0).text
        await pilot.click(KeysBar, offset=(row.index(f" {words} ") + 1, 0))
        await pilot.pause()

    async with sit(session, (80, 24)) as pilot:
        await click("park")
        assert "Park at 2:1." in str(pilot.app.screen.query_one("#line-label").content)
        await pilot.press("enter")
        assert pilot.app.desk.standing().state.value == "parked"
        # Which alternative is accepted only a digit says.
        await click("accept")
        for words, name in (("who", "who"), ("back", "draft"), ("keys", "help"), ("back", "draft")):
            assert isinstance(pilot.app.screen, ChairScreen)
            await click(words)
            assert name == pilot.app.screen.NAME


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ("", "q quits; what was decided is saved"),
        ("L", "q quits; what was decided is saved"),
        ("e", "Ctrl-Q quits; what was decided is saved"),
    ],
)
async def test_ctrl_c_says_which_key_quits(sit, session, keys, words):
    async with sit(session) as pilot:
        await pilot.press(*keys, "ctrl+c")
        await pilot.pause()
        assert pilot.app.is_running
        told = [str(each.content) for screen in pilot.app.screen_stack for each in screen.query(Notice)]
        assert words in told
        assert not pilot.app._notifications


@pytest.mark.parametrize("key", [*"019prueU", "colon"])
async def test_a_read_only_session_says_that_a_key_changes_nothing(sit, session, key):
    async with sit(session, read_only=True) as pilot:
        await pilot.press(key)
        assert "this session is open read only" in notice(pilot)
        assert len(pilot.app.screen_stack) == 1
        await pilot.press("j")
        assert notice(pilot) == ""


async def test_a_lost_session_can_still_be_looked_at_in_every_way(sit, session):
    async with sit(session) as pilot:
        moved = session.with_name("elsewhere.db")
        os.rename(session, moved)
        pilot.app.look_around()
        assert "moved, deleted or replaced" in notice(pilot)
        await search(pilot, "port")
        assert pilot.app.is_running
        await pilot.press("question_mark", "escape", "ctrl+p", "escape", "escape", "x", "enter", "enter")
        await pilot.app.workers.wait_for_complete()
        assert pilot.app.is_running
        os.rename(moved, session)


async def test_a_reading_width_holds_at_every_size(sit, session):
    async with sit(session, (200, 45), settings=Settings(width=50)) as pilot:
        widest = max(len(row.rstrip()) for row in text(pilot).splitlines())
        assert 45 < widest <= 50 + view(pilot)._gutter
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert max(len(row.rstrip()) for row in text(pilot).splitlines()) <= 50 + view(pilot)._gutter


async def test_faults_of_the_settings_are_told_and_the_rest_holds(sit, session, tmp_path):
    settings = read_settings('theme = "drak"\n[keys]\npark = "P"\n', tmp_path / "chair.toml")
    async with sit(session, settings=settings) as pilot:
        assert f"{tmp_path / 'chair.toml'} line 1, theme: there is no theme 'drak'" in notice(pilot)
        await pilot.press("P", "enter")
        assert pilot.app.desk.standing().state.value == "parked"


@pytest.mark.parametrize("keys", [("slash",), ("g",), ("f",), ("W", "slash")], ids=["search", "go", "filter", "party"])
async def test_keys_in_a_line_take_effect_in_the_order_in_which_they_came(sit, session, keys):
    async with sit(session) as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        for key, character in (("x", "x"), ("backspace", None), ("E", "E"), ("left", None), ("home", None), ("K", "K")):
            pilot.app.post_message(events.Key(key, character))
        await pilot.pause()
        await pilot.pause()
        assert pilot.app.screen.query_one(Input).value == "KE"
