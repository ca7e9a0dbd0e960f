"""Choices about whole paragraphs and items: new wordings, deletions, chair's alternatives."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from negotext.model import Block, BlockKind, BracketKind, ChoiceKind, Draft, Position, Side, Span, Stance

from .in_brackets import side_of
from .proto import Proto
from .replaced import Replaced

_PAGE = (BlockKind.FURNITURE, BlockKind.FOOTNOTE)
_UNITS = (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.OPTION)
_REACTS = frozenset({Stance.SUPPORT, Stance.OPPOSE, Stance.RESERVE, Stance.RETAIN, Stance.DELETE})


class PassageChoices:
    """Collects the choices about blocks of a draft."""

    def __init__(self, draft: Draft, unplaced: Iterable[int], apart: Collection[int]) -> None:
        """Look at `draft`.

        Args:
            draft: as read.
            unplaced: indexes of the positions in brackets that are about other places.
            apart: indexes of the brackets that hold nothing but such positions, and their words.
        """
        self.draft = draft
        self.apart = apart
        self.text = draft.source.text
        lines = (i for i, position in enumerate(draft.positions) if position.bracket is None)
        self.indexes = sorted({*lines, *unplaced})
        self.protos: dict[Span, Proto] = {}
        self.closers = {bracket.end: bracket.start for bracket in draft.tree.brackets if bracket.closed}
        self.paragraphs: dict[str, Block] = {}
        for block in draft.blocks:
            if block.kind is BlockKind.PARAGRAPH and block.label and not block.continues:
                self.paragraphs.setdefault(block.paragraph, block)
        self.replaced = Replaced(draft, self.paragraphs)

    def collect(self) -> list[Proto]:
        """The choices, in no particular order."""
        latest: list[tuple[Proto, int]] = []
        spoken_in = ""  # the paragraph of the latest
        fulfilled: list[int] = []  # what the text may have already
        for index in self.indexes:
            position = self.draft.positions[index]
            placed = self._place(index, position)
            if placed:
                latest, spoken_in = placed, position.paragraph
            elif latest and spoken_in == position.paragraph and position.stance in _REACTS:
                side = Side.AGAINST if position.stance is Stance.OPPOSE else Side.FOR
                if position.stance is Stance.RESERVE:
                    side = Side.RESERVES
                for proto, alternative in latest:
                    proto.stands.append((index, side, alternative))
                    self._vanish(proto, position)
            elif position.stance is Stance.REPLACE and position.offered is not None:
                fulfilled.append(index)
        for index in fulfilled:
            self._fulfilled(index, self.draft.positions[index])
        return list(self.protos.values())

    def _fulfilled(self, index: int, position: Position) -> None:
        """Stand by words that the paragraph has by now, for whoever asked for them in the place of others.

        In `The Council will decide on … Barbados: replace “consider” with “decide on”. Norway disagrees.` Norway is
        against words of the text, and Barbados is for them.
        """
        assert position.offered is not None
        words = self._told(position.offered)
        for proto in self.protos.values():
            if self.draft.block_at(proto.span.start).paragraph != position.paragraph:
                continue
            same = (number for number, each in enumerate(proto.wordings, 1) if self._told(each.span) == words)
            if (alternative := next(same, None)) is not None:
                proto.stands.append((index, Side.FOR, alternative))
                self._vanish(proto, position)
                return

    def _told(self, span: Span) -> str:
        """Words without white space: lines wrap anywhere."""
        return "".join(span.of(self.text).split())

    # --- what a line is about --------------------------------------------------------------------------------------

    def _place(self, index: int, position: Position) -> list[tuple[Proto, int]]:
        """The choices a position belongs to, with the alternative it is for."""
        if position.stance is Stance.INSERT and position.bracket is None and position.offered is not None:
            return [self._insertion(index, position)]
        about = position.about
        if about is not None and position.bracket is None and not self._starts_block(about):
            return [self._quoted(index, position, about)]
        placed: list[tuple[Proto, int]] = []
        own = self._chairs_text(position) if position.stance is Stance.REPLACE else None
        for block in self._blocks(position):
            if own is not None and own.overlaps(block.span):
                continue  # a chair's text for a paragraph that stands nowhere else
            proto = self._passage(self._replaced(position, block) or self._words(block))
            alternative = 0
            if position.stance is Stance.REPLACE:
                words = self._chairs_text(position, proto) or position.offered
                if words is None:
                    proto.stands.append((index, Side.REMARKS, proto.base))
                    placed.append((proto, proto.base))
                    continue
                alternative = proto.add(words, offered=True)
                proto.stands.append((index, Side.FOR, alternative))
            else:
                side, alternative = side_of(position, proto, self._chairs(position, proto))
                proto.stands.append((index, side, alternative))
            self._vanish(proto, position)
            placed.append((proto, alternative))
        return placed

    def _starts_block(self, span: Span) -> bool:
        return self.draft.block_at(span.start).span.start == span.start

    def _quoted(self, index: int, position: Position, about: Span) -> tuple[Proto, int]:
        """Words of a paragraph that a delegation's line quotes: `Chile: delete “independent”`."""
        proto = self.protos.get(about)
        if proto is None:
            proto = self.protos[about] = Proto(about, kind=ChoiceKind.DELETION)
            proto.add(about, offered=False)
        if position.offered is not None and position.stance is Stance.REPLACE:
            proto.kind = ChoiceKind.REPLACEMENT
            proto.add(position.offered, offered=True)
        side, alternative = side_of(position, proto, None)
        proto.stands.append((index, side, alternative))
        self._vanish(proto, position)
        return proto, alternative

    def _chairs(self, position: Position, proto: Proto) -> int | None:
        """Number of the chair's wording, for those who speak under it."""
        if not position.paragraph.startswith("C"):
            return None
        spoke = [(index, alternative) for index, side, alternative in proto.stands if side is Side.FOR]
        return next((a for index, a in spoke if self._chairs_text(self.draft.positions[index])), None)

    def _blocks(self, position: Position) -> list[Block]:
        about = position.about
        if about is not None:
            found = [block for block in self.draft.blocks_in(about) if block.kind in _UNITS and not block.continues]
            if found and found[0].span.start >= about.start:
                several = position.stance in _REACTS and len(found) == 1
                return self.replaced.named(position, found[0]) if several else found
        wants_paragraph = position.stance is Stance.REPLACE or (about is None and position.stance in _REACTS)
        if wants_paragraph and position.target is not None and position.bracket is None:
            block = self.paragraphs.get(position.paragraph)
            return [block] if block is not None and position.target.startswith("paragraph ") else []
        if position.stance is Stance.REPLACE:
            block = self.paragraphs.get(position.paragraph.removeprefix("C").partition("(")[0])
            return [block] if block is not None else []
        return []

    def _replaced(self, position: Position, block: Block) -> Span | None:
        """What a chair's alternative replaces, or the words of a delegation for several paragraphs; else None."""
        if position.stance is not Stance.REPLACE or block.kind is not BlockKind.PARAGRAPH:
            return None
        if self._chairs_text(position) is not None:
            return self.replaced.by(position, block)
        several = position.offered is not None and len(self.replaced.named(position, block)) > 1
        return self.replaced.by(position, block, lines=False) if several else None

    def _passage(self, span: Span) -> Proto:
        proto = self.protos.get(span)
        if proto is None:
            proto = self.protos[span] = Proto(span, kind=ChoiceKind.PASSAGE)
            proto.add(span, offered=False)
        return proto

    def _words(self, block: Block) -> Span:
        """A block without white space around it and without the ends of brackets that began above it."""
        start, end = block.span.start, self._goes_on_to(block)
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and (self.text[end - 1].isspace() or self.closers.get(end, start) < start):
            end -= 1
        return Span(start, end)

    def _goes_on_to(self, block: Block) -> int:
        """Where a block ends that a page break or a footnote interrupts."""
        end = block.span.end
        for following in self.draft.blocks[self.draft.block_index(block.span.start) + 1 :]:
            if following.continues:
                end = following.span.end
            elif following.kind not in _PAGE:
                break
        return end

    def _insertion(self, index: int, position: Position) -> tuple[Proto, int]:
        """A line whose words are to come in where it stands."""
        assert position.offered is not None
        line = self._words(self.draft.block_at(position.evidence.start))
        span = Span(min(line.start, position.offered.start), max(line.end, position.offered.end))
        proto = self.protos.get(span)
        if proto is None:
            proto = self.protos[span] = Proto(span, kind=ChoiceKind.INSERTION)
        alternative = proto.add(position.offered, offered=True)
        proto.stands.append((index, Side.FOR, alternative))
        return proto, alternative

    def _vanish(self, proto: Proto, position: Position) -> None:
        """What only says who wants what of a choice goes from the text with it: a line, or an attribution."""
        if position.bracket is not None:
            bracket = self.draft.tree.brackets[position.bracket]
            if bracket.kind is BracketKind.ATTRIBUTION or bracket.index in self.apart:
                proto.vanishing.append(bracket.span)
            return
        block = self.draft.block_at(position.evidence.start)
        own_line = block.kind in (BlockKind.STATEMENT, BlockKind.NOTE)
        if own_line and not proto.span.overlaps(block.span):
            proto.vanishing.append(block.span)

    def _chairs_text(self, position: Position, proto: Proto | None = None) -> Span | None:
        """All that belongs to a chair's alternative: from its heading to the last paragraph under it.

        The heading goes from the text when the choice `proto` is decided.
        """
        at = self.draft.block_at(position.evidence.start)
        if at.kind is not BlockKind.CHAIR:
            return None
        blocks = self.draft.blocks
        index = self.draft.block_index(position.evidence.start)
        heading = position.evidence.end
        last = at
        for block in blocks[index + 1 :]:
            if block.kind in _PAGE:
                continue
            if not block.paragraph.startswith("C") or block.kind in (BlockKind.CHAIR, BlockKind.STATEMENT):
                break
            last = block
        start = heading
        while start < last.span.end and (self.text[start].isspace() or self.text[start] in ":：]］"):
            start += 1
        end = self._words(last).end
        while self.closers.get(end, start) < start:
            end -= 1
        if proto is not None:
            proto.vanishing.append(Span(at.span.start, start))
        return Span(start, end) if end > start else None
