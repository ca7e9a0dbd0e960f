"""The bracket tree, kept flat: a tuple in the order of the opening brackets, each knowing its parent.

A flat tree is walked without recursion, so nesting of any depth is no problem.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from .span import Span


class BracketKind(StrEnum):
    """What a bracket holds."""

    CONTESTED = "contested"
    ATTRIBUTION = "attribution"
    EDITORIAL = "editorial"
    PLACEHOLDER = "placeholder"


class Bracket(NamedTuple):
    """One bracketed span.

    Attributes:
        index: its place in `BracketTree.brackets`.
        start: offset of the opening character.
        end: offset after the closing character; for an unclosed bracket the end of the block it opens in.
        parent: index of the bracket around it, or -1.
        depth: 1 for an outermost bracket.
        closed: whether it has a closing character.
        round: whether it is written with parentheses.
        kind: see `BracketKind`.
    """

    index: int  # type: ignore[assignment]  # hides tuple.index, which nobody needs here
    start: int
    end: int
    parent: int
    depth: int
    closed: bool
    round: bool = False
    kind: BracketKind = BracketKind.CONTESTED

    @property
    def span(self) -> Span:
        """The bracket with its opening and closing characters."""
        return Span(self.start, self.end)

    @property
    def inner(self) -> Span:
        """What stands between the opening and the closing character."""
        return Span(self.start + 1, self.end - 1 if self.closed else self.end)


class Piece(NamedTuple):
    """A leaf of the tree: `role` is `text`, `open`, `close` or `stray` (a closing character nobody opened)."""

    role: str
    span: Span


@dataclass(frozen=True, slots=True)
class BracketTree:
    """All brackets of a text.

    Attributes:
        text: the text the offsets count in.
        brackets: in the order of their opening characters.
        unopened: offsets of closing characters without an opening one, ascending.
    """

    text: str
    brackets: tuple[Bracket, ...]
    unopened: tuple[int, ...]
    _children: dict[int, list[int]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        children: dict[int, list[int]] = {}
        for bracket in self.brackets:
            children.setdefault(bracket.parent, []).append(bracket.index)
        object.__setattr__(self, "_children", children)

    def children(self, index: int = -1) -> list[Bracket]:
        """The brackets directly inside bracket `index`; with -1 the outermost ones."""
        return [self.brackets[i] for i in self._children.get(index, ())]

    def with_kinds(self, kinds: Mapping[int, BracketKind]) -> BracketTree:
        """The same tree, the brackets named by their indexes of another kind."""
        brackets = (b._replace(kind=kinds[b.index]) if b.index in kinds else b for b in self.brackets)
        return BracketTree(self.text, tuple(brackets), self.unopened)

    @property
    def unclosed(self) -> list[Bracket]:
        """Brackets without a closing character."""
        return [bracket for bracket in self.brackets if not bracket.closed]

    def contested_depths(self) -> list[int]:
        """For each bracket its nesting depth counted in contested brackets only; 0 where it is not contested."""
        around = [0] * len(self.brackets)
        depths = [0] * len(self.brackets)
        for bracket in self.brackets:
            outside = around[bracket.parent] if bracket.parent >= 0 else 0
            contested = bracket.kind is BracketKind.CONTESTED
            around[bracket.index] = outside + contested
            depths[bracket.index] = outside + 1 if contested else 0
        return depths

    def pieces(self) -> Iterator[Piece]:
        """The leaves in the order of the text; together they are the text, without gaps or overlaps."""
        marks = [(bracket.start, "open") for bracket in self.brackets]
        marks += [(bracket.end - 1, "close") for bracket in self.brackets if bracket.closed]
        marks += [(offset, "stray") for offset in self.unopened]
        at = 0
        for offset, role in sorted(marks):
            if offset > at:
                yield Piece("text", Span(at, offset))
            yield Piece(role, Span(offset, offset + 1))
            at = offset + 1
        if at < len(self.text):
            yield Piece("text", Span(at, len(self.text)))


def unparse(tree: BracketTree) -> str:
    """The text a tree was read from, put together again from its leaves: the input, character for character."""
    return "".join(piece.span.of(tree.text) for piece in tree.pieces())
