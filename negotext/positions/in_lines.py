"""Positions from lines in which a delegation speaks, and from reports of what delegations said."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from negotext.model import BlockKind, BracketKind, Position, Span, Stance
from negotext.source import CHILD, Region

from .clauses import Reaction
from .placement import Placement
from .readings import Reading

_HAN = re.compile("[\u3400-\u9fff]")
# Between two columns; tabs and spaces behind a colon stand between a speaker and what is said.
_COLUMNS = re.compile(r"(?<=[^\s:：])(?:[^\S\n]{3,}|\t)(?=\S)")
# A lead-in shorter than this takes the numbered items below it into the words offered.
_LEAD_IN = 40
# Blocks above a line in which the words it restates can stand, and how much of each is looked at.
_ABOVE = 8
_HEAD = 200
# Blocks above a line in which the words it quotes are looked for.
_REACH = 40
# Places of one paragraph that are looked at for words a delegation asks for.
_OFTEN = 50
_MARGIN = ' \t\r\n\u00a0\u202f“”"«»「」'
_TEXT = (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.OPTION)


class LinePlacer:
    """Makes the positions of delegations' own lines."""

    def __init__(self, placement: Placement) -> None:
        self.placement = placement
        self.units = placement.units

    def place(self, reactions: Sequence[Reaction], region: Region, index: int) -> list[Position]:
        """The positions of block `index` from the reactions in it."""
        positions: list[Position] = []
        named = ""
        for read in reactions:
            if self._is_form(read, region) or self._in_columns(read, region, index):
                continue
            reaction = self._as_meant(read, region, index)
            reaction = self._as_on_the_table(reaction, region, index)
            reading = reaction.reading
            text = self._own_lines(self.placement.raw(reading.text, region), index)
            if text is not None and reaction.offered and text.length < _LEAD_IN:
                text = self._with_items(text, index)
            target = self.placement.raw(reading.target, region)
            about = self.placement.pointed_at(reading, region, index)
            if target is not None and not reading.pointer:
                about = self._quoted_from(target, index)
            placed = self.placement.positions(reaction, region, index, text=text, target=target, about=about)
            if not self.units.blocks[index].paragraph:
                named = self.placement.named_paragraph(region.clean[reaction.start : reaction.end]) or named
                placed = [replace(position, paragraph=named) for position in placed]
            positions += placed
        return positions

    def _quoted_from(self, quoted: Span, index: int) -> Span | None:
        """Where the words that a line quotes stand in its paragraph; None unless they stand there once."""
        found = list(islice(self._occurrences(quoted.of(self.units.text).strip(), index), 2))
        return found[0] if len(found) == 1 else None

    def _occurrences(self, words: str, index: int) -> Iterator[Span]:
        """Where words stand in the paragraph that block `index` belongs to, in the nearest block above it first."""
        main = self.units.blocks[index].paragraph.partition("(")[0]
        for block in reversed(self.units.blocks[max(0, index - _REACH) : index]):
            if block.paragraph.partition("(")[0] != main or block.kind not in _TEXT:
                continue
            at = self.units.text.find(words, block.body, block.span.end)
            while at >= 0:
                yield Span(at, at + len(words))
                at = self.units.text.find(words, at + 1, block.span.end)

    def _as_on_the_table(self, reaction: Reaction, region: Region, index: int) -> Reaction:
        """`Norway: prefers “shall”` under `[shall][should]` supports what is there; elsewhere it offers new words."""
        reading = reaction.reading
        wished = self.placement.raw(reading.text, region) if reading.wish else None
        if wished is None:
            return reaction
        there = islice(self._occurrences(wished.of(self.units.text).strip(), index), _OFTEN)
        if not any(self._fills_bracket(span) for span in there):
            return reaction
        return replace(reaction, reading=Reading(Stance.SUPPORT, target=reading.text))

    def _fills_bracket(self, words: Span) -> bool:
        """Whether words are all that is under negotiation in a bracket."""
        around = self.units.bracket_around(words.start)
        if around is None or around.kind is not BracketKind.CONTESTED or not around.inner.holds(words):
            return False
        return around.inner.of(self.units.text).strip(_MARGIN) == words.of(self.units.text)

    def _own_lines(self, text: Span | None, index: int) -> Span | None:
        """A bracket that outlives the speaker's lines does not make the lines below it the speaker's."""
        if text is None:
            return None
        return Span(text.start, max(text.start + 1, min(text.end, self.units.unit_end(index))))

    def _is_form(self, reaction: Reaction, region: Region) -> bool:
        """Whether a line is a form and no statement: `Rapporteur: [ ]`, `Chair: Ms. Pires (Brazil)`."""
        words = reaction.reading.text
        if words is None or not reaction.plain:
            return False
        offered = region.clean[words.start : words.end]
        if offered.strip(" .。") != CHILD:
            return self.placement.is_officer(reaction.parties) and not offered.endswith((".", "。", "?", "？", "؟"))
        child = self.units.bracket_at(region.raw(words.start))
        return child is not None and child.kind is not BracketKind.CONTESTED

    def _in_columns(self, reaction: Reaction, region: Region, index: int) -> bool:
        """Whether a wide gap parts the words, as in a masthead: the place on the left, the symbol on the right."""
        start, end = region.raw(reaction.start), region.raw(max(reaction.start, reaction.end - 1))
        return not self.units.blocks[index].paragraph and _COLUMNS.search(self.units.text, start, end) is not None

    def _as_meant(self, reaction: Reaction, region: Region, index: int) -> Reaction:
        """Tell words offered for the text from a commentary on it."""
        reading = reaction.reading
        if not reaction.plain or reading.text is None:
            return reaction
        words = region.clean[reading.text.start : reading.text.end]
        if not words.strip(CHILD + " .。"):
            return replace(reaction, reading=replace(reading, stance=Stance.REPLACE))
        if self.placement.is_officer(reaction.parties) and not words.startswith(CHILD):
            return _comment(reaction)
        if region.clean[reading.text.start - 1] in '“"«「':
            return replace(reaction, reading=replace(reading, stance=Stance.INSERT))
        if reaction.lead == "dash" or self._comments(words):
            return _comment(reaction)
        if self.placement.labelled_alternative(index):
            return replace(reaction, reading=replace(reading, stance=Stance.REPLACE))
        stance = Stance.REPLACE if self._restates(words, index) else Stance.INSERT
        return replace(reaction, reading=replace(reading, stance=stance))

    def _comments(self, words: str) -> bool:
        """Whether words speak about the text instead of being text."""
        if words.rstrip().endswith(("?", "？", "؟")) or words[:1].islower():
            return True
        lexicon = self.placement.lexicon
        if any(place.pattern.match(words) for place in lexicon.places):
            return True
        if lexicon.forms["commentary"].match(words):
            return True
        first = lexicon.words.at(words.lower(), 0, len(words))
        return first is not None and first.value in ("about", "verb:comment", "pending")

    def _restates(self, words: str, index: int) -> bool:
        """Whether offered words begin as a paragraph or item just above does: they are to stand in its place."""
        head = words[:2] if _HAN.match(words) else " ".join(words.split()[:2])
        kinds = (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.STATEMENT)
        return any(
            head in self.units.text[block.span.start : block.span.end][:_HEAD]
            for block in self.units.blocks[max(0, index - _ABOVE) : index]
            if block.kind in kinds
        )

    def _with_items(self, text: Span, index: int) -> Span:
        """Words that lead in numbered items, with the items."""
        end = text.end
        for at in range(index + 1, len(self.units.blocks)):
            block = self.units.blocks[at]
            if block.kind in (BlockKind.FURNITURE, BlockKind.FOOTNOTE) or block.continues:
                continue
            if block.kind is not BlockKind.ITEM or not block.label:
                break
            end = block.span.end
        return Span(text.start, end)


def _comment(reaction: Reaction) -> Reaction:
    reading = replace(reaction.reading, stance=Stance.COMMENT, text=None)
    return replace(reaction, reading=reading, offered=False)
