"""Writing a merge, key by key, on real sessions; no word of it is lost."""

import pytest
from textual.events import Key
from textual.widgets import Input

from negotext.chair.dialogs.line import LineDialog
from negotext.chair.floor import understand
from negotext.chair.screens.draft import DraftScreen
from negotext.chair.screens.merge import MergeScreen
from negotext.chair.widgets.bars import HeadBar, KeysBar, Notice
from negotext.chair.widgets.editor import MergeEditor
from negotext.model import Act, Decision, State
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


async def test_it_begins_with_the_words_of_the_draft_and_both_sides_above(sit, session):
    async with sit(session) as pilot:
        await begin(pilot, "10:1")
        assert editor(pilot).text == "consider"
        assert "1 collision of 1 undecided" in pane(pilot, "#spots")
        assert "US would keep the draft’s words" in pane(pilot, "#spots")
        assert "Barbados, Australia" in pane(pilot, "#spots")
        assert "The Council will consider the scale" in pane(pilot, "#reads")
        assert "Ctrl-S decide" in str(pilot.app.screen.query_one(KeysBar).content)
        assert "10:1" in str(pilot.app.screen.query_one(HeadBar).content)


async def test_the_paragraph_reads_as_it_is_typed(sit, session):
    async with sit(session) as pilot:
        await begin(pilot, "10:1")
        editor(pilot).go_to(8)
        await pilot.press(*", in good time,")
        await pilot.pause()
        assert editor(pilot).text == "consider, in good time,"
        assert "The Council will consider, in good time, the scale" in pane(pilot, "#reads")


@pytest.mark.parametrize(
    ("keys", "words"), [(["ctrl+o"], "decide on"), (["f4"], "decide on"), (["ctrl+o", "ctrl+o"], "consider")]
)
async def test_a_side_is_taken_at_the_cursor(sit, session, keys, words):
    async with sit(session) as pilot:
        await begin(pilot, "10:1")
        await pilot.press(*keys)
        await pilot.pause()
        assert editor(pilot).text == words
        assert "1 collision, all decided" in pane(pilot, "#spots")
        assert f"The Council will {words} the scale" in pane(pilot, "#reads")


async def test_keys_take_effect_in_the_order_in_which_they_came(sit, session):
    """Also where several are there at once, as over a slow line."""
    async with sit(session) as pilot:
        await begin(pilot, "10:1")
        await write(pilot, "")
        for key, character in (("x", "x"), ("backspace", None), ("y", "y"), ("left", None), ("z", "z")):
            pilot.app.post_message(Key(key, character))
        await pilot.pause()
        await pilot.pause()
        assert editor(pilot).text == "zy"


async def test_taking_can_be_undone_like_typing(sit, session):
    async with sit(session) as pilot:
        await begin(pilot, "10:1")
        await pilot.press("ctrl+o", "ctrl+z")
        await pilot.pause()
        assert editor(pilot).text == "consider"
        assert "1 collision of 1 undecided" in pane(pilot, "#spots")
        await pilot.press("ctrl+y")
        await pilot.pause()
        assert editor(pilot).text == "decide on"
        assert "all decided" in pane(pilot, "#spots")


async def test_off_the_spots_there_is_nothing_to_take(sit, session):
    async with sit(session) as pilot:
        await begin(pilot, "10:1")
        await write(pilot, "at once consider")
        editor(pilot).go_to(2)
        await pilot.press("ctrl+o")
        assert "do not differ at the cursor; Ctrl-G goes to the next one" in notice(pilot)
        await pilot.press("ctrl+g")
        assert editor(pilot).offset_here == len("at once ")


async def test_from_one_collision_to_the_next(sit, session):
    with open_session(session) as store:
        for line in ("US: “Ports will be new and voluntary.”", "AU: “Contributions may be new.”"):
            added = understand(line, store.choice("9:1.6"), "en").added
            store.say("9:1.6", line, added.stands, added.alternatives, by="Chair")
    async with sit(session) as pilot:
        await begin(pilot, "9:1.6")
        places = [spot.start for spot in pilot.app.screen.merging.work.spots if not spot.decided]
        assert len(places) > 1
        seen = [editor(pilot).offset_here]
        for _ in places:
            await pilot.press("ctrl+g")
            seen.append(editor(pilot).offset_here)
        assert seen == [*places, places[0]]


# --- deciding -------------------------------------------------------------------------------------------------------


async def test_deciding_says_what_is_undecided_and_whom_it_overrides(sit, session):
    async with sit(session) as pilot:
        await begin(pilot, "10:1")
        await pilot.press("ctrl+s")
        assert isinstance(pilot.app.screen, LineDialog)
        asked = str(pilot.app.screen.query_one("#line-label").content)
        assert asked.startswith("Merge at 10:1.  1 collision undecided: the words of the draft stand. Overrides US.")
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, MergeScreen)
        assert desk(pilot).session.choice("10:1").state is State.OPEN


async def test_a_merge_is_decided_with_its_reason_and_its_sources(sit, session):
    async with sit(session) as pilot:
        await begin(pilot, "10:1")
        await write(pilot, "prepare a decision on")
        assert await kept(pilot)
        await pilot.press("ctrl+s")
        pilot.app.screen.query_one(Input).value = "half way"
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, DraftScreen)
        standing = desk(pilot).session.choice("10:1")
        assert standing.decision == Decision("10:1", Act.MERGE, None, "prepare a decision on", (1, 2))
        assert (standing.state, standing.decided_by, standing.why) == (State.AGREED, "Chair", "half way")
        assert notice(pilot).startswith("Chair merged 10:1 on ")
        assert desk(pilot).session.unfinished() == []


async def test_only_some_alternatives(sit, session):
    async with sit(session) as pilot:
        await begin(pilot, "5:1")
        await pilot.press("ctrl+l")
        pilot.app.screen.query_one(Input).value = "2"
        await pilot.press("enter")
        await pilot.pause()
        assert editor(pilot).text == "2035"
        await pilot.press("ctrl+s", "enter")
        await pilot.pause()
        assert desk(pilot).session.choice("5:1").decision.sources == (2,)


async def test_alternatives_that_are_not_there(sit, session):
    async with sit(session) as pilot:
        await begin(pilot, "5:1")
        await pilot.press("ctrl+l")
        pilot.app.screen.query_one(Input).value = "1, 7"
        await pilot.press("enter")
        await pilot.pause()
        assert notice(pilot) == "! there are alternatives 1, 2"


async def test_line_ends_are_no_words(sit, session):
    async with sit(session) as pilot:
        await begin(pilot, "10:1")
        await write(pilot, "prepare\na decision on\n")
        assert "The Council will prepare a decision on the scale" in pane(pilot, "#reads")
        await pilot.press("ctrl+s", "enter")
        await pilot.pause()
        assert desk(pilot).session.choice("10:1").decision.text == "prepare a decision on"


async def test_nothing_written_decides_nothing(sit, session):
    async with sit(session) as pilot:
        await begin(pilot, "10:1")
        await write(pilot, "  \n ")
        await pilot.press("ctrl+s")
        assert "nothing is written" in notice(pilot)
        assert isinstance(pilot.app.screen, MergeScreen)


async def test_what_is_agreed_is_not_merged(sit, session):
    async with sit(session) as pilot:
        await pilot.press("1", "enter", "e")
        assert "is agreed; reopen it first" in notice(pilot)
        assert isinstance(pilot.app.screen, DraftScreen)


async def test_a_read_only_session_has_no_merge(sit, session):
    async with sit(session, read_only=True) as pilot:
        await pilot.press("e")
        assert isinstance(pilot.app.screen, DraftScreen)


# --- other scripts, and the mouse -----------------------------------------------------------------------------------


async def test_a_chinese_merge_combines_without_spaces(sit, make_session):
    async with sit(make_session("city-water.zh.txt")) as pilot:
        await begin(pilot, "C4(3):1")
        assert editor(pilot).text == "自愿和发展水平"
        assert "根据自愿和发展水平确定。" in pane(pilot, "#reads").replace("\n", "")
        await pilot.press("ctrl+s", "enter")
        await pilot.pause()
        decision = desk(pilot).session.choice("C4(3):1").decision
        assert (decision.text, decision.sources) == ("自愿和发展水平", (1, 2, 3))


async def test_arabic_is_merged_too(sit, make_session):
    async with sit(make_session("water-plan.ar.txt")) as pilot:
        address = next(a for a in desk(pilot).places.order if len(desk(pilot).standing(a).choice.alternatives) > 2)
        await begin(pilot, address)
        await pilot.press("ctrl+o", "ctrl+s", "enter")
        await pilot.pause()
        assert desk(pilot).session.choice(address).state is State.AGREED


async def test_a_click_puts_the_cursor_into_the_words(sit, session):
    async with sit(session) as pilot:
        await begin(pilot, "10:1")
        await pilot.click(MergeEditor, offset=(4, 1))
        assert editor(pilot).has_focus
        # On the panes it leaves the keys where they are.
        await pilot.click("#spots", offset=(4, 6))
        assert editor(pilot).has_focus
        await pilot.press("x")
        assert "x" in editor(pilot).text


@pytest.mark.parametrize(("row", "words"), [(3, "decide on"), (2, "consider")])
async def test_a_click_on_a_side_takes_it(sit, session, row, words):
    async with sit(session) as pilot:
        await begin(pilot, "10:1")
        await pilot.click("#spots", offset=(12, row))
        await pilot.pause()
        assert editor(pilot).text == words
        assert "1 collision, all decided" in pane(pilot, "#spots")


async def test_a_click_on_a_collision_goes_there(sit, session):
    async with sit(session) as pilot:
        await begin(pilot, "10:1")
        await write(pilot, "in good time consider")
        await pilot.click("#spots", offset=(6, 1))
        await pilot.pause()
        assert editor(pilot).offset_here == len("in good time ")
        await pilot.click("#spots", offset=(6, 0))
        assert editor(pilot).text == "in good time consider"


@pytest.mark.parametrize("size", [(80, 24), (140, 45), (60, 16)])
async def test_all_three_parts_are_in_sight_at_any_size(sit, session, size):
    async with sit(session, size) as pilot:
        await begin(pilot, "10:1")
        assert "collision" in pane(pilot, "#spots")
        assert "consider" in pane(pilot, "#reads")
        assert editor(pilot).size.height >= 2
