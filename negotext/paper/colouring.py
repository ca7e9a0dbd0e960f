"""Nested marks made flat: for each stretch of the text the innermost mark over it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from negotext.model import Span

from .requests import Mark


class Colours:
    """The marks of a draft, to be asked for places of it."""

    def __init__(self, marks: Iterable[Mark]) -> None:
        self._marks = flatten(marks)
        self._starts = [mark.span.start for mark in self._marks]

    def at(self, offset: int) -> Mark | None:
        """The innermost mark over the character at an offset."""
        index = bisect_right(self._starts, offset) - 1
        return self._marks[index] if index >= 0 and offset < self._marks[index].span.end else None

    def cuts(self, span: Span) -> Iterator[int]:
        """Where in a stretch of the draft, or just outside it, the look may change."""
        low, high = max(0, bisect_right(self._starts, span.start) - 1), bisect_left(self._starts, span.end)
        for mark in self._marks[low:high]:
            yield from mark.span


def flatten(marks: Iterable[Mark]) -> list[Mark]:
    """Disjoint marks in the order of the text, each as the innermost one there; empty ones are left out.

    Of two with the same span the later one in `marks` is the inner one. Where two cross, the one that begins later
    wins as far as it goes.
    """
    flat: list[Mark] = []
    around: list[Mark] = []
    at = 0
    for mark in sorted((m for m in marks if m.span.length > 0), key=lambda m: (m.span.start, -m.span.end)):
        at = _close(flat, around, at, mark.span.start)
        if around and mark.span.start > at:
            flat.append(_part(around[-1], at, mark.span.start))
        at = max(at, mark.span.start)
        around.append(mark)
    _close(flat, around, at, max((mark.span.end for mark in around), default=0))
    return flat


def _close(flat: list[Mark], around: list[Mark], at: int, to: int) -> int:
    """End the marks that end up to `to`, innermost first."""
    while around and around[-1].span.end <= to:
        mark = around.pop()
        if mark.span.end > at:
            flat.append(_part(mark, at, mark.span.end))
            at = mark.span.end
    return at


def _part(mark: Mark, start: int, end: int) -> Mark:
    return Mark(Span(start, end), mark.role, mark.delegation, mark.depth)
