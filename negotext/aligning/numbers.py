"""Numbers in running text, whatever the script: figures, Chinese numerals, numbers in words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, cached_property

from negotext.languages import load_registry
from negotext.languages.data import load_toml
from negotext.model import Span

from .han import HAN_NUMERALS, han_value, is_firm

# Letters in front are a part of it: `MX14`, `G77`. In Chinese, figures stand right behind words.
_PLAIN = r"(?<![A-Za-z\d])(?:\d{1,3}(?:[,.\u00a0\u2009\u202f٬]\d{3})+(?!\d)(?:[.,٫]\d+)?|\d+(?:[.,٫]\d+)?)"
# Languages that part thousands with a space, which a line may be broken at.
_SPACED = rf"(?<![A-Za-z\d])\d{{1,3}}(?:[ \n]\d{{3}})+(?!\d)(?:[.,٫]\d+)?|{_PLAIN}"
_SPACING = frozenset(("fr", "es", "ru", "ar"))
_GROUPED = re.compile(r"\d{1,3}(?:[,.]\d{3})+")
_HAN = re.compile(f"[{HAN_NUMERALS}]+")
# Other languages have a name for a month.
_MONTH = re.compile(r"\s*月")
_NAME = 60


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text.

    Attributes:
        span: where it stands.
        values: what it can mean: `1.500` is one and a half or fifteen hundred.
        firm: whether it is a number beyond doubt; others only serve to find the partner of a firm one.
    """

    span: Span
    values: frozenset[Decimal]
    firm: bool


@dataclass(frozen=True)
class _Vocabulary:
    """How one language writes numbers in words, as `grammars/numbers.toml` has it."""

    language: str
    words: dict[str, str]
    scales: dict[str, str]
    joint: str

    @cached_property
    def figures(self) -> re.Pattern[str]:
        return re.compile(_SPACED if self.language in _SPACING else _PLAIN)

    @cached_property
    def single(self) -> re.Pattern[str]:
        parts = "|".join(f"(?P<v{value}>{pattern})" for value, pattern in self.words.items())
        edge = ("", "") if self.language == "zh" else (r"(?<!\w)", r"(?!\w)")
        return re.compile(f"{edge[0]}(?:{parts}){edge[1]}", re.IGNORECASE)

    @cached_property
    def between(self) -> re.Pattern[str]:
        return re.compile(self.joint)

    @cached_property
    def scale(self) -> re.Pattern[str]:
        longest = sorted(self.scales.items(), key=lambda item: -len(item[1]))
        parts = "|".join(f"(?P<s{value}>{pattern})" for value, pattern in longest)
        return re.compile(rf"\s*(?:{parts})" + ("" if self.language == "zh" else r"(?!\w)"), re.IGNORECASE)


@cache
def _vocabulary(language: str) -> _Vocabulary:
    data = load_toml("numbers.toml")[language]
    return _Vocabulary(language, data["words"], data["scales"], data["joint"])


def numbers_in(text: str, span: Span, language: str) -> list[Number]:
    """The numbers in a stretch of a text, in order; those in names of delegations are left out."""
    vocabulary = _vocabulary(language)
    found = [*_figures(text, span, vocabulary), *_words(text, span, vocabulary)]
    if language == "zh":
        found += _han(text, span)
    return sorted((each for each in found if not _in_name(text, span, each, language)), key=lambda each: each.span)


def _figures(text: str, span: Span, vocabulary: _Vocabulary) -> Iterator[Number]:
    for match in vocabulary.figures.finditer(text, *span):
        scale = vocabulary.scale.match(text, match.end(), span.end)
        factor = int(scale.lastgroup[1:]) if scale and scale.lastgroup else 1
        values = frozenset(value * factor for value in _values(match.group()))
        end = scale.end() if scale else match.end()
        firm = not _MONTH.match(text, match.end(), span.end)
        yield Number(Span(match.start(), end), values, firm)


def _values(digits: str) -> set[Decimal]:
    plain = re.sub(r"[\s\u00a0\u2009\u202f٬]", "", digits).replace("٫", ".")
    plain = "".join(str(int(each)) if each.isdecimal() else each for each in plain)
    values = set()
    if _GROUPED.fullmatch(plain):
        values.add(Decimal(re.sub("[,.]", "", plain)))
    if re.fullmatch(r"\d+(?:[.,]\d+)?", plain):
        values.add(Decimal(plain.replace(",", ".")))
    # `1,234.5`: the last sign parts the decimals.
    return values or {Decimal(re.sub("[,.]", "", plain[: -len(re.split("[,.]", plain)[-1])]) or 0)}


def _han(text: str, span: Span) -> Iterator[Number]:
    for match in _HAN.finditer(text, *span):
        # `6500 万` has been read as figures.
        if match.start() > span.start and text[match.start() - 1].isdecimal():
            continue
        value = han_value(match.group())
        if value is not None:
            yield Number(Span(*match.span()), frozenset((Decimal(value),)), is_firm(match.group()))


def _words(text: str, span: Span, vocabulary: _Vocabulary) -> Iterator[Number]:
    """Numbers in words, each by itself and with the one in front of it: added, and multiplied."""
    before: tuple[int, Decimal] | None = None
    for match in vocabulary.single.finditer(text, *span):
        value = Decimal((match.lastgroup or "v0")[1:])
        values = {value}
        if before is not None and vocabulary.between.fullmatch(text, before[0], match.start()):
            values |= {before[1] + value, before[1] * value}
        yield Number(Span(*match.span()), frozenset(values), False)
        before = match.end(), max(values)


def _in_name(text: str, span: Span, number: Number, language: str) -> bool:
    """Whether a number is a part of a name: the Group of 77."""
    if not number.firm:
        return False
    start, end = max(span.start, number.span.start - _NAME), min(span.end, number.span.end + _NAME)
    names = load_registry(language).find(text, start, end)
    return any(name.start <= number.span.start and number.span.end <= name.end for name in names)
