"""Rolls: rows, what can be chosen in them, and columns by cells."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotext.chair.lines_wrap import cells
from negotext.chair.lists.roll import Roll, columns, cut, fit
from negotext.chair.sheet import Word

TEXTS = st.text(st.sampled_from("ab 中“文”é\u0301…\n\x1b، العربية"), max_size=60)


def plain(row) -> str:
    return "".join(word.text for word in row)


def test_a_row_is_drawn_when_it_is_asked_for_and_once():
    drawn = []
    roll = Roll(20)
    for number in range(1000):
        roll.line(str(number), lambda number=number: drawn.append(number) or (Word(str(number)),))
    assert len(roll) == 1000
    assert drawn == []
    assert plain(roll.row(7)) == plain(roll.row(7)) == "7"
    assert drawn == [7]


def test_titles_and_gaps_belong_to_nothing_that_can_be_chosen():
    roll = Roll(20)
    roll.title("First", 2)
    roll.line("a", lambda: (Word("a"),))
    roll.block("b", [(Word("b"),), (Word("more of b"),)])
    roll.title("Second")
    roll.line("c", lambda: (Word("c"),))
    assert [plain(roll.row(y)) for y in range(len(roll))] == ["First  2", "a", "b", "more of b", "", "Second", "c"]
    assert [roll.at(y) for y in range(-1, 8)] == [None, None, 0, 1, 1, None, None, 2, None]
    assert roll.find("b") == 1
    assert roll.find("z") is None


@given(TEXTS, st.integers(0, 30))
def test_a_cut_text_has_room(text, width):
    assert cells(cut(text, width)) <= width
    assert "\n" not in cut(text, width)


def test_what_has_room_is_not_cut():
    assert cut(" accept 1", 20) == " accept 1"
    assert cut("俄罗斯联邦", 10) == "俄罗斯联邦"
    assert cut("俄罗斯联邦", 9) == "俄罗斯联…"


@given(st.lists(TEXTS, max_size=4), st.integers(1, 40))
def test_fitted_words_take_exactly_their_cells(texts, width):
    assert cells(plain(fit([Word(cut(text, 99)) for text in texts], width))) == width


@pytest.mark.parametrize("text", ["", "short", "a much longer text than there is room for", "俄罗斯联邦和其他代表团"])
def test_columns_stand_below_each_other(text):
    row = plain(columns((text, 10), ("", 0), ([Word("here")], 8)))
    assert cells(row.partition("here")[0]) == 12
