"""Which words of a draft tell who asked for what, where the outcome without names still has them.

An outcome without names leaves out attributions and the lines of delegations, as far as they were read as such. A
room to which no names are shown must not see the others either: what is left of the words from which a position was
read is left out, but for the words that it is about; and of remarks from which none was read the names (see
`named_in_remarks`). Where the text itself speaks of a state (`products from Chile`), it stays as it is.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from negotext.languages import Registry, registry_for
from negotext.model import Draft, Position, Span

from .remarks import named_in_remarks

LEFT_OUT = "…"
"""Stands for what is left out."""


class Nameless:
    """The stretches of a draft that a room without names does not see.

    Attributes:
        spans: the stretches, in the order of the draft.
    """

    def __init__(self, draft: Draft, registry: Registry | None = None) -> None:
        """Find them; `registry` knows the delegations, those of the draft's language when None."""
        known = registry or registry_for(draft.language)
        told = (each for each in draft.positions if each.delegation not in known.roles)
        spans = sorted([*(part for each in told for part in _telling(each)), *named_in_remarks(draft, known)])
        merged: list[Span] = []
        for span in spans:
            if merged and span.start <= merged[-1].end:
                merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
            else:
                merged.append(span)
        self.spans = tuple(merged)
        self._starts = [span.start for span in merged]
        self._ends = [span.end for span in merged]

    def seen(self, text: str, at: int) -> Iterator[tuple[str, int]]:
        """The parts of a text that are seen, each with its offset in the draft; -1 for the sign of what is not.

        Args:
            text: words that stand side by side in the draft.
            at: offset of the first character.
        """
        end = at + len(text)
        here = at
        for number in range(bisect_right(self._ends, at), bisect_left(self._starts, end)):
            start, stop = max(here, self._starts[number]), min(end, self._ends[number])
            if start > here:
                yield text[here - at : start - at], here
            yield LEFT_OUT, -1
            here = stop
        if here < end:
            yield text[here - at :], here


def _telling(position: Position) -> Iterator[Span]:
    """The evidence of a position without the words it is about or offers."""
    at, end = position.evidence
    for words in sorted(span for span in (position.about, position.offered) if span is not None):
        # The space in front of a closing bracket belongs to the words, and to the evidence no more.
        if at <= words.start < end:
            if words.start > at:
                yield Span(at, words.start)
            at = words.end
    if at < end:
        yield Span(at, end)
