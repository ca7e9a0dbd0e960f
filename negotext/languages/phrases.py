"""Finding many phrases in a text at once, the longest first."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")

CJK = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"

# What a phrase can begin with: a Han character, a country code run into the next word ("CLpropose"),
# or a whole word of any other script.
_HEAD = re.compile(rf"[{CJK}]|[A-Z]{{2}}(?=[a-z]{{3}})|[^\W\d_{CJK}]+|\d+|['’](?=s\b)")
_BRACES = re.compile(r"\{([^{}]*)\}")


class Found(NamedTuple, Generic[T]):
    """A phrase found at `start`..`end` (characters) of the searched text, with what the book says of it."""

    start: int
    end: int
    value: T


def expand(pattern: str) -> Iterator[str]:
    """All phrases of a brace pattern: `support{,s,ed}` gives support, supports, supported."""
    parts = _BRACES.split(pattern)
    choices = [part.split(",") if i % 2 else [part] for i, part in enumerate(parts)]
    for words in itertools.product(*choices):
        yield "".join(words)


class PhraseBook(Generic[T]):
    """A dictionary of phrases that finds its entries in running text.

    A phrase of a script with spaces matches whole words only (a digit may follow: `MX14`, `propose40`);
    a phrase in Han characters matches anywhere. Of several phrases at one place the longest is found.
    """

    def __init__(self, phrases: Mapping[str, T], *, fold: bool) -> None:
        """Make a book of `phrases`; with `fold`, letter case is ignored."""
        self._fold = fold
        self._values = {self._key(phrase): value for phrase, value in phrases.items() if phrase}
        self._by_head: dict[str, list[str]] = {}
        for key in self._values:
            head = _HEAD.match(key)
            self._by_head.setdefault(head.group() if head else key[0], []).append(key)
        for options in self._by_head.values():
            options.sort(key=len, reverse=True)

    def _key(self, phrase: str) -> str:
        return phrase.lower() if self._fold else phrase

    def get(self, phrase: str) -> T | None:
        """What the book says of exactly `phrase`."""
        return self._values.get(self._key(phrase))

    def phrases(self) -> list[str]:
        """All phrases, as matched."""
        return list(self._values)

    def find(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Found[T]]:
        """The phrases in `text[start:end]`, from left to right, never overlapping."""
        lowered = text.lower() if self._fold else text
        folded = lowered if len(lowered) == len(text) else text
        stop = len(text) if end is None else end
        known = self._by_head
        for match in _HEAD.finditer(text, start, stop):
            head = match.group().lower() if self._fold else match.group()
            if head not in known or match.start() < start:
                continue
            found = self.at(folded, match.start(), stop, head)
            if found is not None:
                yield found
                start = found.end

    def at(self, folded: str, offset: int, stop: int, head: str | None = None) -> Found[T] | None:
        """The longest phrase that begins exactly at `offset` of an already folded text."""
        if head is None:
            match = _HEAD.match(folded, offset)
            if match is None:
                return None
            head = self._key(match.group())
        for phrase in self._by_head.get(head, ()):
            end = offset + len(phrase)
            if end <= stop and folded.startswith(phrase, offset) and not _splits_word(folded, end):
                return Found(offset, end, self._values[phrase])
        return None


def _splits_word(text: str, offset: int) -> bool:
    """Whether `offset` lies inside a word of a script that puts spaces between words."""
    return (
        0 < offset < len(text)
        and _in_spaced_word(text[offset])
        and _in_spaced_word(text[offset - 1])
        and not (text[offset - 1].isupper() and text[offset].islower() and text[max(0, offset - 2)].isupper())
    )


def _in_spaced_word(letter: str) -> bool:
    """Whether a character is a letter of a script that puts spaces between words."""
    return (
        letter.isalnum()
        and not letter.isdecimal()
        and not ("\u3400" <= letter <= "\u4dbf" or "\u4e00" <= letter <= "\u9fff" or "\uf900" <= letter <= "\ufaff")
        and letter not in "\u3005\u3007"
    )
