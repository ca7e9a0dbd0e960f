"""The sections of a draft with their open choices, and how many words still stand in brackets."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from negotext.model import BlockKind, Draft, Span, State
from negotext.query.progress import Progress

from .desk_places import Places
from .units import unwrapped, visible

# A Han character counts as a word, as word processors count.
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|[^\W\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+")


class Section(NamedTuple):
    """A part of the draft.

    Attributes:
        title: its heading, or the label of its paragraph; empty for what stands in front of the first one.
        start: offset in the draft.
        addresses: its choices, in the order of the text.
    """

    title: str
    start: int
    addresses: tuple[str, ...]


class Counts(NamedTuple):
    """How far a round is.

    Attributes:
        progress: choices open, agreed, parked, gone.
        words: words in contested brackets of what is open or parked, with the names in them.
        open: how many choices of each section have to be decided.
    """

    progress: Progress
    words: int
    open: tuple[int, ...]


def sections(draft: Draft, places: Places) -> list[Section]:
    """The sections that have choices: by headings, or by paragraphs where headings do not part the choices."""
    by_headings = _filled(_headings(draft), places)
    return by_headings if len(by_headings) > 1 else _filled(_paragraphs(draft), places)


def _headings(draft: Draft) -> list[tuple[str, int]]:
    found = [("", 0)]
    for block in draft.blocks:
        if block.kind is BlockKind.HEADING:
            found.append((" ".join(unwrapped(visible(block.span.of(draft.source.text))).split()), block.span.start))
    return found


def _paragraphs(draft: Draft) -> list[tuple[str, int]]:
    found = [("", 0)]
    for block in draft.blocks:
        if block.kind is BlockKind.PARAGRAPH and block.label and not block.continues:
            found.append((block.paragraph, block.span.start))
    return found


def _filled(starts: Sequence[tuple[str, int]], places: Places) -> list[Section]:
    offsets = [start for _, start in starts]
    inside: dict[int, list[str]] = {}
    for address in places.order:
        rank = bisect_right(offsets, places.standings[address].choice.span.start) - 1
        inside.setdefault(rank, []).append(address)
    return [Section(*starts[rank], tuple(addresses)) for rank, addresses in inside.items()]


class Counting:
    """Counts how far a round is; again only where something happened since the last time."""

    def __init__(self, draft: Draft, sections: Sequence[Section]) -> None:
        """Count in `sections`, those of `draft`."""
        self._sections = sections
        self._section_of = {address: n for n, section in enumerate(sections) for address in section.addresses}
        self._words = _Words(draft)
        self._places: Places | None = None
        self._opens: list[int] = []
        self._found: Counts | None = None

    def section(self, address: str) -> int:
        """Number of the section of a choice; -1 for none."""
        return self._section_of.get(address, -1)

    def counts(self, places: Places) -> Counts:
        """The counts at one moment."""
        if self._found is not None and self._places is places:
            return self._found
        before = self._places
        if before is None or before.order is not places.order:
            before, wanted, self._opens = None, set(range(len(self._sections))), [0] * len(self._sections)
        else:
            wanted = {self._section_of[address] for address in places.news_since(before)}
        for number in wanted:
            self._opens[number] = sum(map(places.is_open, self._sections[number].addresses))
        self._places = places
        self._found = Counts(places.progress, self._words.undecided(places, before), tuple(self._opens))
        return self._found


class _Words:
    """Counts the words that still stand in brackets; what it has counted it keeps."""

    def __init__(self, draft: Draft) -> None:
        self._text = draft.source.text
        depths = draft.tree.contested_depths()
        self._outermost = [bracket.span for bracket in draft.tree.brackets if depths[bracket.index] == 1]
        self._ends = [span.end for span in self._outermost]
        self._counts: dict[Span, int] = {}
        self._groups: list[list[str]] = []
        self._group_of: dict[str, int] = {}
        self._totals: list[int] = []

    def undecided(self, places: Places, before: Places | None) -> int:
        """Words in contested brackets of choices that are open or parked, each counted once.

        Args:
            places: the choices at one moment.
            before: those of the last call, None where they were of another round.
        """
        if before is None:
            self._groups = list(_overlapping(places))
            self._group_of = {address: n for n, group in enumerate(self._groups) for address in group}
            self._totals = [self._of(group, places) for group in self._groups]
        else:
            for number in {self._group_of[address] for address in places.news_since(before)}:
                self._totals[number] = self._of(self._groups[number], places)
        return sum(self._totals)

    def _of(self, addresses: Sequence[str], places: Places) -> int:
        """Words in choices that overlap, in the order of the text."""
        standings = [places.standings[address] for address in addresses if address not in places.gone]
        agreed = [each.choice.span for each in standings if each.state is State.AGREED]
        starts = [span.start for span in agreed]
        total = reach = 0
        for standing in standings:
            span = standing.choice.span
            if standing.state is State.AGREED or span.end <= reach:
                continue
            for piece in self._inside(Span(max(span.start, reach), span.end)):
                near = bisect_right(starts, piece.start) - 1
                # What is agreed inside counts no more; what is open inside something agreed does.
                if near < 0 or not (span.holds(agreed[near]) and agreed[near].holds(piece)):
                    total += self._count(piece)
            reach = span.end
        return total

    def _inside(self, span: Span) -> Iterator[Span]:
        """The parts of a stretch that stand in contested brackets."""
        for index in range(bisect_right(self._ends, span.start), len(self._outermost)):
            bracket = self._outermost[index]
            if bracket.start >= span.end:
                break
            yield Span(max(bracket.start, span.start), min(bracket.end, span.end))

    def _count(self, span: Span) -> int:
        count = self._counts.get(span)
        if count is None:
            count = self._counts[span] = len(_WORD.findall(self._text, span.start, span.end))
        return count


def _overlapping(places: Places) -> Iterator[list[str]]:
    """The choices in the order of the text, together those that overlap."""
    group: list[str] = []
    end = 0
    for address in places.order:
        span = places.standings[address].choice.span
        if group and span.start >= end:
            yield group
            group = []
        group.append(address)
        end = max(end, span.end)
    if group:
        yield group
