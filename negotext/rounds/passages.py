"""The passages of a draft: what is matched between two rounds."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from negotext.merging import words
from negotext.model import Block, BlockKind, Draft, Span
from negotext.source import Flow, Region

_PAGE = (BlockKind.FURNITURE, BlockKind.FOOTNOTE)
_LABELLED = (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.OPTION, BlockKind.HEADING)


@dataclass(frozen=True, slots=True)
class Passage:
    """A heading, paragraph, item, statement or footnote, with what page breaks cut off from it.

    Attributes:
        index: its place among the passages of its draft.
        kind: that of its first block.
        label: as printed, or empty.
        address: what the label stands for in its draft (`8(b)`); empty for a passage without a label.
        paragraph: address of the numbered paragraph it stands under, or empty.
        span: its lines in the draft; page furniture and footnotes may lie inside.
        language: code of the language it is written in.
        words: its units without white space; forms of the same character (full and half width) are one.
    """

    index: int
    kind: BlockKind
    label: str
    address: str
    paragraph: str
    span: Span
    language: str
    words: tuple[str, ...] = field(repr=False)
    _region: Region = field(repr=False, compare=False)
    _starts: tuple[int, ...] = field(repr=False, compare=False)
    _ends: tuple[int, ...] = field(repr=False, compare=False)

    @property
    def text(self) -> str:
        """Its words without line wraps, brackets and names as printed."""
        return self._region.clean.strip()

    def excerpt(self, first: int, end: int) -> str:
        """The units from `first` to before `end` as one string, without line wraps."""
        return self._region.clean[self._starts[first] : self._ends[end - 1]] if first < end else ""

    def start(self, index: int) -> int:
        """Offset in the draft of the first character of a unit."""
        return self._region.raw(self._starts[index])

    def end(self, index: int) -> int:
        """Offset in the draft after the last character of a unit."""
        return self._region.raw(self._ends[index] - 1) + 1

    def at(self, offset: int) -> int:
        """Index of the first unit that ends after an offset of the draft; their number where none does."""
        return bisect_right(self._ends, self._region.offset(offset))


@lru_cache(maxsize=1 << 16)
def fold(unit: str) -> str:
    """A unit as it is compared: `［` is `[` and `２` is `2`, but a capital letter is no small one."""
    return unicodedata.normalize("NFKC", unit)


@lru_cache(maxsize=1 << 12)
def folded(text: str, language: str) -> tuple[str, ...]:
    """The units of a text as they are compared, without white space."""
    return tuple(fold(word.text) for word in words(text, language))


def passages_of(draft: Draft) -> tuple[Passage, ...]:
    """The passages of a draft in order: all its blocks but page furniture, those that go on joined."""
    furniture = [block.span for block in draft.blocks if block.kind is BlockKind.FURNITURE]
    page = [block.span for block in draft.blocks if block.kind in _PAGE]
    running, whole = Flow(draft.source.text, page), Flow(draft.source.text, furniture)
    passages: list[Passage] = []
    for first, end in _runs(draft):
        flow = whole if first.kind is BlockKind.FOOTNOTE else running
        region = flow.region(first.body, end)
        found = words(region.clean, draft.language)
        passages.append(
            Passage(
                len(passages),
                first.kind,
                first.label,
                _address(first),
                first.paragraph,
                Span(first.span.start, end),
                draft.language,
                tuple(fold(word.text) for word in found),
                region,
                tuple(word.start for word in found),
                tuple(word.end for word in found),
            )
        )
    return tuple(passages)


def _runs(draft: Draft) -> list[tuple[Block, int]]:
    """The first block of each passage, and where its last one ends."""
    runs: list[tuple[Block, int]] = []
    # A footnote between the parts of a paragraph is a passage too, but what goes on is the paragraph.
    open_at = -1
    for block in draft.blocks:
        if block.kind is BlockKind.FURNITURE:
            continue
        if open_at >= 0 and (block.continues or _in_line(draft, block)):
            runs[open_at] = (runs[open_at][0], block.span.end)
            continue
        if block.kind is not BlockKind.FOOTNOTE:
            open_at = len(runs)
        runs.append((block, block.span.end))
    return runs


def _in_line(draft: Draft, block: Block) -> bool:
    """Whether a bracket in mid-paragraph only happens to begin a line: no blank line stands before it."""
    text, start = draft.source.text, block.span.start
    if block.kind is not BlockKind.STATEMENT or not text.startswith(("[", "［"), start):
        return False
    return bool(text[text.rfind("\n", 0, start - 1) + 1 : start].strip())


def _address(block: Block) -> str:
    """`8(d)` for item (d) of paragraph 8."""
    if not block.label or block.kind not in _LABELLED:
        return ""
    if block.kind in (BlockKind.ITEM, BlockKind.OPTION) and not block.paragraph.endswith(block.label):
        joint = " " if block.kind is BlockKind.OPTION and block.paragraph else ""
        return f"{block.paragraph}{joint}{block.label}"
    return block.paragraph or block.label


class Places:
    """Finds the passage at an offset of a draft."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self._passages = passages
        self._starts = [passage.span.start for passage in passages]

    def at(self, offset: int) -> Passage | None:
        """The passage whose lines hold an offset; of a paragraph around footnotes, the innermost."""
        index = bisect_right(self._starts, offset) - 1
        while index >= 0:
            passage = self._passages[index]
            if offset < passage.span.end:
                return passage
            if passage.kind is not BlockKind.FOOTNOTE:
                break
            index -= 1
        return None

    def within(self, span: Span) -> list[Passage]:
        """The passages that begin in a span, and the one around its beginning, in order."""
        first = self.at(span.start)
        found = [first] if first is not None else []
        for passage in self._passages[bisect_left(self._starts, span.start) :]:
            if passage.span.start >= span.end:
                break
            if passage is not first:
                found.append(passage)
        return found
