"""What the labels of options say: `Option 2 bis`, `Option (b)`, `Option iv`, `备选方案二`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

_LABEL = re.compile(
    r"(?P<word>[^\W\d_]+\.?)\s*(?:(?P<number>\(?\w{1,4}\)|\d+|[IVX]+\b|[ivx]+\b|\w\b)\s*(?P<more>\w+)?)?"
)
# In Chinese nothing parts the word from its number.
_JOINED = re.compile(r"(?P<word>.*?[\u4e00-\u9fff])(?P<number>[一二三四五六七八九十]+|[A-Z])\Z")
_HAN = "一二三四五六七八九"
_ROMAN = {roman: value for value, roman in enumerate("i ii iii iv v vi vii viii ix x xi xii".split(), 1)}
_MAIN, _LETTER, _LOWER = range(3)


@dataclass(frozen=True, slots=True)
class Numbered:
    """What a label says.

    Attributes:
        style: its word with the form of its number; options of one choice have the same.
        rank: 0 for `1`, `I`, `A`; 1 for `(a)`; 2 for `i` and `(i)`: options of a higher rank stand inside others.
        number: its place among the options by its label; 0 where the label does not tell.
        more: whether it was put in behind the option of that number: `Option 1 bis`.
    """

    style: str
    rank: int
    number: int
    more: bool

    def follows(self, other: Numbered) -> bool:
        """Whether it goes on with the options of another one, and does not begin to count again."""
        counts = self.number > other.number or (self.number == other.number and self.more) or not self.number
        return self.style == other.style and counts


def numbered(labels: Sequence[str]) -> list[Numbered]:
    """What labels of options say, in their order: `(i)` is a letter behind `(h)` and a number before `(ii)`."""
    found: list[Numbered] = []
    for label, following in zip_longest(labels, labels[1:], fillvalue=""):
        match = _LABEL.match(label)
        word, number = (match["word"], match["number"] or "") if match is not None else (label, "")
        joined = _JOINED.match(word) if not number else None
        if joined is not None:
            word, number = joined["word"], joined["number"]
        more = bool(match and match["more"])
        before = found[-1] if found else None
        found.append(_numbered(word.lower(), number, following, before, more=more))
    return found


def _numbered(word: str, number: str, following: str, before: Numbered | None, *, more: bool) -> Numbered:
    bare = number.strip("()")
    value = _ROMAN.get(bare, 0)
    if value and (number != bare or bare.islower()):
        counted = before is not None and before.rank == _LOWER and before.number in (value - 1, value)
        if len(bare) > 1 or counted or number == bare or "ii" in following:
            return Numbered(f"{word}i", _LOWER, value, more)
    if number != bare:
        return Numbered(f"{word}(a)", _LETTER, ord(bare[0].lower()), more)
    if bare.isdecimal():
        return Numbered(f"{word}1", _MAIN, int(bare), more)
    if bare.lower() in _ROMAN:
        return Numbered(f"{word}I", _MAIN, _ROMAN[bare.lower()], more)
    if bare and bare[0] in _HAN + "十":
        return Numbered(f"{word}一", _MAIN, _han(bare), more)
    return Numbered(f"{word}A", _MAIN, ord(bare) if bare else 0, more)


def _han(number: str) -> int:
    tens, ten, ones = number.partition("十")
    if not ten:
        return _HAN.find(tens) + 1
    return (_HAN.find(tens) + 1 or 1) * 10 + (_HAN.find(ones) + 1 if ones else 0)
