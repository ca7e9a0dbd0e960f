"""Log: what was done, and back to a point of it; key by key."""

import pytest
from chair.seeing_lists import chosen, desk, head, name, notice, press, roll, rows, text, type_in

from negotext.chair.dialogs.asking import AskingDialog
from negotext.chair.widgets.sheet import SheetView
from negotext.model import Act, Decision, State
from negotext.store import Kind, open_session

pytestmark = pytest.mark.asyncio


def entry(pilot) -> str:
    """The entry that is shown in full."""
    return "\n".join(rows(pilot.app.screen.query_one("#entry", SheetView)))


def asked(pilot) -> str:
    """What the question is about, and the question."""
    about = rows(pilot.app.screen.query_one("#asked-about", SheetView))
    return "\n".join([*about, str(pilot.app.screen.query_one("#line-label").content)])


def do(pilot) -> None:
    """Four decisions; the last but one is undone."""
    at = desk(pilot)
    at.decide(Decision("2:1", Act.ACCEPT, 1), "over coffee")
    at.decide(Decision("5:1", Act.PARK))
    at.decide(Decision("5:2", Act.ACCEPT, 2))
    at.undo(why="too early")
    at.decide(Decision("10:1", Act.MERGE, None, "decide in 2029 on", (1, 2)))


def state(pilot, address: str) -> State:
    return desk(pilot).session.choice(address).state


async def test_newest_first_with_who_when_and_why(sit, session):
    async with sit(session) as pilot:
        do(pilot)
        await press(pilot, "L")
        assert [item.key for item in roll(pilot).roll.items] == ["6", "5", "4", "3", "2", "1"]
        assert "Chair" in chosen(pilot)
        assert "10:1 ● merge of 1, 2" in chosen(pilot)
        assert "“decide in 2029 on”" in " ".join(entry(pilot).split())
        assert "↶ 5:2 ● accept 2  undone by 5" in text(pilot)
        assert "2:1 ● accept 1  over coffee" in text(pilot)
        assert "6 entries  ↶ 1 undone" in head(pilot)


async def test_one_entry_is_one_entry(sit, session):
    async with sit(session) as pilot:
        await press(pilot, "L")
        assert "1 entry  ↶ 0 undone" in head(pilot)


async def test_the_chosen_entry_is_shown_in_full(sit, session):
    async with sit(session) as pilot:
        do(pilot)
        await press(pilot, "L", "j", "j")
        assert "Entry 4" in entry(pilot)
        assert "↶ undone by Chair" in entry(pilot)
        assert "too early" in entry(pilot)


async def test_enter_goes_to_the_place_of_an_entry(sit, session):
    async with sit(session) as pilot:
        do(pilot)
        await press(pilot, "L", "enter")
        assert (name(pilot), desk(pilot).current) == ("draft", "10:1")


async def test_a_round_is_about_no_place(sit, session):
    async with sit(session) as pilot:
        await press(pilot, "L", "enter")
        assert name(pilot) == "log"
        assert "no single place" in notice(pilot)


async def test_back_to_a_point_lists_what_will_be_undone_and_undoes_it(sit, session):
    async with sit(session) as pilot:
        do(pilot)
        await press(pilot, "L", *"jjjj", "u")
        assert isinstance(pilot.app.screen, AskingDialog)
        assert "↶ undoes 2" in asked(pilot)
        assert "10:1 ● merge" in asked(pilot)
        assert "5:1 ◌ park" in asked(pilot)
        assert "Back to entry 2: undoes 2." in asked(pilot)
        await type_in(pilot, "we begin again")
        assert name(pilot) == "log"
        assert "undid 2" in notice(pilot)
        assert [state(pilot, a) for a in ("2:1", "5:1", "10:1")] == [State.AGREED, State.OPEN, State.OPEN]
        log = desk(pilot).session.log()
        assert [(each.kind, each.entry, each.why) for each in log[-2:]] == [
            (Kind.UNDO, 6, "we begin again"),
            (Kind.UNDO, 3, "we begin again"),
        ]
        assert roll(pilot).key == "8"


async def test_escape_undoes_nothing(sit, session):
    async with sit(session) as pilot:
        do(pilot)
        await press(pilot, "L", "end", "u", "escape")
        assert name(pilot) == "log"
        assert len(desk(pilot).session.log()) == 6
        assert "nothing was undone" in notice(pilot)


async def test_what_was_undone_can_be_redone(sit, session):
    async with sit(session) as pilot:
        do(pilot)
        await press(pilot, "L", "end", "u", "enter")
        assert desk(pilot).places.progress.agreed == desk(pilot).places.progress.parked == 0
        await press(pilot, "U", "ctrl+r", "U")
        assert "brought back" in notice(pilot)
        assert [state(pilot, a) for a in ("2:1", "5:1", "10:1")] == [State.AGREED, State.PARKED, State.AGREED]
        await press(pilot, "U")
        # What was undone before the merge stays so: the merge came after it.
        assert state(pilot, "5:2") is State.OPEN
        assert "nothing to redo" in notice(pilot)


async def test_back_to_before_the_going_back(sit, session):
    async with sit(session) as pilot:
        do(pilot)
        await press(pilot, "L", "end", "u", "enter")
        await press(pilot, "j", "j", "j", "u")
        assert "↷ brings back 3" in asked(pilot)
        await press(pilot, "enter")
        assert [state(pilot, a) for a in ("2:1", "5:1", "10:1")] == [State.AGREED, State.PARKED, State.AGREED]
        assert state(pilot, "5:2") is State.OPEN


async def test_at_the_latest_entry_there_is_nothing_to_undo(sit, session):
    async with sit(session) as pilot:
        do(pilot)
        await press(pilot, "L", "u")
        assert name(pilot) == "log"
        assert "everything is as it was after entry 6" in notice(pilot)


async def test_a_closed_round_cannot_be_gone_back_to(sit, make_rounds):
    async with sit(make_rounds()) as pilot:
        await press(pilot, "L", "end", "u")
        assert "round 1 is closed; only round 2 can be changed" in notice(pilot)


async def test_where_it_stopped_is_told(sit, session):
    async with sit(session) as pilot:
        do(pilot)
        await press(pilot, "L", "end", "u")
        with open_session(session) as other:
            other.decide(Decision("5:1", Act.ACCEPT, 1), by="Deputy", why="Norway agreed")
        await press(pilot, "enter")
        pilot.app.look_around()
        await pilot.pause()
        # That Deputy did something is no news any more: it is said why it stopped.
        assert "stopped after 1 of 3 at entry 3" in notice(pilot)
        assert "Deputy" in notice(pilot)
        assert [state(pilot, a) for a in ("2:1", "5:1", "10:1")] == [State.AGREED, State.AGREED, State.OPEN]
        assert desk(pilot).session.choice("5:1").decided_by == "Deputy"


@pytest.mark.parametrize("leaves", [False, True])
async def test_many_steps_and_escape_in_the_middle(sit, session, leaves):
    async with sit(session) as pilot:
        for address in desk(pilot).places.order[:60]:
            desk(pilot).decide(Decision(address, Act.PARK))
        await press(pilot, "L", "end", "u")
        screen = pilot.app.screen_stack[-2]
        screen.call_after_refresh(lambda: None)
        going = screen._go_on
        calls = []

        def slowly() -> None:
            calls.append(1)
            if len(calls) == 2:
                (pilot.app.to_draft if leaves else screen.action_back)()
            going()

        screen._go_on = slowly
        await press(pilot, "enter")
        await pilot.pause()
        assert "stopped after" in notice(pilot)
        parked = desk(pilot).places.progress.parked
        assert 0 < parked < 60
        assert name(pilot) == ("draft" if leaves else "log")


async def test_a_read_only_session_shows_its_log_and_changes_nothing(sit, session):
    async with sit(session) as pilot:
        do(pilot)
    async with sit(session, read_only=True) as pilot:
        await press(pilot, "L", "end", "u", "U")
        assert name(pilot) == "log"
        assert len(desk(pilot).session.log()) == 6


async def test_what_others_do_comes_to_the_top_and_what_is_chosen_stays(sit, session):
    async with sit(session) as pilot:
        do(pilot)
        await press(pilot, "L", "j")
        with open_session(session) as other:
            other.decide(Decision("5:2", Act.PARK), by="Deputy")
        pilot.app.look_around()
        await pilot.pause()
        assert roll(pilot).roll.items[0].key == "7"
        assert roll(pilot).key == "5"
        assert "Deputy parked 5:2" in notice(pilot)
