"""Which units of a passage are words of the text, and which are names, stances and brackets around them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from negotext.merging import is_han, is_wording
from negotext.model import BlockKind, BracketKind, Draft, Span

from .wording import Wording

# Brackets whose words nobody negotiates: names, remarks of the editors, blanks to be filled in.
_NO_TEXT = (BracketKind.ATTRIBUTION, BracketKind.EDITORIAL, BracketKind.PLACEHOLDER)

_BRACKETS = ("[", "]")


class Apparatus:
    """Tells the words of a draft from what is said about them."""

    def __init__(self, draft: Draft) -> None:
        self._no_text = disjoint([bracket.span for bracket in draft.tree.brackets if bracket.kind in _NO_TEXT])
        said: list[Span] = []
        for position in draft.positions:
            # Words that somebody offers are text; words that a request quotes stand in the text elsewhere.
            offered = [position.offered] if position.offered and position.evidence.holds(position.offered) else []
            said += _without(position.evidence, offered)
        self._said = disjoint(said)

    def text_units(self, wording: Wording) -> set[int]:
        """Indexes of the units that are words of the text."""
        return {index for index in self._own(wording) if is_wording(wording.words[index])}

    def printed_units(self, wording: Wording) -> set[int]:
        """The same with the punctuation of the text; brackets are none."""
        return {index for index in self._own(wording) if wording.words[index] not in _BRACKETS}

    def _own(self, wording: Wording) -> Iterator[int]:
        """The units that are neither names nor stances, nor marks of footnotes."""
        for index, word in enumerate(wording.words):
            if word.isdecimal() and _is_mark(wording, index):
                continue
            start = wording.unit(index).start
            if not covers(self._no_text, start) and not covers(self._said, start):
                yield index


def _is_mark(wording: Wording, index: int) -> bool:
    """Whether a number is the mark of a footnote: in front of it, or hanging on the word or bracket before it."""
    passage = wording.passage_of(index)
    if passage.kind is BlockKind.FOOTNOTE and wording.unit(index).start == passage.start(0):
        return True
    if not index or wording.unit(index - 1).end != wording.unit(index).start:
        return False
    before = wording.words[index - 1]
    return before in ("]", ")", "”", "’", '"') or (before[-1].isalpha() and not is_han(before))


def _without(span: Span, parts: Sequence[Span]) -> list[Span]:
    """A span without parts of it, which lie in it."""
    left: list[Span] = []
    at = span.start
    for part in sorted(parts):
        if part.start > at:
            left.append(Span(at, part.start))
        at = max(at, part.end)
    if at < span.end:
        left.append(Span(at, span.end))
    return left


def disjoint(spans: Sequence[Span]) -> list[Span]:
    """The same stretches without overlaps, ascending."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start < joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined


def covers(spans: Sequence[Span], offset: int) -> bool:
    """Whether one of some stretches, ascending and without overlaps, holds an offset."""
    index = bisect_right(spans, (offset, float("inf"))) - 1
    return index >= 0 and spans[index].start <= offset < spans[index].end
