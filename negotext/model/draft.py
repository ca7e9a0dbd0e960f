"""A draft as read."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import NamedTuple

from .block import Block
from .bracket import BracketTree
from .diagnostic import Diagnostic
from .position import Position
from .source import Source
from .span import Span
from .tongues import Foreign, Tongues


class Anchor(NamedTuple):
    """A place that the file names: a hidden bookmark of a Word document.

    Attributes:
        name: of the bookmark.
        span: what it holds, in characters of the source.
    """

    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class Draft:
    """One version of the text: everything that reading found in it.

    Attributes:
        source: the text.
        language: code of the language it was read in (`ar`, `en`, `es`, `fr`, `ru`, `zh`).
        blocks: layout units, covering the text in order.
        tree: the bracket tree.
        positions: in the order of their evidence.
        diagnostics: faults of the text, in the order of the text.
        foreign: whole blocks that were read in another language, in order.
        anchors: places that the file names, in the order of the text; none in plain text.
    """

    source: Source
    language: str
    blocks: tuple[Block, ...]
    tree: BracketTree
    positions: tuple[Position, ...]
    diagnostics: tuple[Diagnostic, ...]
    foreign: tuple[Foreign, ...] = ()
    anchors: tuple[Anchor, ...] = ()
    _block_starts: list[int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_block_starts", [block.span.start for block in self.blocks])

    def language_at(self, offset: int) -> str:
        """The language in which the block at `offset` was read."""
        return Tongues(self.language, self.foreign).at(offset) if self.foreign else self.language

    def blocks_in(self, span: Span) -> tuple[Block, ...]:
        """The blocks that share at least one character with a stretch of the text."""
        first = max(0, bisect_right(self._block_starts, span.start) - 1)
        return self.blocks[first : bisect_left(self._block_starts, span.end)]

    def block_index(self, offset: int) -> int:
        """Index of `block_at(offset)`."""
        return max(0, bisect_right(self._block_starts, offset) - 1)

    def block_at(self, offset: int) -> Block:
        """The block that holds the character at `offset`; the last one for the end of the text."""
        return self.blocks[self.block_index(offset)]
