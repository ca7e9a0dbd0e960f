"""While something is asked, the terminal may get another size, and the session another round."""

import asyncio

import pytest
from chair.seeing_lists import notice, press
from click.testing import CliRunner
from textual.widgets import Static

from negotext.chair.dialogs.over import Over
from negotext.cli.program import program
from negotext.model import Act, Decision, State
from negotext.store import Kind, open_session

pytestmark = pytest.mark.asyncio


def seen(pilot) -> str:
    return "\n".join(row.text for row in pilot.app.screen._compositor.render_strips())


async def bring_in(pilot, session, root) -> None:
    """The next round, by another process."""
    second = str(root / "examples" / "harbour-air.round2.en.txt")
    command = ["round", str(session), "--draft", second, "--yes", "--by", "Secretariat"]
    done = await asyncio.to_thread(CliRunner().invoke, program, command)
    assert done.exit_code == 0, done.output


async def go(pilot, address: str) -> None:
    pilot.app.desk.go(address)
    pilot.app.screen.refresh_place()
    await pilot.pause()


@pytest.mark.parametrize("opens", ["1", "colon", "g", "slash", "f", "x", "ctrl+p", "L u"])
@pytest.mark.parametrize("size", [(100, 24), (80, 30), (100, 30), (140, 45), (60, 20)])
async def test_the_terminal_gets_another_size(sit, session, opens, size):
    async with sit(session, size=(80, 24)) as pilot:
        if opens == "L u":
            await press(pilot, "p", "enter", "J", "p", "enter", "L", "end")
            opens = "u"
        await press(pilot, opens)
        dialog = pilot.app.screen
        assert isinstance(dialog, Over)
        await pilot.resize_terminal(*size)
        await pilot.pause()
        assert pilot.app.screen is dialog
        around = seen(pilot).splitlines()
        assert (len(around), {len(row) for row in around if row.isascii()}) == (size[1], {size[0]})
        # Above it everything is as it is without it.
        await press(pilot, "escape")
        assert around[:2] == seen(pilot).splitlines()[:2]


@pytest.mark.parametrize("polled", [True, False])
async def test_a_decision_of_the_round_before_is_refused(sit, session, root, polled):
    async with sit(session) as pilot:
        await go(pilot, "6:1.1.2")
        await press(pilot, "1")
        if not polled:
            pilot.app.desk.poll = lambda: ()
        await bring_in(pilot, session, root)
        pilot.app.look_around()
        await pilot.pause()
        if polled:
            assert "Meanwhile" in str(pilot.app.screen.query_one("#line-label", Static).content)
        await press(pilot, "enter")
        assert "nothing was recorded for 6:1.1.2 of round 1" in notice(pilot)
        with open_session(session) as store:
            assert not [entry for entry in store.log() if entry.round == 2 and entry.kind is Kind.ACCEPT]
            assert store.choice("6:1.1.2").state is State.OPEN


async def test_a_statement_of_the_round_before_is_refused_and_can_be_brought_back(sit, session, root):
    async with sit(session) as pilot:
        await go(pilot, "6:1.1.2")
        await press(pilot, "colon", *"NO:", "space", "1")
        await bring_in(pilot, session, root)
        pilot.app.look_around()
        await pilot.pause()
        assert "Meanwhile" in str(pilot.app.screen.query_one("#floor-label", Static).content)
        await press(pilot, "enter")
        assert "nothing was recorded for 6:1.1.2 of round 1" in notice(pilot)
        with open_session(session) as store:
            assert not [entry for entry in store.log() if entry.kind is Kind.SAY]
        await press(pilot, "colon", "up")
        assert pilot.app.screen.line.typed == "NO: 1"


async def test_a_round_while_a_merge_is_asked_about(sit, session, root):
    async with sit(session) as pilot:
        await go(pilot, "5:7")
        await press(pilot, "e", "a", "b", "ctrl+s")
        assert len(pilot.app.screen_stack) == 3
        await bring_in(pilot, session, root)
        pilot.app.look_around()
        await pilot.pause()
        assert len(pilot.app.screen_stack) == 1
        assert "5:7 is no place of round 2" in seen(pilot)
        await press(pilot, "escape", "j")
        assert pilot.app.is_running
    with open_session(session) as store:
        assert [each.address for each in store.unfinished(round=1)] == ["5:7"]


@pytest.mark.parametrize("width", [80, 60])
async def test_what_another_did_while_a_statement_is_typed_is_read_to_its_end(sit, session, width):
    async with sit(session, size=(width, 24)) as pilot:
        await go(pilot, "6:1.1.2")
        await press(pilot, "colon", *"Kenya")
        with open_session(session) as other:
            other.decide(Decision("6:1.1.2", Act.ACCEPT, 1), by="The Vice-Chair of the Committee")
        pilot.app.look_around()
        await pilot.pause()
        await pilot.pause()
        shown = " ".join(seen(pilot).split())
        assert "Meanwhile The Vice-Chair of the Committee accepted alternative 1 of 6:1.1.2" in shown
        assert "(entry 2). Said on 6:1.1.2 Enter keeps it Tab completes" in shown
        assert "Esc leaves it" in shown
        assert "Kenya" in shown
