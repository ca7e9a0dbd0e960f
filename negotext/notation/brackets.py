"""Pairing brackets by a grammar that accepts every sequence of them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from lark import Lark, Token, Tree

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


@cache
def _parser() -> Lark:
    return load_grammar("brackets.lark", "start")


def pair_brackets(marks: Iterable[Mark]) -> list[Pair]:
    """Pairs in the order of the text. Never fails: marks without a partner are pairs with -1.

    Nesting of any depth is walked without recursion.
    """
    tokens = [Token("OPEN" if mark.opening else "CLOSE", "", start_pos=mark.offset) for mark in marks]
    if not tokens:
        return []
    tree: Tree[Token] = _parser().parse(tokens)  # type: ignore[arg-type,unused-ignore]
    pairs: list[Pair] = []
    pending: list[tuple[Tree[Token] | Token, int]] = [(tree, -1)]
    while pending:
        node, parent = pending.pop()
        if isinstance(node, Token):
            continue
        inner = node.children
        match node.data:
            case "group":
                pairs.append(Pair(_offset(inner[0]), _offset(inner[-1]), parent))
                parent = len(pairs) - 1
            case "tail":
                pairs.append(Pair(_offset(inner[0]), -1, -1))
            case "stray":
                pairs.append(Pair(-1, _offset(inner[0]), -1))
                continue
        pending += [(child, parent) for child in reversed(inner)]
    return pairs


def _offset(token: Token | Tree[Token]) -> int:
    return token.start_pos  # type: ignore[union-attr,return-value]
