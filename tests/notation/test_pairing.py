"""The bracket grammar against a stack, on every kind of string."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotext.notation import Mark, Pair, pair_brackets

DEEP = 100_000


def marks(text: str) -> list[Mark]:
    return [Mark(offset, character in "[［") for offset, character in enumerate(text) if character in "[]［］"]


def by_stack(text: str) -> set[tuple[int, int, int]]:
    """What the grammar should find, by hand: openings, closings and the opening around each pair."""
    found, opened, closed = set(), [], {}
    for offset, character in enumerate(text):
        if character in "[［":
            opened.append(offset)
        elif character in "]］":
            if opened:
                closed[opened.pop()] = offset
            else:
                found.add((-1, offset, -1))
    around = []
    for offset, character in enumerate(text):
        if offset in closed:
            found.add((offset, closed[offset], around[-1] if around else -1))
            around.append(offset)
        elif character in "[［":
            found.add((offset, -1, -1))
        elif around and offset == closed[around[-1]]:
            around.pop()
    return found


def by_grammar(text: str) -> set[tuple[int, int, int]]:
    pairs = pair_brackets(marks(text))
    return {(pair.opening, pair.closing, pairs[pair.parent].opening if pair.parent >= 0 else -1) for pair in pairs}


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("", []),
        ("[]", [Pair(0, 1, -1)]),
        ("[］", [Pair(0, 1, -1)]),
        ("[[]]", [Pair(0, 3, -1), Pair(1, 2, 0)]),
        ("][", [Pair(-1, 0, -1), Pair(1, -1, -1)]),
        ("[[]", [Pair(0, -1, -1), Pair(1, 2, -1)]),
        ("[]]", [Pair(0, 1, -1), Pair(-1, 2, -1)]),
    ],
)
def test_small_ones(text, pairs):
    assert pair_brackets(marks(text)) == pairs


@given(st.text(alphabet="[]［］a", max_size=60))
def test_the_grammar_pairs_as_a_stack_does(text):
    assert by_grammar(text) == by_stack(text)


@given(st.text(alphabet="[]", max_size=60))
def test_every_mark_is_in_one_pair(text):
    offsets = [at for pair in pair_brackets(marks(text)) for at in (pair.opening, pair.closing) if at >= 0]
    assert sorted(offsets) == list(range(len(text)))


@pytest.mark.parametrize("text", ["[" * DEEP, "]" * DEEP, "[" * DEEP + "]" * DEEP])
def test_depth_is_no_problem(text):
    assert len(pair_brackets(marks(text))) == DEEP
