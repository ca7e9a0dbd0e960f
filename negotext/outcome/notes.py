"""Footnotes, and the words they go with: those that call them, not those the page put around them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from negotext.model import BlockKind, Draft, Span

from .calls import footnotes


class Notes:
    """The footnotes of one draft. Where they are called is looked for once, and only when it is asked."""

    def __init__(self, draft: Draft) -> None:
        """Look at `draft`."""
        self._draft = draft
        self._spans = [block.span for block in draft.blocks if block.kind is BlockKind.FOOTNOTE]
        self._starts = [span.start for span in self._spans]
        self._calls: dict[int, int] | None = None

    def staying(self, span: Span) -> Iterator[Span]:
        """The footnotes that stand in a stretch and do not go with it.

        The edges of the pages behind them stay too: without those they would not be read as footnotes again.
        """
        low, high = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        foot = False
        for block in self._draft.blocks_in(Span(self._starts[low], span.end)) if low < high else ():
            if block.kind not in (BlockKind.FOOTNOTE, BlockKind.FURNITURE):
                foot = False
            elif block.kind is BlockKind.FURNITURE and foot:
                yield Span(block.span.start, min(span.end, block.span.end))
            elif block.kind is BlockKind.FOOTNOTE and block.span.end <= span.end:
                stays = not self._called_in(block.span, span)
                foot = foot or stays
                if stays:
                    yield block.span

    def goes_with(self, words: Span, around: Span) -> bool:
        """Whether words go with the stretch they stand in: all do but those of a footnote called elsewhere."""
        index = bisect_right(self._starts, words.start) - 1
        note = self._spans[index] if index >= 0 else None
        if note is None or words.start >= note.end or not around.holds(note):
            return True
        return self._called_in(note, around)

    def _called_in(self, note: Span, span: Span) -> bool:
        if self._calls is None:
            found = footnotes(self._draft)
            self._calls = {each.follows: each.call.start for each in found if each.call is not None}
        return span.start <= self._calls.get(note.start, -1) < span.end
