"""Cutting the lines of a draft into blocks."""

from __future__ import annotations

import re

from negotext.languages import Lexicon, Registry
from negotext.model import Block, BlockKind, Source, Span

from .address import number_blocks
from .labels import Label, find_label
from .layout import Layout
from .lines import Line, Role
from .openers import opens_chair_text, opens_statement

_BRACKET = re.compile(r"[*_]{0,3}[\[［]")
_LOWER = re.compile(r"[a-zß-öø-ÿа-я]")
CONTINUED = Label(BlockKind.PARAGRAPH, "", 0)
# Deeply indented short lines are centred headings.
_CENTRED = 12


class _Splitter:
    """Goes over the lines once and says where blocks begin."""

    def __init__(self, source: Source, layout: Layout, lexicon: Lexicon, registry: Registry) -> None:
        self.source = source
        self.layout = layout
        self.lexicon = lexicon
        self.registry = registry
        self.starts: list[tuple[int, BlockKind, Label | None]] = []
        self.before: Line | None = None
        self.blanks = 0
        self.furniture = False

    def run(self) -> list[tuple[int, BlockKind, Label | None]]:
        previous: Role | None = None
        for index, line in enumerate(self.layout.lines):
            match line.role:
                case Role.BLANK:
                    self.blanks += 1
                    continue
                case Role.FURNITURE:
                    if previous is not Role.FURNITURE:
                        self.starts.append((line.start, BlockKind.FURNITURE, None))
                    self.furniture = True
                case Role.FOOTNOTE:
                    if index in self.layout.footnotes or previous is not Role.FOOTNOTE:
                        self.starts.append((line.start, BlockKind.FOOTNOTE, None))
                    self.furniture = True
                case Role.TEXT:
                    self._text(line, previous)
                case Role.MARK:
                    pass
            previous = line.role if line.role is not Role.MARK else previous
        return self.starts

    def _text(self, line: Line, previous: Role | None) -> None:
        label = find_label(line.text, self.lexicon)
        kind = self._kind(line, label)
        interrupted = previous in (Role.FURNITURE, Role.FOOTNOTE)
        if self._begins(line, label, kind):
            self.starts.append((line.start, kind, label))
        elif interrupted:
            # The sentence goes on after the page break: the block is cut in the text, not in meaning.
            self.starts.append((line.start, BlockKind.PARAGRAPH, CONTINUED))
        self.before = line
        self.blanks = 0
        self.furniture = False

    def _kind(self, line: Line, label: Label | None) -> BlockKind:
        if opens_chair_text(line.text, self.lexicon, self.registry):
            return BlockKind.CHAIR
        if label is not None:
            return label.kind
        if opens_statement(line.text, self.lexicon, self.registry):
            return BlockKind.STATEMENT
        if line.indent >= _CENTRED and self.layout.short(line) and not self.layout.ended(line):
            return BlockKind.HEADING
        return BlockKind.PARAGRAPH

    def _begins(self, line: Line, label: Label | None, kind: BlockKind) -> bool:
        before = self.before
        if before is None:
            return True
        ended = self.layout.ended(before)
        short = self.layout.short(before)
        blank = self.blanks > (1 if self.layout.double_spaced else 0)
        if label is not None and (label.bullet or ended or short or blank or (self.blanks and not self.layout.double_spaced)):
            return True
        if kind in (BlockKind.STATEMENT, BlockKind.CHAIR) and (ended or blank or (short and self.layout.double_spaced)):
            return True
        if _BRACKET.match(line.text) and short and (ended or before.text.endswith((",", "，"))):
            return True
        if self.furniture:
            return ended and not _LOWER.match(line.text) and (short or not self.layout.double_spaced)
        if self.layout.double_spaced:
            cut = before.width * 2 < self.layout.width
            return (short and (ended or cut)) or self.blanks > 2 or (short and self.blanks == 0 and not ended and not before.indent)
        return blank or (short and ended)


def split_blocks(source: Source, layout: Layout, lexicon: Lexicon, registry: Registry) -> tuple[Block, ...]:
    """The blocks of a source in order; together they cover its text.

    A paragraph that a page break cuts is two blocks under the same address.
    """
    starts = _Splitter(source, layout, lexicon, registry).run()
    size = len(source.text)
    if not starts:
        return (Block(BlockKind.PARAGRAPH, Span(0, size), 0),)
    blocks: list[Block] = []
    for index, (start, kind, label) in enumerate(starts):
        begin = start if blocks else 0
        end = starts[index + 1][0] if index + 1 < len(starts) else size
        text = source.text[start:end]
        lead = len(text) - len(text.lstrip())
        body = start + lead + (label.length if label else 0)
        name = label.text if label else ""
        blocks.append(Block(kind, Span(begin, end), body, name, continues=label is CONTINUED))
    return number_blocks(source.text, blocks)
