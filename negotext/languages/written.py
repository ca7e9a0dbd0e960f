"""How negotext writes a position into a text of a language; read from `written.toml` in `negotext.grammars`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from .data import load_toml


@dataclass(frozen=True, slots=True)
class Written:
    """The notation of one language for what a file knows of its changes and comments.

    Each form is a bracket with places for `{name}`, `{words}` and `{text}`.

    Attributes:
        insert: words somebody wants in.
        delete: words of the text somebody wants out.
        replace: words of the text, and those somebody wants in their place.
        quoted: words somebody wants out that stand before the bracket.
        support: somebody wants the words before the bracket without brackets.
        bracket: somebody wants brackets around the words before it.
        remark: what somebody says of the words before it.
        apart: what stands between words and a bracket about them.
        moves: where somebody moves the words before the bracket: `behind` or `before` others, `below` or `above` a
            paragraph, each with a place for `{text}`.
        people: what may stand beside the name of a delegation in the name of an author, in small letters.
    """

    insert: str
    delete: str
    replace: str
    quoted: str
    support: str
    bracket: str
    remark: str
    apart: str
    moves: Mapping[str, str]
    people: tuple[str, ...]


@cache
def load_written(language: str) -> Written:
    """The notation of `language`, one of `LANGUAGES`."""
    forms = load_toml("written.toml")[language]
    return Written(**{**forms, "people": tuple(forms["people"])})
