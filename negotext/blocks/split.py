"""Cutting the lines of a draft into blocks."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from negotext.languages import Lexicon, Registry
from negotext.model import Block, BlockKind, Source, Span

from .address import number_blocks
from .begin import Beginnings, Opening
from .labels import Label, find_label
from .layout import Layout
from .lines import Line, Role
from .openers import voice_of

# Working headings stand in braces: {Differentiated efforts}.
_BRACES = re.compile(r"[*_]{0,3}[{｛][^{}｛｝]{1,200}[}｝][*_]{0,3}\d{0,3}\Z")
# Deeply indented short lines are centred headings.
_CENTRED = 12


@dataclass(frozen=True, slots=True)
class _Start:
    """Where a block begins, and where its words do."""

    offset: int
    kind: BlockKind
    body: int
    label: str = ""
    continues: bool = False


Vocabulary = tuple[Lexicon, Registry]
"""The words of one language, and its names of delegations."""


class _Splitter:
    """Goes over the lines once and says where blocks begin."""

    def __init__(self, layout: Layout, vocabulary: Vocabulary, at: Callable[[int], Vocabulary] | None) -> None:
        self.layout = layout
        self.lexicon, self.registry = vocabulary
        self.at = at
        self.beginnings = Beginnings(layout, self.lexicon)
        self.starts: list[_Start] = []

    def run(self) -> list[_Start]:
        previous: Role | None = None
        for index, line in enumerate(self.layout.lines):
            match line.role:
                case Role.BLANK:
                    self.beginnings.blank()
                    continue
                case Role.FURNITURE:
                    if previous is not Role.FURNITURE:
                        self.starts.append(_Start(line.start, BlockKind.FURNITURE, line.body))
                    self.beginnings.interrupt()
                case Role.FOOTNOTE:
                    if index in self.layout.footnotes or previous is not Role.FOOTNOTE:
                        self.starts.append(_Start(line.start, BlockKind.FOOTNOTE, line.body))
                    self.beginnings.interrupt()
                case Role.TEXT:
                    self._text(line, interrupted=previous in (Role.FURNITURE, Role.FOOTNOTE))
                case Role.MARK:
                    self.beginnings.mark()
                    continue
            previous = line.role
        return self.starts

    def _text(self, line: Line, *, interrupted: bool) -> None:
        if self.at is not None:
            self.lexicon, self.registry = self.at(line.start)
            self.beginnings.speak(self.lexicon)
        opening = self._opening(line)
        begins = self.beginnings.begins(opening)
        if begins:
            self._start(opening)
        elif interrupted:
            # The sentence goes on after the page break: the block is cut in the text, not in meaning.
            self.starts.append(_Start(line.start, BlockKind.PARAGRAPH, line.body, continues=True))
        self.beginnings.take(opening, begins=begins)

    def _opening(self, line: Line) -> Opening:
        label = find_label(line.text, self.lexicon)
        kind = self._kind(line, label)
        if label is not None and kind in (BlockKind.PARAGRAPH, BlockKind.ITEM):
            words = line.text[label.length :].lstrip()
            pattern = self.lexicon.labels.get("option")
            if pattern is not None and pattern.match(words.lstrip("[［ ")):
                option = find_label(words, self.lexicon)
                if option is not None and option.kind is BlockKind.OPTION:
                    return Opening(line, kind, label, option, len(line.text) - len(words))
        return Opening(line, kind, label)

    def _start(self, opening: Opening) -> None:
        line, label, option = opening.line, opening.label, opening.option
        body = line.body + (label.length if label else 0)
        self.starts.append(_Start(line.start, opening.kind, body, label.text if label else ""))
        if option is not None:
            at = line.body + opening.option_at
            self.starts.append(_Start(at, option.kind, at + option.length, option.text))

    def _kind(self, line: Line, label: Label | None) -> BlockKind:
        voice = voice_of(line.text, self.lexicon, self.registry)
        if voice is BlockKind.CHAIR:
            return voice
        if label is not None:
            return label.kind
        if voice is not None:
            return voice
        centred = line.indent >= _CENTRED and self.layout.short(line) and not self.layout.ended(line)
        return BlockKind.HEADING if centred or _BRACES.match(line.text) else BlockKind.PARAGRAPH


def split_blocks(
    source: Source,
    layout: Layout,
    lexicon: Lexicon,
    registry: Registry,
    at: Callable[[int], Vocabulary] | None = None,
) -> tuple[Block, ...]:
    """The blocks of a source in order; together they cover its text.

    A paragraph that a page break cuts is two blocks under the same address. Where the first option of a paragraph
    stands in the line of its number, the option is a block of its own.

    Args:
        source: the text.
        layout: its lines.
        lexicon: words of its language.
        registry: names of delegations in it.
        at: of a draft in several languages, the words and names for the line that begins at an offset.
    """
    starts = _Splitter(layout, (lexicon, registry), at).run()
    size = len(source.text)
    if not starts:
        return (Block(BlockKind.PARAGRAPH, Span(0, size), 0),)
    ends = [start.offset for start in starts[1:]] + [size]
    blocks = [
        Block(start.kind, Span(start.offset if index else 0, end), start.body, start.label, continues=start.continues)
        for index, (start, end) in enumerate(zip(starts, ends, strict=True))
    ]
    return number_blocks(source.text, blocks)
