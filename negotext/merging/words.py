"""The units in which wordings are compared.

A Han character is a unit of its own; in other scripts a word is (`Chair’s` is one word, `ship-owner` is two
and a hyphen; in French `l’accord` is two, as the article changes without the noun). A number with its
separators (`5,000`), each mark of punctuation and each run of white space are units of their own. A combining
character stays with what it stands on.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

HAN = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f"
# Joiners, the soft hyphen and variation selectors belong to the word they stand in, as combining characters
# do.
_JOINED = (0x00AD, 0x200C, 0x200D)
_HAN = f"[{HAN}]"


class Word(NamedTuple):
    """A unit: its characters, and where they stand (0-based offsets of the text it was found in)."""

    text: str
    start: int
    end: int


@cache
def _pattern(elides: bool, marked: bool) -> re.Pattern[str]:
    # Most texts have no combining characters, and to list them all takes 15 ms.
    if not marked:
        letters = rf"[^\W\d_{HAN}]+"
        word = rf"{letters}(?:['’](?={letters}))?" if elides else rf"{letters}(?:['’]{letters})*"
        return re.compile(rf"\s+|[{HAN}]|{word}|\d+(?:[.,]\d+)*|.", re.DOTALL)
    marks = _combining()
    letters = rf"[^\W\d_{HAN}](?:[^\W\d_{HAN}]|[{marks}])*"
    word = rf"{letters}(?:['’](?={letters}))?" if elides else rf"{letters}(?:['’]{letters})*"
    return re.compile(rf"\s+|[{HAN}][{marks}]*|{word}|\d+(?:[.,]\d+)*[{marks}]*|.[{marks}]*", re.DOTALL)


def _combining() -> str:
    """All combining characters, as ranges for a character class."""
    # Left out: Han characters, and what lies between the Korean syllables and the next Han characters, have none.
    blocks = (range(0x300, 0x3400), range(0xA000, 0xAC00), range(0xF900, 0x20000), range(0xE0100, 0xE01F0))
    ranges: list[list[int]] = [[code, code] for code in _JOINED]
    for codes in blocks:
        for code, kind in zip(codes, map(unicodedata.category, map(chr, codes)), strict=True):
            if kind[0] == "M":
                if ranges[-1][1] == code - 1:
                    ranges[-1][1] = code
                else:
                    ranges.append([code, code])
    return "".join(f"{chr(first)}-{chr(last)}" for first, last in ranges)


@lru_cache(maxsize=1 << 16)
def _is_mark(character: str) -> bool:
    return ord(character) in _JOINED or unicodedata.category(character)[0] == "M"


def _is_marked(text: str) -> bool:
    """Whether a text has combining characters, or what joins as they do."""
    return not text.isascii() and any(map(_is_mark, set(text)))


def tokens(text: str, language: str) -> list[Word]:
    """All units of `text`, white space too; together they are the text.

    Args:
        text: any text.
        language: code of its language; French elides, all else is told from the characters.
    """
    return [Word(match[0], *match.span()) for match in _matches(text, language)]


def words(text: str, language: str) -> list[Word]:
    """The units of `text` without its white space."""
    return [Word(match[0], *match.span()) for match in _matches(text, language) if not match[0].isspace()]


def _matches(text: str, language: str) -> Iterator[re.Match[str]]:
    return _pattern(language == "fr", _is_marked(text)).finditer(text)


@lru_cache(maxsize=1 << 16)
def is_han(token: str) -> bool:
    """Whether a unit is a Han character."""
    return re.match(_HAN, token) is not None


@lru_cache(maxsize=1 << 16)
def is_wording(token: str) -> bool:
    """Whether a unit is a word or a number, not punctuation."""
    return any(character.isalnum() for character in token)
