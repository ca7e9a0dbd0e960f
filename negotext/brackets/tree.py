"""Building the bracket tree."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from negotext.model import Block, Bracket, BracketTree
from negotext.notation import Mark, Pair, pair_brackets

_SQUARE = re.compile(r"[\[\]［］]")


def build_tree(text: str, blocks: Sequence[Block], rounds: Iterable[tuple[int, int]] = ()) -> BracketTree:
    """The bracket tree of a text: any text has one.

    `[ ]`, `［ ］` and mixed pairs are brackets; `rounds` are pairs of offsets of parentheses to be read as such.
    An unclosed bracket reaches to the end of the block it opens in, and holds the brackets there.
    """
    round_offsets = dict(rounds)
    marks = [Mark(match.start(), match.group() in "[［") for match in _SQUARE.finditer(text)]
    marks += [Mark(offset, True) for offset in round_offsets]
    marks += [Mark(offset, False) for offset in round_offsets.values()]
    marks.sort()
    pairs = pair_brackets(marks)
    unopened = tuple(sorted(pair.closing for pair in pairs if pair.opening < 0))
    opened = sorted(pair for pair in pairs if pair.opening >= 0)
    return BracketTree(text, _brackets(opened, _Extent(text, blocks), round_offsets), unopened)


class _Extent:
    """How far an unclosed bracket reaches: to the end of its block, without the white space there."""

    def __init__(self, text: str, blocks: Sequence[Block]) -> None:
        self._text = text
        self._starts = [block.span.start for block in blocks]
        self._ends = [self._trimmed(block.span.start, block.span.end) for block in blocks]

    def _trimmed(self, start: int, end: int) -> int:
        return start + len(self._text[start:end].rstrip())

    def end(self, offset: int) -> int:
        index = bisect_right(self._starts, offset) - 1
        return max(offset + 1, self._ends[index] if index >= 0 else len(self._text))


def _brackets(opened: list[Pair], extent: _Extent, rounds: dict[int, int]) -> tuple[Bracket, ...]:
    """Brackets in the order of their opening characters, each with its parent found by nesting.

    Closed brackets never cross. An unclosed one ends where a closed bracket that it would cross begins or ends.
    """
    brackets: list[Bracket] = []
    around: list[Bracket] = []
    for index, pair in enumerate(opened):
        closed = pair.closing >= 0
        while around and around[-1].end <= pair.opening:
            around.pop()
        if closed:
            end = pair.closing + 1
            while around and around[-1].end < end:
                crossed = around.pop()
                brackets[crossed.index] = crossed._replace(end=pair.opening)
        else:
            end = extent.end(pair.opening)
            if around:
                end = min(end, around[-1].end - around[-1].closed)
        parent = around[-1].index if around else -1
        bracket = Bracket(index, pair.opening, end, parent, len(around) + 1, closed, pair.opening in rounds)
        brackets.append(bracket)
        around.append(bracket)
    return tuple(brackets)
