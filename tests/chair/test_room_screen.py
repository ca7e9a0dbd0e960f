"""The screen for the room: calm, large, and nobody's name on it unless they are shown."""

import asyncio
import os
from itertools import pairwise

import pytest
from textual.widgets import Static

from negotext.chair.room_app import make_room_app
from negotext.chair.settings import read_settings
from negotext.chair.widgets.bars import HeadBar, KeysBar, Notice
from negotext.chair.widgets.room_text import FRESH, RoomText
from negotext.chair.widgets.sheet import SheetView
from negotext.model import Act, Decision
from negotext.store import Shown, open_session

SIZES = [(80, 24), (140, 45)]
EXAMPLES = {"english": "harbour-air.en.txt", "chinese": "city-water.zh.txt"}


@pytest.fixture
def chair(session):
    """The session as the chair's program has it open."""
    with open_session(session) as opened:
        yield opened


@pytest.fixture
def project(session):
    """Opens the room's screen and gives its pilot; what the chair does is looked for where a test says so."""
    from contextlib import asynccontextmanager

    @asynccontextmanager
    async def opened(size=(80, 24), **options):
        app = make_room_app(session, **{"follow": True, **options})
        app.set_interval = lambda *_, **__: None
        try:
            async with app.run_test(size=size) as pilot:
                await pilot.pause()
                yield pilot
        finally:
            app.room.close()

    return opened


async def look(pilot) -> None:
    pilot.app.look_around()
    await pilot.pause()


def text(pilot) -> RoomText:
    return pilot.app.screen.query_one(RoomText)


def rows(view) -> list[str]:
    return [view.render_line(y).text.rstrip() for y in range(view.scrollable_content_region.height)]


def said(pilot) -> str:
    return "\n".join(rows(pilot.app.screen.query_one("#said", SheetView)))


def screen(pilot) -> str:
    """All words on the screen."""
    shown = [str(bar.content) for bar in pilot.app.screen.query(Static) if bar.display]
    return "\n".join([*shown, *rows(text(pilot)), said(pilot)])


def notice(pilot) -> str:
    shown = pilot.app.screen.query_one(Notice)
    return str(shown.content) if shown.display else ""


def row_of(pilot, words: str) -> int:
    return next(number for number, row in enumerate(rows(text(pilot))) if words in row)


def fresh(pilot) -> str:
    """The words on the screen that are marked as just agreed."""
    view = text(pilot)
    style = view._style(("text--current",)), view._style(("text--agreed", FRESH)), view._style(("text--new", FRESH))
    return "".join(
        segment.text
        for y in range(view.scrollable_content_region.height)
        for segment in view.render_line(y)
        if segment.style in style[1:]
    )


@pytest.mark.asyncio
async def test_it_waits_for_the_chair(project):
    async with project() as pilot:
        assert "The chair has not put anything up yet." in said(pilot)
        assert "CLEAN AIR IN PORTS" in screen(pilot)
        assert not pilot.app.screen.query_one(KeysBar).display


@pytest.mark.asyncio
async def test_the_place_is_shown_with_its_alternatives(project, chair):
    chair.show_room(Shown(1, "7:1.1"))
    async with project() as pilot:
        assert "7:1.1   ○ under discussion" in said(pilot)
        assert [row.split()[1] for row in said(pilot).splitlines() if row.strip()[:1].isdecimal()][1:4] == [
            "two",
            "three",
            "four",
        ]
        head = str(pilot.app.screen.query_one(HeadBar).content)
        assert head.startswith(f"○ {pilot.app.room.places.progress.open} open  ● 0 agreed")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.asyncio
async def test_the_text_stays_while_the_place_is_on_the_screen(project, chair, size):
    chair.show_room(Shown(1, "5:1"))
    async with project(size) as pilot:
        top = text(pilot).scroll_offset.y
        for address in ("5:2", "5:3", "5:1"):
            chair.show_room(Shown(1, address))
            await look(pilot)
            assert text(pilot).current == address
            assert text(pilot).scroll_offset.y == top


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.asyncio
async def test_a_place_that_is_not_comes_to_a_third_of_the_height(project, chair, size):
    chair.show_room(Shown(1, "2:1"))
    async with project(size) as pilot:
        chair.show_room(Shown(1, "9:1.3"))
        await look(pilot)
        height = text(pilot).scrollable_content_region.height
        assert row_of(pilot, "▶") == height // 3


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.asyncio
async def test_words_change_in_their_place(project, chair, size):
    chair.show_room(Shown(1, "8:1"))
    async with project(size) as pilot:
        before = row_of(pilot, "▶")
        assert "[shall][should]:" in rows(text(pilot))[before]
        # What is above gets shorter, too.
        chair.decide(Decision("7:1", Act.ACCEPT, 0), by="Chair")
        chair.decide(Decision("8:1", Act.ACCEPT, 2), by="Chair")
        await look(pilot)
        assert row_of(pilot, "▶") == before
        assert " should:" in rows(text(pilot))[before]


@pytest.mark.asyncio
async def test_what_was_just_agreed_is_marked_for_a_while(project, chair):
    chair.show_room(Shown(1, "8:1"))
    async with project() as pilot:
        chair.decide(Decision("8:1", Act.ACCEPT, 2), by="Chair")
        chair.show_room(Shown(1, "8(b):1"))
        await look(pilot)
        assert fresh(pilot) == "should"
        assert "just agreed: 8:1" in screen(pilot)
        pilot.app.fade(("8:1",))
        await pilot.pause()
        assert fresh(pilot) == ""
        assert "just agreed" not in screen(pilot)
        assert "and ships should:" in screen(pilot)


@pytest.mark.asyncio
async def test_nobody_is_named_until_the_chair_shows_names(project, chair):
    chair.show_room(Shown(1, "5:1"))
    chair.decide(Decision("5:4", Act.ACCEPT, 1), by="Madam Chair", why="Norway asked for it")
    async with project((140, 45)) as pilot:
        named = ("Norway", "Chile", "India", "Brazil", "Algeria", "Maldova", "Japan", "Madam", "Switzerland")
        await look(pilot)
        assert not [name for name in named if name in screen(pilot)]
        chair.show_room(Shown(1, "5:1", names=True))
        await look(pilot)
        assert "✓ Norway, Chile" in said(pilot)
        assert "[2030 – Norway, Chile]" in screen(pilot)
        chair.show_room(Shown(1, "5:1"))
        await look(pilot)
        assert not [name for name in named if name in screen(pilot)]


@pytest.mark.asyncio
async def test_names_here_whatever_the_chair_shows(project, chair):
    chair.show_room(Shown(1, "5:1", names=True))
    async with project(names=False) as pilot:
        assert "Norway" not in screen(pilot)
        await pilot.press("R")
        assert "Norway" in screen(pilot)


@pytest.mark.asyncio
async def test_looking_around(project, chair):
    chair.show_room(Shown(1, "5:1"))
    async with project() as pilot:
        room = pilot.app.room
        await pilot.press("j")
        assert (room.current, room.follows) == ("5:2", False)
        assert pilot.app.screen.query_one(KeysBar).display
        assert "follow the chair" in screen(pilot)
        await pilot.press("k", "k")
        assert room.current == "4:1.2"
        top = text(pilot).scroll_offset.y
        await pilot.press("pagedown")
        assert text(pilot).scroll_offset.y > top
        await pilot.press("pageup")
        assert text(pilot).scroll_offset.y == top
        await pilot.press("f")
        assert (room.current, room.follows) == ("5:1", True)
        assert notice(pilot) == "following the chair"
        theme = pilot.app.theme
        await pilot.press("T")
        assert pilot.app.theme != theme


@pytest.mark.asyncio
async def test_the_first_place_has_none_before_it(project):
    async with project(follow=False) as pilot:
        await pilot.press("k")
        assert notice(pilot) == "no earlier place"


@pytest.mark.asyncio
async def test_a_click_goes_to_a_place(project, chair):
    chair.show_room(Shown(1, "5:1"))
    async with project() as pilot:
        row = row_of(pilot, "[30][20]")
        x = rows(text(pilot))[row].index("[30]") + 1
        region = text(pilot).content_region
        await pilot.click(offset=(region.x + x, region.y + row))
        await pilot.pause()
        assert pilot.app.room.current == "5:2"


@pytest.mark.asyncio
async def test_q_quits(project):
    async with project() as pilot:
        await pilot.press("q")
        await pilot.pause()
        assert not pilot.app.is_running


@pytest.mark.asyncio
async def test_ctrl_c_says_which_key_quits(project, tmp_path):
    settings = read_settings('[keys]\nroom_quit = "X"\n', tmp_path / "chair.toml")
    async with project(settings=settings) as pilot:
        await pilot.press("ctrl+c")
        await pilot.pause()
        assert notice(pilot) == "X quits"
        assert not pilot.app._notifications


@pytest.mark.parametrize("size", [(80, 24), (140, 45), (60, 10), (30, 6), (200, 60)])
@pytest.mark.asyncio
async def test_any_size_shows_the_place(project, chair, size):
    chair.show_room(Shown(1, "9:1.3"))
    async with project() as pilot:
        await pilot.resize_terminal(*size)
        await pilot.pause()
        await pilot.pause()
        assert any("▶" in row for row in rows(text(pilot))), screen(pilot)
        assert all(len(row) <= size[0] for row in rows(text(pilot)))
        assert "9:1.3" in said(pilot)


@pytest.mark.asyncio
async def test_rows_stand_apart_where_there_is_room_and_close_up_again(project, chair):
    chair.show_room(Shown(1, "9:1.3"))
    small, large = (80, 24), (80, 60)
    async with project(size=small) as pilot:
        close = rows(text(pilot))
        for size in (large, small, large):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            await pilot.pause()
            seen = [row.strip() for row in rows(text(pilot))]
            words = [row for row in seen if row]
            assert len(words) == len(set(words))
            apart = all(not a or not b for a, b in pairwise(seen))
            assert apart == (size == large)
            if size == small:
                assert rows(text(pilot)) == close


@pytest.mark.asyncio
async def test_a_lost_file_is_told_and_another_session_is_taken_up(project, chair, session, tmp_path):
    async with project() as pilot:
        moved = session.with_name("elsewhere.db")
        os.rename(session, moved)
        await look(pilot)
        assert "moved, deleted or replaced" in notice(pilot)
        assert "CLEAN AIR IN PORTS" in screen(pilot)
        os.rename(moved, session)
        await look(pilot)
        assert notice(pilot) == ""
        os.rename(session, moved)
        chair.backup(session)
        for _ in range(5):
            await look(pilot)
        assert notice(pilot) == ""
        with open_session(session) as other:
            other.show_room(Shown(1, "5:1"))
        await look(pilot)
        assert "5:1   ○ under discussion" in said(pilot)


@pytest.mark.asyncio
async def test_a_new_round(project, chair, root):
    from negotext.outcome import choices_of
    from negotext.reading import read_bytes

    chair.show_room(Shown(1, "5:1"))
    async with project() as pilot:
        draft = read_bytes((root / "examples" / "harbour-air.round2.en.txt").read_bytes(), "round2")
        chair.add_round(draft, choices_of(draft), by="Secretariat")
        chair.show_room(Shown(2, "9:1"))
        await look(pilot)
        assert "round 2" in screen(pilot)
        assert "9:1   ○ under discussion" in said(pilot)


@pytest.fixture
def picture(make_session, snap_compare):
    """Compares the screen with the picture that is kept."""

    def compare(name: str, size: tuple[int, int], *, names: bool = False, theme: str = "") -> bool:
        path = make_session(EXAMPLES[name])
        app = make_room_app(path, follow=True, theme=theme)
        app.set_interval = lambda *_, **__: None
        app.set_timer = lambda *_, **__: None
        place, agreed = ("5:6", "5:4") if name == "english" else ("2:2", "2:1")

        async def work(pilot) -> None:
            with open_session(path) as chair:
                chair.show_room(Shown(1, agreed, names))
                pilot.app.look_around()
                await pilot.pause()
                chair.decide(Decision(agreed, Act.ACCEPT, 1), by="Chair")
                chair.show_room(Shown(1, place, names))
                pilot.app.look_around()
                await pilot.pause()

        try:
            return snap_compare(app, terminal_size=size, run_before=work)
        finally:
            app.room.close()

    yield compare
    # The loop that snap_compare makes is left to whoever comes next.
    asyncio.set_event_loop(None)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", EXAMPLES)
def test_the_room(picture, name, size):
    assert picture(name, size)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", EXAMPLES)
def test_the_room_with_names(picture, name, size):
    assert picture(name, size, names=True)


def test_the_room_in_high_contrast(picture):
    assert picture("english", (80, 24), theme="high-contrast")


@pytest.mark.asyncio
async def test_keys_and_colours_are_those_of_the_settings(project, tmp_path):
    settings = read_settings('theme = "light"\n[keys]\nroom_follow = "F6"\n', tmp_path / "chair.toml")
    assert settings.faults == ()
    async with project(settings=settings) as pilot:
        assert pilot.app.theme == "light"
        await pilot.press("f")
        assert pilot.app.room.follows
        await pilot.press("f6")
        await pilot.pause()
        assert not pilot.app.room.follows
        assert notice(pilot) == "looking around; F6 follows the chair again"
        assert "F6 follow the chair" in str(pilot.app.screen.query_one(KeysBar).content)
