"""A sheet on the screen: the line API again, so that showing another choice lays out nothing else."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.strip import Strip

from ..lines_wrap import cells
from ..sheet import STYLES, Sheet
from .rows import RowsView


class SheetView(RowsView, can_focus=True):
    """Shows a sheet, drawn again whenever its width changes."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"sheet--{style}" for style in STYLES}

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._build: Callable[[int], Sheet] | None = None
        self.sheet = Sheet(12)
        self._styles: dict[tuple[int, str], Style] = {}
        self._strips: dict[tuple[int, int], Strip] = {}

    def draw(self, build: Callable[[int], Sheet], *, keep: bool = False) -> None:
        """Show what `build` makes of a width in cells.

        Args:
            build: makes the sheet.
            keep: whether the rows that are seen stay, as when the same thing is drawn again.
        """
        self._build = build
        self._lay_out()
        if not keep:
            self.jump(0)
        self.refresh()

    def bring_in(self, row: int | None, rows: int) -> None:
        """Scroll to a row with some rows behind it, and only where they are not in sight."""
        size, top = max(1, self.scrollable_content_region.height), self.scroll_offset.y
        if row is not None and not top <= row <= max(top, top + size - rows):
            self.jump(max(0, row - 1))

    def _lay_out(self) -> None:
        width = self.scrollable_content_region.width - 1
        if self._build is not None and width > 0:
            self.sheet = self._build(width)
            self._strips.clear()
            self.set_rows(len(self.sheet.rows))

    def on_resize(self, _: events.Resize) -> None:
        """Draw it at the new width."""
        self._lay_out()
        self.refresh()

    def forget_rows(self) -> None:
        """Forget the rows, in whatever look."""
        super().forget_rows()
        self._styles.clear()
        self._strips.clear()

    def row_strip(self, y: int, width: int) -> Strip:
        """A row of the sheet."""
        # One for all empty rows behind the end.
        y = min(y, len(self.sheet.rows))
        strip = self._strips.get((self.look, y))
        if strip is None or strip.cell_length != width:
            strip = self._strips[self.look, y] = self._draw(y, width)
        return strip

    def _draw(self, y: int, width: int) -> Strip:
        if y >= len(self.sheet.rows):
            return Strip.blank(width, self._style(""))
        segments = [Segment(word.text, self._style(word.style)) for word in self.sheet.rows[y]]
        used = sum(cells(segment.text) for segment in segments)
        if used < width:
            segments.append(Segment(" " * (width - used), self._style("")))
        return Strip(segments, max(width, used))

    def _style(self, name: str) -> Style:
        style = self._styles.get((self.look, name))
        if style is None:
            style = self.rich_style
            if name:
                style += self.get_component_rich_style(f"sheet--{name}", partial=True)
            self._styles[self.look, name] = style
        return style
