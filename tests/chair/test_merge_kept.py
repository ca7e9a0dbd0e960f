"""The words of a merge while others decide, terminals close, and files are lost: they are kept."""

import asyncio
import os

import pytest
from click.testing import CliRunner

from negotext.chair.screens.draft import DraftScreen
from negotext.chair.screens.merge import MergeScreen
from negotext.chair.widgets.bars import Notice
from negotext.chair.widgets.editor import MergeEditor
from negotext.cli.program import program
from negotext.model import Act, Decision
from negotext.store import Unfinished, open_session

pytestmark = pytest.mark.asyncio


def desk(pilot):
    return pilot.app.desk


def notice(pilot) -> str:
    shown = next(screen for screen in reversed(pilot.app.screen_stack) if screen.query(Notice)).query_one(Notice)
    return str(shown.content) if shown.display else ""


def editor(pilot) -> MergeEditor:
    return pilot.app.screen.query_one(MergeEditor)


def pane(pilot, name: str) -> str:
    view = pilot.app.screen.query_one(name)
    return "\n".join(view.render_line(y).text.rstrip() for y in range(view.scrollable_content_region.height))


async def begin(pilot, address: str) -> None:
    desk(pilot).go(address)
    pilot.app.screen.refresh_place()
    await pilot.press("e")
    await pilot.pause()
    assert isinstance(pilot.app.screen, MergeScreen)


async def write(pilot, words: str) -> None:
    """In the place of what stands there."""
    editor(pilot).text = words
    await pilot.pause()


async def kept(pilot) -> list[Unfinished]:
    """What is on disk after a pause in typing."""
    screen = next(each for each in pilot.app.screen_stack if isinstance(each, MergeScreen))
    while screen._timer is not None:
        await pilot.pause(0.05)
    await pilot.app.workers.wait_for_complete()
    with open_session(desk(pilot).session.path, read_only=True) as session:
        return session.unfinished("Chair")


# --- somebody else --------------------------------------------------------------------------------------------------


async def test_a_decision_of_another_is_told_and_the_words_are_kept(sit, session):
    async with sit(session) as pilot:
        await begin(pilot, "10:1")
        await write(pilot, "prepare a decision on")
        with open_session(session) as other:
            other.decide(Decision("10:1", Act.ACCEPT, 2), by="Vice-Chair", why="no quorum needed", seen=0)
        await pilot.press("ctrl+s", "enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, MergeScreen)
        told = notice(pilot)
        assert "Vice-Chair accepted alternative 2 of 10:1" in told
        assert "UTC" in told
        assert "Your words are kept" in told
        assert editor(pilot).text == "prepare a decision on"
        standing = desk(pilot).session.choice("10:1")
        assert (standing.decided_by, standing.decision.alternative) == ("Vice-Chair", 2)
        assert [each.text for each in await kept(pilot)] == ["prepare a decision on"]
        # Reopened, it goes on with them, and now it has been seen.
        await pilot.press("escape", "r", "enter", "e")
        await pilot.pause()
        assert editor(pilot).text == "prepare a decision on"
        await pilot.press("ctrl+s", "enter")
        await pilot.pause()
        assert desk(pilot).session.choice("10:1").decision.text == "prepare a decision on"


async def test_news_of_this_place_says_that_the_words_are_kept(sit, session):
    async with sit(session) as pilot:
        await begin(pilot, "10:1")
        await write(pilot, "prepare a decision on")
        with open_session(session) as other:
            other.decide(Decision("10:1", Act.ACCEPT, 2), by="Vice-Chair", seen=0)
        pilot.app.look_around()
        await pilot.pause()
        assert "Vice-Chair accepted alternative 2 of 10:1" in notice(pilot)
        assert "Your words are kept" in notice(pilot)
        assert editor(pilot).text == "prepare a decision on"


def on_disk(path) -> list[Unfinished]:
    with open_session(path, read_only=True) as session:
        return session.unfinished("Chair")


def second_round(path, root) -> None:
    second = root / "examples" / "harbour-air.round2.en.txt"
    done = CliRunner().invoke(program, ["round", str(path), "--draft", str(second), "--yes", "--by", "Secretariat"])
    assert done.exit_code == 0, done.output


async def test_words_that_were_begun_go_on_in_the_next_round(sit, session, root):
    async with sit(session) as pilot:
        await begin(pilot, "6:1.1.3")
        await write(pilot, "no ship pays twice")
        await pilot.press("escape")
    await asyncio.to_thread(second_round, session, root)
    async with sit(session) as pilot:
        (words,) = on_disk(session)
        assert (words.round, words.text) == (2, "no ship pays twice")
        assert f"you began to write words for {words.address}" in notice(pilot)
        await begin(pilot, words.address)
        assert editor(pilot).text == "no ship pays twice"


async def test_a_round_that_is_brought_in_meanwhile_takes_the_words_along(sit, session, root):
    async with sit(session) as pilot:
        await begin(pilot, "6:1.1.3")
        await write(pilot, "no ship pays twice")
        await asyncio.to_thread(second_round, session, root)
        await write(pilot, "no ship pays twice over")
        pilot.app.look_around()
        await pilot.pause()
        assert "brought in round 2" in notice(pilot)
        assert editor(pilot).text == "no ship pays twice over"
        await pilot.press("ctrl+s", "enter")
        await pilot.pause()
        standing = desk(pilot).session.choice(desk(pilot).current)
        assert (standing.round, standing.decision.text) == (2, "no ship pays twice over")
    assert on_disk(session) == []


async def test_news_does_not_touch_the_words(sit, session):
    async with sit(session) as pilot:
        await begin(pilot, "10:1")
        await write(pilot, "prepare a decision on")
        with open_session(session) as other:
            other.decide(Decision("5:1", Act.ACCEPT, 2), by="Vice-Chair", seen=0)
        pilot.app.look_around()
        await pilot.pause()
        assert "Vice-Chair accepted alternative 2 of 5:1" in notice(pilot)
        assert editor(pilot).text == "prepare a decision on"


# --- unfinished words -----------------------------------------------------------------------------------------------


async def test_a_pause_in_typing_keeps_the_words(sit, session):
    async with sit(session) as pilot:
        await begin(pilot, "10:1")
        assert await kept(pilot) == []
        await write(pilot, "prepare a decision on")
        (words,) = await kept(pilot)
        assert (words.round, words.address, words.text, words.sources) == (1, "10:1", "prepare a decision on", (1, 2))


async def test_escape_keeps_the_words_and_e_goes_on_with_them(sit, session):
    async with sit(session) as pilot:
        await begin(pilot, "10:1")
        await write(pilot, "in good time consider")
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(pilot.app.screen, DraftScreen)
        assert notice(pilot) == "your words for 10:1 are kept; e goes on with them"
        await pilot.press("j")
        assert notice(pilot) == ""
        await pilot.press("k")
        assert notice(pilot) == "you began to write words for 10:1; e goes on with them"
        await pilot.press("e")
        await pilot.pause()
        assert editor(pilot).text == "in good time consider"
        assert notice(pilot).startswith("your words of ")
        # What collided collides still.
        assert "1 collision of 1 undecided" in pane(pilot, "#spots")


async def test_they_are_offered_when_the_app_is_opened_again(sit, session):
    async with sit(session) as pilot:
        await begin(pilot, "10:1")
        await write(pilot, "prepare a decision on")
        await pilot.press("escape")
        await pilot.pause()
    async with sit(session) as pilot:
        await pilot.pause()
        assert notice(pilot) == "you began to write words for 10:1; there, e goes on with them"
        await begin(pilot, "10:1")
        assert editor(pilot).text == "prepare a decision on"


async def test_whatever_ends_the_app_keeps_them(sit, session):
    async with sit(session) as pilot:
        await begin(pilot, "10:1")
        await write(pilot, "prepare a decision on")
        await pilot.press("ctrl+q")
    with open_session(session) as after:
        assert [each.text for each in after.unfinished("Chair")] == ["prepare a decision on"]


async def test_nothing_was_written_and_nothing_is_kept(sit, session):
    async with sit(session) as pilot:
        await begin(pilot, "10:1")
        await pilot.press("escape")
        await pilot.pause()
        assert notice(pilot) == ""
        assert desk(pilot).session.unfinished() == []


async def test_beginning_again_can_be_undone(sit, session):
    async with sit(session) as pilot:
        await begin(pilot, "10:1")
        await write(pilot, "prepare a decision on")
        await pilot.press("ctrl+r")
        await pilot.pause()
        assert editor(pilot).text == "consider"
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert editor(pilot).text == "prepare a decision on"


async def test_words_are_given_up_after_a_question(sit, session):
    async with sit(session) as pilot:
        await begin(pilot, "10:1")
        await write(pilot, "prepare a decision on")
        assert await kept(pilot)
        await pilot.press("f8", "escape")
        assert isinstance(pilot.app.screen, MergeScreen)
        await pilot.press("f8", "enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, DraftScreen)
        assert "given up" in notice(pilot)
        assert desk(pilot).session.unfinished() == []


async def test_words_that_cannot_be_kept_are_said_and_not_closed_over(sit, session):
    async with sit(session) as pilot:
        await begin(pilot, "10:1")
        await write(pilot, "prepare a decision on")
        # That the file is gone is told by the app, too; here it is about the words.
        pilot.app.look_around = lambda: None
        for timer in list(pilot.app._timers):
            timer.stop()
        os.rename(session, session.with_suffix(".away"))
        try:
            await pilot.press("escape")
            await pilot.pause()
            assert isinstance(pilot.app.screen, MergeScreen)
            assert "your words are not kept" in notice(pilot)
            assert editor(pilot).text == "prepare a decision on"
        finally:
            os.rename(session.with_suffix(".away"), session)
        await pilot.press("escape")
        await pilot.pause()
        assert [each.text for each in desk(pilot).session.unfinished("Chair")] == ["prepare a decision on"]


async def test_the_words_of_another_are_not_offered(sit, session):
    with open_session(session) as other:
        other.keep_unfinished(Unfinished(1, "10:1", "Vice-Chair", "ponder", (1,)))
    async with sit(session) as pilot:
        await pilot.pause()
        assert notice(pilot) == ""
        await begin(pilot, "10:1")
        assert editor(pilot).text == "consider"
