"""What can be counted in a draft."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import TypedDict

from negotext.model import BlockKind, BracketKind, BracketTree, Draft, Position, Stance

# A Han character counts as a word, as it does in word processors.
_HAN = r"\u3400-\u4dbf\u4e00-\u9fff"


class BracketCounts(TypedDict):
    """Square brackets of a draft.

    `contested` counts those with no contested bracket around them, `contested_all` every one; `max_depth` is
    how deep contested brackets are nested. `editorial` is all that hold no words under negotiation, among
    them those counted again in `placeholder` and `attribution`. An unclosed bracket is counted like others.
    """

    contested: int
    contested_all: int
    max_depth: int
    editorial: int
    placeholder: int
    attribution: int
    unclosed: int
    unopened: int


class Statistics(TypedDict):
    """Counts over one draft. Stances, delegations and codes that do not occur have no entry."""

    language: str
    paragraphs: int
    brackets: BracketCounts
    positions: dict[str, int]
    delegations: dict[str, int]
    words: int
    words_in_brackets: int
    diagnostics: dict[str, int]


def statistics(draft: Draft) -> Statistics:
    """Count what a draft holds.

    `paragraphs` are the numbered paragraphs of the draft itself, without items and without those of a chair's
    alternative. `words_in_brackets` are the words inside contested brackets, names included; a Han character
    is a word. Stances come in the order of the model, everything else the most frequent first.
    """
    return Statistics(
        language=draft.language,
        paragraphs=_numbered_paragraphs(draft),
        brackets=_brackets(draft.tree),
        positions=_stances(draft.positions),
        delegations=_ranked(Counter(position.delegation for position in draft.positions)),
        words=_count_words(draft.source.text, 0, len(draft.source.text)),
        words_in_brackets=_words_in_brackets(draft.tree),
        diagnostics=_ranked(Counter(fault.code for fault in draft.diagnostics)),
    )


def recounted(figures: Statistics, positions: Sequence[Position]) -> Statistics:
    """The same figures, with stances and delegations counted in other positions: those that were asked for."""
    delegations = _ranked(Counter(position.delegation for position in positions))
    return {**figures, "positions": _stances(positions), "delegations": delegations}


def _stances(positions: Sequence[Position]) -> dict[str, int]:
    counts = Counter(position.stance for position in positions)
    return {stance.value: counts[stance] for stance in Stance if counts[stance]}


def _ranked(counts: Counter[str]) -> dict[str, int]:
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def _numbered_paragraphs(draft: Draft) -> int:
    numbered = {
        block.paragraph
        for block in draft.blocks
        if block.kind is BlockKind.PARAGRAPH
        and block.label
        and not block.continues
        # The address of a paragraph in a chair's alternative has a C that its label has not.
        and not (block.paragraph.startswith("C") and not block.label.startswith("C"))
    }
    return len(numbered)


def _brackets(tree: BracketTree) -> BracketCounts:
    # Parentheses with a proposal in them hold words under negotiation, but a committee counts its brackets.
    square = tree.with_kinds({bracket.index: BracketKind.EDITORIAL for bracket in tree.brackets if bracket.round})
    depths = square.contested_depths()
    kinds = Counter(bracket.kind for bracket in square.brackets if not bracket.round)
    return BracketCounts(
        contested=depths.count(1),
        contested_all=kinds[BracketKind.CONTESTED],
        max_depth=max(depths, default=0),
        editorial=kinds.total() - kinds[BracketKind.CONTESTED],
        placeholder=kinds[BracketKind.PLACEHOLDER],
        attribution=kinds[BracketKind.ATTRIBUTION],
        unclosed=len(tree.unclosed),
        unopened=len(tree.unopened),
    )


def _words_in_brackets(tree: BracketTree) -> int:
    total, counted_to = 0, 0
    for bracket, depth in zip(tree.brackets, tree.contested_depths(), strict=True):
        # Two outermost brackets overlap only where one is never closed: its words are counted once.
        if depth == 1 and bracket.end > counted_to:
            total += _count_words(tree.text, max(bracket.start, counted_to), bracket.end)
            counted_to = bracket.end
    return total


@cache
def _word() -> re.Pattern[str]:
    return re.compile(rf"[{_HAN}]|[^\W_{_HAN}]+(?:['’.,-][^\W_{_HAN}]+)*")


def _count_words(text: str, start: int, end: int) -> int:
    return sum(1 for _ in _word().finditer(text, start, end))
