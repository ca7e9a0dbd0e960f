"""Rows of an editor with paragraphs of thousands of words: only the words of a row are looked at to draw it."""

from __future__ import annotations

from collections.abc import Iterable

from rich.style import Style
from rich.text import Text
from textual.document._document import Document
from textual.document._document_navigator import DocumentNavigator
from textual.geometry import Region
from textual.strip import Strip
from textual.widgets import TextArea

from .wrapped import Wrapped

Stretch = tuple[int, int, Style]
"""Columns of a line from a first one up to another one, and how they look."""


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
