"""Comparing two wordings word by word."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from negotext.model import Span

from .aligning import Run, align
from .moves import find_moves
from .tidying import tidy
from .values import Edit, EditKind
from .words import Word, words


@dataclass(frozen=True, slots=True)
class Alignment:
    """How two sequences of units lie on each other.

    Attributes:
        runs: what stands in both in the same order, ascending.
        moves: what stands in both but elsewhere, in the order of the first; disjoint from the runs.
    """

    runs: tuple[Run, ...]
    moves: tuple[Run, ...]


def align_words(first: Sequence[str], second: Sequence[str]) -> Alignment:
    """Align two sequences of units, without accidental likeness and with moves apart."""
    runs = tidy(align(first, second), first, second)
    return Alignment(tuple(runs), tuple(find_moves(runs, first, second)))


def compare(base: str, other: str, language: str) -> tuple[Edit, ...]:
    """What has to be done to `base` to get `other`.

    The base spans of the edits tile `base` and their other spans tile `other`. Equal stretches are equal
    character by character; a moved passage may have other white space in it.

    Args:
        base: the wording that is there.
        other: the wording it is compared with.
        language: code of the language of both.

    Returns:
        The edits in the order of the base; an insertion stands where it goes in, a move where it was.
    """
    first, second = words(base, language), words(other, language)
    alignment = align_words([word.text for word in first], [word.text for word in second])
    edits = _Edits(_Units(base, first), _Units(other, second))
    edits.draw(alignment)
    return tuple(edits.edits)


class _Units:
    """The units of one wording as spans of characters; each brings the white space before it."""

    def __init__(self, text: str, found: Sequence[Word]) -> None:
        self.text = text
        self.size = len(found)
        self._starts = [*(word.start for word in found), len(text)]
        self._ends = [0, *(word.end for word in found)]

    def span(self, first: int, end: int) -> Span:
        """The units from `first` to before `end`."""
        return Span(self._ends[first], self._ends[end])

    def white(self, index: int) -> Span:
        """The white space before a unit; with `size` that at the end."""
        return Span(self._ends[index], self._starts[index])

    def word(self, index: int) -> Span:
        """A unit without the white space before it."""
        return Span(self._starts[index], self._ends[index + 1])


class _Edits:
    """Turns an alignment of units into edits of characters."""

    def __init__(self, base: _Units, other: _Units) -> None:
        self._base, self._other = base, other
        self._away: list[Run] = []
        self._here: list[Run] = []
        self.edits: list[Edit] = []

    def draw(self, alignment: Alignment) -> None:
        size_a, size_b = self._base.size, self._other.size
        self._away = sorted(alignment.moves)
        self._here = sorted(alignment.moves, key=lambda move: move.b)
        a = b = 0
        for run in (*alignment.runs, Run(size_a, size_b, 0)):
            self._change(Span(a, run.a), Span(b, run.b))
            self._same(run)
            a, b = run.a + run.size, run.b + run.size
        self._white(size_a, size_b)

    def _same(self, run: Run) -> None:
        """Units that are the same; the white space between them is most often so, too."""
        if not run.size:
            return
        base = Span(self._base.word(run.a).start, self._base.word(run.a + run.size - 1).end)
        other = Span(self._other.word(run.b).start, self._other.word(run.b + run.size - 1).end)
        if base.of(self._base.text) == other.of(self._other.text):
            self._white(run.a, run.b)
            self._add(EditKind.EQUAL, base, other)
            return
        for index in range(run.size):
            self._white(run.a + index, run.b + index)
            self._add(EditKind.EQUAL, self._base.word(run.a + index), self._other.word(run.b + index))

    def _change(self, gone: Span, come: Span) -> None:
        """What stands between two common runs: units `gone` of the base, `come` of the other."""
        away, here = _within(self._away, 0, gone), _within(self._here, 1, come)
        if gone.length and come.length and not away and not here and self._same_white(gone.start, come.start):
            # "shall" for "should" leaves the space before it as it is.
            self._white(gone.start, come.start)
            white = self._base.white(gone.start).length
            base, other = self._base.span(*gone), self._other.span(*come)
            base, other = Span(base.start + white, base.end), Span(other.start + white, other.end)
            self._add(EditKind.REPLACE, base, other)
            return
        at_other, at_base = self._other.span(come.start, come.start), self._base.span(gone.end, gone.end)
        at = gone.start
        for move in away:
            self._add(EditKind.DELETE, self._base.span(at, move.a), at_other)
            at = move.a + move.size
            other = self._other.span(move.b, move.b + move.size)
            self.edits.append(Edit(EditKind.MOVE, self._base.span(move.a, at), other))
        self._add(EditKind.DELETE, self._base.span(at, gone.end), at_other)
        at = come.start
        for move in here:
            self._add(EditKind.INSERT, at_base, self._other.span(at, move.b))
            at = move.b + move.size
        self._add(EditKind.INSERT, at_base, self._other.span(at, come.end))

    def _same_white(self, a: int, b: int) -> bool:
        return self._base.white(a).of(self._base.text) == self._other.white(b).of(self._other.text)

    def _white(self, a: int, b: int) -> None:
        """The white space before two units that are the same, or at the end."""
        kind = EditKind.EQUAL if self._same_white(a, b) else EditKind.REPLACE
        self._add(kind, self._base.white(a), self._other.white(b))

    def _add(self, kind: EditKind, base: Span, other: Span) -> None:
        """Adds a stretch, to the edit before it where both are common or both are a change."""
        if not base.length and not other.length:
            return
        last = self.edits[-1] if self.edits else None
        if (
            last is not None
            and last.kind is not EditKind.MOVE
            and (last.kind is EditKind.EQUAL) == (kind is EditKind.EQUAL)
            and (last.base.end, last.other.end) == (base.start, other.start)
        ):
            self.edits.pop()
            base, other = Span(last.base.start, base.end), Span(last.other.start, other.end)
        if kind is not EditKind.EQUAL:
            kind = EditKind.REPLACE
            if not base.length:
                kind = EditKind.INSERT
            elif not other.length:
                kind = EditKind.DELETE
        self.edits.append(Edit(kind, base, other))


def _within(moves: Sequence[Run], side: int, units: Span) -> Sequence[Run]:
    """The moves, ascending on their `side` (0 or 1), that begin in a stretch of units."""
    low, high = (bisect_left(moves, at, key=lambda move: move[side]) for at in units)
    return moves[low:high]
