"""A roll on the screen: a list of thousands of things with one of them chosen, drawn row by row."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip

from ..lines_wrap import cells
from ..lists.roll import Roll
from .sheet import SheetView

# So many rows are remembered: some screens full.
_MOST = 250
HERE, ALONG = "▶ ", "┃ "
"""Signs in front of what is chosen: its first row, and the others."""


class RollView(SheetView, can_focus=True, inherit_bindings=False):
    """Shows a roll. What is chosen keeps its place on the screen when the list is made anew."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"roll--here", "roll--sign"}

    @dataclass
    class Moved(Message):
        """Something else is chosen."""

        view: RollView
        key: str

        @property
        def control(self) -> RollView:
            """The view."""
            return self.view

    @dataclass
    class Picked(Message):
        """What is chosen was clicked once more."""

        view: RollView
        key: str

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._make: Callable[[int], Roll] | None = None
        self.roll = Roll(12)
        self._of: object = None
        self._new = True
        self._rows: dict[tuple[int, int, bool, int, int], Strip] = {}
        self.here = 0

    @property
    def key(self) -> str | None:
        """Key of what is chosen; None where there is nothing to choose."""
        return self.roll.items[self.here].key if self.here < len(self.roll.items) else None

    def begin_again(self) -> None:
        """What is shown next is another list, though it may have the same in it."""
        self._new = True

    def fill(
        self,
        make: Callable[[int], Roll],
        key: str | None = None,
        *,
        top: bool = False,
        near: int = 0,
        of: object = None,
    ) -> None:
        """Show what `make` makes of a width in cells.

        Args:
            make: makes the roll.
            key: what is to be chosen; what was chosen before when None, or what has taken its place.
            top: whether it is another list, which is shown from its top.
            near: of another list, number of what is chosen where there is no such key.
            of: what it is made of; nothing is made anew where that is the same as before.
        """
        same, self._of = of is not None and of == self._of, of
        top, self._new = top or self._new, False
        self._make = make
        known = self.key if key is None and not top else key
        before = self._row_here()
        if top:
            self.here = near
        if not same:
            self._lay_out()
        number = self.roll.find(known) if known is not None else None
        if number is not None:
            self.here = number
        self.here = max(0, min(self.here, len(self.roll.items) - 1))
        if top:
            self.jump(0)
        elif before is not None and self.roll.items:
            self.jump(self.roll.items[self.here].start - before)
        self.reveal()
        self.refresh()

    def _row_here(self) -> int | None:
        """The row of the screen in which the chosen begins; None where it is out of sight."""
        if self.here >= len(self.roll.items):
            return None
        row = self.roll.items[self.here].start - self.scroll_offset.y
        return row if 0 <= row < self.scrollable_content_region.height else None

    def _lay_out(self) -> None:
        width = self.scrollable_content_region.width - len(HERE) - 1
        if self._make is not None and width > 0:
            self.roll = self._make(width)
            self._rows.clear()
            self.set_rows(len(self.roll))

    def on_resize(self, event: events.Resize) -> None:
        """Draw it at the new width; what is chosen stays in sight."""
        # Instead of what a sheet does, which Textual would call as well.
        event.prevent_default()
        self._lay_out()
        self.reveal()
        self.refresh()

    def on_unmount(self) -> None:
        """A list that was left takes no more room, though a screen that is gone is swept up only now and then."""
        self._make, self.roll = None, Roll(12)
        self._rows.clear()
        self._finished.clear()

    # --- moving --------------------------------------------------------------------------------------------------

    def choose(self, number: int) -> None:
        """Choose an item by its number, the nearest there is."""
        number = max(0, min(number, len(self.roll.items) - 1))
        if number != self.here and self.roll.items:
            self._redraw()
            self.here = number
            self._redraw()
            self.post_message(self.Moved(self, self.roll.items[number].key))
        self.reveal()

    def step(self, by: int) -> None:
        """Choose another one, so many further; a long one is first read to its end."""
        size = self.scrollable_content_region.height
        if self.roll.items and abs(by) == 1:
            item, top = self.roll.items[self.here], self.scroll_offset.y
            if by > 0 and item.start <= top + 1 and item.end > top + size:
                self.jump(min(top + max(1, size - 2), item.end - size))
                return
            if by < 0 and item.start < top:
                self.jump(max(top - max(1, size - 2), item.start - 1))
                return
        self.choose(self.here + by)

    def page(self, by: int) -> None:
        """Go so many screens further."""
        size = max(1, self.scrollable_content_region.height - 1)
        if not self.roll.items:
            self.jump(self.scroll_offset.y + by * size)
            return
        row = max(0, min(self.roll.items[self.here].start + by * size, len(self.roll) - 1))
        numbers = range(len(self.roll.items))
        found = self.roll.at(row)
        if found is None:
            found = next((n for n in numbers if self.roll.items[n].start >= row), len(self.roll.items) - 1)
        if found == self.here:
            self.jump(self.scroll_offset.y + by * size)
            return
        self.choose(found)

    def reveal(self) -> None:
        """Bring what is chosen into view; nothing moves when it is."""
        if self.here >= len(self.roll.items):
            return
        item, top = self.roll.items[self.here], self.scroll_offset.y
        size = max(1, self.scrollable_content_region.height)
        # The title above the first one of a section comes along.
        first = 0 if self.here == 0 else item.start - 1
        if first < top:
            self.jump(max(0, first))
        elif item.end > top + size:
            self.jump(min(item.start, item.end - size))

    def on_focus(self) -> None:
        """What is chosen is lit where the keys go."""
        self.refresh()

    def on_blur(self) -> None:
        """The keys go elsewhere."""
        self.refresh()

    def _redraw(self) -> None:
        item = self.roll.items[self.here]
        self.refresh_lines(item.start, item.end - item.start)

    def on_click(self, event: events.Click) -> None:
        """A click chooses; on what is chosen already it is as good as Enter."""
        number = self.roll.at(event.y + self.scroll_offset.y)
        if number is None:
            return
        if number == self.here:
            self.post_message(self.Picked(self, self.roll.items[number].key))
        else:
            self.choose(number)

    # --- drawing -------------------------------------------------------------------------------------------------

    def row_strip(self, y: int, width: int) -> Strip:
        """A row of the roll."""
        y = min(y, len(self.roll))
        item = self.roll.items[self.here] if self.here < len(self.roll.items) else None
        chosen = item is not None and item.start <= y < item.end
        sign = 1 + (item is not None and y == item.start) if chosen else 0
        how = y, sign, chosen and self.has_focus, width, self.look
        strip = self._rows.get(how)
        if strip is None:
            if len(self._rows) >= _MOST:
                self._rows.clear()
            strip = self._rows[how] = self._draw_row(*how[:-1])
        return strip

    def _draw_row(self, y: int, sign: int, lit: bool, width: int) -> Strip:
        """Draw a row; 1 is the sign of further rows of what is chosen, 2 that of its first one."""
        if y >= len(self.roll):
            return Strip.blank(width, self._style(""))
        ground = self.get_component_rich_style("roll--here", partial=True) if lit else Style()
        mark = self.get_component_rich_style("roll--sign", partial=True) if sign else Style()
        segments = [Segment(("  ", ALONG, HERE)[sign], self._style("") + ground + mark)]
        segments += [Segment(word.text, self._style(word.style) + ground) for word in self.roll.row(y)]
        used = sum(cells(segment.text) for segment in segments)
        if used < width:
            segments.append(Segment(" " * (width - used), self._style("") + ground))
        return Strip(segments, max(width, used)).crop(0, width)

    def forget_rows(self) -> None:
        """Forget the rows, in whatever look."""
        super().forget_rows()
        self._rows.clear()
