"""The editor of a merge: a text area that shows where the alternatives differ."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, cast

from rich.style import Style
from textual.document._document import Document

from ..combining import Combining, Spot, changed
from .editor_rows import RowsEditor, Stretch
from .in_order import InOrder

_STYLES = ("merge--undecided", "merge--taken", "merge--combined", "merge--own")


class MergeEditor(RowsEditor, InOrder):
    """Words under the hands of the chair; undecided spots stand out, others are marked quietly."""

    COMPONENT_CLASSES: ClassVar[set[str]] = set(_STYLES)

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(soft_wrap=True, compact=True, highlight_cursor_line=False, id=id)
        self._work: Combining | None = None

    @property
    def offset_here(self) -> int:
        """Offset in the text of the cursor."""
        return self._plain.get_index_from_location(self.cursor_location)

    @property
    def _plain(self) -> Document:
        return cast(Document, self.document)

    def go_to(self, offset: int) -> None:
        """Move the cursor to an offset in the text."""
        self.move_cursor(self._plain.get_location_from_index(min(offset, len(self.text))))

    def mark(self, work: Combining) -> None:
        """Show the spots of this work, whose text is the one in the editor."""
        if work != self._work:
            self._work = work
            self._line_cache.clear()
            self.refresh()

    def put(self, work: Combining, cursor: int) -> None:
        """Bring the text to that of `work`; what is the same is not touched, and it can be undone.

        Args:
            work: what is to stand there.
            cursor: offset at which the cursor is to be.
        """
        old, new = self.text, work.text
        if old != new:
            start, end, stop = changed(old, new)
            low, high = (self._plain.get_location_from_index(at) for at in (start, end))
            self.history.checkpoint()
            self.replace(new[start:stop], low, high, maintain_selection_offset=False)
            self.history.checkpoint()
        self.go_to(cursor)
        self.mark(work)

    def looks(self, line_index: int, start: int, end: int) -> Iterable[Stretch]:
        """The spots in a part of a line."""
        work = self._work
        if work is not None and work.text == self.text:
            before = self._plain.get_index_from_location((line_index, 0))
            for spot in work.spots:
                low, high = max(start, spot.start - before), min(end, spot.end - before)
                if low < high:
                    yield low, high, self._look(spot)

    def _look(self, spot: Spot) -> Style:
        name = "merge--undecided"
        if spot.decided:
            name = "merge--own" if spot.taken is None else "merge--taken" if spot.collides else "merge--combined"
        return self.get_component_rich_style(name, partial=True)
