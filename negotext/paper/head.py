"""The head of a draft, what stands in front of its first label: lines that are lines, and those laid out in columns."""

from __future__ import annotations

import re
from functools import cache
from itertools import islice, pairwise

from negotext.blocks.lines import Line, split_lines
from negotext.languages.data import load_toml
from negotext.model import Block, BlockKind, Draft, Span

# Wide enough that no typist leaves it between two words.
_GAP = re.compile(r"(?<=\S)(?:[^\S\n]{3,}|[ ]*\t\s*)(?=\S)")
# What a masthead does not end with, and a sentence does; a symbol may end with "Rev."
_SENTENCE = re.compile(r"(?![A-Z]+/\S+ \w+\.\Z).*[.。!！?？;；؛:：,，،、…](?:\s?\[\d{1,3}\]|[⁰¹²³⁴⁵⁶⁷⁸⁹]+)?\Z")
MOST_BLOCKS = 30
"""The head of a document has no more blocks."""
# A block of it has no more lines, and a line is no wider (columns).
_LINES, _WIDEST = 30, 100
# So many lines tell how wide a page is.
_SAMPLE = 400


class Heads:
    """Tells which blocks of a draft are lines of its head.

    Attributes:
        end: where the head ends.
        title: where the line above the one that says who prepared the document begins; -1 where none says so.
    """

    def __init__(self, draft: Draft) -> None:
        """Look where the head of a draft ends."""
        self._text = draft.source.text
        self.end = _end(draft)
        self.title = _title(draft, self.end)
        self._width = -1

    def lines(self, block: Block) -> tuple[Span, ...]:
        """The lines of a block of the head, each to be kept; empty where the block is a paragraph like any other."""
        if block.span.start >= self.end or block.kind is not BlockKind.PARAGRAPH or block.label or block.continues:
            return ()
        start = block.span.start
        lines = [line for line in split_lines(block.span.of(self._text)) if line.text]
        if not 0 < len(lines) <= _LINES or not self._are_lines(lines):
            return ()
        starts = [start, *(start + line.start for line in lines[1:]), block.span.end]
        return tuple(Span(*each) for each in pairwise(starts))

    def gap(self, span: Span) -> Span:
        """The gap in front of the last column of a line; empty where it has one column."""
        gaps = list(_GAP.finditer(self._text, span.start, span.end))
        return Span(*gaps[-1].span()) if gaps else Span(span.start, span.start)

    def _are_lines(self, lines: list[Line]) -> bool:
        if any(_GAP.search(line.text) for line in lines):
            return all(line.width <= 2 * _WIDEST for line in lines)
        if any(line.width > _WIDEST for line in lines) or _SENTENCE.match(lines[-1].text):
            return False
        return all(self._is_broken(line, after) for line, after in pairwise(lines))

    def _is_broken(self, line: Line, after: Line) -> bool:
        """Whether a line ends before the edge of the page makes it: the first word below would still stand in it."""
        if after.text[0].islower() or _SENTENCE.match(line.text):
            return False
        word = len(after.text.split(maxsplit=1)[0])
        return line.indent + line.width + 1 + word <= self._page()

    def _page(self) -> int:
        """How wide the usual full line is."""
        if self._width < 0:
            lines = islice((each for each in split_lines(self._text[: 200 * _SAMPLE]) if each.text), _SAMPLE)
            widths = sorted(line.width for line in lines)
            self._width = widths[len(widths) * 9 // 10] if widths else 0
        return self._width


def _end(draft: Draft) -> int:
    """Where the head ends: in front of the first block with a label."""
    blocks = draft.blocks[:MOST_BLOCKS]
    for block in blocks:
        if block.label or block.kind in (BlockKind.STATEMENT, BlockKind.CHAIR, BlockKind.OPTION):
            return block.span.start
    return blocks[-1].span.end if blocks else 0


def _title(draft: Draft, end: int) -> int:
    text = draft.source.text
    head = [block for block in draft.blocks[:MOST_BLOCKS] if block.span.end <= end]
    plain = (block.span for block in head if block.kind in (BlockKind.PARAGRAPH, BlockKind.NOTE))
    lines = [(span.start + line.start, line.text) for span in plain for line in split_lines(span.of(text)) if line.text]
    for (start, above), (_, below) in pairwise(lines):
        if not _GAP.search(above) and _preparer(draft.language).fullmatch(below):
            return start
    return -1


@cache
def _preparer(language: str) -> re.Pattern[str]:
    listed = load_toml("front.toml")["preparer"]
    return re.compile("|".join(dict.fromkeys([*listed.get(language, ()), *listed["en"]])), re.IGNORECASE)
