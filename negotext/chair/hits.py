"""Where words stand in a draft: whatever their case and accents, and however lines break them. Pure."""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from functools import cached_property
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
    def _folded(self) -> str:
        """The text without case and accents."""
        return self._text.translate({ord(each): folded for each, folded in self._table.items() if folded != each})

    @cached_property
    def _table(self) -> dict[str, str]:
        """What each character of the text is without case and accents."""
        return {each: _fold(each) for each in set(self._text)}

    @cached_property
    def _odd(self) -> tuple[array[int], array[int]]:
        """Where the characters stand that are not one character without case and accents: in the text, and folded."""
        odd = "".join(map(re.escape, (each for each, folded in self._table.items() if len(folded) != 1)))
        at, folded, more = array("L"), array("L"), 0
        for match in re.finditer(f"[{odd}]", self._text) if odd else ():
            at.append(match.start())
            folded.append(match.start() + more)
            more += len(self._table[match.group()]) - 1
        return at, folded

    def _origin(self, offset: int, number: int) -> int:
        """Where a character of the folded text comes from, behind so many odd ones, the last of them included."""
        at, folded = self._odd
        if not number:
            return offset
        last = number - 1
        size = len(self._table[self._text[at[last]]])
        return at[last] + 1 + offset - folded[last] - size

    def _start(self, offset: int) -> int:
        """The character of the text in which one of the folded text stands."""
        at, folded = self._odd
        number = bisect_right(folded, offset)
        return max(self._origin(offset, number), at[number - 1] if number else 0)

    def _end(self, offset: int) -> int:
        """Behind the character of the text in which the one in front of an offset of the folded text stands."""
        at, folded = self._odd
        number = bisect_left(folded, offset)
        return max(self._origin(offset, number), at[number - 1] + 1 if number else 0)

    def spans(self, words: str) -> list[tuple[int, int]]:
        """All places where the words stand, in the order of the text; none for nothing but white space."""
        if self._spans[0] != words:
            self._spans = words, self._find(words)
        return self._spans[1]

    def _find(self, words: str) -> list[tuple[int, int]]:
        pattern = _pattern(words)
        if pattern is None:
            return []
        # What has accents of its own behind it takes them along.
        return [(self._start(found.start()), self._end(found.end())) for found in pattern.finditer(self._folded)]

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
