"""What a bracket holds: words under negotiation, an editorial note, or a place for something to come.

Whether a contested bracket holds nothing but an attribution is known only after reading it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from negotext.languages import Lexicon
from negotext.model import Block, BlockKind, Bracket, BracketKind, BracketTree

from .context import Context
from .rules import kind_of


def classify(tree: BracketTree, blocks: Sequence[Block], lexicon: Lexicon) -> BracketTree:
    """The same tree with the kind of each bracket.

    Brackets of page furniture are editorial: `[Rights]` in a running header is no proposal.
    """
    page = [block.span for block in blocks if block.kind is BlockKind.FURNITURE]
    ends = [span.end for span in page]
    kinds: list[BracketKind] = []
    for bracket, left, right in _with_neighbours(tree):
        place = bisect_right(ends, bracket.start)
        if place < len(page) and page[place].start <= bracket.start:
            kinds.append(BracketKind.EDITORIAL)
        else:
            kinds.append(kind_of(Context(tree.text, bracket, left, right, lexicon)))
    _glosses_in_double_brackets(tree, kinds)
    return BracketTree(
        tree.text,
        tuple(b if k is b.kind else b._replace(kind=k) for b, k in zip(tree.brackets, kinds, strict=True)),
        tree.unopened,
    )


def _with_neighbours(tree: BracketTree) -> list[tuple[Bracket, Bracket | None, Bracket | None]]:
    """Each bracket with the siblings that touch it, but for white space or a slash."""
    size = len(tree.brackets)
    lefts: list[Bracket | None] = [None] * size
    rights: list[Bracket | None] = [None] * size
    latest: dict[int, Bracket] = {}
    for bracket in tree.brackets:
        before = latest.get(bracket.parent)
        near = before is not None and bracket.start - before.end < 4
        if before is not None and near and not tree.text[before.end : bracket.start].strip(" /\n\r\t"):
            rights[before.index] = bracket
            lefts[bracket.index] = before
        latest[bracket.parent] = bracket
    return list(zip(tree.brackets, lefts, rights, strict=True))


def _glosses_in_double_brackets(tree: BracketTree, kinds: list[BracketKind]) -> None:
    """`VTOL [[vertical take-off and landing]]drone`: the outer pair is the gloss as much as the inner one."""
    for bracket in tree.brackets:
        if bracket.parent < 0:
            continue
        outer = tree.brackets[bracket.parent]
        doubled = outer.start + 1 == bracket.start and outer.end - 1 == bracket.end
        if doubled and BracketKind.EDITORIAL in (kinds[bracket.index], kinds[outer.index]):
            kinds[bracket.index] = kinds[outer.index] = BracketKind.EDITORIAL
