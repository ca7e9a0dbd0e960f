"""Putting the segments of a merge in a row."""

from __future__ import annotations

from dataclasses import replace

from negotext.model import Span

from .values import Segment, SegmentKind


class Drawing:
    """Segments in order, of which no two that are common follow each other, and none is wholly empty."""

    def __init__(self) -> None:
        self.segments: list[Segment] = []

    def add(self, segment: Segment, white: str) -> None:
        """Add a segment.

        Args:
            segment: it begins where the one before ends, in the base too.
            white: the white space of the base before it; common where an edit or a collision keeps it.
        """
        changed = segment.kind is not SegmentKind.COMMON
        if changed and segment.base.length and white and segment.text.startswith(white):
            start = segment.base.start + len(white)
            self._add(Segment(SegmentKind.COMMON, white, Span(segment.base.start, start)))
            segment = _from(segment, start, segment.text[len(white) :])
        self._add(segment)

    def _add(self, segment: Segment) -> None:
        last = self.segments[-1] if self.segments else None
        if segment.kind is not SegmentKind.COMMON:
            self.segments.append(segment)
        elif last is not None and last.kind is SegmentKind.COMMON:
            base = Span(last.base.start, segment.base.end)
            self.segments[-1] = replace(last, text=last.text + segment.text, base=base)
        elif segment.text or segment.base.length:
            self.segments.append(segment)


def _from(segment: Segment, start: int, text: str) -> Segment:
    """A segment that begins later in the base, with the text that is left."""
    base = Span(start, segment.base.end)
    collision = replace(segment.collision, base_span=base) if segment.collision else None
    return replace(segment, text=text, base=base, collision=collision)
