"""A view of rows that are drawn one by one, whose number may change without anything being laid out again."""

from __future__ import annotations

from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.widget import Widget


class RowsView(ScrollView):
    """A view with a scrollbar that is always there, so that words never move sideways."""

    def set_rows(self, count: int) -> None:
        """Say how many rows there are now."""
        size = Size(self.scrollable_content_region.width, count)
        # Setting it the plain way would lay the whole screen out; only the scrollbar depends on it here.
        self.set_reactive(Widget.virtual_size, size)
        if self.show_vertical_scrollbar:
            bar = self.vertical_scrollbar
            bar.window_virtual_size, bar.window_size = count, self.scrollable_content_region.height
            bar.refresh()
        self.scroll_y = self.validate_scroll_y(self.scroll_y)

    def jump(self, y: int) -> None:
        """Show row `y` at the top, at once."""
        self.scroll_to(y=y, animate=False, immediate=True, force=True)
