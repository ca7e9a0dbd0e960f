"""From reactions in a region to positions in the draft: spans, words and paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from negotext.languages import Lexicon, Registry
from negotext.model import BlockKind, Bracket, BracketKind, Position, Span, Stance
from negotext.notation import Party
from negotext.source import CHILD, Region

from .clauses import Reaction
from .context import words_before
from .places import label_index, resolve_place
from .readings import Reading, Words
from .units import Units

_OUTER = re.compile(r"\A[“\"«「\[［]\s*(.*?)\s*[”\"»」\]］][。.]?\Z", re.DOTALL)
_FOOTNOTE = re.compile(r"\A\d{1,3}\s+(?=(?:ALT\s)?\d{1,3}\.\s)")
_OFFERING = (Stance.INSERT, Stance.REPLACE)
# All words of nested attributed brackets together may be this many times the text; deeper ones give no words.
_BUDGET = 64
# A lead-in shorter than this takes the numbered items below it into the words offered.
_LEAD_IN = 40


class Placer:
    """Makes positions, and remembers what each bracket was found to hold."""

    def __init__(self, units: Units, lexicon: Lexicon, registry: Registry) -> None:
        self.units = units
        self.lexicon = lexicon
        self.registry = registry
        self.labels = label_index(units.blocks)
        self.kinds: dict[int, BracketKind] = {}
        self.attributed: dict[int, Span] = {}
        self._budget = _BUDGET * len(units.text) + 100_000

    # --- brackets ----------------------------------------------------------------------------------------------

    def place_bracket(self, reactions: Sequence[Reaction], region: Region, bracket: Bracket) -> list[Position]:
        """The positions of a bracket from the reactions in its first or only lines."""
        if not reactions:
            return []
        if all(reaction.bare for reaction in reactions):
            return self._names_only(reactions, bracket)
        block = self.units.block_index(bracket.start)
        positions: list[Position] = []
        holds_words = False
        for reaction in reactions:
            reaction = self._as_alternative(self._as_question(reaction, region), region)
            reaction, about = self._in_context(reaction, region, bracket, block)
            text = self._raw(reaction.reading.text, region)
            if text is not None and reaction.offered and text.end >= self._region_end(region):
                text = self._to_the_end(text, bracket)
            target = self._raw(reaction.reading.target, region)
            if target is not None and reaction.reading.target is not None and not reaction.reading.pointer:
                target = self._stretched(target, reaction, region, bracket)
                about = target
            if not (self._is_officer(reaction.parties) and reaction.reading.stance is Stance.REPLACE and reaction.offered):
                words = text or (target if about == target else None)
                if words is not None:
                    self.attributed.setdefault(bracket.index, words)
            holds_words = holds_words or text is not None or (target is not None and about == target and self._holds(bracket, target, reaction))
            positions += self._positions(reaction, region, bracket, block, text, target or about, about)
        if not holds_words and bracket.kind is BracketKind.CONTESTED:
            self.kinds[bracket.index] = BracketKind.ATTRIBUTION
        return positions

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
            trimmed = Words(start, words.end)
            shown = replace(reaction, start=start)
            if reaction.reading.text is not None:
                positions += self._positions(shown, region, bracket, block, self._raw(trimmed, region), None, None)
            else:
                target = self._raw(trimmed, region)
                positions += self._positions(shown, region, bracket, block, None, target, target)
        return positions

    def _in_context(
        self, reaction: Reaction, region: Region, bracket: Bracket, block: int
    ) -> tuple[Reaction, Span | None]:
        """Give a reaction that names no words those that stand before the bracket."""
        reading = reaction.reading
        if reading.target is not None and not reading.pointer:
            return reaction, None
        if reading.pointer and reading.place != "here":
            words = region.clean[reading.target.start : reading.target.end] if reading.target else ""
            return reaction, resolve_place(reading.place, words, block, self.units.blocks, self.labels, self.lexicon)
        if reading.stance is Stance.INSERT:
            return reaction, None
        before = words_before(bracket, self.units, self.attributed, self.kinds)
        if before is None:
            return reaction, None
        if reading.pointer and self.units.block_index(before.start) == block and not self._touches(before, bracket):
            return reaction, None
        # The words before the bracket are the target; a pointer such as "this text" only points at them.
        return replace(reaction, reading=replace(reading, target=None, pointer=False)), before

    def _touches(self, before: Span, bracket: Bracket) -> bool:
        return len(self.units.text[before.end : bracket.start].strip("”\"]］）) \n")) == 0

    def _as_question(self, reaction: Reaction, region: Region) -> Reaction:
        """A question in a bracket is a comment, and so is what an officer says about paragraphs; neither is text."""
        text = reaction.reading.text
        if not reaction.plain or text is None:
            return reaction
        asked = region.clean[: text.end].endswith(("?", "？"))
        about = self._is_officer(reaction.parties) and self._named_paragraph(region.clean[text.start : text.end])
        if not asked and not about:
            return reaction
        return replace(reaction, reading=replace(reaction.reading, stance=Stance.COMMENT, text=None), offered=False)

    def _as_alternative(self, reaction: Reaction, region: Region) -> Reaction:
        """`[Peru propose: ALT 3. words]`: words labelled as an alternative are to stand in the place of others."""
        text, pattern = reaction.reading.text, self.lexicon.labels.get("alternative")
        if reaction.reading.stance is not Stance.INSERT or text is None or pattern is None:
            return reaction
        if not pattern.match(region.clean, text.start):
            return reaction
        return replace(reaction, reading=replace(reaction.reading, stance=Stance.REPLACE))

    def _names_only(self, reactions: Sequence[Reaction], bracket: Bracket) -> list[Position]:
        """`[[Pakistan] words [Algeria]]`: names that open or close a passage want it in."""
        if bracket.parent < 0:
            return []
        outer = self.units.tree.brackets[bracket.parent]
        text = self.units.text
        opens = not text[outer.inner.start : bracket.start].strip()
        closes = not text[bracket.end : outer.inner.end].strip()
        if not (opens or closes) or (opens and closes):
            return []
        self.kinds[bracket.index] = BracketKind.ATTRIBUTION
        flow = self.units.flow(bracket.start)
        siblings = self.units.tree.children(outer.index)
        start, end = outer.inner
        if self._only_names(siblings[0], outer.inner.start, at_start=True):
            start = siblings[0].end
        if self._only_names(siblings[-1], outer.inner.end, at_start=False):
            end = siblings[-1].start
        words = self._words(flow.wording(start, end)) if self._spend(end - start) else None
        block = self.units.blocks[self.units.block_index(bracket.start)]
        return [
            Position(party.name.value, _behalf(party), Stance.INSERT, words, None, outer.span, block.paragraph, outer.index)
            for reaction in reactions
            for party in reaction.parties
        ]

    def _only_names(self, bracket: Bracket, edge: int, *, at_start: bool) -> bool:
        text = self.units.text
        gap = text[edge : bracket.start] if at_start else text[bracket.end : edge]
        inner = self.units.flow(bracket.start).wording(*bracket.inner)
        return not gap.strip() and (self.registry.code(inner) is not None)

    def _to_the_end(self, text: Span, bracket: Bracket) -> Span:
        """Offered words of a bracket of many blocks reach to its closing character."""
        return Span(text.start, max(text.end, bracket.inner.end)) if bracket.closed else text

    def _stretched(self, target: Span, reaction: Reaction, region: Region, bracket: Bracket) -> Span:
        """The same for words that are opposed: `[A oppose: many paragraphs]`."""
        whole = reaction.reading.target is not None and reaction.reading.target.end >= len(region.clean)
        return self._to_the_end(target, bracket) if whole else target

    def _holds(self, bracket: Bracket, target: Span, reaction: Reaction) -> bool:
        if not bracket.inner.holds(target):
            return False
        # Words that an instruction quotes or names stand elsewhere; those in front of a name stand here.
        return target.start < self._names_start(reaction) or not reaction.reading.verb or reaction.reading.target is None or self._is_wording(target, bracket, reaction)

    def _is_wording(self, target: Span, bracket: Bracket, reaction: Reaction) -> bool:
        return target.end >= bracket.inner.end - 2 and not reaction.lead

    def _names_start(self, reaction: Reaction) -> int:
        return -1

    # --- lines -------------------------------------------------------------------------------------------------

    def place_line(self, reactions: Sequence[Reaction], region: Region, index: int) -> list[Position]:
        """The positions of a delegation's own line, or of the sentences of a report."""
        positions: list[Position] = []
        named = ""
        for reaction in reactions:
            if self._is_form(reaction, region):
                continue
            reaction = self._as_line(reaction, region, index)
            reading = reaction.reading
            text = self._raw(reading.text, region)
            if text is not None:
                # A bracket that outlives the speaker's lines does not make the lines below it the speaker's.
                text = Span(text.start, max(text.start + 1, min(text.end, self.units.unit_end(index))))
            if text is not None and reaction.offered and text.length < _LEAD_IN:
                text = self._with_items(text, index)
            target = self._raw(reading.target, region)
            about = target
            if reading.pointer and reading.target is not None:
                words = region.clean[reading.target.start : reading.target.end]
                about = resolve_place(reading.place, words, index, self.units.blocks, self.labels, self.lexicon)
            placed = self._positions(reaction, region, None, index, text, target, about)
            if not self.units.blocks[index].paragraph:
                named = self._named_paragraph(region.clean[reaction.start : reaction.end]) or named
                placed = [replace(position, paragraph=named) for position in placed]
            positions += placed
        return positions

    def _named_paragraph(self, words: str) -> str:
        """The paragraph a sentence names, for reports that stand under none."""
        for place in self.lexicon.places:
            match = place.pattern.search(words) if place.kind == "paragraph" else None
            if match and (label := re.search(r"\d[\w.]*(?:\(\w+\))*", match.group())):
                return label.group()
        return ""

    def _is_form(self, reaction: Reaction, region: Region) -> bool:
        """Whether a line is a form and no statement: `Rapporteur: [ ]`, `Chair: Ms. Pires (Brazil)`."""
        words = reaction.reading.text
        if words is None or not reaction.plain:
            return False
        offered = region.clean[words.start : words.end]
        if offered.strip(" .。") != CHILD:
            return self._is_officer(reaction.parties) and not offered.endswith((".", "。", "?", "？"))
        child = self.units.bracket_at(region.raw(words.start))
        return child is not None and child.kind is not BracketKind.CONTESTED

    def _as_line(self, reaction: Reaction, region: Region, index: int) -> Reaction:
        """Tell words offered for the text from a commentary on it."""
        reading = reaction.reading
        if not reaction.plain or reading.text is None:
            return reaction
        words = region.clean[reading.text.start : reading.text.end]
        if self._is_officer(reaction.parties) and not words.startswith(CHILD):
            return replace(reaction, reading=replace(reading, stance=Stance.COMMENT, text=None), offered=False)
        quoted = region.clean[reading.text.start - 1 : reading.text.start] in ("“", '"', "«", "「")
        offered_bracket = words.replace(CHILD, "").strip(" 。.") == ""
        if quoted or offered_bracket:
            stance = Stance.REPLACE if offered_bracket else Stance.INSERT
        elif reaction.lead == "dash" or self._comments(words):
            return replace(reaction, reading=replace(reading, stance=Stance.COMMENT, text=None), offered=False)
        else:
            stance = Stance.REPLACE if self._restates(words, index) else Stance.INSERT
        return replace(reaction, reading=replace(reading, stance=stance))

    def _comments(self, words: str) -> bool:
        """Whether words speak about the text instead of being text."""
        if words.rstrip().endswith(("?", "？")):
            return True
        for place in self.lexicon.places:
            if place.pattern.match(words):
                return True
        lowered = words.lower()
        first = self.lexicon.words.at(lowered, 0, len(lowered))
        if first is not None and first.value in ("about", "verb:comment", "pending"):
            return True
        if any(found.value == "verb:comment" for found in self.lexicon.words.find(words)) and "我们" in words:
            return True
        return bool(re.match(r"(?:we|our|it|this|these|there|not|no|yes|still|also|why|what|how)\b|[a-z]", words))

    def _restates(self, words: str, index: int) -> bool:
        """Whether offered words begin as a paragraph or item just above does: they are to stand in its place."""
        head = words[:2] if not words[:1].isascii() else " ".join(words.split()[:2])
        for block in self.units.blocks[max(0, index - 8) : index]:
            if block.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.STATEMENT):
                if head and head in self.units.text[block.span.start : block.span.end][:200]:
                    return True
        return False

    def _with_items(self, text: Span, index: int) -> Span:
        end = text.end
        for block in self.units.blocks[index + 1 :]:
            if block.kind in (BlockKind.FURNITURE, BlockKind.FOOTNOTE) or block.continues:
                continue
            if block.kind is not BlockKind.ITEM or not block.label:
                break
            end = block.span.end
        return Span(text.start, end)

    # --- both --------------------------------------------------------------------------------------------------

    def _positions(
        self,
        reaction: Reaction,
        region: Region,
        bracket: Bracket | None,
        block: int,
        text: Span | None,
        target: Span | None,
        about: Span | None,
    ) -> list[Position]:
        evidence = Span(region.raw(reaction.start), self._raw_end(reaction.end, region))
        flow = self.units.flow(evidence.start)
        offered = None
        if text is not None and not self._is_officer_text(reaction) and self._spend(text.length):
            offered = self._words(flow.wording(*text)) or None
        meant = self._words(flow.wording(*target)) if target is not None and self._spend(target.length) else None
        paragraph = self.units.blocks[block].paragraph
        stance = reaction.reading.stance
        if meant is None and stance not in _OFFERING and paragraph:
            meant = f"paragraph {paragraph}"
        return [
            Position(
                party.name.value,
                _behalf(party),
                stance,
                offered,
                meant if stance is not Stance.INSERT else None,
                evidence,
                paragraph,
                bracket.index if bracket else None,
                about,
            )
            for party in reaction.parties
        ]

    def _is_officer(self, parties: Iterable[Party]) -> bool:
        return all(party.name.value in self.registry.roles for party in parties)

    def _is_officer_text(self, reaction: Reaction) -> bool:
        """A chair's alternative is a text of its own with its own paragraphs; the position only records that it is."""
        return reaction.reading.stance is Stance.REPLACE and self._is_officer(reaction.parties) and reaction.offered

    def _raw(self, words: Words | None, region: Region) -> Span | None:
        if words is None or words.end <= words.start:
            return None
        return Span(region.raw(words.start), self._raw_end(words.end, region))

    def _raw_end(self, end: int, region: Region) -> int:
        """Offset in the source after the last of the clean characters before `end`; a nested bracket is taken whole."""
        last = region.raw(end - 1)
        if region.clean[end - 1] == CHILD:
            child = self.units.bracket_at(last)
            return child.end if child else last + 1
        return last + 1

    @staticmethod
    def _region_end(region: Region) -> int:
        return region.raw(len(region.clean) - 1) + 1 if region.clean else 0

    def _spend(self, size: int) -> bool:
        self._budget -= size
        return self._budget > 0

    @staticmethod
    def _words(words: str) -> str:
        """Words without the marks around all of them."""
        words = _FOOTNOTE.sub("", words.strip())
        outer = _OUTER.match(words)
        if outer and not re.search(r"[“”\"«»「」\[\]［］]", outer[1]):
            return outer[1].strip()
        if outer and words[0] in "[［" and _balanced(outer[1]):
            return outer[1].strip()
        return words


def _balanced(words: str) -> bool:
    depth = 0
    for char in words:
        depth += (char in "[［") - (char in "]］")
        if depth < 0:
            return False
    return depth == 0


def _behalf(party: Party) -> str | None:
    return party.behalf.value if party.behalf is not None else None
