"""The text of a draft: the line API of Textual, so that no widget is made for a paragraph."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip

from negotext.model import Draft, Span, State

from ..desk_places import Places
from ..desk_units import label_of
from ..lines import Lines, Row
from ..lines_wrap import cells
from ..paint import CLASSES, Paint, Run, Sign
from ..units import Unit
from .drawn import DrawnUnits, Place
from .rows import RowsView

_LABEL = 9
# So many layouts are remembered: the views of the text, with the outline and without.
_LAYOUTS = 8
_SIGNS = {State.OPEN: "○", State.AGREED: "●", State.PARKED: "◌"}
_SIGN_STYLES = {
    State.OPEN: "text--open-sign",
    State.AGREED: "text--agreed-sign",
    State.PARKED: "text--parked-sign",
}
HERE, ALONG = "▶", "┃"
"""Signs in the gutter: where the current choice begins, and its other rows."""

# Rows that are left above and below the current choice when the view has to move.
_MARGIN = 2


class TextView(RowsView, can_focus=True, inherit_bindings=False):
    """Shows the units of a view with labels and signs of choices in a gutter."""

    COMPONENT_CLASSES: ClassVar[set[str]] = set(CLASSES)

    @dataclass
    class Picked(Message):
        """A choice was clicked."""

        address: str

    def __init__(self, draft: Draft, places: Places, *, widest: int = 0, id: str | None = None) -> None:
        """Make the view; the text is at most `widest` cells wide, 0 for as wide as there is room."""
        super().__init__(id=id)
        self._widest = widest
        self._units: Sequence[Unit] = ()
        self._styles: dict[tuple[int, tuple[str, ...]], Style] = {}
        self._drawn = DrawnUnits()
        self._blanks: dict[tuple[int, int], Strip] = {}
        self.current = ""
        self.found: tuple[int, int] | None = None
        self._open(draft, places)

    def _open(self, draft: Draft, places: Places) -> None:
        self.draft = draft
        self.places = places
        self._paint = Paint(draft)
        self._paint.see(places)
        self._view = ""
        self._lines = Lines((), 8)
        self._layouts: dict[tuple[type[Lines], str, int], Lines] = {}
        self._drawn.clear()
        self._gutter = min(_LABEL, max(map(cells, {label_of(block) for block in draft.blocks}), default=0)) + 3
        self._height = 0

    # --- what is shown -------------------------------------------------------------------------------------------

    def show(
        self, units: Sequence[Unit], places: Places, current: str, *, draft: Draft | None = None, view: str = ""
    ) -> None:
        """Show units. What the reader looks at stays where it is on the screen.

        Args:
            units: in the order of the view.
            places: the choices as they stand.
            current: address of the choice that is looked at, or empty.
            draft: when it is another one than before.
            view: name of the view, whose layout is remembered.
        """
        if draft is not None and draft is not self.draft:
            self._open(draft, places)
        anchor = self._anchor()
        self._forget(places, current)
        self._units, self.places, self.current, self._view = units, places, current, view
        self._paint.see(places)
        self._lay_out()
        self._return_to(anchor)

    def _forget(self, places: Places, current: str) -> None:
        """Forget what was drawn of what stands otherwise now."""
        if places.order is not self.places.order:
            self._drawn.clear()
            return
        spans = [places.standings[address].choice.span for address in places.news_since(self.places)]
        if current != self.current:
            spans += [span for span in (self._span(self.current), self._span(current)) if span is not None]
        self._drawn.forget({index for span in spans for index in self._blocks(span)})

    def point(self, current: str, found: tuple[int, int] | None = None) -> None:
        """Make another choice the current one, or mark a stretch of the draft, and bring it into view."""
        for span in (self._span(self.current), self.found, self._span(current), found):
            self._redraw(span)
        self.current, self.found = current, found
        seen = found or self._span(current)
        if seen is not None:
            self._reveal(*seen)

    def _span(self, address: str) -> Span | None:
        standing = self.places.standings.get(address)
        return standing.choice.span if standing is not None else None

    def _blocks(self, span: tuple[int, int]) -> range:
        """The blocks in which a stretch of the draft lies."""
        first = self.draft.block_index(span[0])
        return range(first, self.draft.block_index(max(span[0], span[1] - 1)) + 1)

    def _redraw(self, span: tuple[int, int] | None) -> None:
        """Draw the units again in which a stretch of the draft lies, and no other row."""
        if span is None:
            return
        blocks = self._blocks(span)
        self._drawn.forget(blocks)
        rows = [self._lines.rows_of(number) for number in self._lines.units_of(blocks.start, blocks.stop - 1)]
        if rows:
            self.refresh_lines(rows[0].start, rows[-1].stop - rows[0].start)

    @property
    def top(self) -> int:
        """Offset in the draft of the first character on the screen."""
        return self._lines.offset(self.scroll_offset.y) if self._lines.height else 0

    def foresee(self, units: Sequence[Unit], view: str) -> None:
        """Lay out another view that may be asked for next."""
        if self.scrollable_content_region.width:
            self._laid_out(units, view)

    def _lay_out(self) -> None:
        """Lay the units out at the width there is."""
        room, self._height = self.scrollable_content_region.size
        if room:
            self._lines = self._laid_out(self._units, self._view)
            self.set_rows(self._lines.height)

    def _laid_out(self, units: Sequence[Unit], view: str) -> Lines:
        """The lines of units; what was laid out like that before is laid out no more."""
        kind, width = self._column(self.scrollable_content_region.width - self._gutter - 1)
        layout = kind, view, width
        known = self._layouts.get(layout)
        if known is None or known.units is not units:
            if len(self._layouts) >= _LAYOUTS:
                self._layouts.clear()
            known = self._layouts[layout] = kind(units, width, known or self._lines)
        return known

    def _column(self, room: int) -> tuple[type[Lines], int]:
        """How lines are laid out, and how wide, when so many cells are left beside the gutter."""
        return Lines, min(room, self._widest or room)

    def _row_of(self, offset: int) -> int:
        return self._lines.row_of(offset, self.draft.block_index(offset))

    def _anchor(self) -> tuple[int, int] | None:
        """An offset of the draft and the row of the screen it is in: the current choice, or what is at the top."""
        if not self._lines.height or not self._units:
            return None
        # The height it had when it was laid out: when the size has just changed, that is what the reader saw.
        top, size = self.scroll_offset.y, self._height
        standing = self.places.standings.get(self.current)
        if standing is not None and size:
            row = self._row_of(standing.choice.span.start) - top
            if 0 <= row < size:
                return standing.choice.span.start, row
        return self._lines.offset(top), 0

    def _return_to(self, anchor: tuple[int, int] | None) -> None:
        if anchor is None:
            self.point(self.current)
            self.refresh()
            return
        offset, row = anchor
        # On a smaller screen it may not stay in its row, but it stays in sight.
        lowest = self.scrollable_content_region.height * 2 // 3
        self.jump(self._row_of(offset) - min(row, lowest))
        self.refresh()

    def _reveal(self, start: int, end: int) -> None:
        """Bring a stretch into view; the text does not move when it is in view already."""
        if not self._lines.height:
            return
        size = max(1, self.scrollable_content_region.height)
        margin = min(_MARGIN, size // 4)
        first, last = self._row_of(start), self._row_of(max(start, end - 1))
        last = min(max(first, last), first + size - 1 - 2 * margin)
        top = self.scroll_offset.y
        if first - margin < top or last + margin >= top + size:
            self.jump(max(0, first - size // 3))

    def clear_below(self, rows: int) -> None:
        """Bring the current choice out of the last rows, which something is going to cover."""
        span, room = self._span(self.current), self.scrollable_content_region.height - rows
        if span is not None and self._lines.height and room > 0:
            first, last = self._row_of(span[0]), self._row_of(max(span[0], span[1] - 1))
            if min(last, first + room - 1) >= self.scroll_offset.y + room:
                self.jump(max(0, first - room // 3))

    # --- drawing -------------------------------------------------------------------------------------------------

    def row_strip(self, y: int, width: int) -> Strip:
        """A row of the text."""
        row = self._lines.row(y)
        if row is None:
            blank = self._blanks.get((self.look, width))
            if blank is None:
                blank = self._blanks[self.look, width] = Strip.blank(width, self._style(()))
            return blank
        rows = self._drawn.of(self._units[row.unit]).rows
        place = Place(self._lines.within(y), self._lines.width, width, self.look)
        strip = rows.get(place)
        if strip is None:
            strip = rows[place] = self._draw(row, width)
        return strip

    def _draw(self, row: Row, width: int) -> Strip:
        unit = self._units[row.unit]
        segments = self._gutter_of(row, unit)
        used = self._gutter
        indent = self._lines.indent(row.unit) if not row.gap else 0
        if indent:
            segments.append(Segment(" " * indent, self._style(())))
            used += indent
        if row.end > row.start:
            for run in self._runs_of(unit):
                if run.end > row.start and run.start < row.end:
                    text = unit.text[max(run.start, row.start) : min(run.end, row.end)]
                    segments.append(Segment(text, self._style(run.styles)))
                    used += cells(text)
        if used < width:
            segments.append(Segment(" " * (width - used), self._style(())))
        return Strip(segments, max(width, used))

    def _gutter_of(self, row: Row, unit: Unit) -> list[Segment]:
        label = unit.label if row.first else ""
        size = self._gutter - 3
        if cells(label) > size:
            label = label[: size - 1] + "…"
        sign, style = self._sign(row, unit)
        return [
            Segment(" " * max(0, size - cells(label)) + label + " ", self._style(("text--gutter",))),
            Segment(sign, self._style((style,) if style else ())),
            Segment(" ", self._style(())),
        ]

    def _sign(self, row: Row, unit: Unit) -> tuple[str, str]:
        if row.gap:
            return " ", ""
        here = [sign for sign in self._signs_of(unit) if row.start <= sign.position < max(row.end, 1)]
        if any(sign.address == self.current for sign in here):
            return HERE, "text--gutter-current"
        runs = self._runs_of(unit)
        if any("text--current" in r.styles for r in runs if r.start < row.end and r.end > row.start):
            return ALONG, "text--gutter-current"
        for state in (State.OPEN, State.PARKED, State.AGREED):
            if any(sign.state is state for sign in here):
                return _SIGNS[state], _SIGN_STYLES[state]
        return " ", ""

    def _runs_of(self, unit: Unit) -> list[Run]:
        drawn = self._drawn.of(unit)
        if drawn.runs is None:
            drawn.runs = self._styled(unit)
        return drawn.runs

    def _styled(self, unit: Unit) -> list[Run]:
        """The styles of a unit."""
        return self._paint.runs(unit, self.current, self.found)

    def _signs_of(self, unit: Unit) -> list[Sign]:
        drawn = self._drawn.of(unit)
        if drawn.signs is None:
            drawn.signs = self._paint.signs(unit)
        return drawn.signs

    def _style(self, names: tuple[str, ...]) -> Style:
        style = self._styles.get((self.look, names))
        if style is None:
            style = self.rich_style
            for name in names:
                style += self.get_component_rich_style(name, partial=True)
            self._styles[self.look, names] = style
        return style

    def forget_rows(self) -> None:
        """Forget the rows, in whatever look."""
        super().forget_rows()
        self._styles.clear()
        self._drawn.clear()
        self._blanks.clear()

    # --- what happens to it --------------------------------------------------------------------------------------

    def on_resize(self, _: events.Resize) -> None:
        """Lay the text out at the new width; what the reader looks at stays on the screen."""
        anchor = self._anchor()
        self._lay_out()
        self._return_to(anchor)

    def on_click(self, event: events.Click) -> None:
        """A click on a choice makes it the current one."""
        row = self._lines.row(event.y + self.scroll_offset.y)
        if row is None or row.gap:
            return
        unit = self._units[row.unit]
        x = event.x - self._gutter - self._lines.indent(row.unit)
        position = row.start
        while position < row.end and x >= cells(unit.text[row.start : position + 1]):
            position += 1
        address = self.places.at(unit.offset(position))
        if address is not None and x >= 0:
            self.post_message(self.Picked(address))
