"""Whether brackets side by side are rival wordings of one place, or independent of each other.

`[shall][should]` and `[30]/[20]` are rivals; `[which …] [until 2015]` and `[all] [positive and negative] impacts` are
not. The draft does not say; what tells is a slash, the form of the words, and who wants them.
"""

from __future__ import annotations

import re

from negotext.model import Stance

_WORD = re.compile(r"[^\W_]+")
_NUMBER = re.compile(r"\s*[\dXx]+(?:[.,]\d+)?\s*(?:°\s?C|%|per cent)?\s*\Z")
_HAN = re.compile("[\u3400-\u9fff]")
# Share of the longer wording's words that the shorter one has, from which two wordings are alike.
_ALIKE = 0.3
# A wording that has all the words of another is a variant of it when it has at most so many times as many.
_LONGER = 3


def are_rivals(
    left: str,
    right: str,
    gap: str,
    stances: tuple[set[Stance], set[Stance]],
    *,
    joined: re.Pattern[str],
    degree: re.Pattern[str],
) -> bool:
    """Whether two wordings that stand side by side exclude each other.

    Args:
        left: words of the first bracket.
        right: words of the second.
        gap: what stands between the brackets: white space, or white space and a slash.
        stances: of those who spoke on the first, and on the second.
        joined: beginnings of words that go on with what stands before them.
        degree: words that say how often or how far something holds, and nothing else.
    """
    first_stances, second_stances = stances
    if "/" in gap:
        return True
    if Stance.REPLACE in second_stances:
        return True
    if Stance.OPPOSE in first_stances and second_stances & {Stance.INSERT}:
        return True
    if _one_in_the_other(left, right) or (_says(degree, left) and _says(degree, right)):
        return True
    if joined.match(right) or joined.match(left):
        return False
    if bool(_NUMBER.match(left)) != bool(_NUMBER.match(right)):
        return False
    if _NUMBER.match(left):
        return True
    if _HAN.search(left + right):
        shorter, longer = sorted((len(left), len(right)))
        return not gap.strip() and (longer <= 8 or (shorter * 3 >= longer and _alike(set(left), set(right))))
    first, second = _words(left), _words(right)
    if len(first) <= 2 and len(second) <= 2:
        return True
    return _alike(set(first), set(second)) or (not gap and _same_shape(left, right))


def _one_in_the_other(left: str, right: str) -> bool:
    """Whether two begin alike and the other has all words of the one: `[with concern][with deep concern]`.

    Nobody wants the same words twice, one behind the other. Languages that put spaces between words only.
    """
    if _HAN.search(left + right):
        return False
    shorter, longer = sorted((_words(left), _words(right)), key=len)
    if not 1 < len(shorter) <= len(longer) <= _LONGER * len(shorter) or shorter[0] != longer[0]:
        return False
    rest = iter(longer)
    return all(word in rest for word in shorter)


def _says(form: re.Pattern[str], words: str) -> bool:
    return form.fullmatch(words.strip(" ,،，")) is not None


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]


def _alike(first: set[str], second: set[str]) -> bool:
    return len(first & second) >= _ALIKE * max(1, min(len(first), len(second)))


def _same_shape(left: str, right: str) -> bool:
    """Both sentences, both clauses with a capital, or both of about the same length."""
    if left[:1].isupper() and right[:1].isupper():
        return True
    shorter, longer = sorted((len(left), len(right)))
    return shorter * 2 >= longer
