"""Parsing attributions: from tokens with parts of speech to clauses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple, cast

from lark import Lark, Transformer
from lark import Token as LarkToken
from lark.exceptions import UnexpectedInput

from .grammar import load_grammar


class Token(NamedTuple):
    """A part of speech at `start`..`end` of the clean text of a region; `value` is what the lexicon says of it."""

    kind: str
    start: int
    end: int
    value: str = ""


class Party(NamedTuple):
    """Who speaks: the token of the delegation and, where it speaks for a group, that of the group."""

    name: Token
    behalf: Token | None


@dataclass(frozen=True, slots=True)
class Clause:
    """One attribution, or words without one.

    Attributes:
        form: `before` (who, then what), `after` (words, then who) or `wording` (words alone).
        parties: who speaks; empty for `wording`.
        wording: the words in front of the names.
        predicate: everything after the names.
    """

    form: str
    parties: tuple[Party, ...]
    wording: tuple[Token, ...]
    predicate: tuple[Token, ...]


class _Build(Transformer[LarkToken, Any]):
    """Makes the clauses while the tokens are parsed."""

    def region(self, clauses: list[Clause | None]) -> list[Clause]:
        return [clause for clause in clauses if isinstance(clause, Clause)]

    def before(self, parts: list[Any]) -> Clause:
        parties, predicate = parts
        return Clause("before", parties, (), predicate)

    def after(self, parts: list[Any]) -> Clause:
        *front, parties, predicate = parts
        wording = front[0] if front and isinstance(front[0], tuple) else ()
        return Clause("after", parties, wording, predicate)

    def wording_only(self, parts: list[Any]) -> Clause:
        return Clause("wording", (), parts[0], ())

    def wording(self, tokens: list[LarkToken]) -> tuple[Token, ...]:
        return tuple(token.value for token in tokens)

    def predicate(self, tokens: list[LarkToken]) -> tuple[Token, ...]:
        return tuple(token.value for token in tokens)

    def parties(self, parts: list[Any]) -> tuple[Party, ...]:
        return tuple(part for part in parts if isinstance(part, Party))

    def party(self, tokens: list[LarkToken]) -> Party:
        return Party(tokens[0].value, tokens[-1].value if len(tokens) > 1 else None)


@cache
def _parser() -> Lark:
    return load_grammar("attribution.lark", "region", _Build())


def parse_attribution(tokens: Sequence[Token]) -> list[Clause] | None:
    """The clauses of a region in order, or None where the tokens are no attribution."""
    wrapped = []
    for token in tokens:
        leaf = LarkToken(token.kind, "")
        leaf.value = token
        wrapped.append(leaf)
    try:
        return cast("list[Clause]", _parser().parse(wrapped))
    except UnexpectedInput:
        return None
