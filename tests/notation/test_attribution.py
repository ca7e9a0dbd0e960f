"""The attribution grammar, on tokens as the lexicon gives them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotext.notation import Token, parse_attribution

KINDS = (
    "NAME LIST BEHALF TIE COLON WORDS QUOTE CHILD VERB PROPOSE PENDING FILLER BUT REST BY ABOUT PROPOSAL PLACE OBJECT"
).split()


def tokens(kinds: str) -> list[Token]:
    return [Token(kind, at, at + 1) for at, kind in enumerate(kinds.split())]


def forms(kinds: str) -> list[tuple[str, int]] | None:
    clauses = parse_attribution(tokens(kinds))
    return None if clauses is None else [(clause.form, len(clause.parties)) for clause in clauses]


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        ("", []),
        ("WORDS", [("wording", 0)]),
        ("NAME", [("before", 1)]),
        ("NAME COLON WORDS", [("before", 1)]),
        ("NAME LIST NAME PROPOSE _BREAK NAME VERB COLON WORDS", [("before", 2), ("before", 1)]),
        ("QUOTE TIE NAME COLON VERB _BREAK NAME VERB", [("after", 1), ("before", 1)]),
        ("NAME BEHALF NAME COLON WORDS", [("before", 1)]),
        ("WORDS _BREAK NAME TIE QUOTE", [("wording", 0), ("before", 1)]),
        ("_BREAK _BREAK", []),
        ("LIST", None),
        ("NAME LIST", None),
    ],
)
def test_clauses(kinds, expected):
    assert forms(kinds) == expected


def test_who_and_for_whom():
    (clause,) = parse_attribution(tokens("NAME BEHALF NAME LIST NAME VERB"))
    first, second = clause.parties
    assert (first.name.start, first.behalf.start) == (0, 2)
    assert (second.name.start, second.behalf) == (4, None)
    assert [token.kind for token in clause.predicate] == ["VERB"]


def test_words_in_front_of_the_names_are_kept_apart():
    (clause,) = parse_attribution(tokens("QUOTE WORDS TIE NAME VERB"))
    assert [token.kind for token in clause.wording] == ["QUOTE", "WORDS"]


@given(st.lists(st.sampled_from([*KINDS, "_BREAK"]), max_size=30))
def test_any_tokens_are_clauses_or_none(kinds):
    clauses = parse_attribution([Token(kind, at, at + 1) for at, kind in enumerate(kinds)])
    if clauses is None:
        return
    kept = [token for clause in clauses for token in (*clause.wording, *clause.predicate)]
    assert len(set(kept)) == len(kept)
