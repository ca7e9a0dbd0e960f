"""Which stretch of a draft has which style."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from negotext.model import Bracket, Draft, Span

from . import palette


class Run(NamedTuple):
    """`start`..`end` of the text in one style."""

    start: int
    end: int
    style: str


class Paint:
    """The styles of a whole draft, asked for line by line."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._runs = list(_bracket_runs(draft))
        self._ends = [run.end for run in self._runs]

    def runs(self, span: Span) -> Iterator[Run]:
        """Runs that cover the parts of `span` with a style, ascending; a later one may lie on an earlier one.

        The block's own style comes first, then those of its brackets.
        """
        block = self._draft.block_at(span.start)
        if style := palette.block(block.kind):
            yield Run(*span, style)
        for index in range(bisect_right(self._ends, span.start), len(self._runs)):
            run = self._runs[index]
            if run.start >= span.end:
                break
            yield Run(max(run.start, span.start), min(run.end, span.end), run.style)


def _bracket_runs(draft: Draft) -> Iterator[Run]:
    """The text inside brackets as disjoint runs, in order: what is innermost decides."""
    tree = draft.tree
    depths = tree.contested_depths()
    opening = {bracket.start: bracket for bracket in tree.brackets}
    edges = dict.fromkeys(tree.unopened, palette.FAULT)
    for bracket in tree.brackets:
        if bracket.closed:
            style = palette.edge(bracket, depths[bracket.index])
            edges |= {bracket.start: style, bracket.end - 1: style}
        else:
            edges[bracket.start] = palette.FAULT
    # An unclosed bracket has no closing character, and yet an end.
    ends = {bracket.end for bracket in tree.unclosed}
    around: list[Bracket] = []
    at = 0
    for offset in sorted({*edges, *ends}):
        while around and around[-1].end <= at:
            around.pop()
        if offset > at and around:
            yield Run(at, offset, palette.inside(around[-1], depths[around[-1].index]))
        at = offset
        if offset in opening:
            around.append(opening[offset])
        if offset in edges:
            yield Run(offset, offset + 1, edges[offset])
            at = offset + 1
