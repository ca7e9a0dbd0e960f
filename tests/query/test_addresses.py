"""Finding the paragraph a person means."""

import pytest

from negotext.query import addresses, blocks_at, find_address, is_within, nearest_addresses
from negotext.reading import read_text

DRAFT = """A. The well

1. The well is dry.

5 bis. The bucket is old.

8. Water is fetched:

    (a) in the morning;

    (b) in turn.

Article 3

1. The rope is short.
"""


@pytest.fixture(scope="module")
def draft():
    return read_text(DRAFT)


def test_addresses_stand_in_the_order_of_the_draft(draft):
    assert addresses(draft) == ["A", "1", "5 bis", "8", "8(a)", "8(b)", "Article 3", "Article 3.1"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("1", "1"),
        ("1.", "1"),
        ("para 1", "1"),
        ("Paragraph 1", "1"),
        ("第1段", "1"),
        ("¶ 5bis", "5 bis"),
        ("5 BIS", "5 bis"),
        ("8 (A)", "8(a)"),
        ("8（b）", "8(b)"),
        ("a", "A"),
        ("article 3.1", "Article 3.1"),
        ("3.1", "Article 3.1"),
        ("2", None),
        ("", None),
        ("paragraph", None),
    ],
)
def test_what_people_type(draft, typed, meant):
    assert find_address(draft, typed) == meant


def test_items_are_within_their_paragraph():
    assert is_within("8(b)", "8")
    assert is_within("Article 3.1", "Article 3")
    assert not is_within("8 bis", "8")
    assert not is_within("80", "8")
    assert not is_within("8", "8(b)")
    assert not is_within("C10", "10")


def test_the_blocks_of_a_paragraph_are_its_lines(draft):
    text = "".join(block.span.of(DRAFT) for block in blocks_at(draft, "8"))
    assert text == "8. Water is fetched:\n\n    (a) in the morning;\n\n    (b) in turn.\n\n"


def test_the_nearest_number_comes_first(draft):
    assert nearest_addresses(draft, "9", 2) == ["8", "8(a)"]
    assert nearest_addresses(draft, "8(c)", 1) == ["8(a)"]
    assert nearest_addresses(read_text("Nothing."), "1") == []
