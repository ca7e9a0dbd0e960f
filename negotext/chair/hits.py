"""Where words stand in a draft: whatever their case and accents, and however lines break them. Pure."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

_HAN = re.compile("[\u3040-\u30ff\u3400-\u9fff\uff00-\uffef]")
# Letters that Arabic writers use for one another, and the stroke that only stretches a word.
_ARABIC = {"\u0640": "", "\u0649": "\u064a", "\u0629": "\u0647"}


class Hit(NamedTuple):
    """A place where the words stand.

    Attributes:
        start: offset in the draft.
        end: behind the last character.
        number: which one it is in the order of the draft, from 1.
        total: how many there are.
        wrapped: whether the search went on from the other end of the draft to find it.
    """

    start: int
    end: int
    number: int
    total: int
    wrapped: bool


class Searched:
    """A text that is searched, folded once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._spans: tuple[str, list[tuple[int, int]]] = ("", [])

    @cached_property
    def _folded(self) -> tuple[str, list[int] | None]:
        """The text without case and accents, and where each of its characters begins; None where they are the same."""
        table = {each: _fold(each) for each in set(self._text)}
        folded = "".join(map(table.__getitem__, self._text))
        if all(len(each) == 1 for each in table.values()):
            return folded, None
        return folded, [0, *accumulate(len(table[each]) for each in self._text)]

    def spans(self, words: str) -> list[tuple[int, int]]:
        """All places where the words stand, in the order of the text; none for nothing but white space."""
        if self._spans[0] != words:
            self._spans = words, self._find(words)
        return self._spans[1]

    def _find(self, words: str) -> list[tuple[int, int]]:
        pattern = _pattern(words)
        if pattern is None:
            return []
        folded, starts = self._folded
        found = [match.span() for match in pattern.finditer(folded)]
        if starts is None:
            return found
        # What has accents of its own behind it takes them along.
        return [(bisect_right(starts, start) - 1, bisect_left(starts, end)) for start, end in found]

    def hit(self, words: str, after: int, by: int = 1) -> Hit | None:
        """The next place, or with -1 the previous one; the search goes on from the other end.

        Args:
            words: what is searched for.
            after: offset in the text to begin behind, or in front of.
            by: 1 forward, -1 backward.
        """
        found = self.spans(words)
        if not found:
            return None
        if by > 0:
            number = bisect_right(found, after, key=lambda span: span[0])
            wrapped = number == len(found)
        else:
            number = bisect_left(found, after, key=lambda span: span[0]) - 1
            wrapped = number < 0
        number %= len(found)
        return Hit(*found[number], number + 1, len(found), wrapped)


def _fold(character: str) -> str:
    if character in _ARABIC:
        return _ARABIC[character]
    plain = "".join(each for each in unicodedata.normalize("NFKD", character) if not unicodedata.combining(each))
    return plain.casefold() if not character.isspace() else character


def _pattern(words: str) -> re.Pattern[str] | None:
    """Words as they may stand in a folded text: wrapped anywhere between Han characters, and at spaces."""
    parts = []
    for part in words.split():
        folded = [_fold(each) for each in part]
        between = r"\s*" if _HAN.search(part) else ""
        parts.append(between.join(re.escape(each) for each in folded if each))
    parts = [part for part in parts if part]
    return re.compile(r"\s+".join(parts)) if parts else None
