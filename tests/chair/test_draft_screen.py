"""The draft screen, key by key, on real sessions."""

import pytest
from textual.widgets import Input

from negotext.chair.desk_texts import View
from negotext.chair.dialogs.line import LineDialog
from negotext.chair.widgets.bars import HeadBar, Notice
from negotext.chair.widgets.outline import Outline
from negotext.chair.widgets.sheet import SheetView
from negotext.chair.widgets.text import TextView
from negotext.model import State

pytestmark = pytest.mark.asyncio


def desk(pilot):
    return pilot.app.desk


def notice(pilot) -> str:
    shown = pilot.app.screen_stack[0].query_one(Notice)
    return str(shown.content) if shown.display else ""


def line(pilot) -> str:
    """What the line at the foot of the screen asks."""
    return str(pilot.app.screen.query_one("#line-label").content)


def rows(view) -> list[str]:
    """The rows of a view that are on the screen."""
    return [view.render_line(y).text.rstrip() for y in range(view.scrollable_content_region.height)]


def text(pilot) -> str:
    return "\n".join(rows(pilot.app.screen_stack[0].query_one(TextView)))


def place(pilot) -> str:
    return "\n".join(rows(pilot.app.screen_stack[0].query_one(SheetView)))


async def type_in(pilot, words: str) -> None:
    pilot.app.screen.query_one(Input).value = words
    await pilot.press("enter")
    await pilot.pause()


@pytest.mark.parametrize(("forward", "back"), [("j", "k"), ("n", "N"), ("down", "up")])
async def test_next_and_previous(sit, session, forward, back):
    async with sit(session) as pilot:
        order = desk(pilot).places.order
        await pilot.press(forward, forward, forward)
        assert desk(pilot).current == order[3]
        assert order[3] in place(pilot)
        await pilot.press(back)
        assert desk(pilot).current == order[2]


async def test_at_the_end_nothing_moves_and_it_is_said(sit, session):
    async with sit(session) as pilot:
        await pilot.press("k")
        assert desk(pilot).current == desk(pilot).places.order[0]
        assert notice(pilot) == "no earlier choice"
        await pilot.press("end", "j")
        assert desk(pilot).current == desk(pilot).places.order[-1]
        assert notice(pilot) == "no further choice"
        await pilot.press("home")
        assert desk(pilot).current == desk(pilot).places.order[0]


async def test_open_only_steps_over_what_is_decided(sit, session):
    async with sit(session) as pilot:
        order = desk(pilot).places.order
        await pilot.press("j", "p", "enter", "k", "J")
        assert desk(pilot).current == order[2]
        await pilot.press("K")
        assert desk(pilot).current == order[0]


@pytest.mark.parametrize("size", [(80, 24), (140, 45)])
async def test_the_current_choice_is_always_in_sight(sit, session, size):
    async with sit(session, size) as pilot:
        for _ in range(20):
            await pilot.press("j", "j", "j")
            shown = text(pilot)
            assert "▶" in shown or "┃" in shown


async def test_the_text_stays_where_it_is_while_the_choice_is_in_sight(sit, session):
    async with sit(session, (140, 45)) as pilot:
        view = pilot.app.screen.query_one(TextView)
        await pilot.press("j")
        top = view.scroll_offset.y
        await pilot.press("j", "k", "j")
        assert view.scroll_offset.y == top


async def test_accepting_names_whose_objection_is_overridden(sit, session):
    async with sit(session) as pilot:
        desk(pilot).go("5:1")
        pilot.app.screen.refresh_place()
        await pilot.press("2")
        assert isinstance(pilot.app.screen, LineDialog)
        assert line(pilot).startswith("Accept 2 at 5:1.  Overrides NO, CL.")
        await type_in(pilot, "Basel is a port")
        standing = desk(pilot).standing()
        assert (standing.state, standing.decided_by, standing.why) == (State.AGREED, "Chair", "Basel is a port")
        assert notice(pilot).startswith("Chair accepted alternative 2 of 5:1")


async def test_enter_decides_without_a_reason_and_escape_leaves_it(sit, session):
    async with sit(session) as pilot:
        await pilot.press("1", "escape")
        assert desk(pilot).standing().state is State.OPEN
        assert notice(pilot) == "nothing was decided"
        await pilot.press("1", "enter")
        assert desk(pilot).standing().state is State.AGREED
        assert desk(pilot).standing().why == ""
        assert "● agreed" in place(pilot)


async def test_an_alternative_that_is_not_there_is_told(sit, session):
    async with sit(session) as pilot:
        await pilot.press("9")
        assert "has no alternative 9" in notice(pilot)
        assert not isinstance(pilot.app.screen, LineDialog)


@pytest.mark.parametrize("key", ["j", "pagedown", "o", "i", "O", "question_mark", "g", "ctrl+p", "colon"])
async def test_what_was_told_goes_with_the_next_key_that_does_something(sit, session, key):
    async with sit(session) as pilot:
        await pilot.press("9", "z")
        assert "has no alternative 9" in notice(pilot)
        await pilot.press(key)
        await pilot.pause()
        assert notice(pilot) == ""


async def test_what_was_told_goes_with_a_click_on_a_place(sit, session):
    async with sit(session) as pilot:
        await pilot.press("9")
        pilot.app.screen.query_one(TextView).post_message(TextView.Picked("2:2"))
        await pilot.pause()
        assert desk(pilot).current == "2:2"
        assert notice(pilot) == ""


async def test_what_is_agreed_is_not_decided_again_without_reopening(sit, session):
    async with sit(session) as pilot:
        await pilot.press("1", "enter", "0")
        assert "is agreed; reopen it first" in notice(pilot)
        await pilot.press("r", "enter")
        assert desk(pilot).standing().state is State.OPEN
        await pilot.press("r")
        assert "nothing to reopen" in notice(pilot)


async def test_park_undo_redo(sit, session):
    async with sit(session) as pilot:
        await pilot.press("p", "enter")
        assert desk(pilot).standing().state is State.PARKED
        await pilot.press("j", "u")
        assert desk(pilot).current == desk(pilot).places.order[0]
        assert desk(pilot).standing().state is State.OPEN
        assert notice(pilot).startswith("undone: Chair parked")
        await pilot.press("ctrl+r")
        assert desk(pilot).standing().state is State.PARKED
        await pilot.press("u", "u")
        assert "nothing to undo" in notice(pilot)
        await pilot.press("U")
        assert desk(pilot).standing().state is State.PARKED


async def test_views_keep_the_place(sit, session):
    async with sit(session, (140, 45)) as pilot:
        desk(pilot).go("8:1")
        pilot.app.screen.refresh_place()
        await pilot.press("2", "enter")

        def row() -> int:
            return next(y for y, row in enumerate(text(pilot).splitlines()) if "▶" in row)

        at = row()
        assert "[shall][should]" in text(pilot)
        await pilot.press("t")
        assert desk(pilot).view is View.OUTCOME
        assert "ports and ships should" in text(pilot)
        assert row() == at
        await pilot.press("o")
        assert desk(pilot).view is View.ORIGINAL
        assert row() == at
        await pilot.press("m")
        assert desk(pilot).view is View.MARKED
        assert row() == at


async def test_a_resize_keeps_the_place(sit, session):
    async with sit(session, (140, 45)) as pilot:
        desk(pilot).go("8:1")
        pilot.app.screen.refresh_place()
        for size in ((80, 24), (200, 60), (100, 30)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert "[shall][should]" in text(pilot)
            assert "▶" in text(pilot)


async def test_go_to_an_address(sit, session):
    async with sit(session) as pilot:
        await pilot.press("g")
        await type_in(pilot, "para 8")
        assert desk(pilot).current == "8:1"
        assert "Until shore power" in text(pilot)
        await pilot.press("g")
        await type_in(pilot, "99")
        assert "nothing is under negotiation at '99'" in notice(pilot)
        await pilot.press("g", "escape")
        assert desk(pilot).current == "8:1"


async def test_search_goes_from_place_to_place(sit, session):
    async with sit(session) as pilot:
        await pilot.press("slash")
        await type_in(pilot, "container")
        assert "container" in text(pilot)
        first = notice(pilot)
        assert first == "1 of 1, line 42"
        await pilot.press("slash")
        await type_in(pilot, "dues according")
        assert notice(pilot) != first
        assert "dues" in text(pilot)
        await pilot.press("slash")
        await type_in(pilot, "no such words")
        assert "stands nowhere" in notice(pilot)


async def test_search_again_and_back(sit, session):
    async with sit(session) as pilot:
        await pilot.press("slash")
        await type_in(pilot, "paragraph 9")
        first = notice(pilot)
        await pilot.press("ctrl+n")
        assert notice(pilot) != first
        await pilot.press("ctrl+b")
        assert notice(pilot) == first


async def test_filter_by_delegation_and_by_open(sit, session):
    async with sit(session) as pilot:
        await pilot.press("f")
        await type_in(pilot, "open norway")
        assert "NO" in str(pilot.app.screen.query_one(HeadBar).content)
        for _ in range(3):
            assert any(stand.delegation == "NO" for stand in desk(pilot).standing().choice.stands)
            await pilot.press("j")
        await pilot.press("f")
        await type_in(pilot, "Atlantis")
        assert "no delegation" in notice(pilot)
        await pilot.press("f")
        await type_in(pilot, "")
        assert not desk(pilot).filter


async def test_tab_goes_through_the_panes_and_keys_scroll_them(sit, session):
    async with sit(session, (140, 45)) as pilot:
        view = pilot.app.screen.query_one(TextView)
        assert pilot.app.focused is view
        before = view.scroll_offset.y
        await pilot.press("pagedown")
        assert view.scroll_offset.y > before
        await pilot.press("pageup", "shift+down", "shift+up")
        assert view.scroll_offset.y == before
        await pilot.press("tab")
        assert pilot.app.focused is pilot.app.screen.query_one(SheetView)
        await pilot.press("tab")
        assert pilot.app.focused is pilot.app.screen.query_one(Outline)


async def test_a_section_of_the_outline_leads_to_its_first_open_choice(sit, session):
    async with sit(session, (140, 45)) as pilot:
        outline = pilot.app.screen.query_one(Outline)
        outline.focus()
        await pilot.press("down", "enter")
        assert desk(pilot).current == desk(pilot).sections[1].addresses[0]
        assert pilot.app.focused is pilot.app.screen.query_one(TextView)


async def test_the_outline_can_be_had_on_a_small_screen(sit, session):
    async with sit(session, (80, 24)) as pilot:
        outline = pilot.app.screen.query_one(Outline)
        assert not outline.display
        await pilot.press("i")
        assert outline.display
        assert pilot.app.focused is outline
        await pilot.press("i")
        assert not outline.display


async def test_a_click_on_a_choice_makes_it_the_current_one(sit, session):
    async with sit(session, (140, 45)) as pilot:
        desk(pilot).go("8:1")
        pilot.app.screen.refresh_place()
        await pilot.pause()
        y, row = next((y, row) for y, row in enumerate(text(pilot).splitlines()) if "yearly" in row)
        await pilot.click(TextView, offset=(row.index("yearly") + 2, y))
        await pilot.pause()
        assert "yearly" in {each.text for each in desk(pilot).standing().choice.alternatives}


async def test_a_draft_without_choices_can_be_looked_at(sit, make_session):
    async with sit(make_session("plain.txt", "1. All is agreed.\n\n2. Everything.\n")) as pilot:
        assert "All is agreed" in text(pilot)
        await pilot.press("j", "k", "1", "p", "r", "u", "t", "o", "home", "end", "J")
        assert pilot.app.is_running


async def test_themes_go_round(sit, session):
    async with sit(session) as pilot:
        seen = [pilot.app.theme]
        for _ in range(3):
            await pilot.press("T")
            seen.append(pilot.app.theme)
        assert seen == ["dark", "light", "high-contrast", "dark"]


async def test_q_quits(sit, session):
    async with sit(session) as pilot:
        await pilot.press("q")
        await pilot.pause()
        assert not pilot.app.is_running


async def test_arabic_is_in_the_order_of_reading_and_it_is_said(sit, make_session):
    async with sit(make_session("water-plan.ar.txt")) as pilot:
        assert notice(pilot).startswith("Arabic stands in the order in which it is read")
        words = desk(pilot).standing().choice.alternatives[1].text.split()
        assert words[0] in text(pilot)
        await pilot.press("j", "question_mark", "end")
        await pilot.pause()
        assert notice(pilot) == ""
        keys = " ".join(" ".join(rows(pilot.app.screen.query_one(SheetView))).split())
        assert "Arabic stands in the order in which it is read; a terminal that turns it" in keys


async def test_a_fault_of_the_program_ends_it_without_a_traceback(session, monkeypatch, capsys):
    from negotext.chair.app import make_app
    from negotext.chair.screens.draft import DraftScreen

    def broken(self) -> None:
        raise RuntimeError("a fault of ours")

    monkeypatch.setattr(DraftScreen, "action_park", broken)
    app = make_app(session, by="Chair")
    with app.desk, pytest.raises(RuntimeError, match="a fault of ours"):
        async with app.run_test() as pilot:
            await pilot.press("p")
            await pilot.pause()
    assert str(app.failure) == "a fault of ours"
    assert "Traceback" not in capsys.readouterr().err


async def test_a_draft_without_places_says_so_where_they_would_be(sit, make_session):
    async with sit(make_session("plain.en.txt", "1. Ports measure the air.\n")) as pilot:
        assert place(pilot).strip() == "There is nothing to decide in this draft."
        await pilot.press("j", "1", "e", "p")
        assert pilot.app.is_running
