"""The merge editor and the line from the floor as they look, in English and Chinese, small and large.

When a picture changes: look at the report that pytest writes, and only where it looks as it should,
`pytest tests/chair/test_saying_snapshots.py --snapshot-update`.
"""

import asyncio

import pytest
from textual.widgets import Input, TextArea

from negotext.chair.app import make_app

EVERYWHERE = pytest.mark.parametrize("size", [(80, 24), (140, 45)], ids=lambda size: f"{size[0]}x{size[1]}")
IN_BOTH = pytest.mark.parametrize("name", ["english", "chinese"])
EXAMPLES = {"english": "harbour-air.en.txt", "chinese": "city-water.zh.txt"}
COLLIDING = {"english": "10:1", "chinese": "9:3"}
OPEN = {"english": "5:1", "chinese": "8:1"}
SAID = {
    "english": "RU, IR: delete; US supports 2; KE for African Group: “2032”",
    "chinese": "美国、古巴：删除；肯尼亚代表非洲集团：“委员会经常预算”；挪威支持1",
}
MISSPELT = {"english": "Norwey: 2", "chinese": "古巴：删除；挪维：支持"}


@pytest.fixture
def picture(make_session, snap_compare, monkeypatch):
    """Compares the screen after something was done with the picture that is kept."""
    monkeypatch.setattr(TextArea, "cursor_blink", False)

    def compare(name: str, size: tuple[int, int], address: str, *keys: str) -> bool:
        app = make_app(make_session(EXAMPLES[name]), by="Chair")
        # Nobody else is at this session, and a look at it in the middle of a key would only take time.
        app.look_around = lambda: None

        async def work(pilot) -> None:
            await pilot.pause()
            app.desk.go(address)
            app.screen.refresh_place()
            for key in keys:
                if len(key) > 1 and key not in KEYS:
                    app.screen.query_one(Input).insert_text_at_cursor(key)
                else:
                    await pilot.press(key)
                await pilot.pause()

        with app.desk:
            return snap_compare(app, terminal_size=size, run_before=work)

    yield compare
    # The loop that snap_compare makes is left to whoever comes next.
    asyncio.set_event_loop(None)


KEYS = {"enter", "colon", "ctrl+o", "ctrl+s", "tab"}


@EVERYWHERE
@IN_BOTH
def test_a_collision(picture, name, size):
    assert picture(name, size, COLLIDING[name], "e")


@EVERYWHERE
@IN_BOTH
def test_a_side_taken_and_about_to_be_decided(picture, name, size):
    assert picture(name, size, COLLIDING[name], "e", "ctrl+o", "ctrl+s")


@EVERYWHERE
def test_edits_that_were_combined(picture, size):
    assert picture("chinese", size, "C4(3):1", "e")


@EVERYWHERE
@IN_BOTH
def test_a_statement(picture, name, size):
    assert picture(name, size, OPEN[name], "colon", SAID[name])


@EVERYWHERE
@IN_BOTH
def test_nothing_said_yet(picture, name, size):
    assert picture(name, size, OPEN[name], "colon")


@IN_BOTH
def test_a_name_nobody_knows(picture, name):
    assert picture(name, (80, 24), OPEN[name], "colon", MISSPELT[name], "enter")
