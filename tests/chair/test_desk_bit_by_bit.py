"""What is worked out bit by bit, as decisions come, is the same as all of it at once."""

import random

import pytest
from benchmarks.board import TOR

from negotext.chair.desk_outline import Counting, sections
from negotext.chair.desk_places import Places
from negotext.chair.desk_texts import Texts, View
from negotext.chair.desk_units import parted, units_of
from negotext.model import Act, Decision, State
from negotext.outcome import choices_of
from negotext.outcome.pieces import outcome_pieces
from negotext.query.progress import gone_with, progress
from negotext.reading import read_bytes
from negotext.store import Standing

MOMENTS = 60


def standing(choice, decision=None) -> Standing:
    state = decision.state if decision is not None else State.OPEN
    return Standing(1, choice, frozenset(), state, decision, "", "", "", 0, 0)


def taken(dice: random.Random, choice) -> Decision | None:
    """Any decision on a choice, or none."""
    number = dice.randrange(-3, len(choice.alternatives))
    match number:
        case -3:
            return None
        case -2:
            return Decision(choice.address, Act.PARK)
        case -1:
            return Decision(choice.address, Act.MERGE, text=dice.choice(["", "other words", ", 其他", "[5]"]))
        case _:
            return Decision(choice.address, Act.ACCEPT, number)


def moments(dice: random.Random, places: Places, count: int):
    """Places one after the other, in each of which some other choices are decided."""
    addresses = list(places.standings)
    for _ in range(count):
        chosen = dice.sample(addresses, dice.choice([1, 1, 1, 5, len(addresses) // 3 + 1]))
        places = places.with_new(
            standing(places.standings[a].choice, taken(dice, places.standings[a].choice)) for a in chosen
        )
        yield places


@pytest.fixture(params=["harbour-air.en.txt", "city-water.zh.txt"])
def draft(request, root):
    return read_bytes((root / "examples" / request.param).read_bytes(), request.param)


def seen(units) -> list[tuple]:
    return [(unit.block, unit.label, unit.text, unit.pieces) for unit in units]


def whole_outcome(texts: Texts, places: Places) -> list:
    """The units of the outcome, all of them worked out at once."""
    pieces = outcome_pieces(texts.draft, places.choices, places.decisions).pieces
    parts = parted(texts.draft, pieces, places)
    return [unit for unit in units_of(texts.draft, texts._plain, parts) if unit.text]


def see_texts(draft, seed: int, count: int) -> None:
    start = Places.of(map(standing, choices_of(draft)))
    texts, at_once = Texts(draft), Texts(draft)
    for places in moments(random.Random(seed), start, count):
        assert seen(texts.units(View.OUTCOME, places)) == seen(whole_outcome(at_once, places))
        assert seen(texts.units(View.MARKED, places)) == seen(Texts(draft).units(View.MARKED, places))


@pytest.mark.parametrize("seed", range(3))
def test_texts(draft, seed):
    see_texts(draft, seed, MOMENTS)


# Brackets that are closed late, lines on several places, choices in choices that have gone.
@pytest.mark.parametrize("seed", range(5))
def test_texts_of_a_draft_of_the_corpus(shared, seed):
    see_texts(read_bytes((shared / "corpus" / TOR).read_bytes(), TOR), seed, 20)


@pytest.mark.parametrize("seed", range(3))
def test_places(draft, seed):
    start = before = Places.of(map(standing, choices_of(draft)))
    for places in moments(random.Random(seed), start, MOMENTS):
        assert places.gone == gone_with(places.choices, places.decisions)
        assert places.progress == progress(places.choices, places.decisions)
        changed = {a for a in places.order if places.standings[a] != before.standings[a]}
        moved = {a for a in places.order if places.gone.get(a) != before.gone.get(a)}
        assert places.news_since(before) >= changed | moved
        assert places.news_since(start) >= {a for a in places.order if places.standings[a] != start.standings[a]}
        before = places


@pytest.mark.parametrize("seed", range(3))
def test_counts(draft, seed):
    start = Places.of(map(standing, choices_of(draft)))
    parts = sections(draft, start)
    counting = Counting(draft, parts)
    for places in moments(random.Random(seed), start, MOMENTS):
        assert counting.counts(places) == Counting(draft, parts).counts(places)
