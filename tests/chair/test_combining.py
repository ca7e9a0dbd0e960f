"""Bringing alternatives together, as values: spots that follow their words, and nothing resolved by itself."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from negotext.chair.combining import changed, combine
from negotext.chair.combining_result import WORDS, Result, unwrapped_parts
from negotext.chair.combining_sheet import HERE, CombiningSheet, combining_sheet, place_at
from negotext.chair.desk import Desk
from negotext.chair.floor import understand
from negotext.chair.units import unwrapped
from negotext.languages import registry_for
from negotext.model import Act, Decision, State
from negotext.outcome import choices_of, outcome
from negotext.reading import read_bytes
from negotext.store import Standing


def work(desk, address, *numbers):
    return combine(desk.session.choice(address), numbers, desk.session.language)


def say(desk, address, *lines):
    for line in lines:
        added = understand(line, desk.session.choice(address), desk.session.language).added
        desk.say(address, line, added.stands, added.alternatives)


def result_of(desk, address):
    return Result(desk.draft, desk.places, address, desk.near(address))


def shown(sheet):
    return ["".join(word.text for word in row).rstrip() for row in sheet.rows]


def test_where_somebody_keeps_the_draft_every_edit_is_a_collision(desk):
    made = work(desk, "10:1")
    assert (made.text, made.sources, made.undecided) == ("consider", (1, 2), 1)
    (spot,) = made.spots
    assert [(way.numbers, way.text, way.backers) for way in spot.ways] == [
        ((1,), "consider", ()),
        ((2,), "decide on", ("BB", "AU")),
    ]
    assert made.defenders == ("US",)


def test_edits_that_do_not_overlap_are_combined(make_session):
    with Desk.opened(make_session("city-water.zh.txt"), by="主席") as desk:
        made = work(desk, "C4(3):1")
        assert made.text == "自愿和发展水平"
        assert [(spot.collides, spot.decided, spot.taken) for spot in made.spots] == [(False, True, 1)] * 2
        assert made.undecided == 0
        # What was combined can be taken back, one by one.
        assert made.take(0, 0).text == "国情和发展水平"
        assert made.take(1, 0).text == "自愿"


def test_rivals_are_never_chosen_between(desk):
    made = work(desk, "5:1")
    assert (made.text, made.undecided) == ("2030", 1)
    assert [way.backers for way in made.spots[0].ways] == [("NO", "CL"), ("IN", "BR")]


def test_a_collision_of_three_and_the_edits_beside_it(desk):
    say(
        desk,
        "9:1.6",
        "US: “Contributions will be new, additional and voluntary.”",
        "AU: “Contributions may be new and additional.”",
        "JP: “Contributions [shall][should] be new and additional and come from all.”",
    )
    made = work(desk, "9:1.6")
    collision = next(spot for spot in made.spots if spot.collides)
    assert sorted(n for way in collision.ways for n in way.numbers) == [1, 2, 3]
    taken = made.take(made.spots.index(collision), 1)
    assert taken.text.startswith("Contributions will be new")
    assert taken.undecided == made.undecided - 1


def test_only_those_that_are_asked_for(desk):
    say(desk, "10:1", "Chile: “determine”")
    assert work(desk, "10:1").sources == (1, 2, 3)
    made = work(desk, "10:1", 3)
    assert made.sources == (3,)
    assert {n for spot in made.spots for way in spot.ways for n in way.numbers} == {1, 3}


def test_taking_a_side_is_a_decision_even_when_the_words_are_the_same(desk):
    made = work(desk, "10:1").take(0, 0)
    assert (made.text, made.undecided, made.spots[0].taken) == ("consider", 0, 0)


def test_words_taken_out_and_put_in_leave_the_spaces_right(desk):
    say(desk, "11:3", "China: “and publish all the results”", "Norway: “and publish the results at once”")
    made = work(desk, "11:3")
    for number, spot in enumerate(made.spots):
        for way in range(len(spot.ways)):
            there = made.take(number, way)
            assert "  " not in there.text
            new = there.spots[number]
            assert there.text[new.start : new.end] == spot.ways[way].text
            assert there.take(number, 0).take(number, way).text == there.text


def test_typing_in_a_spot_makes_it_words_of_the_chair(desk):
    made = work(desk, "10:1")
    typed = made.typed("consider carefully")
    assert (typed.undecided, typed.spots[0].start, typed.spots[0].end) == (1, 0, 8)
    typed = made.typed("considr")
    assert (typed.undecided, typed.spots[0].taken) == (0, None)
    # Words of a side that were typed are that side.
    assert made.typed("decide on").spots[0].taken == 1


def test_typing_beside_a_spot_moves_it(desk):
    made = work(desk, "10:1").typed("first consider")
    assert made.text[made.spots[0].start : made.spots[0].end] == "consider"
    assert made.undecided == 1


def test_words_that_were_kept_are_found_again_with_their_collisions(desk):
    made = work(desk, "10:1")
    again = made.found_again("in good time consider with care", "en")
    assert again.text[again.spots[0].start : again.spots[0].end] == "consider"
    assert again.undecided == 1
    other = made.found_again("determine", "en")
    assert (other.undecided, other.spots[0].taken) == (0, None)


@pytest.mark.parametrize(
    ("kept", "reads", "taken"),
    [
        ("NEW a costed inventory of needs", ("a costed inventory", "needs"), (1, 0)),
        ("NEW an estimate of XXneeds", ("an estimate", "XXneeds"), (0, None)),
        ("a rough estimate of berths", ("a rough estimate", "berths"), (None, 1)),
        ("an estimate of needs and berths", ("an estimate", "needs"), (0, 0)),
    ],
)
def test_a_spot_that_was_kept_has_all_its_words(desk, kept, reads, taken):
    again = work(desk, "10:2").found_again(kept, "en")
    assert tuple(again.text[spot.start : spot.end] for spot in again.spots) == reads
    assert tuple(spot.taken for spot in again.spots) == taken


def test_the_next_undecided_spot_begins_again_at_the_top(desk):
    made = work(desk, "10:1")
    assert made.after(-1) == 0
    assert made.after(5) == 0
    assert made.take(0, 1).after(-1) is None


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 200), st.integers(0, 30), st.text("ab ，。字", max_size=6)), max_size=8))
def test_whatever_is_typed_spots_lie_in_the_text_and_in_order(root, edits):
    made = _several(root)
    for wanted, length, words in edits:
        start = min(wanted, len(made.text))
        made = made.typed(made.text[:start] + words + made.text[start + length :])
        if made.spots and words:
            number = len(words) % len(made.spots)
            made = made.take(number, len(words) % len(made.spots[number].ways))
        ends = [at for spot in made.spots for at in (spot.start, spot.end)]
        assert ends == sorted(ends)
        assert all(0 <= at <= len(made.text) for at in ends)


@given(st.text("ab", max_size=12), st.text("ab", max_size=12))
def test_what_was_changed_is_no_longer_than_it_has_to_be(old, new):
    start, end, stop = changed(old, new)
    assert old[:start] + new[start:stop] + old[end:] == new
    assert start <= min(end, stop)
    if old != new:
        assert old[start : start + 1] != new[start : start + 1] or start in (end, stop)
        assert old[end - 1 : end] != new[stop - 1 : stop] or start in (end, stop)


_MADE = []
_STANDING = []


def _several(root):
    """The alternatives of one paragraph, with several spots, read once."""
    if not _MADE:
        draft = read_bytes((root / "examples" / "harbour-air.en.txt").read_bytes(), "harbour")
        choice = next(each for each in choices_of(draft) if each.address == "9:1")
        standing = Standing(1, choice, frozenset(), State.OPEN, None, "", "", "", 0, 0)
        _STANDING.append(standing)
        _MADE.append(combine(standing, (), "en"))
        assert len(_MADE[0].spots) > 3
    return replace(_MADE[0])


# --- how it is shown -----------------------------------------------------------------------------------------------


def test_the_sheet_names_each_side_and_who_is_behind_it(desk):
    standing = desk.session.choice("10:1")
    rows = shown(combining_sheet(work(desk, "10:1"), standing, desk.registry, 78, 0))
    assert rows[0] == "10:1  made from 1, 2  ✗ 1 collision of 1 undecided"
    assert rows[1] == "▶ ✗ collision  US would keep the draft’s words"
    assert rows[2].split() == ["1", "○", "“consider”", "(draft)"]
    assert rows[3].split() == ["2", "“decide", "on”", "Barbados,", "Australia"]
    assert "    ✓ for BB for SIDS, AU  ✗ against US" in rows


def test_the_sheet_tells_what_was_taken(desk):
    standing = desk.session.choice("10:1")
    rows = shown(combining_sheet(work(desk, "10:1").take(0, 1), standing, desk.registry, 78, None))
    assert "● 1 collision, all decided" in rows[0]
    assert rows[3].split()[:2] == ["2", "●"]
    own = shown(combining_sheet(work(desk, "10:1").typed("ponder"), standing, desk.registry, 78, 0))
    assert "your words: ponder" in own[1]


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 200), st.integers(0, 30), st.text("ab ，。字", max_size=6)), max_size=8))
def test_a_sheet_that_is_drawn_again_and_again_is_as_one_that_is_drawn_once(root, edits):
    made, standing = _several(root), _STANDING[0]
    again = CombiningSheet(standing, registry_for("en"))
    for wanted, length, words in edits:
        start = min(wanted, len(made.text))
        made = made.typed(made.text[:start] + words + made.text[start + length :])
        if made.spots and words:
            made = made.take(len(words) % len(made.spots), 0)
        width = 40 + len(words)
        sheet = again.draw(made, width, made.at(start))
        once = combining_sheet(made, standing, registry_for("en"), width, made.at(start))
        assert (sheet.rows, sheet.marks) == (once.rows, once.marks)


def test_the_spot_at_the_cursor_can_be_found_in_the_sheet(desk):
    sheet = combining_sheet(work(desk, "10:1"), desk.session.choice("10:1"), desk.registry, 78, 0)
    assert sheet.marks[HERE] == 1
    assert [place_at(sheet, row) for row in range(6)] == [None, (0, None), (0, 0), (0, 1), None, None]


@pytest.mark.parametrize(
    ("words", "reads"),
    [
        ("decide on", "The Council will decide on the scale"),
        ("", "The Council will the scale"),
        ("ponder ,", "The Council will ponder , the scale"),
    ],
)
def test_the_paragraph_reads_with_the_words_in_their_place(desk, words, reads):
    result = result_of(desk, "10:1")
    sheet = result.sheet(words, 200)
    assert reads in " ".join(shown(sheet))


def test_the_words_of_the_decision_stand_out_in_it(desk):
    result = result_of(desk, "10:1")
    new = [word.text for row in result.sheet("decide on", 200).rows for word in row if word.style == "chosen"]
    assert [words.strip() for words in new] == ["decide on"]
    sheet = result.sheet("decide on", 20)
    assert "decide on" in " ".join(shown(sheet)[sheet.marks[WORDS] : sheet.marks[WORDS] + 2])


@given(st.lists(st.tuples(st.text("ab汉。 \n", max_size=6), st.booleans()), max_size=6))
def test_words_are_new_or_not_wherever_wraps_are_undone(words):
    parts = list(unwrapped_parts(words))
    assert "".join(text for text, _ in parts) == unwrapped("".join(text for text, _ in words))
    letters = [(letter, new) for text, new in parts for letter in text if not letter.isspace()]
    assert letters == [(letter, new) for text, new in words for letter in text if not letter.isspace()]


def test_a_space_goes_with_the_first_white_space_it_stands_for():
    assert list(unwrapped_parts([("will", False), (" \n", True), (" decide", False)])) == [
        ("will", False),
        (" ", True),
        ("decide", False),
    ]
    assert list(unwrapped_parts([("will ", False), ("\n", True), ("decide", False)])) == [("will decide", False)]


def test_the_paragraph_is_the_one_of_the_outcome(desk):
    for address in desk.places.order[:40]:
        made = work(desk, address)
        words = "".join(text for text, _ in result_of(desk, address).words(made.text))
        decision = Decision(address, Act.MERGE, text=made.text, sources=made.sources)
        whole = outcome(desk.draft, desk.places.choices, {**desk.places.decisions, address: decision}).text
        assert "".join(words.split()) in "".join(whole.split())
