"""What documents say in words of their own, in the six languages (`documents.toml`)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from .data import load_toml

_FILE = "documents.toml"
_QUOTED = re.compile("[“”„«»]")


@dataclass(frozen=True, slots=True)
class DocumentWords:
    """The fixed words of documents in one language.

    Attributes:
        language: its code.
        phrases: by name; some have braces to be filled in.
        roles: what the look of a run means, by `Role` value.
        samples: words that show it.
        signs: what a look is called in black and white.
        cells: what a sign in the matrix means.
        happened: by `Happening` value.
        colours: by the name of the colour.
        articles: what stands before the names of some groups, and the pattern of these names; both may be empty.
    """

    language: str
    phrases: Mapping[str, str]
    roles: Mapping[str, str]
    samples: Mapping[str, str]
    signs: Mapping[str, str]
    cells: Mapping[str, str]
    happened: Mapping[str, str]
    colours: Mapping[str, str]
    articles: tuple[str, str]

    def __getitem__(self, name: str) -> str:
        """A phrase without braces."""
        return self.phrases[name]

    def say(self, name: str, **filled: object) -> str:
        """A phrase with its braces filled in."""
        return self.phrases[name].format(**filled)

    def listed(self, words: Iterable[str]) -> str:
        """Several in a row: `Norway, Chile`."""
        return self.phrases["joint"].join(words)

    def group(self, name: str) -> str:
        """The name of a group as it stands in a sentence: `the African Group`, `AOSIS`."""
        article, names = self.articles
        return article + name if names and re.fullmatch(names, name) else name

    def quoted(self, words: str) -> str:
        """Words in quotation marks; in the inner ones where they hold some themselves."""
        return self.say("inner_quote" if _QUOTED.search(words) else "quote", words=words)

    def line(self, label: str, words: str) -> str:
        """`For: Norway`."""
        return self.say("line", label=label, words=words)


@cache
def _file() -> Mapping[str, Any]:
    return load_toml(_FILE)


@cache
def document_words(language: str) -> DocumentWords:
    """The words of documents in `language`, one of `LANGUAGES`."""
    listed = dict(_file()[language])
    tables = {name: listed.pop(name) for name in ("roles", "samples", "signs", "cells", "happened", "colours")}
    known = _file()["articles"].get(language, {})
    return DocumentWords(language, listed, **tables, articles=(known.get("article", ""), known.get("names", "")))


@cache
def frequent_delegations() -> tuple[str, ...]:
    """Codes of those who speak most often in committees, the most frequent first."""
    return tuple(_file()["frequent"]["delegations"])
