"""Spans, brackets and drafts as values."""

from negotext.model import Bracket, BracketKind, BracketTree, Piece, Span, unparse
from negotext.reading import read_text

CONTESTED, EDITORIAL = BracketKind.CONTESTED, BracketKind.EDITORIAL


def bracket(index, start, end, parent, depth, *, closed=True, kind=CONTESTED) -> Bracket:
    return Bracket(index, start, end, parent, depth, closed, kind=kind)


def test_a_span_covers_its_characters():
    span = Span(2, 5)
    assert span.of("abcdefg") == "cde"
    assert span.length == 3


def test_spans_hold_and_overlap():
    span = Span(2, 5)
    assert span.holds(Span(2, 5))
    assert span.holds(Span(3, 4))
    assert not span.holds(Span(1, 3))
    assert span.overlaps(Span(4, 9))
    assert not span.overlaps(Span(5, 9))


def test_what_is_between_the_characters_of_a_bracket():
    assert bracket(0, 3, 8, -1, 1).inner == Span(4, 7)
    assert bracket(0, 3, 8, -1, 1, closed=False).inner == Span(4, 8)
    assert bracket(0, 3, 8, -1, 1).span == Span(3, 8)


def test_the_pieces_of_a_tree_are_its_text():
    text = "a[b[c]d]e]f"
    tree = BracketTree(text, (bracket(0, 1, 8, -1, 1), bracket(1, 3, 6, 0, 2)), (9,))
    assert [piece.role for piece in tree.pieces()] == (
        "text open text open text close text close text stray text".split()
    )
    assert next(tree.pieces()) == Piece("text", Span(0, 1))
    assert unparse(tree) == text


def test_children_and_unclosed():
    tree = BracketTree(
        "[[a][b",
        (bracket(0, 0, 6, -1, 1, closed=False), bracket(1, 1, 4, 0, 2), bracket(2, 4, 6, 0, 2, closed=False)),
        (),
    )
    assert [child.index for child in tree.children()] == [0]
    assert [child.index for child in tree.children(0)] == [1, 2]
    assert [child.index for child in tree.children(2)] == []
    assert [open_one.index for open_one in tree.unclosed] == [0, 2]


def test_depth_counts_contested_brackets_only():
    tree = BracketTree(
        "[[[a]]]",
        (bracket(0, 0, 7, -1, 1), bracket(1, 1, 6, 0, 2, kind=EDITORIAL), bracket(2, 2, 5, 1, 3)),
        (),
    )
    assert tree.contested_depths() == [1, 0, 2]


def test_a_draft_knows_the_block_of_every_character():
    draft = read_text("1. One.\n\n2. Two.\n", language="en")
    assert [draft.block_at(offset).label for offset in (0, 7, 8, 9, 17)] == ["1", "1", "1", "2", "2"]
