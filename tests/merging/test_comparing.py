"""Two wordings compared word by word."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotext.merging import EditKind, compare, tokens

PIECES = [
    "the ",
    "Council ",
    "decides",
    ", ",
    "5,000 ",
    "on “",
    "国",
    "家",
    "。",
    " ",
    "\n",
    "é",
    "e\u0301",
    "[",
    "] ",
]
TEXTS = st.one_of(st.text(max_size=60), st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
LANGUAGES = st.sampled_from(["ar", "en", "es", "fr", "ru", "zh"])


def shown(base, other, language="en"):
    return [(edit.kind.value, edit.base.of(base), edit.other.of(other)) for edit in compare(base, other, language)]


@given(TEXTS, TEXTS, LANGUAGES)
def test_edits_tile_both_wordings(base, other, language):
    edits = compare(base, other, language)
    for side, text in (("base", base), ("other", other)):
        spans = sorted(getattr(edit, side) for edit in edits)
        assert "".join(span.of(text) for span in spans) == text
        assert all(before.end <= after.start for before, after in pairwise(spans))
    for edit in edits:
        old, new = edit.base.of(base), edit.other.of(other)
        match edit.kind:
            case EditKind.EQUAL:
                assert old == new != ""
            case EditKind.INSERT:
                assert (old, bool(new)) == ("", True)
            case EditKind.DELETE:
                assert (bool(old), new) == (True, "")
            case EditKind.REPLACE:
                assert old and new and old != new
            case EditKind.MOVE:
                assert "".join(old.split()) == "".join(new.split()) != ""


@given(TEXTS, TEXTS, LANGUAGES)
def test_comparing_is_deterministic(base, other, language):
    assert compare(base, other, language) == compare(base, other, language)


@given(TEXTS, LANGUAGES)
def test_a_wording_does_not_differ_from_itself(text, language):
    assert [edit.kind for edit in compare(text, text, language)] == ([EditKind.EQUAL] if text else [])


@given(TEXTS, LANGUAGES)
def test_tokens_are_the_text(text, language):
    assert "".join(token.text for token in tokens(text, language)) == text


@pytest.mark.parametrize(
    ("text", "language", "units"),
    [
        ("Chair’s 5,000 ship-owners", "en", ["Chair’s", " ", "5,000", " ", "ship", "-", "owners"]),
        ("l’accord", "fr", ["l’", "accord"]),
        ("第9/4号决定（草案）", "zh", ["第", "9", "/", "4", "号", "决", "定", "（", "草", "案", "）"]),
        ("cafe\u0301s naïfs", "fr", ["cafe\u0301s", " ", "naïfs"]),
        ("مُحَمَّد", "ar", ["مُحَمَّد"]),
        ("NZ2\t\n“x”", "en", ["NZ", "2", "\t\n", "“", "x", "”"]),
    ],
)
def test_units(text, language, units):
    assert [token.text for token in tokens(text, language)] == units


def test_replacing_a_word_leaves_the_spaces_as_they_are():
    assert shown("Ports shall measure", "Ports should measure") == [
        ("equal", "Ports ", "Ports "),
        ("replace", "shall", "should"),
        ("equal", " measure", " measure"),
    ]


def test_a_word_out_takes_one_space_with_it():
    assert shown("at berth and at anchor, in", "at berth, in")[1] == ("delete", " and at anchor", "")
    assert shown("big ports", "ports")[0] == ("delete", "big ", "")


def test_white_space_alone_is_an_edit_of_white_space():
    assert shown("a b", "a  b") == [("equal", "a", "a"), ("replace", " ", "  "), ("equal", "b", "b")]


def test_han_characters_one_by_one():
    assert shown("取水量、地下水位、管网漏损率", "取水量、管网漏损率", "zh") == [
        ("equal", "取水量、", "取水量、"),
        ("delete", "地下水位、", ""),
        ("equal", "管网漏损率", "管网漏损率"),
    ]


def test_a_passage_put_elsewhere_is_a_move():
    edits = shown(
        "The dues are paid to the port authority. Ships pay once a year.",
        "Ships pay once a year. The dues are paid to the port authority.",
    )
    moves = [old.strip() for kind, old, _ in edits if kind == "move"]
    assert moves in (["Ships pay once a year."], ["The dues are paid to the port authority."])
    assert not any(old.strip() or new.strip() for kind, old, new in edits if kind not in ("move", "equal"))


def test_a_word_or_two_elsewhere_are_no_move():
    assert "move" not in [kind for kind, _, _ in shown("shall review the scale", "the scale shall review")]
