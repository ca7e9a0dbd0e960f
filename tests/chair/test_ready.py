"""What is likely to be asked for is made while nobody presses a key, and nothing is seen of it."""

import asyncio

import pytest
from chair.seeing_lists import press

from negotext.chair.foreseeing import LIKELY
from negotext.chair.ready import QUIET_SECONDS, Readying

pytestmark = pytest.mark.asyncio


def seen(pilot) -> list[str]:
    return [row.text for row in pilot.app.screen._compositor.render_strips()]


async def until_ready(pilot) -> None:
    async with asyncio.timeout(20):
        while not pilot.app._readying.done:
            await asyncio.sleep(0.05)
    await pilot.pause()


async def test_a_step_waits_until_no_key_was_pressed_for_a_while():
    done = []
    readying = Readying([lambda: done.append(1), lambda: done.append(2)])
    readying.go_on()
    assert done == []
    readying.pressed -= QUIET_SECONDS
    readying.go_on()
    assert (done, readying.done) == ([1], False)
    readying.go_on()
    readying.go_on()
    assert (done, readying.done) == ([1, 2], True)


async def test_what_is_needed_by_now_comes_first():
    done, wanted = [], []
    readying = Readying([lambda: done.append(1)], lambda: [wanted.pop()] if wanted else [])
    readying.pressed -= QUIET_SECONDS
    wanted.append(lambda: done.append(2))
    readying.go_on()
    assert (done, readying.done) == ([2], False)
    readying.go_on()
    assert (done, readying.done) == ([2, 1], True)
    wanted.append(lambda: done.append(3))
    readying.go_on()
    assert done == [2, 1, 3]


@pytest.mark.parametrize("read_only", [False, True])
@pytest.mark.parametrize("name", ["harbour-air.en.txt", "city-water.zh.txt"])
async def test_it_is_made_and_nothing_is_seen_of_it(sit, make_session, name, read_only):
    path = make_session(name)
    async with sit(path, read_only=read_only) as pilot:
        before, looked, place = seen(pilot), dict(pilot.app.desk._looked), pilot.app.screen.text.scroll_offset
        await until_ready(pilot)
        assert (seen(pilot), pilot.app.screen.text.scroll_offset) == (before, place)
        assert pilot.app.desk._looked == looked
        assert len(pilot.app.screen_stack) == 1
        made = {page for page in LIKELY if page in pilot.app._pages}
        assert made == set(LIKELY) - ({"merge"} if read_only else set())
        assert all(pilot.app._pages[page].is_mounted for page in made)


@pytest.mark.parametrize("opens", ["w", "W", "O", "L", "e", "question_mark", "x", "g", "colon", "ctrl+p", "p", "t"])
async def test_it_looks_as_if_it_were_made_when_it_is_opened(sit, session, opens):
    async with sit(session) as pilot:
        await press(pilot, "j", opens)
        first = seen(pilot)
    async with sit(session) as pilot:
        await until_ready(pilot)
        await press(pilot, "j", opens)
        assert seen(pilot) == first


async def test_a_session_that_is_lost_meanwhile_ends_nothing(sit, session):
    async with sit(session) as pilot:
        session.rename(session.with_name("elsewhere.db"))
        await until_ready(pilot)
        assert pilot.app.is_running
        session.with_name("elsewhere.db").rename(session)


async def test_a_folder_that_is_gone_ends_nothing(sit, session, tmp_path, monkeypatch):
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    async with sit(session) as pilot:
        gone.rmdir()
        await until_ready(pilot)
        await press(pilot, "x")
        # Where the session is there is a place for the document, too.
        assert f"into {session.parent}" in " ".join("\n".join(seen(pilot)).split())
