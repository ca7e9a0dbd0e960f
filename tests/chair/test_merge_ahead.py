"""A merge is laid out while no key is pressed: it is the one that would be begun, and never that of another state."""

import asyncio
from dataclasses import replace

import pytest
from chair.seeing_lists import press
from click.testing import CliRunner

from negotext.chair.beginnings import Beginnings
from negotext.chair.combining import combine
from negotext.chair.desk_merge import Merging, beginning_at
from negotext.chair.floor import understand
from negotext.chair.screens.draft import DraftScreen
from negotext.chair.screens.merge import MergeScreen
from negotext.cli.program import program
from negotext.model import Act, Decision
from negotext.store import StoreError, Unfinished, open_session


def seen(pilot) -> list[str]:
    return [row.text for row in pilot.app.screen._compositor.render_strips()]


def screen(pilot) -> MergeScreen:
    assert isinstance(pilot.app.screen, MergeScreen)
    return pilot.app.screen


def state(pilot) -> tuple[object, ...]:
    """All that is seen of a merge, and where one is in it."""
    merge = screen(pilot)
    scrolled = [merge.query_one(name).scroll_offset for name in ("#spots", "#words", "#reads")]
    return seen(pilot), merge.editor.selection, scrolled, merge.editor.has_focus, merge.merging.work, merge.merging.seen


def go(pilot, address: str) -> None:
    pilot.app.desk.go(address)
    pilot.app.screen.refresh_place()


async def until_foreseen(pilot) -> None:
    async with asyncio.timeout(30):
        while not pilot.app._readying.done or pilot.app._pages["merge"].late:
            await asyncio.sleep(0.05)
    await pilot.pause()


async def begun(pilot, *, ahead: bool) -> Merging:
    """The merge that E opens; whether it is the one that was laid out."""
    page = pilot.app._pages.get("merge")
    made = page._ahead if page is not None else None
    await press(pilot, "e")
    assert (screen(pilot).merging is made) == ahead
    return screen(pilot).merging


def stop(pilot) -> None:
    """From here on nobody looks what others do, and nothing more is made ready."""
    for timer in list(pilot.app._timers):
        timer.stop()


def say(path, address: str, words: str) -> None:
    with open_session(path) as other:
        added = understand(words, other.choice(address), other.language).added
        offered = [replace(each, text=each.text.strip("“”")) for each in added.alternatives]
        other.say(address, words, added.stands, offered, by="Vice-Chair")


# --- as if it were begun -------------------------------------------------------------------------------------------


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("harbour-air.en.txt", "10:1"),
        ("harbour-air.en.txt", "9:1"),
        ("harbour-air.en.txt", "9:1.6"),
        ("city-water.zh.txt", "C4(3):1"),
    ],
)
@pytest.mark.parametrize("size", [(80, 24), (140, 45)])
async def test_it_is_the_same_screen_foreseen_or_not(sit, make_session, name, address, size):
    path = make_session(name)
    states = []
    for ahead in (False, True):
        async with sit(path, size=size) as pilot:
            if ahead:
                await until_foreseen(pilot)
            go(pilot, address)
            if ahead:
                await until_foreseen(pilot)
            await begun(pilot, ahead=ahead)
            states.append(state(pilot))
            await press(pilot, "x", "left", "ctrl+g", "ctrl+o", "enter", "ctrl+z")
            states.append(state(pilot))
            await press(pilot, "f8", "enter")
    assert states[:2] == states[2:]


@pytest.mark.asyncio
async def test_a_paragraph_that_is_longer_than_the_screen_begins_at_its_first_collision(sit, make_session):
    words = " ".join(f"Port {number} shall report on the air of its {number} quays." for number in range(90))
    path = make_session(text=f"1. [{words} – Chile]\n\n2. The Council [shall][should] meet.\n")
    say(path, "1:1", f"US: “{words.replace('Port 70 shall', 'Port 70 may')}”")
    states = []
    for ahead in (False, True):
        async with sit(path) as pilot:
            if ahead:
                await until_foreseen(pilot)
            await begun(pilot, ahead=ahead)
            states.append(state(pilot))
    assert states[0] == states[1]
    _, words, _ = states[0][2]
    assert words.y > 0


@pytest.mark.asyncio
async def test_it_is_laid_out_anew_when_the_terminal_has_another_size(sit, session):
    states = []
    for ahead in (False, True):
        async with sit(session, size=(80, 24)) as pilot:
            if ahead:
                await until_foreseen(pilot)
            await pilot.resize_terminal(120, 40)
            await pilot.pause()
            await press(pilot, "e")
            states.append(state(pilot))
    assert states[0] == states[1]


@pytest.mark.asyncio
async def test_closed_and_opened_again_it_is_foreseen_again(sit, session):
    async with sit(session) as pilot:
        go(pilot, "10:1")
        await until_foreseen(pilot)
        await begun(pilot, ahead=True)
        first = state(pilot)
        await press(pilot, "escape")
        await until_foreseen(pilot)
        await begun(pilot, ahead=True)
        assert state(pilot) == first


@pytest.mark.asyncio
async def test_words_that_were_begun_are_foreseen(sit, session):
    async with sit(session) as pilot:
        go(pilot, "10:1")
        await until_foreseen(pilot)
        await press(pilot, "e", "x", "escape")
        await until_foreseen(pilot)
        await begun(pilot, ahead=True)
        assert screen(pilot).editor.text == "xconsider"
        assert "which were not decided yet" in "\n".join(seen(pilot))


@pytest.mark.asyncio
async def test_long_paragraphs_are_compared_beside_the_keys(sit, session, monkeypatch):
    monkeypatch.setattr("negotext.chair.beginnings._LONG", 0)
    async with sit(session) as pilot:
        go(pilot, "10:1")
        async with asyncio.timeout(30):
            while "merge" not in pilot.app._pages or pilot.app._pages["merge"]._ahead is None:
                await asyncio.sleep(0.05)
        await until_foreseen(pilot)
        await begun(pilot, ahead=True)
        assert "1 collision of 1 undecided" in "\n".join(seen(pilot))


@pytest.mark.asyncio
async def test_nothing_is_kept_of_what_nobody_asked_for(sit, session):
    async with sit(session) as pilot:
        await until_foreseen(pilot)
        await press(pilot, "j")
        await until_foreseen(pilot)
        assert isinstance(pilot.app.screen, DraftScreen)
    with open_session(session, read_only=True) as after:
        assert after.unfinished() == []


@pytest.mark.asyncio
async def test_where_nothing_can_be_merged_nothing_is_foreseen(sit, session):
    with open_session(session) as store:
        store.decide(Decision("10:1", Act.ACCEPT, 1), by="Chair")
    async with sit(session) as pilot:
        go(pilot, "10:1")
        await until_foreseen(pilot)
        assert pilot.app._pages["merge"]._ahead is None


# --- never that of another state -----------------------------------------------------------------------------------


@pytest.mark.asyncio
async def test_another_place(sit, session):
    async with sit(session) as pilot:
        go(pilot, "10:1")
        await until_foreseen(pilot)
        go(pilot, "5:1")
        assert (await begun(pilot, ahead=False)).address == "5:1"
        assert screen(pilot).editor.text == "2030"


@pytest.mark.asyncio
@pytest.mark.parametrize("told", [True, False])
async def test_a_statement_in_between(sit, session, told):
    async with sit(session) as pilot:
        go(pilot, "10:1")
        await until_foreseen(pilot)
        stop(pilot)
        say(session, "10:1", "Chile: “determine in good time”")
        if told:
            pilot.app.look_around()
        await begun(pilot, ahead=False)
        assert "determine in good time" in "\n".join(seen(pilot))
        assert screen(pilot).merging.work.sources == (1, 2, 3)


@pytest.mark.asyncio
@pytest.mark.parametrize("told", [True, False])
async def test_a_decision_of_another_in_between_is_not_overwritten(sit, session, told):
    async with sit(session) as pilot:
        go(pilot, "10:1")
        await until_foreseen(pilot)
        stop(pilot)
        with open_session(session) as other:
            other.decide(Decision("10:1", Act.ACCEPT, 2), by="Vice-Chair")
        if told:
            pilot.app.look_around()
            await press(pilot, "e")
            assert isinstance(pilot.app.screen, DraftScreen)
            return
        await begun(pilot, ahead=False)
        await press(pilot, "ctrl+s", "enter")
        assert "Vice-Chair accepted" in "\n".join(seen(pilot))
        assert pilot.app.desk.session.choice("10:1").decided_by == "Vice-Chair"


@pytest.mark.asyncio
async def test_a_decision_beside_it_in_between(sit, make_session):
    path = make_session(text="1. The Council [shall][should] meet [yearly][monthly].\n")
    async with sit(path) as pilot:
        go(pilot, "1:1")
        await until_foreseen(pilot)
        with open_session(path) as other:
            other.decide(Decision("1:2", Act.ACCEPT, 2), by="Vice-Chair")
        pilot.app.look_around()
        await begun(pilot, ahead=False)
        assert "The Council shall meet monthly." in "\n".join(seen(pilot))


@pytest.mark.asyncio
async def test_what_was_seen_since_it_was_laid_out_counts(sit, session):
    """Someone parks the place; the chair sees it there, and may decide on it."""
    async with sit(session) as pilot:
        go(pilot, "10:1")
        await until_foreseen(pilot)
        with open_session(session) as other:
            other.decide(Decision("10:1", Act.PARK), by="Vice-Chair")
        pilot.app.look_around()
        await until_foreseen(pilot)
        made = pilot.app._pages["merge"]._ahead
        pilot.app.screen.refresh_place()
        await press(pilot, "e")
        assert screen(pilot).merging is made
        await press(pilot, "ctrl+s", "enter")
        assert pilot.app.desk.session.choice("10:1").decision.act is Act.MERGE


@pytest.mark.asyncio
async def test_words_that_were_begun_elsewhere_in_between(sit, session):
    async with sit(session) as pilot:
        go(pilot, "10:1")
        await until_foreseen(pilot)
        with open_session(session) as other:
            other.keep_unfinished(Unfinished(1, "10:1", "Chair", "ponder", (1, 2)))
        await begun(pilot, ahead=False)
        assert screen(pilot).editor.text == "ponder"


def second_round(path, root) -> None:
    second = str(root / "examples" / "harbour-air.round2.en.txt")
    done = CliRunner().invoke(program, ["round", str(path), "--draft", second, "--yes", "--by", "Secretariat"])
    assert done.exit_code == 0, done.output


@pytest.mark.asyncio
async def test_a_round_in_between(sit, session, root):
    async with sit(session) as pilot:
        await until_foreseen(pilot)
        stop(pilot)
        await asyncio.to_thread(second_round, session, root)
        pilot.app.look_around()
        assert (await begun(pilot, ahead=False)).standing.round == 2
        assert "round 2" in seen(pilot)[0]


@pytest.mark.asyncio
async def test_a_session_that_cannot_be_read_by_then_is_told(sit, session, monkeypatch):
    def lost(*_):
        raise StoreError("the session is not there")

    async with sit(session) as pilot:
        await until_foreseen(pilot)
        stop(pilot)
        with monkeypatch.context() as patch:
            patch.setattr(type(pilot.app.desk.session), "choice", lost)
            await press(pilot, "e")
        assert screen(pilot).merging is None
        assert screen(pilot).editor.text == ""
        assert "the session is not there" in "\n".join(seen(pilot))


# --- what is remembered --------------------------------------------------------------------------------------------


def test_alternatives_are_compared_once_for_a_state(desk):
    known = Beginnings()

    def begun(address):
        desk.go(address)
        return known.of(beginning_at(desk))

    first, other = begun("10:1"), begun("5:1")
    assert begun("10:1") is first
    desk.decide(Decision("5:1", Act.PARK))
    assert (begun("10:1") is first, begun("5:1") is other) == (True, False)
    desk.session.keep_unfinished(Unfinished(1, "10:1", "Chair", "ponder", (1, 2)))
    assert begun("10:1").text == "ponder"
    desk.session.keep_unfinished(Unfinished(1, "10:1", "Chair", "ponder", (2,)))
    assert begun("10:1").sources == (2,)


@pytest.mark.parametrize("sources", [(1, 2), (2,), (1,)])
def test_words_are_found_again_in_alternatives_that_were_brought_together_before(desk, monkeypatch, sources):
    desk.go("10:1")
    known, made = Beginnings(), []
    known.of(beginning_at(desk))
    monkeypatch.setattr("negotext.chair.beginnings.combine", lambda *given: made.append(given) or combine(*given))
    desk.session.keep_unfinished(Unfinished(1, "10:1", "Chair", "now decide on", sources))
    beginning = beginning_at(desk)
    assert known.of(beginning) == beginning.begun().work
    assert len(made) == (1 if sources == (1, 2) else 2)


def test_sides_that_were_drawn_are_drawn_again_only_in_another_state(desk):
    known = Beginnings()
    desk.go("10:1")
    first = Merging(desk, known)
    drawn = first.sides.draw(first.work, 80, 0)
    again = Merging(desk, known)
    assert again.sides is first.sides
    assert again.sides.draw(again.work, 80, 0).rows == drawn.rows
    desk.decide(Decision("10:1", Act.PARK))
    other = Merging(desk, known)
    assert other.sides is not first.sides
    assert other.sides.standing == desk.standing()


def test_only_the_latest_places_are_remembered(desk):
    known = Beginnings()
    places = desk.places.order[:9]
    for address in places:
        desk.go(address)
        Merging(desk, known)
    remembered = []
    for address in places:
        desk.go(address)
        remembered += [address] * known.knows(beginning_at(desk))
    assert remembered == list(places[-6:])
    assert set(known._sides) <= set(remembered)


def test_merges_with_something_remembered_are_as_those_without(desk):
    known = Beginnings()
    desk.session.keep_unfinished(Unfinished(1, "5:1", "Chair", "2031 or later", (1, 2)))
    for address in (*desk.places.order[:30], *desk.places.order[:30]):
        desk.go(address)
        assert Merging(desk, known).work == Merging(desk).work


def test_what_was_typed_long_ago_is_not_remembered_for_ever(desk, monkeypatch):
    monkeypatch.setattr("negotext.chair.desk_merge._KNOWN", 3)
    desk.go("10:1")
    merging = Merging(desk)
    begun = merging.work
    merging.typed("consid")
    assert merging.typed(begun.text) == begun
    for words in ("a", "b", "c", "d"):
        merging.typed(words)
    assert merging.typed(begun.text).undecided == 0
