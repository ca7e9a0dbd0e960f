"""Resolving pointers: "the last two items", "第三项", "paragraph 6"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from negotext.languages import Lexicon
from negotext.model import Block, BlockKind, Span

_FIRST_LABEL = re.compile(r"\d+(?:\.\d+)*[a-z]?(?:\(\w+\))*")
_UNITS = (BlockKind.ITEM, BlockKind.PARAGRAPH, BlockKind.OPTION)


class Places:
    """Finds the blocks that pointers point at."""

    def __init__(self, blocks: Sequence[Block], lexicon: Lexicon) -> None:
        self._blocks = blocks
        self._lexicon = lexicon
        self._labels: dict[str, Span] = {}
        for block in blocks:
            if block.label:
                self._labels.setdefault(block.label, block.span)

    def resolve(self, kind: str, words: str, at: int) -> Span | None:
        """The blocks that a pointer points at, None where they cannot be told.

        Args:
            kind: kind of the pointer, as in `Place.kind`.
            words: the pointer as printed.
            at: index of the block it stands in.
        """
        match kind:
            case "above":
                return _union(self._before(at)[-self._count(words, kind) :])
            case "last":
                return _union(self._items(at)[-self._count(words, kind) :])
            case "nth":
                items, count = self._items(at), self._count(words, kind)
                return items[count - 1].span if 0 < count <= len(items) else None
            case "paragraph":
                label = _FIRST_LABEL.search(words)
                return self._labels.get(label.group()) if label else None
            case "here":
                return self._blocks[at].span
        return None

    def _count(self, words: str, kind: str) -> int:
        for place in self._lexicon.places:
            if place.kind == kind and (match := place.pattern.fullmatch(words)):
                for value in match.groupdict().values():
                    number = self._lexicon.number(value) if value else None
                    if number:
                        return number
        return 1

    def _before(self, at: int) -> list[Block]:
        """Items and paragraphs of the draft before block `at`, nearest last, those of its paragraph alone if any."""
        found = [b for b in self._blocks[max(0, at - 40) : at] if b.kind in _UNITS and not b.continues]
        here = _main(self._blocks[at].paragraph)
        return [b for b in found if b.kind is BlockKind.ITEM and _main(b.paragraph) == here] or found

    def _items(self, at: int) -> list[Block]:
        here = _main(self._blocks[at].paragraph)
        window = self._blocks[max(0, at - 60) : at]
        return [block for block in window if block.kind is BlockKind.ITEM and _main(block.paragraph) == here]


def _main(paragraph: str) -> str:
    return paragraph.partition("(")[0]


def _union(found: Sequence[Block]) -> Span | None:
    return Span(found[0].span.start, found[-1].span.end) if found else None
