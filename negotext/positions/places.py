"""Resolving pointers: "the last two items", "第三项", "paragraph 6"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from negotext.languages import Lexicon
from negotext.model import Block, BlockKind, Span

_FIRST_LABEL = re.compile(r"\d+(?:\.\d+)*[a-z]?(?:\(\w+\))*")
_UNITS = (BlockKind.ITEM, BlockKind.PARAGRAPH, BlockKind.OPTION)


def label_index(blocks: Sequence[Block]) -> dict[str, Span]:
    """Where each printed label stands first."""
    index: dict[str, Span] = {}
    for block in blocks:
        if block.label:
            index.setdefault(block.label, block.span)
    return index


def resolve_place(
    kind: str, words: str, at: int, blocks: Sequence[Block], labels: Mapping[str, Span], lexicon: Lexicon
) -> Span | None:
    """The blocks that a pointer in block `at` points at, None where they cannot be told.

    Args:
        kind: kind of the pointer, as in `Place.kind`.
        words: the pointer as printed.
        at: index of the block it stands in.
        blocks: all blocks of the draft.
        labels: their labels, as `label_index` gives them.
        lexicon: knows number words.
    """
    match kind:
        case "above":
            return _union(_before(at, blocks)[-_count(words, kind, lexicon) :])
        case "last":
            items = _items(at, blocks)
            return _union(items[-_count(words, kind, lexicon) :])
        case "nth":
            items = _items(at, blocks)
            count = _count(words, kind, lexicon)
            return items[count - 1].span if 0 < count <= len(items) else None
        case "paragraph":
            label = _FIRST_LABEL.search(words)
            return labels.get(label.group()) if label else None
        case "here":
            return blocks[at].span
    return None


def _count(words: str, kind: str, lexicon: Lexicon) -> int:
    for place in lexicon.places:
        if place.kind == kind and (match := place.pattern.fullmatch(words)):
            for value in match.groupdict().values():
                number = lexicon.number(value) if value else None
                if number:
                    return number
    return 1


def _before(at: int, blocks: Sequence[Block]) -> list[Block]:
    """Items and paragraphs of the draft itself before block `at`, nearest last, in the same paragraph first."""
    found = [block for block in blocks[max(0, at - 40) : at] if block.kind in _UNITS and not block.continues]
    items = [block for block in found if block.kind is BlockKind.ITEM]
    same = [block for block in items if _main(block.paragraph) == _main(blocks[at].paragraph)]
    return same or found


def _items(at: int, blocks: Sequence[Block]) -> list[Block]:
    here = _main(blocks[at].paragraph)
    window = blocks[max(0, at - 60) : at]
    return [block for block in window if block.kind is BlockKind.ITEM and _main(block.paragraph) == here]


def _main(paragraph: str) -> str:
    return paragraph.partition("(")[0]


def _union(found: Sequence[Block]) -> Span | None:
    return Span(found[0].span.start, found[-1].span.end) if found else None
