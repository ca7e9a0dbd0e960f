"""White space in a text put together from several wordings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .words import Word, is_han, is_wording

BASE = None
"""Stands for the base among the numbers of the alternatives."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A unit of the merged text, or its beginning or end.

    Attributes:
        text: the unit; empty for the beginning and the end.
        at: in which wordings it stands, and as which of their units; -1 for the beginning.
    """

    text: str
    at: Mapping[int | None, int]


class Wordings:
    """The base and the alternatives, for their white space."""

    def __init__(self, wordings: Mapping[int | None, tuple[str, Sequence[Word]]]) -> None:
        self._whites: dict[int | None, list[str]] = {}
        for number, (text, units) in wordings.items():
            ends = [0, *(unit.end for unit in units)]
            starts = [*(unit.start for unit in units), len(text)]
            self._whites[number] = [text[end:start] for end, start in zip(ends, starts, strict=True)]

    def between(self, before: Piece, after: Piece) -> str:
        """The white space between two units of the merged text.

        That of a wording in which they stand side by side, an alternative that changes it rather than the
        base. Where they meet for the first time: what both are used to, and what their scripts ask for.
        """
        seen = {
            number: self._whites[number][index]
            for number, index in after.at.items()
            if before.at.get(number) == index - 1
        }
        if not seen:
            return self._first_met(before, after)
        usual = seen.get(BASE)
        changed = [white for white in seen.values() if white != usual]
        return _usual(changed) if changed else _usual(list(seen.values()))

    def _first_met(self, before: Piece, after: Piece) -> str:
        if not before.text or not after.text:
            return ""
        leading, trailing = self._own(after, 0), self._own(before, 1)
        if not is_wording(after.text):
            # A mark brings its own: ", " but " (", and in French " ;".
            return leading
        if not is_wording(before.text):
            return trailing
        if is_han(before.text) or is_han(after.text):
            return min(leading, trailing)
        return leading or trailing or " "

    def _own(self, piece: Piece, offset: int) -> str:
        """The white space before (0) or after (1) a unit, in the base where it is from there."""
        at = {BASE: piece.at[BASE]} if BASE in piece.at else piece.at
        return _usual([self._whites[number][index + offset] for number, index in at.items()])


def _usual(whites: Sequence[str]) -> str:
    """The most frequent; of equals the shortest, so that it does not matter where each comes from."""
    return min(whites, key=lambda white: (-whites.count(white), len(white), white))
