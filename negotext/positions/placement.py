"""From reactions in a region to positions in the draft: spans, words and who speaks."""

from __future__ import annotations

import re
from collections.abc import Iterable

from negotext.languages import Lexicon, Registry
from negotext.model import Bracket, Position, Span, Stance
from negotext.notation import Party
from negotext.source import CHILD, Region

from .clauses import Reaction
from .places import Places
from .readings import Reading, Words
from .units import Units

_OUTER = re.compile(r"\A[“”„\"«「\[［]\s*(.*?)\s*[”“\"»」\]］][。.]?\Z", re.DOTALL)
_LABEL = re.compile(r"\d+(?:\.\d+)*[a-z]?(?:\(\w+\))*")
_OFFERING = (Stance.INSERT, Stance.REPLACE)
# All words of nested attributed brackets together may be this many times the text; deeper ones give no words.
_BUDGET = 64


class Placement:
    """What placing in brackets and placing in lines have in common."""

    def __init__(self, units: Units, lexicon: Lexicon, registry: Registry) -> None:
        self.units = units
        self.lexicon = lexicon
        self.registry = registry
        self.places = Places(units.blocks, lexicon)
        self._budget = _BUDGET * len(units.text) + 100_000

    def positions(
        self,
        reaction: Reaction,
        region: Region,
        block: int,
        *,
        bracket: Bracket | None = None,
        text: Span | None = None,
        target: Span | None = None,
        about: Span | None = None,
    ) -> list[Position]:
        """One position for each party of a reaction.

        Args:
            reaction: who does what.
            region: where it was read.
            block: index of the block it stands in.
            bracket: the bracket it was read from, None for a line.
            text: the words offered.
            target: the words it is about, or the pointer at them.
            about: the words of the draft that it is about.
        """
        evidence = Span(region.raw(reaction.start), self.raw_end(reaction.end, region))
        offered = None if self.is_officers_text(reaction) else self.words(text, evidence.start)
        meant = self.words(target, evidence.start)
        paragraph = self.units.blocks[block].paragraph
        stance = reaction.reading.stance
        if meant is None and stance not in _OFFERING and paragraph:
            meant = f"paragraph {paragraph}"
        return [
            Position(
                delegation=party.name.value,
                on_behalf_of=behalf(party),
                stance=stance,
                text=offered,
                target=None if stance is Stance.INSERT else meant,
                evidence=evidence,
                paragraph=paragraph,
                bracket=bracket.index if bracket else None,
                about=about,
                offered=text,
            )
            for party in reaction.parties
        ]

    def words(self, span: Span | None, at: int) -> str | None:
        """The words of a span as one string, without the marks around all of them; None where there are none.

        `at` says whether the running text of the draft or of its footnotes is meant.
        """
        if span is None:
            return None
        self._budget -= span.length
        if self._budget < 0:
            return None
        words = self.units.flow(at).wording(*span).strip()
        outer = _OUTER.match(words)
        if outer and not re.search(r"[“”„\"«»「」\[\]［］]", outer[1]):
            return outer[1].strip() or None
        if outer and words[0] in "[［" and _balanced(outer[1]):
            return outer[1].strip() or None
        return words or None

    def is_officer(self, parties: Iterable[Party]) -> bool:
        """Whether all who speak are officers: the chair, the secretariat, a facilitator."""
        return all(party.name.value in self.registry.roles for party in parties)

    def is_officers_text(self, reaction: Reaction) -> bool:
        """A chair's alternative is a text of its own; the position only records that there is one."""
        replaces = reaction.reading.stance is Stance.REPLACE and reaction.offered
        return replaces and self.is_officer(reaction.parties)

    def raw(self, words: Words | None, region: Region) -> Span | None:
        """Span in the source of words of a region, without white space at their ends: French has it in quotations."""
        if words is None:
            return None
        start, end = words.start, words.end
        while start < end and region.clean[start].isspace():
            start += 1
        while start < end and region.clean[end - 1].isspace():
            end -= 1
        return Span(region.raw(start), self.raw_end(end, region)) if start < end else None

    def raw_end(self, end: int, region: Region) -> int:
        """Offset in the source after the clean character before `end`; a nested bracket is taken whole."""
        last = region.raw(end - 1)
        if region.clean[end - 1] == CHILD:
            child = self.units.bracket_at(last)
            return child.end if child else last + 1
        return last + 1

    def pointed_at(self, reading: Reading, region: Region, block: int) -> Span | None:
        """The blocks that the pointer of a reading points at."""
        if not reading.pointer or reading.target is None:
            return None
        words = region.clean[reading.target.start : reading.target.end]
        return self.places.resolve(reading.place, words, block)

    def labelled_alternative(self, block: int) -> bool:
        """Whether a block is printed as an alternative: `61 alt.`, `PP3 alt`."""
        pattern = self.lexicon.labels.get("alternative")
        return pattern is not None and pattern.search(self.units.blocks[block].label) is not None

    def named_paragraph(self, words: str) -> str:
        """The label of the first paragraph that words name, or an empty string."""
        for place in self.lexicon.places:
            match = place.pattern.search(words) if place.kind == "paragraph" else None
            if match and (label := _LABEL.search(match.group())):
                return label.group()
        return ""


def _balanced(words: str) -> bool:
    depth = 0
    for char in words:
        depth += (char in "[［") - (char in "]］")
        if depth < 0:
            return False
    return depth == 0


def behalf(party: Party) -> str | None:
    """Code of the group a party speaks for."""
    return party.behalf.value if party.behalf is not None else None
