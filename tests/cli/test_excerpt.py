"""The line with the caret: what is shown of it, and where the caret stands."""

import pytest
from rich.cells import cell_len

from negotext.cli.draw.excerpt import excerpt
from negotext.model import Source, Span


def shown(text: str, start: int, end: int, width: int = 60) -> str:
    """The line and, below it, the carets."""
    found = excerpt(Source(text), Span(start, end), width)
    return f"{found.before}{found.marked}{found.after}\n{' ' * found.indent}{'^' * found.width}"


def test_a_short_line():
    assert shown("one\nthe well [is dry\nthree", 13, 14) == "the well [is dry\n         ^"


def test_a_han_character_is_two_cells():
    assert shown("水井[已干", 2, 3) == "水井[已干\n    ^"
    assert shown("水井［已干", 2, 3) == "水井［已干\n    ^^"


def test_a_combining_accent_is_none():
    assert shown("de\u0301ja\u0300 [vu", 7, 8) == "de\u0301ja\u0300 [vu\n     ^"


def test_tabs_become_spaces_to_the_next_stop():
    assert shown("\ta\t[b", 3, 4) == "    a   [b\n        ^"


def test_control_characters_become_pictures():
    assert shown("\x1b[31m[b\x07", 5, 6) == "␛[31m[b␇\n     ^"


def test_line_ends_are_not_shown():
    assert shown("a [b\r\nc", 2, 3) == "a [b\n  ^"


def test_a_span_over_two_lines_is_marked_to_the_end_of_the_first():
    assert shown("a [b\nc] d", 2, 7) == "a [b\n  ^^"


def test_an_empty_span_at_the_end_has_a_caret_too():
    assert shown("a [b", 4, 4) == "a [b\n    ^"


def test_a_long_line_is_cut_around_the_caret():
    line = "a" * 100 + "[" + "b" * 100
    assert shown(line, 100, 101, 21) == "…aaaaaaaaa[bbbbbbbbb…\n          ^"


def test_a_long_line_is_cut_behind_a_caret_near_its_beginning():
    assert shown("ab[" + "c" * 100, 2, 3, 20) == "ab[" + "c" * 16 + "…\n  ^"


def test_a_long_line_is_cut_before_a_caret_near_its_end():
    assert shown("a" * 100 + "[bc", 100, 101, 20) == "…" + "a" * 16 + "[bc\n" + " " * 17 + "^"


def test_a_long_mark_is_cut():
    text = shown("a[" + "b" * 100, 1, 102, 30)
    assert all(cell_len(line) <= 30 for line in text.splitlines())


@pytest.mark.parametrize("offset", [0, 1, 399, 400, 799])
def test_a_cut_line_fits_and_the_caret_stands_under_its_character(offset):
    line = "审查x" * 267
    found = excerpt(Source(line), Span(offset, offset + 1), 40)
    assert cell_len(found.before + found.marked + found.after) <= 40
    assert found.marked == line[offset]
    assert found.indent == cell_len(found.before)
