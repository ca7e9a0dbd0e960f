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
        self._styles: dict[str, Style] = {}
        self._blank: Strip | None = None

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

    def _lay_out(self) -> None:
        width = self.scrollable_content_region.width - 1
        if self._build is not None and width > 0:
            self.sheet = self._build(width)
            self.set_rows(len(self.sheet.rows))

    def on_resize(self, _: events.Resize) -> None:
        """Draw it at the new width."""
        self._lay_out()
        self.refresh()

    def notify_style_update(self) -> None:
        """Another theme, or other styles."""
        super().notify_style_update()
        self._styles.clear()
        self._blank = None

    def render_line(self, y: int) -> Strip:
        """A row of the screen."""
        y += self.scroll_offset.y
        width = self.scrollable_content_region.width
        if y >= len(self.sheet.rows):
            # One for all empty rows: what Textual makes of a strip it keeps with it.
            if self._blank is None or self._blank.cell_length != width:
                self._blank = Strip.blank(width, self.rich_style)
            return self._blank
        segments = [Segment(word.text, self._style(word.style)) for word in self.sheet.rows[y]]
        used = sum(cells(segment.text) for segment in segments)
        if used < width:
            segments.append(Segment(" " * (width - used), self.rich_style))
        return Strip(segments, max(width, used))

    def _style(self, name: str) -> Style:
        style = self._styles.get(name)
        if style is None:
            style = self.rich_style
            if name:
                style += self.get_component_rich_style(f"sheet--{name}", partial=True)
            self._styles[name] = style
        return style
