"""Whose line a statement is, and which paragraphs are statements though they do not look it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence

from negotext.merging import is_wording
from negotext.model import BlockKind, Draft, Position

from .passages import Passage, Places

Speakers = Mapping[int, Hashable]
"""Who speaks, by the index of the passage."""

_COLON = (":", "—", "–")
# How far into a line the colon after its speaker may stand, in units.
_REACH = 20
# Share of its words that are somebody's position in a paragraph that only reports.
_REPORT = 0.6


def statements(draft: Draft, passages: Sequence[Passage]) -> dict[int, Hashable]:
    """The passages that say what delegations want and are no text of the draft, each with who speaks.

    Statements; and paragraphs without a number that report what was said ("Barbados proposed to replace
    ...").
    """
    spoken = _spoken(draft, passages)
    found: dict[int, Hashable] = {}
    for passage in passages:
        positions = spoken[passage.index]
        if passage.kind is BlockKind.STATEMENT or _reports(passage, positions):
            if positions:
                found[passage.index] = (positions[0].delegation, positions[0].on_behalf_of)
            else:
                found[passage.index] = _opening(passage)
    return found


def _spoken(draft: Draft, passages: Sequence[Passage]) -> dict[int, list[Position]]:
    """Positions outside brackets by the passage they stand in."""
    places = Places(passages)
    spoken: dict[int, list[Position]] = defaultdict(list)
    for position in draft.positions:
        if position.bracket is None and (passage := places.at(position.evidence.start)):
            spoken[passage.index].append(position)
    return spoken


def _reports(passage: Passage, positions: Sequence[Position]) -> bool:
    if passage.kind is not BlockKind.PARAGRAPH or passage.label or not positions:
        return False
    inside: set[int] = set()
    for position in positions:
        inside.update(range(passage.at(position.evidence.start), passage.at(position.evidence.end - 1) + 1))
    telling = [index for index, word in enumerate(passage.words) if is_wording(word)]
    return sum(index in inside for index in telling) >= _REPORT * len(telling)


def _opening(passage: Passage) -> Hashable:
    """The words before the colon."""
    for index, word in enumerate(passage.words[:_REACH]):
        if word in _COLON:
            return passage.words[:index]
    return None
