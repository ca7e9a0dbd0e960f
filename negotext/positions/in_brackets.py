"""Positions from brackets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from negotext.model import Bracket, BracketKind, Position, Span, Stance
from negotext.source import CHILD, Region

from .clauses import Reaction
from .context import words_before
from .placement import Placement, behalf
from .readings import Words


class BracketPlacer:
    """Makes the positions of brackets, and remembers what each bracket was found to hold.

    Attributes:
        kinds: brackets that hold only an attribution.
        attributed: for each bracket read, the span of the words under negotiation in it.
    """

    def __init__(self, placement: Placement) -> None:
        self.placement = placement
        self.units = placement.units
        self.kinds: dict[int, BracketKind] = {}
        self.attributed: dict[int, Span] = {}

    def place(self, reactions: Sequence[Reaction], region: Region, bracket: Bracket) -> list[Position]:
        """The positions of a bracket from the reactions in its first or only lines."""
        if not reactions:
            return []
        if all(reaction.bare for reaction in reactions):
            return self._names_only(reactions, bracket) or self._names_behind(reactions, region, bracket)
        positions: list[Position] = []
        holds_words = False
        for read in reactions:
            placed, words = self._place_one(self._as_meant(read, region, bracket), region, bracket)
            positions += placed
            heads_text = self.placement.is_officer(read.parties) and read.reading.stance is Stance.REPLACE
            if heads_text and self.units.head(bracket) != bracket.inner:
                holds_words = True  # the paragraphs of a chair's alternative
            if words is not None:
                holds_words = True
                if not self.placement.is_officers_text(read):
                    self.attributed.setdefault(bracket.index, words)
        if not holds_words and bracket.kind is BracketKind.CONTESTED:
            self.kinds[bracket.index] = BracketKind.ATTRIBUTION
        return positions

    def _place_one(self, reaction: Reaction, region: Region, bracket: Bracket) -> tuple[list[Position], Span | None]:
        """The positions of one reaction, and the words under negotiation that the bracket holds because of it."""
        block = self.units.block_index(bracket.start)
        reading = reaction.reading
        text = self.placement.raw(reading.text, region)
        if reaction.bare:
            before = words_before(bracket, self.units, self.attributed, self.kinds)
            positions = self.placement.positions(reaction, region, block, bracket=bracket, text=before)
            return positions, None
        if text is not None and reaction.offered:
            text = self._to_the_end(text, region, bracket)
        target = self.placement.raw(reading.target, region)
        about = target
        own = None
        if target is not None and reading.own:
            target = about = own = self._to_the_end(target, region, bracket)
        elif reading.pointer or (target is None and reading.stance is not Stance.INSERT):
            about = self._pointed_at(reaction, region, bracket, block)
            target = target or about
            if about is not None and reading.place == "here":
                target = about
        positions = self.placement.positions(
            reaction, region, block, bracket=bracket, text=text, target=target, about=about
        )
        return positions, text or own

    def _pointed_at(self, reaction: Reaction, region: Region, bracket: Bracket, block: int) -> Span | None:
        """What a reaction that quotes no words is about: where it points, or the words before its bracket."""
        reading = reaction.reading
        if reading.pointer and reading.place != "here":
            return self.placement.pointed_at(reading, region, block)
        before = words_before(bracket, self.units, self.attributed, self.kinds)
        if before is not None and reading.pointer and not self._touches(before, bracket):
            return None
        return before

    def _touches(self, before: Span, bracket: Bracket) -> bool:
        return not self.units.text[before.end : bracket.start].strip('”“"»」]］）) \n\r\t')

    def place_tail(self, reactions: Sequence[Reaction], region: Region, bracket: Bracket) -> list[Position]:
        """The position in the last lines of a long bracket: its last words and whose they are."""
        block = self.units.block_index(bracket.inner.end - 1)
        positions: list[Position] = []
        for reaction in reactions:
            words = reaction.reading.text or reaction.reading.target
            if words is None:
                continue
            last = max(region.clean.rfind(mark, words.start, words.end) for mark in (CHILD, "。", ". "))
            start = max(words.start, last + 1)
            span = self.placement.raw(Words(start, words.end), region)
            shown = replace(reaction, start=start)
            offers = reaction.reading.text is not None
            positions += self.placement.positions(
                shown,
                region,
                block,
                bracket=bracket,
                text=span if offers else None,
                target=None if offers else span,
                about=None if offers else span,
            )
        return positions

    # --- what a bracket's form means -----------------------------------------------------------------------------

    def _as_meant(self, reaction: Reaction, region: Region, bracket: Bracket) -> Reaction:
        """Tell questions, notes and labelled alternatives from words offered for the text."""
        text = reaction.reading.text
        if text is None:
            return reaction
        labels = self.placement.lexicon.labels
        if reaction.plain and self._speaks_about(reaction, region, text):
            reading = replace(reaction.reading, stance=Stance.COMMENT, text=None)
            return replace(reaction, reading=reading, offered=False)
        alternative = labels.get("alternative")
        block = self.units.block_index(bracket.start)
        whole = bracket.parent < 0 and not self.units.text[self.units.blocks[block].body : bracket.start].strip()
        labelled = (alternative is not None and alternative.match(region.clean, text.start)) or (
            whole and self.placement.labelled_alternative(block)
        )
        if labelled and reaction.reading.stance is Stance.INSERT:
            return replace(reaction, reading=replace(reaction.reading, stance=Stance.REPLACE))
        return reaction

    def _speaks_about(self, reaction: Reaction, region: Region, text: Words) -> bool:
        """Whether words are a question, a note, or what an officer says about paragraphs."""
        if region.clean[: text.end].endswith(("?", "？", "؟")):
            return True
        note = self.placement.lexicon.labels.get("note")
        if note is not None and note.match(region.clean, text.start):
            return True
        quoted = region.clean[text.start - 1] in '“"«「' or region.clean[text.start] == CHILD
        return self.placement.is_officer(reaction.parties) and not quoted and reaction.lead == "colon"

    def _to_the_end(self, words: Span, region: Region, bracket: Bracket) -> Span:
        """Words that reach to the end of the first lines of a long bracket reach to its closing character."""
        whole = words.end >= self.placement.raw_end(len(region.clean), region)
        return Span(words.start, max(words.end, bracket.inner.end)) if whole and bracket.closed else words

    def _names_only(self, reactions: Sequence[Reaction], bracket: Bracket) -> list[Position]:
        """`[[Pakistan] words [Algeria]]`: names that open or close a passage want it in."""
        if bracket.parent < 0:
            return []
        outer = self.units.tree.brackets[bracket.parent]
        text = self.units.text
        opens = not text[outer.inner.start : bracket.start].strip()
        closes = not text[bracket.end : outer.inner.end].strip()
        if opens == closes:
            return []
        self.kinds[bracket.index] = BracketKind.ATTRIBUTION
        siblings = self.units.tree.children(outer.index)
        start, end = outer.inner
        if self._is_name(siblings[0]) and not text[start : siblings[0].start].strip():
            start = siblings[0].end
        if self._is_name(siblings[-1]) and not text[siblings[-1].end : end].strip():
            end = siblings[-1].start
        words = self.placement.words(Span(start, end), bracket.start)
        paragraph = self.units.blocks[self.units.block_index(bracket.start)].paragraph
        return [
            Position(
                delegation=party.name.value,
                on_behalf_of=behalf(party),
                stance=Stance.INSERT,
                text=words,
                target=None,
                evidence=outer.span,
                paragraph=paragraph,
                bracket=outer.index,
                offered=Span(start, end),
            )
            for reaction in reactions
            for party in reaction.parties
        ]

    def _names_behind(self, reactions: Sequence[Reaction], region: Region, bracket: Bracket) -> list[Position]:
        """`[words] (Egypt, Pakistan)`, `[words] [Peru]`: names right behind a bracket say whose words it holds."""
        before = self.units.previous(bracket)
        officers = all(self.placement.is_officer(reaction.parties) for reaction in reactions)
        if officers and not bracket.round:
            return []
        if before is None or self.units.text[before.end : bracket.start].strip():
            return []
        self.kinds[bracket.index] = BracketKind.ATTRIBUTION
        words = words_before(bracket, self.units, self.attributed, self.kinds)
        block = self.units.block_index(bracket.start)
        positions: list[Position] = []
        for reaction in reactions:
            positions += self.placement.positions(reaction, region, block, bracket=bracket, text=words)
        return positions

    def _is_name(self, bracket: Bracket) -> bool:
        inner = self.units.flow(bracket.start).wording(*bracket.inner)
        return self.placement.registry.code(inner) is not None
