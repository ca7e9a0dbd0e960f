"""Open: what has to be decided, the nearest to agreement first; key by key."""

import pytest
from chair.seeing_lists import chosen, desk, head, name, press, roll, text, type_in

from negotext.chair.lists.situation import Situation
from negotext.store import open_session

pytestmark = pytest.mark.asyncio

MANY = "\n\n".join(f"{n}. Ports [shall][should] measure [daily – Norway; Chile opposes]." for n in range(1, 2501))


async def test_it_begins_with_the_nearest_to_agreement(sit, session):
    async with sit(session) as pilot:
        await press(pilot, "O")
        ranked = [place.address for place in Situation(desk(pilot)).open]
        assert [item.key for item in roll(pilot).roll.items] == ranked
        assert roll(pilot).key == ranked[0]
        assert f"○ {len(ranked)} open" in head(pilot)
        assert text(pilot).splitlines()[0].strip() == "No objection recorded  17"


async def test_who_is_in_the_way_and_what_hangs_together(sit, session):
    async with sit(session, size=(140, 45)) as pilot:
        await press(pilot, "O")
        rows = text(pilot).splitlines()
        assert any("10:1 " in row and "pending only US" in row and "for: AU, BB" in row for row in rows)
        await press(pilot, "end")
        rows = text(pilot).splitlines()
        assert any("5:3 " in row and "nobody recorded" in row and "same: 6:1.1" in row for row in rows)


async def test_enter_goes_to_the_place_and_coming_back_goes_on_there(sit, session):
    async with sit(session) as pilot:
        await press(pilot, "O", "j", "j", "j")
        address = roll(pilot).key
        await press(pilot, "enter")
        assert (name(pilot), desk(pilot).current) == ("draft", address)
        await press(pilot, "O")
        assert roll(pilot).key == address


async def test_after_a_decision_the_next_place_has_its_number(sit, session):
    async with sit(session) as pilot:
        await press(pilot, "O", "j", "j", "j")
        following = roll(pilot).roll.items[4].key
        await press(pilot, "enter", "p", "enter", "O")
        assert roll(pilot).key == following


async def test_only_what_one_delegation_holds_up(sit, session):
    async with sit(session) as pilot:
        await press(pilot, "O", "f")
        await type_in(pilot, "norway")
        held = [place.address for place in Situation(desk(pilot)).held_by("NO")]
        assert [item.key for item in roll(pilot).roll.items] == held
        assert "held up by Norway" in head(pilot)
        await press(pilot, "f", "enter")
        assert len(roll(pilot).roll.items) > len(held)
        assert "held up by" not in head(pilot)


async def test_only_those_who_hold_something_up_can_be_chosen(sit, session):
    async with sit(session) as pilot:
        await press(pilot, "O", "slash")
        codes = {item.key for item in roll(pilot, "party-list").roll.items}
        assert "NO" in codes
        assert "JP" not in codes
        await press(pilot, "escape")
        assert name(pilot) == "open"


@pytest.mark.parametrize(
    ("keys", "number"),
    [(["j"], 1), (["down", "down"], 2), (["j", "k"], 0), (["end"], -1), (["G", "home"], 0), (["j", "up", "up"], 0)],
)
async def test_moving(sit, session, keys, number):
    async with sit(session) as pilot:
        await press(pilot, "O", *keys)
        assert roll(pilot).key == roll(pilot).roll.items[number].key
        assert roll(pilot).key in chosen(pilot)


@pytest.mark.parametrize(("down", "up"), [("pagedown", "pageup"), ("space", "b")])
async def test_pages(sit, session, down, up):
    async with sit(session, size=(80, 24)) as pilot:
        await press(pilot, "O", down)
        assert 15 <= roll(pilot).here <= 22
        assert chosen(pilot)
        await press(pilot, down, down, down, down)
        assert roll(pilot).here == len(roll(pilot).roll.items) - 1
        await press(pilot, up, up, up, up, up)
        assert roll(pilot).here == 0
        assert text(pilot).splitlines()[0].strip().startswith("No objection")


async def test_thousands_of_places_are_a_list_without_widgets(sit, make_session):
    async with sit(make_session("many.en.txt", MANY), size=(80, 24)) as pilot:
        await press(pilot, "O")
        assert len(roll(pilot).roll.items) == 5000
        assert len(pilot.app.screen.query("*")) < 12
        await press(pilot, "end")
        drawn = [row for row in roll(pilot).roll._rows if not callable(row)]
        assert len(drawn) < 200
        await press(pilot, "enter")
        assert name(pilot) == "draft"


async def test_what_others_decide_leaves_the_list_and_what_is_chosen_stays(sit, session):
    async with sit(session) as pilot:
        await press(pilot, "O", "j", "j", "j", "j")
        here, first = roll(pilot).key, roll(pilot).roll.items[0].key
        y = text(pilot).splitlines().index(chosen(pilot))
        with open_session(session) as other:
            from negotext.model import Act, Decision

            other.decide(Decision(first, Act.PARK), by="Deputy")
        pilot.app.look_around()
        await pilot.pause()
        assert first not in {item.key for item in roll(pilot).roll.items}
        assert roll(pilot).key == here
        # Nothing jumps under the eyes, unless the list is at its top.
        assert text(pilot).splitlines().index(chosen(pilot)) in (y, y - 1)


async def test_it_fits_another_size(sit, session):
    async with sit(session, size=(140, 45)) as pilot:
        await press(pilot, "O", "end")
        key = roll(pilot).key
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert roll(pilot).key == key
        assert key in chosen(pilot)
        assert max(map(len, text(pilot).splitlines())) <= 80


async def test_nothing_is_open(sit, make_session):
    async with sit(make_session("short.en.txt", "1. Ports [shall][should] measure.\n")) as pilot:
        await press(pilot, "1", "enter", "O")
        assert "every place is decided or parked" in text(pilot)
        await press(pilot, "enter", "j", "space", "end", "home", "f", "escape")
        assert name(pilot) == "open"
