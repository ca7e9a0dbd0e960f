"""Help, palette and export as they look, small and large.

When a picture changes: look at the report that pytest writes, and only where it looks as it should,
`pytest tests/chair/test_key_snapshots.py --snapshot-update`.
"""

import asyncio

import pytest

from negotext.chair.app import make_app

SIZES = [(80, 24), (140, 45)]
EXAMPLES = {"english": "harbour-air.en.txt", "chinese": "city-water.zh.txt"}
EVERYWHERE = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")


@pytest.fixture
def picture(make_session, snap_compare, monkeypatch):
    """Compares the screen after some keys with the picture that is kept."""
    # The folder stands on the screen.
    monkeypatch.chdir("/")

    def compare(name: str, size: tuple[int, int], keys: str, theme: str = "") -> bool:
        app = make_app(make_session(EXAMPLES[name]), by="Chair", theme=theme)
        app.look_around = lambda: None

        async def work(pilot) -> None:
            await pilot.pause()
            for key in keys.split():
                await pilot.press(key)
                await pilot.pause()
            await pilot.app.workers.wait_for_complete()
            await pilot.pause()

        with app.desk:
            return snap_compare(app, terminal_size=size, run_before=work)

    yield compare
    # The loop that snap_compare makes is left to whoever comes next.
    asyncio.set_event_loop(None)


@EVERYWHERE
@pytest.mark.parametrize("keys", ["question_mark", "L question_mark pagedown"], ids=["draft", "log"])
def test_help(picture, size, keys):
    assert picture("english", size, keys)


def test_help_in_light(picture):
    assert picture("english", (80, 24), "question_mark end", "light")


@EVERYWHERE
@pytest.mark.parametrize("name", EXAMPLES)
def test_export(picture, name, size):
    assert picture(name, size, "x down down down down enter k e")


@EVERYWHERE
@pytest.mark.parametrize("name", EXAMPLES)
def test_what_was_searched_for(picture, name, size):
    words = "p o r t" if name == "english" else "水"
    assert picture(name, size, f"slash {words} enter ctrl+n ctrl+n")


@EVERYWHERE
@pytest.mark.parametrize("name", EXAMPLES)
def test_palette(picture, name, size):
    assert picture(name, size, "ctrl+p a c c down" if name == "english" else "ctrl+p 肯")
