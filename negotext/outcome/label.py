"""The printed label of a paragraph: it stays when the words behind it are replaced, and a bullet goes with its item."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from negotext.model import Act, Block, BlockKind, Choice, ChoiceKind, Decision, Draft, Span

from .edit import Edit

_LABELLED = re.compile(r"\s*(?:\(\w{1,4}\)|\w{1,4}[)、]|\d{1,4}(?: [a-z]{1,8})?\.|[•·–-])\s")
_PUNCTUATION = " \t\r\n\f.;:,。；：，、؛،"


def place(draft: Draft, choice: Choice, decision: Decision) -> Span:
    """The stretch that the decided words of a choice take the place of.

    Returns:
        all of it; for a whole paragraph or item what is behind its label as printed, if the words have none of their
        own.
    """
    block = draft.block_at(choice.span.start)
    start = block.body
    text = draft.source.text
    if choice.kind is not ChoiceKind.PASSAGE or not choice.span.start < start < choice.span.end:
        return choice.span
    label = text[choice.span.start : start].strip()
    if not label or _has_label(draft, choice, decision, label):
        return choice.span
    while start < choice.span.end and text[start].isspace():
        start += 1
    return Span(start, choice.span.end)


def _has_label(draft: Draft, choice: Choice, decision: Decision, label: str) -> bool:
    """Whether decided words bring a label, or are none."""
    words = decision.text or ""
    if decision.act is not Act.MERGE:
        chosen = choice.alternative(decision.alternative or 0)
        words = chosen.text if chosen is not None else ""
        if words and chosen is not None and chosen.span is not None:
            own = draft.block_at(chosen.span.start)
            if draft.source.text[chosen.span.start : own.body].strip():
                return True
    return not words.strip() or words.lstrip().startswith(label) or _LABELLED.match(words) is not None


def without_bullets(draft: Draft, edits: Sequence[Edit]) -> Iterator[Edit]:
    """What takes out the bullets of items of which nothing is left.

    Args:
        draft: as read.
        edits: what is to be done, in the order of the draft.
    """
    text = draft.source.text
    for index, edit in enumerate(edits):
        block = draft.block_at(edit.span.start)
        bullet = text[block.span.start : block.body]
        if block.kind is BlockKind.ITEM and _is_bullet(bullet) and not text[block.body : edit.span.start].strip():
            at = _emptied(text, edits, index, block)
            if at > block.body and not text[at : _end(draft, block)].strip(_PUNCTUATION):
                start = block.span.start + len(bullet) - len(bullet.lstrip())
                words = block.span.of(text).rstrip()
                yield Edit(Span(start, max(at, block.span.start + len(words))), address=edit.address)


def _end(draft: Draft, block: Block) -> int:
    """Where an item ends, behind the page break that interrupts it."""
    for following in draft.blocks[draft.block_index(block.span.start) + 1 :]:
        if following.continues:
            return following.span.end
        if following.kind not in (BlockKind.FURNITURE, BlockKind.FOOTNOTE):
            break
    return block.span.end


def _emptied(text: str, edits: Sequence[Edit], index: int, block: Block) -> int:
    """Up to where nothing is left of a block, from its first words on."""
    at = block.body
    while index < len(edits) and edits[index].span.start < block.span.end:
        edit = edits[index]
        if edit.words or edit.source is not None or text[at : edit.span.start].strip(_PUNCTUATION):
            return block.body
        at = max(at, edit.span.end)
        index += 1
    return at


def _is_bullet(label: str) -> bool:
    return bool(label.strip()) and not any(character.isalnum() or character in "[［" for character in label)
