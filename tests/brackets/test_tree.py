"""The bracket tree: pairs, parents, and how far an unclosed bracket reaches."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotext.brackets import build_tree
from negotext.model import Block, BlockKind, BracketTree, Span, unparse

DEEP = 100_000


def tree_of(text: str, rounds=()) -> BracketTree:
    """The tree of a text whose blocks are its paragraphs."""
    blocks, at = [], 0
    for part in text.split("\n\n"):
        end = min(len(text), at + len(part) + 2)
        blocks.append(Block(BlockKind.PARAGRAPH, Span(at, end), at))
        at = end
    return build_tree(text, blocks, rounds)


def shape(tree: BracketTree) -> list[tuple[str, int]]:
    return [(bracket.span.of(tree.text), bracket.depth) for bracket in tree.brackets]


@pytest.mark.parametrize(
    ("text", "brackets"),
    [
        ("no brackets", []),
        ("a [b] c", [("[b]", 1)]),
        ("[a[b]c]", [("[a[b]c]", 1), ("[b]", 2)]),
        ("[a][b]", [("[a]", 1), ("[b]", 1)]),
        ("［a］ [b］ ［c]", [("［a］", 1), ("[b］", 1), ("［c]", 1)]),
        ("[a\n\nb]", [("[a\n\nb]", 1)]),
    ],
)
def test_pairs(text, brackets):
    tree = tree_of(text)
    assert shape(tree) == brackets
    assert tree.unopened == ()


@pytest.mark.parametrize(
    ("text", "brackets"),
    [
        # to the end of its block, without the white space there
        ("5. [All Parties shall meet. \n\n6. They", [("[All Parties shall meet.", 1)]),
        ("[a", [("[a", 1)]),
        ("[", [("[", 1)]),
        # the brackets in that block are inside it
        ("[a [b] c\n\nd", [("[a [b] c", 1), ("[b]", 2)]),
        ("[a [b\n\nc", [("[a [b", 1), ("[b", 2)]),
        # it ends where a bracket begins that goes on behind the block
        ("[a [b\n\nc] d", [("[a ", 1), ("[b\n\nc]", 1)]),
    ],
)
def test_an_unclosed_bracket_reaches_to_the_end_of_its_block(text, brackets):
    assert shape(tree_of(text)) == brackets


def test_what_closes_nothing_is_kept():
    tree = tree_of("a] [b] c]")
    assert shape(tree) == [("[b]", 1)]
    assert tree.unopened == (1, 8)


def test_parentheses_count_where_they_are_named():
    text = "(a [b]) (c)"
    tree = tree_of(text, [(0, 6)])
    assert shape(tree) == [("(a [b])", 1), ("[b]", 2)]
    assert [bracket.round for bracket in tree.brackets] == [True, False]


BRACKETED = st.text(alphabet="[]［］()a \n", max_size=80)


@given(BRACKETED)
def test_a_tree_is_its_text(text):
    tree = tree_of(text)
    assert unparse(tree) == text
    assert len(tree.brackets) == sum(text.count(character) for character in "[［")
    unclosed, closers = len(tree.unclosed), sum(text.count(character) for character in "]］")
    assert len(tree.brackets) - unclosed + len(tree.unopened) == closers


@given(BRACKETED)
def test_brackets_nest_and_never_cross(text):
    tree = tree_of(text)
    for bracket in tree.brackets:
        assert 0 <= bracket.start < bracket.end <= len(text)
        inside = bracket.parent
        assert bracket.depth == (tree.brackets[inside].depth + 1 if inside >= 0 else 1)
        if inside >= 0:
            assert tree.brackets[inside].inner.holds(bracket.span)
    siblings = {}
    for bracket in tree.brackets:
        before = siblings.get(bracket.parent)
        assert before is None or before.end <= bracket.start
        siblings[bracket.parent] = bracket


@pytest.mark.parametrize(
    "text",
    ["[" * DEEP, "]" * DEEP, "[" * DEEP + "]" * DEEP, "] [" * DEEP],
    ids=["opened", "closed", "nested", "strays"],
)
def test_any_depth_and_any_number_of_strays(text):
    tree = tree_of(text)
    assert len(tree.brackets) + len(tree.unopened) >= DEEP
    assert unparse(tree) == text
    assert max(tree.contested_depths(), default=0) in (0, 1, DEEP)
