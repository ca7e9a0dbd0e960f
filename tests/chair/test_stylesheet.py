"""Whatever is remembered of styles, everything looks as if it were worked out anew."""

import asyncio
import shutil

import pytest
from chair.seeing_colours import not_as_textual, seen
from chair.seeing_lists import press
from textual._compositor import Compositor
from textual.css import stylesheet

from negotext.chair.room_app import make_room_app
from negotext.chair.themes import THEMES
from negotext.chair.widgets.text import TextView

pytestmark = pytest.mark.asyncio

NAMES = [theme.name for theme in THEMES]
OPENS = ["", "w", "W", "O", "L", "e", "question_mark", "x", "g", "colon", "ctrl+p", "i", "tab"]
LEAVES = {"i": "i", "tab": "shift+tab", "": ""}
"""What leaves it where that is not Escape."""


async def quietly(pilot) -> str:
    """What is seen when nothing is told."""
    for screen in pilot.app.screen_stack:
        getattr(screen, "tell", str)("")
    await pilot.pause()
    return seen(pilot)


@pytest.mark.parametrize("opens", OPENS)
async def test_styles_are_those_that_textual_finds(sit, session, opens):
    async with sit(session) as pilot:
        app = pilot.app
        for _ in range(len(THEMES) + 1):
            await press(pilot, "T", *opens.split())
            assert not_as_textual(app) == {}
            await press(pilot, *LEAVES.get(opens, "escape").split())
            assert not_as_textual(app) == {}


async def test_styles_are_those_that_textual_finds_when_the_terminal_goes_there_and_back(sit, session):
    async with sit(session, size=(140, 45)) as pilot:
        for width in (80, 140) * len(THEMES):
            await pilot.resize_terminal(width, 40)
            assert not_as_textual(pilot.app) == {}
            await press(pilot, "T")
            assert not_as_textual(pilot.app) == {}


@pytest.mark.parametrize("opens", OPENS)
async def test_a_theme_that_comes_later_looks_as_one_from_the_beginning(sit, session, opens):
    first = {}
    for theme in NAMES:
        async with sit(session, (120, 40), theme=theme) as pilot:
            await press(pilot, *opens.split())
            first[theme] = await quietly(pilot)
    assert len({*first.values()}) == len(NAMES)
    async with sit(session, (120, 40), theme=NAMES[0]) as pilot:
        # The second time everything is remembered.
        for theme in (*NAMES, *NAMES):
            await press(pilot, *["T"] * ((NAMES.index(theme) - NAMES.index(pilot.app.theme)) % len(NAMES)))
            assert pilot.app.theme == theme
            await press(pilot, *opens.split())
            assert await quietly(pilot) == first[theme], theme
            await press(pilot, *LEAVES.get(opens, "escape").split())


@pytest.mark.parametrize("screen", ["w", "W", "O", "L"])
async def test_the_theme_reaches_what_lies_below(sit, session, screen):
    async with sit(session, theme=NAMES[1]) as pilot:
        await press(pilot, "j")
        below = await quietly(pilot)
    async with sit(session, theme=NAMES[0]) as pilot:
        await press(pilot, "j", screen, "T", "escape")
        assert await quietly(pilot) == below


async def test_what_was_done_in_one_theme_is_seen_in_the_others(sit, session):
    other = shutil.copy(session, session.with_name(f"other-{session.name}"))
    done = "J 1 enter J p enter J", "u", "t j j", "m pagedown"
    async with sit(session, theme=NAMES[0]) as pilot:
        await press(pilot, "T", "T", "T")
        for keys in done:
            await press(pilot, *keys.split(), "T")
        await press(pilot, "T", "T")
        assert pilot.app.theme == NAMES[0]
        found = [await quietly(pilot)]
        for _ in NAMES[1:]:
            await press(pilot, "T")
            found.append(await quietly(pilot))
    for theme, look in zip(NAMES, found, strict=True):
        shutil.copy(other, session)
        async with sit(session, theme=theme) as pilot:
            await press(pilot, *" ".join(done).split())
            assert await quietly(pilot) == look, theme


async def test_the_room_looks_as_one_that_had_the_theme_from_the_beginning(session):
    looks = []
    for theme, keys in (("light", []), ("dark", ["T"] * 4)):
        app = make_room_app(session, theme=theme)
        async with app.run_test(size=(100, 40)) as pilot:
            await press(pilot, *keys)
            assert app.theme == "light"
            looks.append(await quietly(pilot))
        app.room.close()
    assert looks[0] == looks[1]


async def test_a_theme_that_was_foreseen_is_not_read_when_it_is_asked_for(sit, session, monkeypatch):
    def read(*_, **__):
        raise AssertionError("styles were read")

    async with sit(session) as pilot:
        async with asyncio.timeout(20):
            while not pilot.app._readying.done:
                await asyncio.sleep(0.05)
        monkeypatch.setattr(stylesheet, "parse", read)
        await press(pilot, "T", "T", "T", "O", "escape", "T")
        assert pilot.app.theme == NAMES[1]


async def test_another_theme_is_drawn_once(sit, session, monkeypatch):
    drawn = []

    def counted(render):
        def rendered(compositor, **how):
            update = render(compositor, **how)
            drawn.extend([] if update is None else [type(update).__name__])
            return update

        return rendered

    for name in ("render_full_update", "render_partial_update"):
        monkeypatch.setattr(Compositor, name, counted(getattr(Compositor, name)))
    async with sit(session) as pilot:
        await press(pilot, "T")
        drawn.clear()
        await press(pilot, "T")
        assert drawn == ["LayoutUpdate"]


async def test_rows_are_drawn_once_in_each_theme(sit, session, monkeypatch):
    def draw(*_):
        raise AssertionError("a row was drawn")

    async with sit(session) as pilot:
        await press(pilot, *["T"] * len(NAMES))
        monkeypatch.setattr(TextView, "_draw", draw)
        await press(pilot, *["T"] * len(NAMES))
        assert pilot.app.is_running
