"""Units: what is shown of a block, and the way back to the draft."""

import pytest

from negotext.chair.units import Fate, Piece, Unit, unwrapped, visible
from negotext.model import BlockKind


def unit(text: str, at: int = 0, kind: BlockKind = BlockKind.PARAGRAPH) -> Unit:
    return Unit(0, kind, "", (Piece(text, at),), gap=False)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("By 2030, each\nport  shall\n\n   offer power.\n\n", "By 2030, each port shall offer power."),
        ("方案应公平合\n\n理地分配水量。\n", "方案应公平合理地分配水量。"),
        ("在 2026 年 \nWHO 开始", "在 2026 年WHO 开始"),
        ("   ", ""),
    ],
)
def test_line_wraps_are_undone(text, shown):
    assert unwrapped(text) == shown


def test_lines_of_a_heading_stay():
    assert unit("     CLEAN AIR\n  IN PORTS\n\n", kind=BlockKind.HEADING).text == "CLEAN AIR\nIN PORTS"


def test_nothing_in_a_draft_moves_the_cursor():
    shown = visible("a\x1b[2Jb\x07\u202ec\x9b")
    assert len(shown) == len("a\x1b[2Jb\x07\u202ec\x9b")
    assert not set(shown) & {"\x1b", "\x07", "\u202e", "\x9b"}


@pytest.mark.parametrize(
    "text", ["By 2030, each\n  port\n\nshall offer", "方案应公平合\n\n理地 分配 WHO\n水量。", "\x1b[x]\n y"]
)
def test_each_character_leads_back_to_the_draft(text):
    made = unit(text, at=100)
    for position, character in enumerate(made.text):
        offset = made.offset(position)
        there = visible(text)[offset - 100]
        assert there == character or (there.isspace() and character == " ")
        if not character.isspace():
            assert made.find(offset) == position


def test_words_that_are_not_in_the_draft_lead_to_their_choice():
    pieces = (Piece("each port ", 50), Piece("⟦must⟧", -1, Fate.NEW, 60), Piece(" offer", 73))
    made = Unit(0, BlockKind.PARAGRAPH, "5", pieces, gap=False)
    assert made.text == "each port ⟦must⟧ offer"
    assert made.offset(made.text.index("must")) == 60
    assert made.offset(made.text.index("offer")) == 74
    assert made.find(60) == made.text.index("⟦")
    assert made.find(65) is None


def test_the_label_of_a_paragraph_leads_to_its_first_word():
    made = Unit(0, BlockKind.PARAGRAPH, "5", (Piece("By 2030", 103),), gap=False, start=100)
    assert made.find(100) == 0


def test_lines_of_the_head_stay_lines_and_their_columns_apart():
    text = "Council on Ports              ICP/7\nSeventh session               4 March\n"
    made = Unit(0, BlockKind.PARAGRAPH, "", (Piece(text, 0),), gap=True, lines=True)
    assert made.text == "Council on Ports   ICP/7\nSeventh session   4 March"
    for word in ("ICP", "Seventh", "4 March"):
        assert made.find(text.index(word)) == made.text.index(word)
        assert made.offset(made.text.index(word)) == text.index(word)
