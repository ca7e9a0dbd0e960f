"""Names of delegations in the remarks of a draft from which no position was read. Pure.

`1 Negotiators’ note: MX will reflect further`, `[Kenya to revert on this]`: nobody can be counted for or against
anything there, and yet it is told who said it. The words of the text are no remarks, whoever they name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from negotext.languages import Registry
from negotext.model import BlockKind, BracketKind, Draft, Span

_REMARKS = frozenset({BlockKind.FOOTNOTE, BlockKind.NOTE, BlockKind.STATEMENT})
_PARENTHESES = re.compile(r"[(（]([^()（）]*)[)）]")
_NEAR = 300
_BETWEEN = re.compile(r"[\s,，、;；/&]*(?:\b\w{1,3}\b|和|与|及)?[\s,，、;；/&]*")
_CODE = re.compile(r"(?<![^\W_])[A-Z][A-Z0-9]{1,5}(?![^\W\d_])")


def named_in_remarks(draft: Draft, registry: Registry) -> Iterator[Span]:
    """Where a remark names a delegation, in no order.

    Remarks are footnotes, notes and lines of delegations, editorial brackets, and brackets or parentheses that begin
    with a name and have more in them than names. Roles are none that is hidden.

    Args:
        draft: as read.
        registry: who is known by what name.
    """
    text = draft.source.text
    codes = {each.delegation for each in draft.positions} - registry.roles
    for block in draft.blocks:
        if block.kind in _REMARKS:
            yield from _names(text, block.span, registry)
            yield from _codes(text, block.span, registry, codes)
    for bracket in draft.tree.brackets:
        if bracket.kind is BracketKind.EDITORIAL:
            yield from _names(text, bracket.inner, registry)
            yield from _codes(text, bracket.inner, registry, codes)
        elif bracket.kind is BracketKind.CONTESTED:
            yield from _speaking(text, bracket.inner, registry)
    for found in _PARENTHESES.finditer(text):
        yield from _speaking(text, Span(*found.span(1)), registry)


def _names(text: str, span: Span, registry: Registry) -> Iterator[Span]:
    for found in registry.find(text, span.start, span.end):
        if found.value not in registry.roles:
            yield Span(found.start, found.end)


def _codes(text: str, span: Span, registry: Registry, speaking: set[str]) -> Iterator[Span]:
    """Codes of those who speak in the draft: other capital letters are abbreviations."""
    for found in _CODE.finditer(text, span.start, span.end):
        if registry.codes.get(found[0].rstrip("0123456789")) in speaking:
            yield Span(*found.span())


def _speaking(text: str, span: Span, registry: Registry) -> Iterator[Span]:
    """The names with which a stretch begins, where something is said behind them."""
    at = span.start
    found: list[Span] = []
    for each in _names(text, Span(at, min(span.end, at + _NEAR)), registry):
        if _BETWEEN.fullmatch(text, at, each.start) is None:
            break
        found.append(each)
        at = each.end
    if found and re.search(r"\w", text[at : span.end]):
        yield from found
