"""The passages of one version, with what they are recognised by in another language."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal

from negotext.languages import load_registry
from negotext.model import BlockKind, Bracket, BracketKind, Draft, Position, Span

from .labels import label_key
from .numbers import Number, numbers_in
from .values import Passage

# What is counted in the text itself; a note or a statement is only under what is.
_LABELLED = (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.OPTION, BlockKind.HEADING)


@dataclass(frozen=True)
class Features:
    """A passage and what tells it from others.

    Attributes:
        passage: the passage.
        numbers: in its words.
        brackets: with words under negotiation, that open in it; with their depths among such brackets.
        positions: of delegations, whose evidence stands in it.
        length: characters, white space apart.
        figures: the firm numbers, and how often each.
        voices: the delegations, and how often each.
    """

    passage: Passage
    numbers: tuple[Number, ...]
    brackets: tuple[tuple[Bracket, int], ...]
    positions: tuple[Position, ...]
    length: int
    figures: Counter[frozenset[Decimal]]
    voices: Counter[str]


def features_of(draft: Draft) -> list[Features]:
    """The passages of a draft in its order, footnotes last: where they stand depends on the page."""
    blocks = draft.blocks
    runs: list[list[int]] = []
    latest: list[int] | None = None
    for index, block in enumerate(blocks):
        if block.kind is BlockKind.FURNITURE:
            continue
        if block.continues and latest is not None:
            latest.append(index)
            continue
        run = [index]
        runs.append(run)
        if block.kind is not BlockKind.FOOTNOTE:
            latest = run
    depths = draft.tree.contested_depths()
    owners = {index: number for number, run in enumerate(runs) for index in run}
    brackets: list[list[tuple[Bracket, int]]] = [[] for _ in runs]
    for bracket in draft.tree.brackets:
        owner = owners.get(draft.block_index(bracket.start))
        if bracket.kind is BracketKind.CONTESTED and owner is not None:
            brackets[owner].append((bracket, depths[bracket.index]))
    positions: list[list[Position]] = [[] for _ in runs]
    roles = load_registry(draft.language).roles
    for position in draft.positions:
        # A chair or a secretariat is no delegation.
        if position.delegation in roles:
            continue
        owner = owners.get(draft.block_index(position.evidence.start))
        if owner is not None:
            positions[owner].append(position)
    found = [_features(draft, run, brackets[n], positions[n]) for n, run in enumerate(runs)]
    worded = [each for each in found if each.length]
    return sorted(worded, key=lambda each: each.passage.kind is BlockKind.FOOTNOTE)


def _features(draft: Draft, run: list[int], brackets: list[tuple[Bracket, int]], positions: list[Position]) -> Features:
    text, first = draft.source.text, draft.blocks[run[0]]
    parts = []
    for index in run:
        block = draft.blocks[index]
        start = block.body if index == run[0] else block.span.start
        parts.append(Span(start, start + len(text[start : block.span.end].rstrip())))
    # A bracket may open in front of the label.
    parts[0] = Span(first.span.start, max(parts[0].end, first.span.start))
    worded = [Span(max(part.start, first.body), part.end) for part in parts]
    key = label_key(first.paragraph)
    own = label_key(first.label) if first.kind in (BlockKind.ITEM, BlockKind.OPTION) else ()
    if own and key[-len(own) :] == own:
        # The address of an item ends with its label, unless a statement stands between it and its paragraph.
        key = key[: -len(own)]
    passage = Passage(
        kind=first.kind,
        paragraph=first.paragraph,
        label=first.label,
        key=(*key, "/", *own) if first.kind in _LABELLED and first.label and (key or own) else (),
        body=first.body,
        parts=tuple(parts),
    )
    numbers = tuple(n for part in worded if part.length > 0 for n in numbers_in(text, part, draft.language))
    length = sum(len("".join(part.of(text).split())) for part in worded if part.length > 0)
    return Features(
        passage,
        numbers,
        tuple(brackets),
        tuple(positions),
        length,
        Counter(number.values for number in numbers if number.firm),
        Counter(position.delegation for position in positions),
    )
