"""What is said in the room, key by key, on real sessions."""

import pytest
from textual.events import Key
from textual.widgets import Input

from negotext.chair.dialogs.floor import FloorDialog
from negotext.chair.dialogs.line import LineDialog
from negotext.chair.floor import understand
from negotext.chair.screens.draft import DraftScreen
from negotext.chair.widgets.bars import Notice
from negotext.model import Act, Decision, Side
from negotext.store import Kind, open_session

pytestmark = pytest.mark.asyncio


def desk(pilot):
    return pilot.app.desk


def notice(pilot) -> str:
    shown = pilot.app.screen_stack[0].query_one(Notice)
    return str(shown.content) if shown.display else ""


def pane(pilot, name: str, screen=None) -> str:
    view = (screen or pilot.app.screen).query_one(name)
    rows = (view.render_line(y).text for y in range(view.scrollable_content_region.height))
    return "\n".join(" ".join(row.split()) for row in rows).strip()


def read(pilot) -> str:
    """What is shown to be understood."""
    return pane(pilot, "#floor-read")


def hints(pilot) -> str:
    return str(pilot.app.screen.query_one("#floor-hints").content)


def line(pilot) -> Input:
    return pilot.app.screen.query_one(Input)


async def open_line(pilot, address: str) -> None:
    desk(pilot).go(address)
    pilot.app.screen.refresh_place()
    await pilot.press("colon")
    await pilot.pause()
    assert isinstance(pilot.app.screen, FloorDialog)


async def write(pilot, words: str) -> None:
    line(pilot).value = ""
    line(pilot).insert_text_at_cursor(words)
    await pilot.pause()


def said(session) -> list:
    with open_session(session, read_only=True) as store:
        return [entry for entry in store.log() if entry.kind is Kind.SAY]


async def test_what_is_typed_is_understood_before_it_is_kept(sit, session):
    async with sit(session) as pilot:
        await open_line(pilot, "5:1")
        assert read(pilot) == "0 leave it out\n1 2030\n2 2035"
        await write(pilot, "RU, IR: delete; US supports 2")
        assert read(pilot).splitlines() == [
            "✓ for RU Russian Federation 0 leave it out",
            "✓ for IR Iran (Islamic Republic of) 0 leave it out",
            "✓ for US United States 2 2035",
        ]
        assert said(session) == []
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, DraftScreen)
        (entry,) = said(session)
        assert (entry.statement.words, entry.by) == ("RU, IR: delete; US supports 2", "Chair")
        assert "United States" in pane(pilot, "#place")


async def test_typed_key_by_key_it_is_read_key_by_key(sit, session):
    async with sit(session) as pilot:
        await open_line(pilot, "5:1")
        await pilot.press(*"US: ")
        assert "no delegation speaks" in read(pilot)
        await pilot.press("2")
        await pilot.pause()
        assert read(pilot) == "✓ for US United States 2 2035"
        await pilot.press("backspace", "1")
        await pilot.pause()
        assert read(pilot) == "✓ for US United States 1 2030"


async def test_keys_take_effect_in_the_order_in_which_they_came(sit, session):
    async with sit(session) as pilot:
        await open_line(pilot, "5:1")
        for key, character in (("x", "x"), ("backspace", None), ("U", "U"), ("left", None), ("home", None), ("R", "R")):
            pilot.app.post_message(Key(key, character))
        await pilot.pause()
        await pilot.pause()
        assert line(pilot).value == "RU"


async def test_new_wording_is_an_alternative_at_once(sit, session):
    async with sit(session) as pilot:
        await open_line(pilot, "5:1")
        await write(pilot, "KE for African Group: “2032”")
        assert read(pilot) == "✓ for KE Kenya for African Group 3 2032 new alternative"
        await pilot.press("enter")
        await pilot.pause()
        standing = desk(pilot).standing("5:1")
        assert standing.choice.alternative(3).text == "2032"
        assert "3 2032 (floor)" in pane(pilot, "#place")
        # It can be accepted like any other.
        await pilot.press("3", "enter")
        await pilot.pause()
        assert desk(pilot).standing("5:1").decision == Decision("5:1", Act.ACCEPT, 3)


async def test_a_name_that_is_misspelt_is_told_and_nothing_is_kept(sit, session):
    async with sit(session) as pilot:
        await open_line(pilot, "5:1")
        await write(pilot, "Norwey: 2")
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, FloorDialog)
        told = read(pilot)
        assert told.startswith("✗ nobody knows a delegation called Norwey; nothing was taken down")
        assert "Norway (NO)" in told
        assert said(session) == []
        # The line is still there to be put right.
        assert line(pilot).value == "Norwey: 2"
        await write(pilot, "Norway: 2")
        await pilot.press("enter")
        await pilot.pause()
        assert [entry.statement.words for entry in said(session)] == ["Norway: 2"]


async def test_a_word_that_is_misspelt_takes_nobody_along(sit, session):
    async with sit(session) as pilot:
        await open_line(pilot, "5:1")
        await write(pilot, "RU: delete; IR suports 2")
        await pilot.press("enter")
        await pilot.pause()
        assert "✗ “IR suports 2” is not understood; nothing was taken down" in read(pilot)
        assert said(session) == []


async def test_a_chinese_statement(sit, make_session):
    path = make_session("city-water.zh.txt")
    async with sit(path) as pilot:
        await open_line(pilot, "8:1")
        await write(pilot, "古巴、俄")
        assert hints(pilot) == "Tab: 俄罗斯联邦 (RU)"
        await pilot.press("tab")
        assert line(pilot).value == "古巴、俄罗斯联邦"
        line(pilot).insert_text_at_cursor("：“委员会经常预算”；挪威支持")
        await pilot.pause()
        assert read(pilot).splitlines() == [
            "✓ for CU 古巴 2 委员会经常预算 new alternative",
            "✓ for RU 俄罗斯联邦 2 委员会经常预算 new alternative",
            "✓ for NO 挪威 2 委员会经常预算 new alternative",
        ]
        await pilot.press("enter")
        await pilot.pause()
        assert "2 委员会经常预算" in pane(pilot, "#place")
    assert len(said(path)) == 1


# --- completing -----------------------------------------------------------------------------------------------------


async def test_tab_completes_the_name_and_goes_on_to_the_next(sit, session):
    async with sit(session) as pilot:
        await open_line(pilot, "5:1")
        await write(pilot, "RU, n")
        assert hints(pilot).startswith("Tab: Norway (NO)  New Zealand (NZ)")
        await pilot.press("tab")
        assert line(pilot).value == "RU, Norway"
        await pilot.press("tab")
        assert line(pilot).value == "RU, New Zealand"
        await pilot.press("shift+tab")
        assert line(pilot).value == "RU, Norway"
        assert line(pilot).has_focus


async def test_words_of_stance_are_hinted_and_completed(sit, session):
    async with sit(session) as pilot:
        await open_line(pilot, "5:1")
        assert hints(pilot) == "support  oppose  reserve  retain  delete  replace  insert"
        await write(pilot, "US opp")
        await pilot.press("tab")
        assert line(pilot).value == "US oppose"


async def test_what_goes_on_is_shown_behind_the_cursor(sit, session):
    async with sit(session) as pilot:
        await open_line(pilot, "5:1")
        await pilot.press(*"Nor")
        await pilot.pause()
        await pilot.press("right")
        assert line(pilot).value == "Norway"


async def test_a_code_is_completed_too(sit, session):
    async with sit(session) as pilot:
        await open_line(pilot, "5:1")
        await write(pilot, "KE for Afr")
        await pilot.press("tab")
        assert line(pilot).value == "KE for African Group"


# --- what was said before -------------------------------------------------------------------------------------------


async def test_up_brings_what_was_said_before(sit, session):
    async with sit(session) as pilot:
        for words in ("US: 2", "NO: 1"):
            await open_line(pilot, "5:1")
            await write(pilot, words)
            await pilot.press("enter")
            await pilot.pause()
        await open_line(pilot, "10:1")
        await write(pilot, "half")
        await pilot.press("up")
        assert line(pilot).value == "NO: 1"
        await pilot.press("up")
        assert line(pilot).value == "US: 2"
        await pilot.press("up")
        assert line(pilot).value == "US: 2"
        await pilot.press("down", "down")
        assert line(pilot).value == "half"


async def test_what_was_said_in_another_sitting_too(sit, session):
    async with sit(session) as pilot:
        await open_line(pilot, "5:1")
        await write(pilot, "US: 2")
        await pilot.press("enter")
        await pilot.pause()
    async with sit(session) as pilot:
        await open_line(pilot, "5:1")
        await pilot.press("up")
        assert line(pilot).value == "US: 2"


async def test_escape_takes_nothing_down_and_up_has_the_line(sit, session):
    async with sit(session) as pilot:
        await open_line(pilot, "5:1")
        await write(pilot, "US: 2; Kenya on behalf of")
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, DraftScreen)
        assert said(session) == []
        await open_line(pilot, "5:1")
        assert line(pilot).value == ""
        await pilot.press("up")
        assert line(pilot).value == "US: 2; Kenya on behalf of"


async def test_an_empty_line_is_no_statement(sit, session):
    async with sit(session) as pilot:
        await open_line(pilot, "5:1")
        await pilot.press("enter")
        assert isinstance(pilot.app.screen, DraftScreen)
        assert said(session) == []


# --- taking back ----------------------------------------------------------------------------------------------------


async def test_a_withdrawal_is_asked_about(sit, session):
    async with sit(session) as pilot:
        await open_line(pilot, "5:1")
        await write(pilot, "India withdraws")
        assert read(pilot) == "– withdraws ✓ for IN India 2 2035"
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, LineDialog)
        asked = str(pilot.app.screen.query_one("#line-label").content)
        assert asked.startswith("At 5:1 IN withdraws: for 2.")
        pilot.app.screen.query_one(Input).value = "can live with 2030"
        await pilot.press("enter")
        await pilot.pause()
        entry = desk(pilot).session.log()[-1]
        assert (entry.kind, entry.withdrawal.delegation, entry.why) == (Kind.WITHDRAW, "IN", "can live with 2030")
        assert [s.delegation for s in desk(pilot).standing("5:1").choice.stands] == ["NO", "CL", "BR"]


async def test_a_withdrawal_can_be_left(sit, session):
    async with sit(session) as pilot:
        await open_line(pilot, "5:1")
        await write(pilot, "India withdraws")
        await pilot.press("enter", "escape")
        await pilot.pause()
        assert notice(pilot) == "nothing was taken back"
        assert len(desk(pilot).session.log()) == 1


async def test_undo_takes_a_statement_back(sit, session):
    async with sit(session) as pilot:
        await open_line(pilot, "5:1")
        await write(pilot, "US opposes 2")
        await pilot.press("enter", "u")
        await pilot.pause()
        stands = desk(pilot).session.choice("5:1").choice.stands
        assert not [s for s in stands if (s.delegation, s.side) == ("US", Side.AGAINST)]


# --- where it cannot be ---------------------------------------------------------------------------------------------


async def test_a_read_only_session_has_no_floor(sit, session):
    async with sit(session, read_only=True) as pilot:
        await pilot.press("colon")
        assert isinstance(pilot.app.screen, DraftScreen)


async def test_a_draft_without_choices(sit, make_session):
    async with sit(make_session(text="1. Nothing is open here.\n")) as pilot:
        await pilot.press("colon")
        assert notice(pilot) == "! there is nothing to speak about in this draft"
        await pilot.press("e")
        assert notice(pilot) == "! there is nothing to decide in this draft"


async def test_another_has_spoken_meanwhile(sit, session):
    """Numbers of new wordings are given by the session: nobody's words end up under another's number."""
    async with sit(session) as pilot:
        await open_line(pilot, "5:1")
        await write(pilot, "Chile: “2032”")
        with open_session(session) as other:
            added = understand("US: “2040”", other.choice("5:1"), "en").added
            other.say("5:1", "US: “2040”", added.stands, added.alternatives, by="Vice-Chair")
        await pilot.press("enter")
        await pilot.pause()
        choice = desk(pilot).session.choice("5:1").choice
        assert [each.text for each in choice.alternatives[3:]] == ["2040", "2032"]
        assert ("CL", 4) in [(each.delegation, each.alternative) for each in choice.stands]


@pytest.mark.parametrize("size", [(80, 24), (140, 45), (60, 16)])
async def test_the_choice_stays_in_sight_above_the_line(sit, session, size):
    async with sit(session, size) as pilot:
        view = pilot.app.screen_stack[0].query_one("#text")
        for address in desk(pilot).places.order[5:40:7]:
            desk(pilot).go(address)
            pilot.app.screen.refresh_place()
            # At the foot of the text, where one often comes to when going on from choice to choice.
            row = next(y for y in range(200) if "▶" in view.render_line(y - view.scroll_offset.y).text)
            view.jump(row - view.size.height + 2)
            await pilot.press("colon")
            await pilot.pause()
            top = pilot.app.screen.query_one("#floor").region.y
            rows = [y for y in range(view.size.height) if "▶" in view.render_line(y).text]
            assert rows
            assert view.region.y + rows[0] < top
            assert pilot.app.screen.query_one("#floor-read").size.height >= 2
            await pilot.press("escape")


async def test_what_was_kept_last_is_what_up_brings_first(sit, session):
    async with sit(session) as pilot:
        await pilot.press("colon", *"US: del", "escape", "colon", *"NO: 1", "enter", "colon", "up")
        assert pilot.app.screen.query_one(Input).value == "NO: 1"
        await pilot.press("up")
        assert pilot.app.screen.query_one(Input).value == "US: del"
