"""Which stretch of a unit has which styles: depth and kind of brackets, what was decided, where the chair is.

Styles are names of component classes of the text view; chair.tcss says how they look, each with a sign or an
attribute beside its colour.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from itertools import groupby
from typing import NamedTuple

from negotext.model import BlockKind, Bracket, BracketKind, Choice, Draft, Span, State

from .desk_places import Places
from .units import Fate, Unit

DEPTHS = 4
"""Depths of contested brackets that are told apart."""

_KINDS = {
    BracketKind.ATTRIBUTION: "text--attribution",
    BracketKind.EDITORIAL: "text--editorial",
    BracketKind.PLACEHOLDER: "text--placeholder",
}
_BLOCKS = {
    BlockKind.HEADING: "text--heading",
    BlockKind.FURNITURE: "text--furniture",
    BlockKind.FOOTNOTE: "text--furniture",
    BlockKind.STATEMENT: "text--statement",
    BlockKind.NOTE: "text--statement",
}
_FATES = {Fate.KEPT: "", Fate.AGREED: "text--agreed", Fate.GONE: "text--gone", Fate.NEW: "text--new"}

CLASSES = frozenset(
    {
        *_KINDS.values(),
        *_BLOCKS.values(),
        *filter(None, _FATES.values()),
        *(f"text--{part}-{depth}" for part in ("depth", "edge") for depth in range(1, DEPTHS + 1)),
        "text--fault",
        "text--parked",
        "text--current",
        "text--found",
        "text--gutter",
        "text--gutter-current",
        "text--open-sign",
        "text--agreed-sign",
        "text--parked-sign",
    }
)
"""The component classes of the text view."""


class Run(NamedTuple):
    """A stretch of `Unit.text` in the same styles.

    Attributes:
        start: of the stretch.
        end: of the stretch.
        styles: names of component classes; a later one lies on an earlier one.
    """

    start: int
    end: int
    styles: tuple[str, ...]


class Sign(NamedTuple):
    """Where a choice begins in a unit."""

    position: int
    address: str
    state: State


class Paint:
    """The styles of a draft, asked for unit by unit."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        tree = draft.tree
        self._starts = [bracket.start for bracket in tree.brackets]
        self._depths = tree.contested_depths()
        self._places: Places | None = None
        self._choices: dict[int, list[str]] = {}

    def see(self, places: Places) -> None:
        """Paint the choices as they stand now."""
        if self._places is None or self._places.order is not places.order:
            self._choices = self._by_block(places)
        self._places = places

    def runs(self, unit: Unit, current: str = "", found: tuple[int, int] | None = None) -> list[Run]:
        """The styles of a unit from its beginning to its end.

        Args:
            unit: of any view.
            current: address of the choice that is looked at.
            found: a stretch of the draft that was searched for.
        """
        size = len(unit.text)
        base = _BLOCKS.get(unit.kind, "")
        words, fates, marks = [base] * size, [""] * size, [""] * size
        ends = [*unit.starts[1:], size]
        for number, piece in enumerate(unit.pieces):
            start, end = unit.starts[number], ends[number]
            fates[start:end] = [_FATES[piece.fate]] * (end - start)
            if piece.at >= 0:
                low, high = piece.at, piece.at + len(piece.text)
                self._brackets(unit, number, low, high, words)
                for choice, parked in self._near(unit, low, high):
                    if parked:
                        _fill(unit, number, choice.span, fates, "text--parked")
                    if choice.address == current:
                        _fill(unit, number, choice.span, marks, "text--current")
                if found is not None:
                    _fill(unit, number, Span(*found), marks, "text--found")
            elif current and self._anchored(current) == piece.anchor:
                marks[start:end] = ["text--current"] * (end - start)
        return _grouped(words, fates, marks)

    def signs(self, unit: Unit) -> list[Sign]:
        """The choices that begin in a unit, in its order; those that are no longer in the text left out."""
        assert self._places is not None
        found = []
        for address in self._choices.get(unit.block, ()):
            standing = self._places.standings[address]
            position = None if address in self._places.gone else self._begins(unit, standing.choice.span)
            if position is not None:
                found.append(Sign(position, address, standing.state))
        return sorted(found)

    def _begins(self, unit: Unit, span: Span) -> int | None:
        """Where a choice begins in a unit; where it was, when its words are left out; None when it began before."""
        found = unit.find(span.start)
        if found is None and self._draft.block_index(span.start) == unit.block:
            found = unit.near(span.start)
        return found

    def _by_block(self, places: Places) -> dict[int, list[str]]:
        """The addresses of the choices that lie in each block, if only in part."""
        found: defaultdict[int, list[str]] = defaultdict(list)
        for address in places.order:
            span = places.standings[address].choice.span
            first = self._draft.block_index(span.start)
            for index in range(first, self._draft.block_index(max(span.start, span.end - 1)) + 1):
                found[index].append(address)
        return dict(found)

    def _near(self, unit: Unit, low: int, high: int) -> list[tuple[Choice, bool]]:
        """The choices that touch a stretch of the draft, outer before inner, and whether each is parked."""
        assert self._places is not None
        found = []
        for address in self._choices.get(unit.block, ()):
            standing = self._places.standings[address]
            span = standing.choice.span
            if span.start < high and low < span.end:
                parked = standing.state is State.PARKED and address not in self._places.gone
                found.append((standing.choice, parked))
        return found

    def _anchored(self, address: str) -> int:
        assert self._places is not None
        standing = self._places.standings.get(address)
        return standing.choice.span.start if standing is not None else -2

    def _brackets(self, unit: Unit, number: int, low: int, high: int, words: list[str]) -> None:
        """Paint the brackets of a stretch of the draft, outer before inner."""
        brackets = self._draft.tree.brackets
        first, last = bisect_left(self._starts, low), bisect_left(self._starts, high)
        around: list[Bracket] = []
        outer = brackets[first - 1] if first else None
        while outer is not None:
            if outer.end > low:
                around.append(outer)
            outer = brackets[outer.parent] if outer.parent >= 0 else None
        # What a page has in between is not in the bracket around it.
        if unit.kind in (BlockKind.FURNITURE, BlockKind.FOOTNOTE):
            around = []
        for bracket in (*reversed(around), *brackets[first:last]):
            self._bracket(unit, number, bracket, words)
        unopened = self._draft.tree.unopened
        for at in range(bisect_left(unopened, low), bisect_left(unopened, high)):
            _fill(unit, number, Span(unopened[at], unopened[at] + 1), words, "text--fault")

    def _bracket(self, unit: Unit, number: int, bracket: Bracket, words: list[str]) -> None:
        depth = min(DEPTHS, max(1, self._depths[bracket.index]))
        inside = _KINDS.get(bracket.kind) or f"text--depth-{depth}"
        edge = _KINDS.get(bracket.kind) or f"text--edge-{depth}"
        _fill(unit, number, bracket.span, words, inside)
        _fill(unit, number, Span(bracket.start, bracket.start + 1), words, edge if bracket.closed else "text--fault")
        if bracket.closed:
            _fill(unit, number, Span(bracket.end - 1, bracket.end), words, edge)


def _fill(unit: Unit, number: int, span: Span, layer: list[str], style: str) -> None:
    """Give a stretch of the draft, as far as it lies in a piece of a unit, a style."""
    piece = unit.pieces[number]
    low, high = max(span.start, piece.at), min(span.end, piece.at + len(piece.text))
    if low < high:
        first, last = unit.position(number, low), unit.position(number, high - 1) + 1
        last = min(last, len(layer))
        layer[first:last] = [style] * max(0, last - first)


def _grouped(*layers: list[str]) -> list[Run]:
    runs = []
    at = 0
    for styles, same in groupby(zip(*layers, strict=True)):
        size = sum(1 for _ in same)
        runs.append(Run(at, at + size, tuple(style for style in styles if style)))
        at += size
    return runs
