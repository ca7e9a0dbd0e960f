"""A view of rows that are drawn one by one, whose number may change without anything being laid out again."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.containers import Horizontal
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBar
from textual.strip import Strip
from textual.widget import Widget

from .scrolling import QuickScrollBar

if TYPE_CHECKING:
    _View = ScrollView
else:
    # Textual looks for styles along the first of the classes that are widgets.
    _View = object

# So many rows are remembered as they come out: some screens full.
_MOST = 250
# So many looks are remembered: those of the themes, on a wide terminal and on a narrow one.
_LOOKS = 6


class Finishing(_View):
    """For a view that gives the same strip for the same row again.

    What Textual works out of a row for the terminal it keeps with its strip. By itself it makes a new strip of each
    row whenever anything in the view is drawn.

    Attributes:
        look: number of the look that the view has now; rows are remembered by it, for a theme that comes back.
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._finished: dict[tuple[int, int], tuple[Strip, Strip]] = {}
        self._restyled = True
        self._looks: list[object] = []
        self.look = 0
        self._ground = Style()
        self._behind = Color(0, 0, 0)

    @property
    def vertical_scrollbar(self) -> ScrollBar:
        """One that is drawn quickly, made as Textual makes its own."""
        bar = self._vertical_scrollbar
        if bar is None:
            bar = self._vertical_scrollbar = QuickScrollBar(name="vertical", thickness=self.scrollbar_size_vertical)
            bar.display = False
            self.app._start_widget(self, bar)
        return bar

    def row_strip(self, y: int, width: int) -> Strip:
        """A row of all there are, so many cells wide; the same strip for the same row in the same look."""
        raise NotImplementedError

    def render_line(self, y: int) -> Strip:
        """A row of the screen."""
        return self.row_strip(y + self.scroll_offset.y, self.scrollable_content_region.width)

    def render_lines(self, crop: Region) -> list[Strip]:
        """The rows of a part of the view, with the room at their sides."""
        if self._restyled:
            self._see_styles()
        if self.styles.gutter.height:
            return super().render_lines(crop)
        top, inner, width = self.scroll_offset.y, self.scrollable_content_region.width, self.region.width
        finished = self._finished
        strips = []
        for y in range(top + crop.y, top + crop.bottom):
            strip = self.row_strip(y, inner)
            known = finished.get((id(strip), width))
            strips.append(known[1] if known is not None else self._finish(strip, width))
        if crop.column_span != (0, width):
            strips = [strip.crop(*crop.column_span) for strip in strips]
        return strips

    def _finish(self, strip: Strip, width: int) -> Strip:
        """A row with the room at its sides, as this terminal can show it."""
        finished = strip
        if strip.cell_length != width:
            left = self.styles.padding.left
            ground = Segment(" " * left, self._ground)
            finished = Strip([ground, *strip] if left else list(strip), left + strip.cell_length)
            finished = finished.adjust_cell_length(width, self._ground)
        for each in self.get_line_filters():
            finished = finished.apply_filter(each, self._behind)
        if len(self._finished) >= _MOST:
            self._finished.clear()
        self._finished[id(strip), width] = strip, finished
        return finished

    def notify_style_update(self) -> None:
        """The styles were worked out again; they may be the same."""
        super().notify_style_update()
        self._restyled = True

    def _see_styles(self) -> None:
        """See which look it is; whether the view has the focus changes none."""
        self._restyled = False
        parts = self._component_styles
        self._ground = self.rich_style
        colours = self.background_colors
        self._behind = colours[1]
        look = self._ground, colours, [parts[name].base.get_rules() for name in sorted(parts)]
        if look not in self._looks:
            if len(self._looks) >= _LOOKS:
                self._looks.clear()
                self.forget_rows()
            self._looks.append(look)
        self.look = self._looks.index(look)

    def forget_rows(self) -> None:
        """Forget the rows, in whatever look."""
        self._finished.clear()


class RowsView(Finishing, ScrollView):
    """A view with a scrollbar that is always there, so that words never move sideways."""

    def _size_updated(self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True) -> bool:
        """Textual would draw the scrollbar again whenever anything on the screen is laid out."""
        return size != self._size and super()._size_updated(size, virtual_size, container_size, layout)

    def set_rows(self, count: int) -> None:
        """Say how many rows there are now."""
        size = Size(self.scrollable_content_region.width, count)
        # Setting it the plain way would lay the whole screen out; only the scrollbar depends on it here.
        self.set_reactive(Widget.virtual_size, size)
        if self.show_vertical_scrollbar:
            bar = self.vertical_scrollbar
            bar.window_virtual_size, bar.window_size = count, self.scrollable_content_region.height
        self.scroll_y = self.validate_scroll_y(self.scroll_y)

    def jump(self, y: int) -> None:
        """Show row `y` at the top, at once."""
        self.scroll_to(y=y, animate=False, immediate=True, force=True)


class Panes(Horizontal):
    """Panes side by side; nothing is seen of what they lie on."""

    BLANK: ClassVar[bool] = True
