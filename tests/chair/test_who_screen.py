"""Who: a delegation on a page, and who stands where on a choice; key by key, on real sessions."""

import unicodedata

import pytest
from chair.seeing_lists import chosen, desk, head, name, notice, press, roll, rows, text, type_in

from negotext.chair.dialogs.party import PartyDialog
from negotext.chair.widgets.roll import RollView
from negotext.chair.widgets.text import TextView
from negotext.model import Act, Decision, Side, Stand
from negotext.store import open_session

pytestmark = pytest.mark.asyncio
WATER = "city-water.zh.txt"


async def to(pilot, address: str) -> None:
    await press(pilot, "g")
    await type_in(pilot, address)


async def test_one_key_says_who_stands_where_on_the_choice_that_is_looked_at(sit, session):
    async with sit(session) as pilot:
        await to(pilot, "10:1")
        await press(pilot, "w")
        assert name(pilot) == "who"
        assert "Who stands where on 10:1" in head(pilot)
        assert chosen(pilot, "parties") == "▶ 10:1 ○ open"
        shown = text(pilot)
        for words in ("consider", "decide on", "✓ for BB Barbados", "✓ for AU Australia", "nearest 2 held up by US"):
            assert words in shown
        assert "✗ against US United States" in shown
        assert "line 104" in shown
        assert "Silent  1" in shown


async def test_moving_in_the_list_shows_the_page_of_each_delegation(sit, session):
    async with sit(session) as pilot:
        await press(pilot, "w", "j")
        assert "Norway" in head(pilot)
        assert "NO  Norway" in text(pilot)
        assert "✗" in chosen(pilot, "parties")
        await press(pilot, "down")
        assert "United States" in head(pilot)
        await press(pilot, "k", "up")
        assert "Who stands where" in head(pilot)


async def test_the_delegations_at_once(sit, session):
    async with sit(session) as pilot:
        await press(pilot, "W")
        assert "Norway" in head(pilot)
        assert chosen(pilot, "parties").startswith("▶ NO Norway")


async def test_who_spoke_in_an_earlier_round_only_is_found_too(sit, make_rounds):
    async with sit(make_rounds()) as pilot:
        await press(pilot, "W")
        assert "Maldova" not in text(pilot, "parties")
        await press(pilot, "slash")
        await type_in(pilot, "maldo")
        assert "Maldova" in head(pilot)
        assert "spoke in round 1, not in round 2" in text(pilot)


@pytest.mark.parametrize(("typed", "found"), [("ke", "KE"), ("Barb", "BB"), ("african", "AFRICAN_GROUP")])
async def test_a_delegation_is_chosen_by_typing(sit, session, typed, found):
    async with sit(session) as pilot:
        await press(pilot, "w", "slash")
        assert isinstance(pilot.app.screen, PartyDialog)
        await type_in(pilot, typed)
        assert name(pilot) == "who"
        assert pilot.app.screen.code == found
        assert roll(pilot, "parties").key == found


async def test_while_one_types_the_list_narrows_and_arrows_choose(sit, session):
    async with sit(session) as pilot:
        await press(pilot, "W", "slash", "s")
        codes = [item.key for item in roll(pilot, "party-list").roll.items]
        assert {"SA", "SG", "SIDS", "CH"} <= set(codes)
        assert "KE" not in codes
        await press(pilot, "down", "enter")
        assert pilot.app.screen.code == codes[1]


async def test_what_nobody_is_called_chooses_nobody(sit, session):
    async with sit(session) as pilot:
        await press(pilot, "W", "slash")
        await type_in(pilot, "atlantis")
        assert "nobody is called that" in text(pilot, "party-list")
        await press(pilot, "escape")
        assert pilot.app.screen.code == "NO"


async def test_by_name_in_the_language_of_the_draft(sit, make_session):
    async with sit(make_session(WATER)) as pilot:
        await press(pilot, "W", "slash")
        await type_in(pilot, "肯尼亚")
        assert "肯尼亚" in head(pilot)
        assert "支持" in text(pilot) or "“" in text(pilot)


async def test_enter_on_a_position_goes_to_its_place_in_the_draft(sit, session):
    async with sit(session) as pilot:
        await press(pilot, "W", "slash")
        await type_in(pilot, "BB")
        await press(pilot, "tab")
        while "10:1" not in chosen(pilot):
            await press(pilot, "j")
        await press(pilot, "enter")
        assert name(pilot) == "draft"
        assert desk(pilot).current == "10:1"
        assert any("▶" in row for row in rows(pilot.app.screen.query_one(TextView)))


async def test_a_position_about_no_choice_is_shown_where_it_was_read(sit, session):
    async with sit(session) as pilot:
        await press(pilot, "W", "slash")
        await type_in(pilot, "BB")
        await press(pilot, "tab")
        while "¶ 8(a)" not in chosen(pilot):
            await press(pilot, "j")
        await press(pilot, "enter")
        assert name(pilot) == "draft"
        view = pilot.app.screen.query_one(TextView)
        start, end = view.found
        assert "retain" in " ".join(desk(pilot).draft.source.text[start:end].split())
        assert any("Barbados on behalf of SIDS – retain" in row for row in rows(view))


async def test_enter_on_a_delegation_goes_to_its_page(sit, session):
    async with sit(session) as pilot:
        await press(pilot, "W")
        assert pilot.app.focused.id == "parties"
        await press(pilot, "enter")
        assert pilot.app.focused.id == "roll"
        await press(pilot, "tab")
        assert pilot.app.focused.id == "parties"


async def test_back_to_the_choice_and_back_to_the_draft(sit, session):
    async with sit(session) as pilot:
        await press(pilot, "W", "full_stop")
        assert "Who stands where on 2:1" in head(pilot)
        await press(pilot, "escape")
        assert name(pilot) == "draft"
        await press(pilot, "w", "backspace")
        assert name(pilot) == "draft"


async def test_a_list_takes_the_place_of_another_one(sit, session):
    async with sit(session) as pilot:
        await press(pilot, "W", "O", "L", "C", "w")
        assert len(pilot.app.screen_stack) == 2
        await press(pilot, "escape")
        assert name(pilot) == "draft"


async def test_the_mouse_chooses_and_a_second_click_picks(sit, session):
    async with sit(session) as pilot:
        await press(pilot, "w")
        await pilot.click("#parties", offset=(5, 4))
        await pilot.pause()
        assert pilot.app.screen.code == "DZ"
        await pilot.click("#parties", offset=(5, 4))
        await pilot.pause()
        assert pilot.app.focused.id == "roll"


async def test_what_somebody_else_does_is_shown(sit, session):
    async with sit(session) as pilot:
        await to(pilot, "10:1")
        await press(pilot, "w")
        with open_session(session) as other:
            other.say("10:1", "Japan supports 2", [Stand("JP", None, Side.FOR, 2, -1, "support")], by="Deputy")
        pilot.app.look_around()
        await pilot.pause()
        assert "✓ for JP Japan" in text(pilot)
        assert "Deputy took down a statement on 10:1" in notice(pilot)


async def test_a_group_whose_line_was_left(sit, session):
    async with sit(session) as pilot:
        desk(pilot).say("2:2", "SIDS: delete", [Stand("SIDS", None, Side.AGAINST, 1, -1, "delete")])
        await press(pilot, "W", "slash")
        await type_in(pilot, "BB")
        assert "Lines of its groups" not in text(pilot) or "SIDS" in text(pilot)


async def test_a_draft_with_nothing_to_decide(sit, make_session):
    async with sit(make_session("plain.en.txt", "1. Ports measure the air.\n")) as pilot:
        await press(pilot, "w")
        assert "nothing to decide" in text(pilot)
        await press(pilot, "enter", "j", "tab", "enter")
        await press(pilot, "W", "slash", "enter", "escape")
        assert name(pilot) in ("who", "draft")


async def test_a_read_only_session_can_be_asked(sit, session):
    async with sit(session, read_only=True) as pilot:
        await press(pilot, "W", "j", "tab", "enter")
        assert name(pilot) == "draft"


async def test_a_decided_choice_says_so(sit, session):
    async with sit(session) as pilot:
        desk(pilot).decide(Decision("2:1", Act.ACCEPT, 1), "agreed over coffee")
        await press(pilot, "w")
        assert "2:1  ● agreed" in text(pilot)
        assert "agreed over coffee" in text(pilot)


async def test_all_who_are_silent_are_named(sit, session):
    async with sit(session, size=(140, 60)) as pilot:
        await to(pilot, "10:1")
        await press(pilot, "w")
        silent = desk(pilot).look().silent
        shown = " ".join(text(pilot).split())
        assert f"Silent {len(silent)}" in shown
        assert "EU EU" not in shown
        assert all(code in shown and desk(pilot).registry.title(code) in shown for code in silent)


async def test_nothing_in_a_draft_moves_the_cursor(sit, make_session):
    hostile = (
        "1. Ports [daily\x1b[31m – Mord\x07or; Norway\x9b opposes\u202e] measure.\n\n2. [\x1b]0;x\x07a][b\x1bc].\n"
    )
    async with sit(make_session("hostile.en.txt", hostile)) as pilot:
        for key in ("w", "W", "j", "O", "L", "C"):
            await press(pilot, key)
            for view in pilot.app.screen.query(RollView):
                assert not [c for row in rows(view) for c in row if unicodedata.category(c) in ("Cc", "Cf")]
            assert not [c for c in head(pilot) if unicodedata.category(c) in ("Cc", "Cf")]
