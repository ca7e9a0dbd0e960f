"""One language's vocabulary of negotiation, read from its file in `negotext.grammars`.

The files say what the words mean; how they may stand together is the grammar's business.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from .data import load_toml
from .phrases import PhraseBook, expand

LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")

# What editorial.toml says of brackets; the file explains each.
_EDITORIAL = ("whole", "start", "blank", "status", "unit", "measure", "quantity", "function", "modal", "reference")


_FORMS = tuple("joined no_text ordinary commentary fronted noun opening withdrawal displacing happened degree".split())


@dataclass(frozen=True, slots=True)
class Place:
    """A way of pointing at a place of the draft in words.

    Attributes:
        kind: `above` (the unit before), `last` (the last units), `nth` (the nth unit), `here` (this unit),
            `paragraph` (by its label) or `part` (of something; not resolved further).
        pattern: what it looks like; the groups `count` and `labels` say how many or which.
    """

    kind: str
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The vocabulary of one language.

    Attributes:
        language: its code.
        words: phrases with the role each plays in an attribution: `verb:delete`, `propose`, `filler`, ...
        places: ways of pointing at a place, tried in order.
        numerals: values of number words.
        labels: patterns of labels by name: `article`, `option`, `chapter`, `note`, `alternative`.
        named: any of these.
        editorial: patterns that tell brackets without words under negotiation, by the names in `editorial.toml`.
        forms: patterns of the form of words: `joined` (they go on with what stands before), `no_text` (an option
            without a text), `ordinary` (no name of a delegation), `commentary` (they speak about the text),
            `withdrawal` (from the floor: somebody takes back what it said), `displacing` (what stands between new
            words and the old ones they take the place of), `happened` (what stands in front of a verb that tells what
            was done before), `degree` (words that say how often or how far something holds, and nothing else).
    """

    language: str
    words: PhraseBook[str]
    places: tuple[Place, ...]
    numerals: dict[str, int]
    labels: dict[str, re.Pattern[str]]
    named: re.Pattern[str]
    editorial: Mapping[str, re.Pattern[str]]
    forms: Mapping[str, re.Pattern[str]]

    def number(self, word: str) -> int | None:
        """The value of a number word or of digits, None for anything else."""
        folded = word.strip().lower()
        return int(folded) if folded.isdecimal() else self.numerals.get(folded)


class Patterns(Mapping[str, re.Pattern[str]]):
    """Patterns by name, compiled when they are asked for.

    Compiling those that tell editorial brackets takes 10 ms, and whoever writes a document needs none of them.
    """

    def __init__(self, names: Sequence[str], listed: Callable[[], Mapping[str, list[str]]]) -> None:
        """Make the patterns called `names` of the alternatives that `listed` gives for each."""
        self._names = names
        self._listed = listed
        self._sources: Mapping[str, list[str]] | None = None
        self._made: dict[str, re.Pattern[str]] = {}

    def __getitem__(self, name: str) -> re.Pattern[str]:
        """The pattern called `name`; KeyError where there is none."""
        made = self._made.get(name)
        if made is None:
            if name not in self._names:
                raise KeyError(name)
            if self._sources is None:
                self._sources = self._listed()
            made = self._made[name] = _alternatives(self._sources.get(name, []))
        return made

    def __iter__(self) -> Iterator[str]:
        """Their names."""
        return iter(self._names)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._names)


def _editorial() -> dict[str, list[str]]:
    patterns: dict[str, list[str]] = {name: [] for name in _EDITORIAL}
    for listed in load_toml("editorial.toml").values():
        for name in patterns:
            patterns[name] += listed.get(name, [])
    return patterns


def _alternatives(patterns: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns) or "(?!)", re.IGNORECASE)


def _words(data: dict[str, Any]) -> dict[str, str]:
    roles = {f"verb:{stance}": listed for stance, listed in data.get("stances", {}).items()}
    roles |= data.get("roles", {})
    words = {phrase: role for role, listed in roles.items() for pattern in listed for phrase in expand(pattern)}
    # The files have straight apostrophes; drafts have both.
    return words | {phrase.replace("'", "’"): role for phrase, role in words.items() if "'" in phrase}


@cache
def load_lexicon(language: str) -> Lexicon:
    """The vocabulary of `language`, one of `LANGUAGES`.

    The editorial words of all six languages belong to each lexicon: an English draft is full of `[sic]`,
    and a Russian one may say `[English only]`.
    """
    data = load_toml(f"{language}.toml")
    forms = data.get("forms", {})
    return Lexicon(
        language=language,
        words=PhraseBook(_words(data), fold=True),
        places=tuple(
            Place(place["kind"], re.compile(place["pattern"], re.IGNORECASE)) for place in data.get("places", [])
        ),
        numerals={word: value for word, value in data.get("numerals", {}).items()},
        labels={name: _alternatives(listed) for name, listed in data.get("labels", {}).items()},
        named=_alternatives([pattern for listed in data.get("labels", {}).values() for pattern in listed]),
        editorial=Patterns(_EDITORIAL, _editorial),
        forms=Patterns(_FORMS, lambda: forms),
    )
