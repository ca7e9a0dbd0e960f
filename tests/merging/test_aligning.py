"""What two sequences have in common, however long they are and however much repeats."""

import random
import time

from hypothesis import given
from hypothesis import strategies as st

from negotext.merging import align_words
from negotext.merging.aligning import align
from negotext.merging.tidying import tidy

UNITS = st.lists(st.sampled_from(["a", "b", "c", "d", ",", "国", "家"]), max_size=40)


def assert_runs(runs, first, second):
    end_a = end_b = 0
    for run in runs:
        assert run.size > 0
        assert (run.a, run.b) >= (end_a, end_b) and run.a >= end_a and run.b >= end_b
        assert first[run.a : run.a + run.size] == second[run.b : run.b + run.size]
        end_a, end_b = run.a + run.size, run.b + run.size
    assert end_a <= len(first) and end_b <= len(second)


@given(UNITS, UNITS)
def test_runs_are_equal_and_ascend(first, second):
    assert_runs(align(first, second), first, second)


@given(UNITS, UNITS)
def test_tidying_keeps_them_equal(first, second):
    assert_runs(tidy(align(first, second), first, second), first, second)


@given(UNITS)
def test_a_sequence_is_equal_to_itself(units):
    assert [run.size for run in align(units, units)] == ([len(units)] if units else [])


@given(UNITS, UNITS)
def test_moves_are_equal_and_disjoint(first, second):
    alignment = align_words(first, second)
    spans_a, spans_b = [], []
    for run in (*alignment.runs, *alignment.moves):
        assert first[run.a : run.a + run.size] == second[run.b : run.b + run.size]
        spans_a += range(run.a, run.a + run.size)
        spans_b += range(run.b, run.b + run.size)
    assert len(set(spans_a)) == len(spans_a) and len(set(spans_b)) == len(spans_b)


def test_what_occurs_once_leads_through_a_long_text():
    rng = random.Random(3)
    first = [f"w{rng.randrange(400)}" for _ in range(20_000)]
    second = [unit if rng.random() > 0.05 else "new" for unit in first]
    runs = align(first, second)
    assert_runs(runs, first, second)
    assert sum(run.size for run in runs) > 0.9 * len(first)


def test_hopeless_repetition_takes_no_minutes():
    rng = random.Random(3)
    first = [rng.choice("ab") for _ in range(20_000)]
    second = [rng.choice("ab") for _ in range(20_000)]
    start = time.perf_counter()
    assert_runs(align(first, second), first, second)
    assert time.perf_counter() - start < 10


def test_a_single_han_character_in_two_names_is_an_accident():
    alignment = align_words(list("设在日内瓦"), list("设在内罗毕"))
    assert [run.size for run in alignment.runs] == [2]


def test_words_replaced_side_by_side_stay_apart():
    alignment = align_words("shall review yearly".split(), "should review monthly".split())
    assert [tuple(run) for run in alignment.runs] == [(1, 1, 1)]


def test_an_insertion_is_as_far_right_as_it_goes():
    alignment = align_words(list("取水量、漏损率"), list("取水量、地下水位、漏损率"))
    assert [tuple(run) for run in alignment.runs] == [(0, 0, 4), (4, 9, 3)]
