"""Breaking words into rows by terminal cells.

Han characters take two cells, combining ones none. A row ends at a space, or beside a Han character where its
punctuation allows it; a word that is longer than a row is cut. Arabic stays in logical order.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from rich.cells import get_character_cell_size

# Characters whose width is not one cell, or that may be: marks, Hangul, Han, full-width forms, emoji.
_ODD = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0591-\u074a\u07a6-\u0fff\u1100-\u1cff\u1d00-\u1fff\u200b-\u200f"
    "\u2028-\u202e\u2060-\u206f\u20d0-\u20ff\u2300-\u23ff\u25fd-\u27bf\u2b00-\uffff\U00010000-\U0010ffff]"
)
_HAN = re.compile("[\u2e80-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\uffef\U00020000-\U0003ffff]")
_WHITE = re.compile(r"[^\S ]")
# What does not begin a row, and what does not end one.
_NOT_FIRST = frozenset("、。，．；：！？）］｝」』】〉》〕〗”’％,.;:!?)]}»%、・ー…—")
_NOT_LAST = frozenset("（［｛「『【〈《〔〖“‘([{«")
# So far back from its end a row is searched for a place to break.
_BACK = 60


class _Widths(dict[str, int]):
    """Cells of each character."""

    def __missing__(self, character: str) -> int:
        width = self[character] = get_character_cell_size(character)
        return width


_WIDTHS = _Widths()


def cells(text: str) -> int:
    """How many cells a text takes."""
    return len(text) if _ODD.search(text) is None else sum(map(_WIDTHS.__getitem__, text))


def is_plain(text: str) -> bool:
    """Whether each character of a text takes one cell, and all white space in it are spaces."""
    return _ODD.search(text) is None and _WHITE.search(text) is None


def widest(texts: Sequence[str]) -> int:
    """How many cells the widest of some texts takes; 0 where there are none."""
    width = len if _ODD.search("".join(texts)) is None else cells
    return max(map(width, texts), default=0)


def breaks(text: str, width: int) -> tuple[int, ...]:
    r"""Where the rows of a text begin: offsets into it, the first one 0.

    Args:
        text: where it has a `\n` a row ends.
        width: cells of a row, at least 2.
    """
    if len(text) <= width and "\n" not in text and _ODD.search(text) is None:
        return (0,)
    starts: list[int] = []
    at = 0
    for line in text.split("\n"):
        if _ODD.search(line) is None:
            _narrow(line, at, width, starts)
        else:
            _wide(line, at, width, starts)
        at += len(line) + 1
    return tuple(starts)


def _narrow(line: str, offset: int, width: int, starts: list[int]) -> None:
    """Rows of a line in which each character takes one cell."""
    at, size = 0, len(line)
    starts.append(offset)
    while size - at > width:
        cut = line.rfind(" ", at + 1, at + width + 1)
        at = cut + 1 if cut > at else at + width
        if at >= size:
            return
        starts.append(offset + at)


def _wide(line: str, offset: int, width: int, starts: list[int]) -> None:
    """The same for any line."""
    ends = list(accumulate(map(_WIDTHS.__getitem__, line)))
    at, used, size = 0, 0, len(line)
    starts.append(offset)
    while size and ends[-1] - used > width:
        fits = max(bisect_right(ends, used + width), at + 1)
        while fits < size and ends[fits] == ends[fits - 1]:
            fits += 1
        at = _place_to_break(line, at, fits)
        if at >= size:
            return
        starts.append(offset + at)
        used = ends[at - 1]


def _place_to_break(line: str, start: int, fits: int) -> int:
    """Where the next row begins, when the characters from `start` to `fits` have room."""
    if fits < len(line) and line[fits] == " ":
        return fits + 1
    for at in range(fits, max(start, fits - _BACK), -1):
        if at >= len(line):
            continue
        left, right = line[at - 1], line[at]
        if left == " ":
            return at
        beside = _HAN.match(left) or _HAN.match(right)
        if beside and right not in _NOT_FIRST and left not in _NOT_LAST and right != " ":
            return at
    return fits
