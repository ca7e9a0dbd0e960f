"""What is pasted into a line is there as a whole, wherever it was wrapped."""

import pytest
from textual import events
from textual.widgets import Input

pytestmark = pytest.mark.asyncio


@pytest.mark.parametrize(
    ("pasted", "there"),
    [
        ("Kenya: delete", "Kenya: delete"),
        ("Kenya: delete\n", "Kenya: delete"),
        ("Kenya: delete;\r\nNorway supports\n2", "Kenya: delete; Norway supports 2"),
        ("肯尼亚：删除；\n挪威支持", "肯尼亚：删除；挪威支持"),
        ("肯尼亚：删除；\r挪威支持", "肯尼亚：删除；挪威支持"),
        (" and ", " and "),
        ("\n", ""),
    ],
)
async def test_rows_of_a_statement_are_one_line(sit, session, pasted, there):
    async with sit(session) as pilot:
        await pilot.press("colon")
        pilot.app.post_message(events.Paste(pasted))
        await pilot.pause()
        assert pilot.app.screen.query_one(Input).value == there


async def test_it_takes_the_place_of_what_is_selected(sit, session):
    async with sit(session) as pilot:
        await pilot.press("slash", *"ships", "left", "left", "shift+home")
        pilot.app.post_message(events.Paste("barges\nand\nslee"))
        await pilot.press("!")
        await pilot.pause()
        assert pilot.app.screen.query_one(Input).value == "barges and slee!ps"
