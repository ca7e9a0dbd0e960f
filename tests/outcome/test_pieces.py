"""The outcome in pieces is the outcome, and its pieces are where they say."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotext.model import Act, Decision
from negotext.outcome import choices_of, outcome
from negotext.outcome.pieces import outcome_pieces
from negotext.reading import read_bytes, read_text

EXAMPLES = ("harbour-air.en.txt", "city-water.zh.txt", "ocean-finance.options.en.txt")
WORDS = (
    "5. ", "The plan ", "shall ", "[", "]", "[shall][should] ", "[“now” – Peru]", "[Chile: delete]", " / ", "(a) ",
    ", ", ".", "\n\n", "[US propose: new]", "Norway: delete paragraph 5.\n", "Option 1: ", "港口", "，", "。",
    "[“，并公布”——巴西；中国——不同意]", "[Chair's alternative text\n\n", "5. ",
)  # fmt: skip


def decided(data, choices):
    taken = {}
    for choice in data.draw(st.lists(st.sampled_from(choices), max_size=8)) if choices else []:
        number = data.draw(st.integers(0, len(choice.alternatives) - 1))
        merged = data.draw(st.sampled_from([None, "new words", "新的措辞", "One.\n\nTwo."]))
        taken[choice.address] = (
            Decision(choice.address, Act.ACCEPT, number)
            if merged is None
            else Decision(choice.address, Act.MERGE, text=merged)
        )
    return taken


def check(draft, choices, decisions, names):
    pieces = outcome_pieces(draft, choices, decisions, names=names)
    found = outcome(draft, choices, decisions, names=names)
    assert (pieces.text, pieces.open) == (found.text, found.open)
    end = 0
    for piece in pieces.pieces:
        assert piece.text
        if piece.at >= 0:
            assert draft.source.text[piece.at : piece.at + len(piece.text)] == piece.text
        if piece.kept:
            assert piece.at >= end
            end = piece.at + len(piece.text)
    if names:
        assert {piece.address for piece in pieces.pieces} - {""} <= set(decisions)


@given(st.lists(st.sampled_from(WORDS), max_size=30).map("".join), st.data(), st.booleans())
def test_the_pieces_of_any_outcome(text, data, names):
    draft = read_text(text, language="en")
    choices = choices_of(draft)
    check(draft, choices, decided(data, choices), names)


@pytest.mark.parametrize("name", EXAMPLES)
@given(data=st.data(), names=st.booleans())
def test_the_pieces_of_a_draft(name, data, names):
    draft = read_bytes((Path(__file__).parents[2] / "examples" / name).read_bytes(), name)
    choices = choices_of(draft)
    check(draft, choices, decided(data, choices), names)


def test_a_space_belongs_to_the_choice_beside_it():
    draft = read_text("1. Parties [shall] meet.", language="en")
    pieces = outcome_pieces(draft, choices_of(draft), {"1:1": Decision("1:1", Act.ACCEPT, 0)})
    assert [(piece.text, piece.at) for piece in pieces.pieces] == [("1. Parties ", 0), ("meet.", 19)]
    assert pieces.gone_for(18) == "1:1"
