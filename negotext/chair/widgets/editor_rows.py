"""Rows of an editor with paragraphs of thousands of words: only the words of a row are looked at to draw it."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import accumulate, pairwise

from rich.style import Style
from rich.text import Text
from textual._wrap import compute_wrap_offsets
from textual.document._document import Document, Location
from textual.document._document_navigator import DocumentNavigator
from textual.document._wrapped_document import WrappedDocument
from textual.expand_tabs import get_tab_widths
from textual.geometry import Region
from textual.strip import Strip
from textual.widgets import TextArea

from ..lines_wrap import is_plain

Stretch = tuple[int, int, Style]
"""Columns of a line from a first one up to another one, and how they look."""


class Wrapped(WrappedDocument):
    """Lines cut into rows, where Textual cuts them: at a space, all of which goes with the word before."""

    def wrap(self, width: int, tab_width: int | None = None) -> None:
        """Cut all lines; `width` are cells of a row, 0 for lines as long as they are."""
        self._width, self._tab_width = width, tab_width or self._tab_width
        tabs = [get_tab_widths(line, self._tab_width) if "\t" in line else [] for line in self.document.lines]
        self._tab_width_cache = [[cells for _, cells in widths] for widths in tabs]
        self._wrap_offsets = [self._cuts(line) if width else [] for line in self.document.lines]
        counts = [len(cuts) + 1 for cuts in self._wrap_offsets]
        self._offset_to_line_info = [(index, row) for index, count in enumerate(counts) for row in range(count)]
        ends = accumulate(counts)
        self._line_index_to_offsets = [list(range(end - count, end)) for end, count in zip(ends, counts, strict=True)]

    def wrap_range(self, start: Location, old_end: Location, new_end: Location) -> None:
        """Cut what was written; it is quick enough for all there is."""
        self.wrap(self._width)

    def _cuts(self, line: str) -> list[int]:
        """Where the rows of a line begin, but for the first one."""
        if not is_plain(line):
            return compute_wrap_offsets(line, self._width, self._tab_width)
        found: list[int] = []
        at = 0
        while len(line) - at > self._width:
            cut = line.rfind(" ", at, at + self._width) + 1
            while cut > at and line[cut] == " ":
                # More spaces than there is room for: the word before them goes with them.
                cut = line.rfind(" ", at, at + len(line[at:cut].rstrip(" "))) + 1
            if cut <= at:
                # A word that is longer than a row.
                return compute_wrap_offsets(line, self._width, self._tab_width)
            found.append(cut)
            at = cut
        return found

    def get_sections(self, line_index: int) -> list[str]:
        """The rows of a line; Textual would make a text with styles of it, to cut it."""
        line = self.document[line_index]
        return [line[start:end] for start, end in pairwise((0, *self._wrap_offsets[line_index], len(line)))]


class RowsEditor(TextArea):
    """A text area without line numbers, suggestions and languages, in which a row takes as long as it is wide."""

    _styled = False

    def looks(self, line_index: int, start: int, end: int) -> Iterable[Stretch]:
        """How the words of a line look between two columns, where they do not look as all words do."""
        return ()

    def get_line(self, line_index: int) -> Text:
        """A line with its looks."""
        line = super().get_line(line_index)
        for low, high, style in self.looks(line_index, 0, len(line)):
            line.stylize(style, low, high)
        return line

    def _set_document(self, text: str, language: str | None) -> None:
        """Begin with another text."""
        self.document = Document(text)
        self.wrapped_document = Wrapped(self.document, self.wrap_width, self.indent_width)
        self.navigator = DocumentNavigator(self.wrapped_document)
        self._line_cache.clear()
        self.move_cursor((0, 0))
        self._refresh_size()

    def notify_style_update(self) -> None:
        """The styles were worked out again."""
        super().notify_style_update()
        self._styled = False

    def _set_theme(self, theme: str) -> None:
        super()._set_theme(theme)
        self._styled = False

    def render_lines(self, crop: Region) -> list[Strip]:
        """Some rows; Textual would look for the styles of all that they may have each time."""
        if not self._styled:
            self._theme.apply_css(self)
            self._styled = True
        return super(TextArea, self).render_lines(crop)

    def _render_line(self, y: int) -> Strip:
        """A row, as Textual draws it."""
        at = y + self.scroll_offset.y
        rows = self.wrapped_document._offset_to_line_info
        if at >= len(rows):
            return super()._render_line(y)
        line_index, section = rows[at]
        whole, cuts = self.document[line_index], self.wrapped_document.get_offsets(line_index)
        last = section == len(cuts)
        start, end = cuts[section - 1] if section else 0, len(whole) if last else cuts[section]
        # Behind the words of a line there is room for the cursor.
        words = whole[start:end] + " " * last
        if not whole or "\t" in words:
            return super()._render_line(y)
        row = Text(words, end="", no_wrap=True)
        for low, high, style in (*self.looks(line_index, start, end), *self._hands(line_index, len(whole))):
            if low < start + len(words) and high > start:
                row.stylize(style, max(0, low - start), high - start)
        strip = Strip(row.render(self.app.console), row.cell_len)
        ground = self._theme.base_style or self.rich_style
        return strip.extend_cell_length(self.scrollable_content_region.width, ground).apply_style(ground)

    def _hands(self, line_index: int, size: int) -> Iterable[Stretch]:
        """What is selected of a line, the cursor, and brackets that belong together."""
        theme, (start, end) = self._theme, self.selection
        top, bottom = sorted(self.selection)
        if start != end and top[0] <= line_index <= bottom[0] and theme.selection_style:
            low, high = top[1] if line_index == top[0] else 0, bottom[1] if line_index == bottom[0] else size
            yield low, high, theme.selection_style
        match = self._matching_bracket_location
        beside = theme.bracket_matching_style if match is not None and start == end else None
        if end[0] == line_index:
            if beside:
                yield end[1], end[1] + 1, beside
            if self._draw_cursor and theme.cursor_style:
                yield end[1], end[1] + 1, theme.cursor_style
        if beside and match is not None and match[0] == line_index:
            yield match[1], match[1] + 1, beside
