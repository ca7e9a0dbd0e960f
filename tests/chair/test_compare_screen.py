"""Compare: two rounds side by side; key by key."""

import asyncio

import pytest
from chair.seeing_lists import chosen, desk, head, name, notice, press, roll, rows, text

from negotext.chair.lists import apart
from negotext.chair.widgets.text import TextView
from negotext.outcome import choices_of
from negotext.reading import read_text
from negotext.store import open_session

pytestmark = pytest.mark.asyncio
PATIENCE = 600


async def until(pilot, done) -> None:
    """Wait until the other process has said something."""
    for _ in range(PATIENCE):
        await pilot.pause()
        if done():
            return
        await asyncio.sleep(0.1)
    raise AssertionError(f"waited in vain: {head(pilot)} {notice(pilot)}")


async def compared(pilot, keys: str = "C") -> None:
    await press(pilot, keys)
    await until(pilot, lambda: "differ" in head(pilot))


@pytest.fixture
def endless(monkeypatch, tmp_path):
    """A comparison that goes on until it is stopped; each one leaves a file when it has begun and when it ends."""
    program = (
        'import pathlib, sys; print(\'{"step": "matching"}\', flush=True)\n'
        f"log = pathlib.Path({str(tmp_path / 'told')!r})\n"
        "log.open('a').write('begun ')\n"
        "sys.stdin.read()\n"
        "log.open('a').write('ended ')\n"
    )
    import sys

    monkeypatch.setattr("negotext.chair.screens.compare.command", lambda *_: [sys.executable, "-c", program])
    return lambda: (tmp_path / "told").read_text() if (tmp_path / "told").exists() else ""


async def test_the_two_rounds_stand_side_by_side(sit, make_rounds):
    async with sit(make_rounds(), size=(140, 45)) as pilot:
        await compared(pilot)
        assert "round 1 → round 2" in head(pilot)
        row = next(row for row in text(pilot).splitlines() if "⟦−third⟧" in row)
        assert "⟦+fifth⟧" in row
        assert "✗ 1 deletion without a decision" in " ".join(text(pilot).split())


async def test_on_a_small_screen_one_above_the_other(sit, make_rounds):
    async with sit(make_rounds(), size=(80, 24)) as pilot:
        await compared(pilot)
        rows = text(pilot).splitlines()
        third = next(n for n, row in enumerate(rows) if "⟦−third⟧" in row)
        fifth = next(n for n, row in enumerate(rows) if "⟦+fifth⟧" in row)
        assert fifth > third


@pytest.mark.parametrize(("forward", "back"), [("n", "N"), ("j", "k")])
async def test_from_difference_to_difference(sit, make_rounds, forward, back):
    async with sit(make_rounds(), size=(140, 45)) as pilot:
        await compared(pilot)
        await press(pilot, forward, forward)
        assert roll(pilot).key == "2"
        assert chosen(pilot).startswith("▶ 2  reworded")
        await press(pilot, back)
        assert roll(pilot).key == "1"


async def test_a_long_difference_is_read_to_its_end_before_the_next(sit, make_session):
    old = "1. " + " ".join(f"word{n}" for n in range(700)) + " [shall][should].\n\n2. Ports [may][can].\n"
    path = make_session("long.en.txt", old)
    with open_session(path) as store:
        draft = read_text(old.replace("word7 ", "").replace("[may]", "[will]"))
        store.add_round(draft, choices_of(draft), name="second", by="S")
    async with sit(path, size=(80, 24)) as pilot:
        await compared(pilot)
        seen = [chosen(pilot)]
        for _ in range(40):
            if roll(pilot).key == "1":
                break
            seen.append(text(pilot))
            await press(pilot, "j")
        assert any("word699" in each for each in seen)
        assert len(seen) > 5
        await press(pilot, "k")
        assert roll(pilot).key == "0"


async def test_enter_goes_to_the_paragraph(sit, make_rounds):
    async with sit(make_rounds()) as pilot:
        await compared(pilot)
        while not chosen(pilot).startswith("▶ 12 "):
            await press(pilot, "n")
        await press(pilot, "enter")
        assert (name(pilot), desk(pilot).current) == ("draft", "12:1")


async def test_enter_goes_to_a_paragraph_in_which_nothing_is_under_negotiation(sit, make_session):
    old = "1. Ports [shall][should] measure.\n\n" + "".join(f"{n}. Ships wait.\n\n" for n in range(2, 60))
    path = make_session("plain.en.txt", old)
    with open_session(path) as store:
        draft = read_text(old + "60. The text ends here.\n")
        store.add_round(draft, choices_of(draft), name="second", by="S")
    async with sit(path, size=(80, 24)) as pilot:
        await compared(pilot)
        assert "60  new" in chosen(pilot)
        await press(pilot, "enter")
        assert (name(pilot), desk(pilot).current) == ("draft", "1:1")
        shown = rows(pilot.app.screen.query_one(TextView))
        assert any(row.split()[:2] == ["60", "The"] for row in shown)


async def test_what_is_gone_stands_nowhere(sit, make_rounds):
    async with sit(make_rounds()) as pilot:
        await compared(pilot)
        while "  gone" not in chosen(pilot):
            await press(pilot, "n")
        await press(pilot, "enter")
        assert name(pilot) == "compare"
        assert "nothing of this paragraph stands in the draft any more" in notice(pilot)


async def test_a_session_with_one_round_says_what_to_do(sit, session):
    async with sit(session) as pilot:
        await press(pilot, "C")
        assert "This session has one round" in text(pilot)
        assert f"negotext round {session.name} --draft NEW" in text(pilot)
        await press(pilot, "n", "N", "c", "enter", "left_square_bracket", "right_square_bracket")
        assert name(pilot) == "compare"
        await press(pilot, "escape")
        assert name(pilot) == "draft"


async def test_other_rounds(sit, make_rounds):
    path = make_rounds()
    with open_session(path) as store:
        draft = read_text(store.source().text.replace("twenty pages", "thirty pages"))
        store.add_round(draft, choices_of(draft), name="third", by="S")
    async with sit(path) as pilot:
        await compared(pilot)
        assert "round 2 → round 3" in head(pilot)
        assert len(roll(pilot).roll.items) < 3
        await press(pilot, "left_square_bracket")
        await until(pilot, lambda: "round 1 → round 2" in head(pilot) and "differ" in head(pilot))
        await press(pilot, "enter")
        assert "round 2 is closed" in notice(pilot)
        await press(pilot, "left_square_bracket")
        assert "no other rounds" in notice(pilot)
        await press(pilot, "right_square_bracket")
        await until(pilot, lambda: "round 2 → round 3" in head(pilot) and "differ" in head(pilot))


async def test_while_it_compares_it_says_so_and_escape_stops_it(sit, make_rounds, endless):
    async with sit(make_rounds()) as pilot:
        await press(pilot, "C")
        await until(pilot, lambda: "matching" in head(pilot))
        await until(pilot, lambda: endless() == "begun ")
        await press(pilot, "escape")
        assert name(pilot) == "compare"
        assert "stopped; c compares again" in notice(pilot)
        await until(pilot, lambda: endless() == "begun ended ")
        await press(pilot, "c")
        await until(pilot, lambda: endless() == "begun ended begun ")
        await press(pilot, "escape", "escape")
        assert name(pilot) == "draft"


async def test_leaving_the_screen_stops_it(sit, make_rounds, endless):
    async with sit(make_rounds()) as pilot:
        await press(pilot, "C")
        await until(pilot, lambda: endless() == "begun ")
        await press(pilot, "O")
        assert name(pilot) == "open"
        await until(pilot, lambda: endless() == "begun ended ")


async def test_a_comparison_that_fails(sit, make_rounds, monkeypatch):
    path = make_rounds()
    monkeypatch.setattr("negotext.chair.screens.compare.command", lambda *_: apart.command(path, 1, 9))
    async with sit(path) as pilot:
        await press(pilot, "C")
        await until(pilot, lambda: notice(pilot))
        assert "there is no round 9" in notice(pilot)
        monkeypatch.setattr("negotext.chair.screens.compare.command", lambda *_: ["false"])
        await press(pilot, "c")
        await until(pilot, lambda: "without a result" in notice(pilot))
        monkeypatch.undo()
        await press(pilot, "c")
        await until(pilot, lambda: "differ" in head(pilot))


async def test_a_program_that_is_not_there(sit, make_rounds, monkeypatch):
    monkeypatch.setattr("negotext.chair.screens.compare.command", lambda *_: ["/no/such/python"])
    async with sit(make_rounds()) as pilot:
        await press(pilot, "C")
        await until(pilot, lambda: notice(pilot))
        assert "cannot be begun" in notice(pilot)


async def test_a_round_that_comes_meanwhile_is_compared(sit, make_rounds):
    path = make_rounds()
    async with sit(path) as pilot:
        await compared(pilot)
        with open_session(path) as store:
            draft = read_text(store.source().text.replace("twenty pages", "thirty pages"))
            store.add_round(draft, choices_of(draft), name="third", by="S")
        pilot.app.look_around()
        await until(pilot, lambda: "round 2 → round 3" in head(pilot) and "differ" in head(pilot))
