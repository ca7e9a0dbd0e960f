"""Footnotes, and the words they go with: those that call them, not those the page put around them."""

from __future__ import annotations

from collections.abc import Iterator

from negotext.blocks.calls import footnotes
from negotext.model import BlockKind, Draft, Span


class Notes:
    """The footnotes of one draft. Where they are called is looked for once, and only when it is asked."""

    def __init__(self, draft: Draft) -> None:
        """Look at `draft`."""
        self._draft = draft
        self._calls: dict[int, int] | None = None

    def staying(self, span: Span) -> Iterator[Span]:
        """The footnotes that stand in a stretch and do not go with it.

        The edges of the pages behind them stay too: without those they would not be read as footnotes again.
        """
        foot = False
        for block in self._draft.blocks_in(span):
            if block.span.start < span.start:
                continue
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
        block = self._draft.block_at(words.start) if self._draft.blocks else None
        if block is None or block.kind is not BlockKind.FOOTNOTE:
            return True
        note = block.span
        return not note.start <= words.start < note.end or not around.holds(note) or self._called_in(note, around)

    def _called_in(self, note: Span, span: Span) -> bool:
        if self._calls is None:
            found = footnotes(self._draft)
            self._calls = {each.follows: each.call.start for each in found if each.call is not None}
        return span.start <= self._calls.get(note.start, -1) < span.end
