"""Pairing brackets by a grammar that accepts every sequence of them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple, cast

from lark import Lark, Token, Transformer

from .grammar import load_grammar


class Mark(NamedTuple):
    """An opening or closing character at `offset` of the text."""

    offset: int
    opening: bool


class Pair(NamedTuple):
    """What the grammar makes of a mark: offsets of the opening and the closing character.

    One of the two is -1 where it has no partner. `parent` is the place of the pair around it in the list, or -1.
    """

    opening: int
    closing: int
    parent: int


class _Node(NamedTuple):
    """A pair with what is between its characters; for an unclosed one, what comes after it."""

    opening: int
    closing: int
    inner: tuple[_Node, ...]


class _Nest(Transformer[Token, tuple[_Node, ...]]):
    """Makes nodes of the rules while the marks are parsed, which take a fraction of the memory of Lark's trees."""

    def start(self, nodes: list[_Node]) -> tuple[_Node, ...]:
        return tuple(nodes)

    def group(self, parts: list[_Node | Token]) -> _Node:
        return _Node(_offset(parts[0]), _offset(parts[-1]), cast("tuple[_Node, ...]", tuple(parts[1:-1])))

    def tail(self, parts: list[_Node | Token]) -> _Node:
        return _Node(_offset(parts[0]), -1, cast("tuple[_Node, ...]", tuple(parts[1:])))

    def stray(self, parts: list[Token]) -> _Node:
        return _Node(-1, _offset(parts[0]), ())


def _offset(token: _Node | Token) -> int:
    return cast("int", cast("Token", token).start_pos)


@cache
def _parser() -> Lark:
    return load_grammar("brackets.lark", "start", _Nest())


def pair_brackets(marks: Iterable[Mark]) -> list[Pair]:
    """Pairs in the order of the text. Never fails: marks without a partner are pairs with -1.

    Nesting of any depth is walked without recursion.
    """
    tokens = (Token("OPEN" if mark.opening else "CLOSE", "", start_pos=mark.offset) for mark in marks)
    nodes = cast("tuple[_Node, ...]", _parser().parse(tokens))
    pairs: list[Pair] = []
    pending = [(node, -1) for node in reversed(nodes)]
    while pending:
        (opening, closing, inner), parent = pending.pop()
        pairs.append(Pair(opening, closing, parent))
        if inner:
            around = len(pairs) - 1 if closing >= 0 else -1
            pending += [(node, around) for node in reversed(inner)]
    return pairs
