"""The draft screen as it looks, in English and Chinese, small and large.

When a picture changes: look at the report that pytest writes, and only where it looks as it should,
`pytest tests/chair/test_snapshots.py --snapshot-update`.
"""

import asyncio
from datetime import UTC, datetime

import pytest

import negotext.store.session
from negotext.chair.app import make_app

SIZES = [(80, 24), (140, 45)]
EXAMPLES = {"english": "harbour-air.en.txt", "chinese": "city-water.zh.txt"}


@pytest.fixture(autouse=True)
def _clock(monkeypatch):
    """The time of a decision stands on the screen."""

    class Stopped(datetime):
        @classmethod
        def now(cls, tz=None):
            return datetime(2026, 3, 4, 14, 5, tzinfo=UTC)

    monkeypatch.setattr(negotext.store.session, "datetime", Stopped)


@pytest.fixture
def picture(make_session, snap_compare):
    """Compares the screen after some keys with the picture that is kept."""

    def compare(name: str, size: tuple[int, int], keys: str, theme: str = "") -> bool:
        app = make_app(make_session(EXAMPLES[name]), by="Chair", theme=theme)
        # Nobody else is at this session, and a look at it in the middle of a key would only take time.
        app.look_around = lambda: None

        async def work(pilot) -> None:
            await pilot.pause()
            for key in keys.split():
                await pilot.press(key)
            await pilot.pause()

        with app.desk:
            return snap_compare(app, terminal_size=size, run_before=work)

    yield compare
    # The loop that snap_compare makes is left to whoever comes next.
    asyncio.set_event_loop(None)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", EXAMPLES)
def test_first_sight(picture, name, size):
    assert picture(name, size, "")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", EXAMPLES)
def test_a_choice_with_positions_about_to_be_decided(picture, name, size):
    assert picture(name, size, "g 5 enter 1")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", EXAMPLES)
def test_some_agreed_some_parked(picture, name, size):
    assert picture(name, size, "g 5 enter 1 enter j j 0 enter j p enter k k k")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", EXAMPLES)
def test_the_outcome(picture, name, size):
    assert picture(name, size, "g 5 enter 1 enter j j 0 enter j p enter k k k t")


@pytest.mark.parametrize("theme", ["light", "high-contrast"])
def test_themes(picture, theme):
    assert picture("english", (140, 45), "g 5 enter 1 enter j j 0 enter j p enter j", theme)


def test_the_outline_on_a_small_screen(picture):
    assert picture("english", (80, 24), "i")
