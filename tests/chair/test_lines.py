"""Layout: rows that fit, and the way from rows to the draft and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from negotext.chair.lines import Lines
from negotext.chair.lines_wrap import breaks, cells
from negotext.chair.units import Piece, Unit
from negotext.model import BlockKind

LETTERS = st.text("ab ,.\n[]“”方案，。（）é\u0301\u200dاهـ👍", max_size=200)


def rows(text: str, width: int) -> list[str]:
    starts = breaks(text, width)
    return [text[start:end].rstrip() for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]


@given(LETTERS, st.integers(4, 40))
def test_rows_hold_all_words_and_fit(text, width):
    starts = breaks(text, width)
    assert starts[0] == 0
    assert list(starts) == sorted(set(starts))
    for row in rows(text, width):
        assert sum(map(cell_len, row)) <= width
    assert "".join("".join(rows(text, width)).split()) == "".join(text.split())


def test_rows_end_at_spaces():
    assert rows("each port shall offer shore power", 12) == ["each port", "shall offer", "shore power"]


def test_a_word_that_is_too_long_is_cut():
    assert rows("x" * 10, 4) == ["xxxx", "xxxx", "xx"]


def test_han_characters_take_two_cells_and_no_stop_begins_a_row():
    assert rows("方案应公平，合理。", 10) == ["方案应公", "平，合理。"]


def test_a_combining_character_stays_with_its_letter():
    assert rows("abcd" + "e\u0301" + "fg", 5) == ["abcde\u0301", "fg"]


def test_a_line_end_ends_a_row():
    assert rows("one\ntwo", 20) == ["one", "two"]


@given(LETTERS.map(lambda text: text.replace("\n", "")))
def test_cells_are_those_of_each_character(text):
    assert cells(text) == sum(map(cell_len, text))


def units() -> list[Unit]:
    words = ["alpha beta gamma delta", "方案应公平合理地分配水量", "omega"]
    made, at = [], 0
    for number, text in enumerate(words):
        made.append(Unit(number, BlockKind.PARAGRAPH, str(number), (Piece(text, at),), gap=number < 2))
        at += len(text)
    return made


@pytest.mark.parametrize("width", [8, 11, 40])
def test_each_row_leads_to_the_draft_and_back(width):
    lines = Lines(units(), width)
    for y in range(lines.height):
        row = lines.row(y)
        assert row is not None
        if not row.gap:
            assert lines.row_of(lines.offset(y), row.unit) == y
    assert lines.row(lines.height) is None
    assert lines.row(-1) is None


def test_an_offset_that_is_not_shown_is_nearest_to_what_stands_before_it():
    lines = Lines(units()[:2], 40)
    assert lines.row_of(500, 7) == lines.first_row(1)


def test_units_that_stay_are_not_laid_out_again():
    first = Lines(units(), 11)
    other = [*first.units[:1], Unit(1, BlockKind.PARAGRAPH, "1", (Piece("short", 22),), gap=False), first.units[2]]
    again = Lines(other, 11, first)
    assert [again.row(y) for y in range(3)] == [first.row(y) for y in range(3)]
    assert again.height < first.height
