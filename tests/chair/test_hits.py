"""Searching a text: case, accents, scripts, lines, and the way round it."""

import pytest

from negotext.chair.hits import Searched


def found(text: str, words: str) -> list[str]:
    return [text[start:end] for start, end in Searched(text).spans(words)]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The Plan, the PLAN", "plan", ["Plan", "PLAN"]),
        ("the\nlong   road", "the long road", ["the\nlong   road"]),
        ("está, ESTA, e\u0301sta", "esta", ["está", "ESTA", "e\u0301sta"]),
        ("está", "ESTÁ", ["está"]),
        ("ﬁnance and Straße", "finance", ["ﬁnance"]),
        ("ﬁnance and Straße", "STRASSE", ["Straße"]),
        ("城市供\n水计划", "供水", ["供\n水"]),
        ("删除，删", "删", ["删", "删"]),
        ("删除，删", "删除", ["删除"]),
        ("ＡＢＣ", "abc", ["ＡＢＣ"]),
        ("المُديرة", "المديره", ["المُديرة"]),
        ("price (a.b*c)", "(a.b*c)", ["(a.b*c)"]),
        ("words", "   ", []),
        ("words", "", []),
        ("words", "\u0301", []),
        ("", "a", []),
    ],
)
def test_what_is_found(text, words, expected):
    assert found(text, words) == expected


def test_next_and_previous_go_round_and_say_so():
    searched = Searched("a b a b a")
    assert searched.hit("a", -1) == (0, 1, 1, 3, False)
    assert searched.hit("a", 0) == (4, 5, 2, 3, False)
    assert searched.hit("a", 8) == (0, 1, 1, 3, True)
    assert searched.hit("a", 8, -1) == (4, 5, 2, 3, False)
    assert searched.hit("a", 0, -1) == (8, 9, 3, 3, True)
    assert searched.hit("c", 0) is None
