"""The regions of a draft in which attributions are looked for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from negotext.blocks import Layout
from negotext.model import Block, BlockKind, Bracket, BracketTree, Source, Span
from negotext.source import Flow, Region, paired

_PAGE = (BlockKind.FURNITURE, BlockKind.FOOTNOTE)


class Units:
    """Blocks and brackets as regions of running text.

    A paragraph that page breaks interrupt is one unit; a footnote is a unit of its own.
    """

    def __init__(self, source: Source, blocks: Sequence[Block], tree: BracketTree, layout: Layout) -> None:
        self.text = source.text
        self.blocks = blocks
        self.tree = tree
        self._starts = [block.span.start for block in blocks]
        self._body = Flow(source.text, layout.excluded(notes=True))
        self._notes = Flow(source.text, layout.excluded(notes=False))
        self._ends = self._unit_ends()
        self._previous = self._previous_siblings()

    def _unit_ends(self) -> list[int]:
        """For each block the end of the unit it belongs to."""
        ends = [block.span.end for block in self.blocks]
        following: int | None = None
        for index in range(len(self.blocks) - 1, -1, -1):
            block = self.blocks[index]
            if block.kind in _PAGE:
                continue
            if following is not None and self.blocks[following].continues:
                ends[index] = ends[following]
            following = index
        return ends

    def _previous_siblings(self) -> list[int]:
        latest: dict[int, int] = {}
        previous: list[int] = []
        for bracket in self.tree.brackets:
            previous.append(latest.get(bracket.parent, -1))
            latest[bracket.parent] = bracket.index
        return previous

    def bracket_at(self, offset: int) -> Bracket | None:
        """The bracket that opens at `offset`."""
        index = bisect_right(self.tree.brackets, offset, key=lambda bracket: bracket.start) - 1
        if index >= 0 and self.tree.brackets[index].start == offset:
            return self.tree.brackets[index]
        return None

    def bracket_around(self, offset: int) -> Bracket | None:
        """The innermost bracket that holds the character at `offset`."""
        index = bisect_right(self.tree.brackets, offset, key=lambda bracket: bracket.start) - 1
        while index >= 0 and not self.tree.brackets[index].start < offset < self.tree.brackets[index].end:
            index = self.tree.brackets[index].parent
        return self.tree.brackets[index] if index >= 0 else None

    def previous(self, bracket: Bracket) -> Bracket | None:
        """The bracket before this one under the same parent."""
        index = self._previous[bracket.index]
        return self.tree.brackets[index] if index >= 0 else None

    def block_index(self, offset: int) -> int:
        """Index of the block that holds the character at `offset`."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def unit_end(self, index: int) -> int:
        """End of the unit that block `index` belongs to."""
        return self._ends[index]

    def flow(self, offset: int) -> Flow:
        """The running text that the character at `offset` belongs to: of the draft, or of its footnotes."""
        block = self.blocks[self.block_index(offset)]
        return self._notes if block.kind is BlockKind.FOOTNOTE else self._body

    def block_region(self, index: int) -> Region:
        """The words of a unit outside the brackets that open in it."""
        block = self.blocks[index]
        start, end = block.body, self._ends[index]
        region = self.flow(block.span.start).region(start, end, self._opening_in(start, end, block))
        return region.written(paired(region.clean))

    def _opening_in(self, start: int, end: int, block: Block) -> list[Span]:
        index = bisect_right(self.tree.brackets, block.span.start - 1, key=lambda bracket: bracket.start)
        spans: list[Span] = []
        at = block.span.start
        while index < len(self.tree.brackets) and self.tree.brackets[index].start < end:
            bracket = self.tree.brackets[index]
            index += 1
            if bracket.start >= at and self._same_text(bracket, block):
                if bracket.end > start:
                    spans.append(bracket.span)
                at = bracket.end
        return spans

    def _same_text(self, bracket: Bracket, block: Block) -> bool:
        if block.kind is BlockKind.FOOTNOTE:
            return True
        return self.blocks[self.block_index(bracket.start)].kind not in _PAGE

    def bracket_region(self, bracket: Bracket, span: Span) -> Region:
        """The words of a stretch of a bracket outside the brackets in it."""
        block = self.blocks[self.block_index(bracket.start)]
        children = [
            child.span
            for child in self.tree.children(bracket.index)
            if span.start <= child.start < span.end and self._same_text(child, block)
        ]
        region = self.flow(bracket.start).region(span.start, span.end, children)
        return region.written(paired(region.clean))

    def has_words(self, bracket: Bracket) -> bool:
        """Whether a bracket holds anything but one other bracket."""
        start, end = bracket.start + 1, bracket.end - bracket.closed
        if start >= end:
            return False
        if self.text[start] not in "[［":
            return True
        child = self.tree.brackets[bracket.index + 1]
        return child.start != start or child.end < end

    def head(self, bracket: Bracket) -> Span:
        """The part of a bracket in the unit where it opens; all of it when it closes there."""
        inner = bracket.inner
        return Span(inner.start, max(inner.start, min(inner.end, self._ends[self.block_index(bracket.start)])))

    def tail(self, bracket: Bracket) -> Span | None:
        """The part of a bracket in the last of its units; None when it has only one or is not closed."""
        inner = bracket.inner
        if not bracket.closed or self.head(bracket) == inner:
            return None
        return Span(max(inner.start, self.blocks[self.block_index(inner.end - 1)].span.start), inner.end)
