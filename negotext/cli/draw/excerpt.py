"""The part of a line around a fault, and the cells a caret stands under."""

from __future__ import annotations

from dataclasses import dataclass

from rich.cells import cell_len

from negotext.model import Source, Span

from .visible import visible

_TAB = 4
_CUT = "…"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """What is shown of a line, in three parts; the middle one is what the caret marks.

    Tabs are spaces and control characters pictures, so that a cell on the screen is a cell in `indent`.
    """

    before: str
    marked: str
    after: str

    @property
    def indent(self) -> int:
        """Cells in front of the mark."""
        return cell_len(self.before)

    @property
    def width(self) -> int:
        """Cells of the mark, at least one."""
        return max(1, cell_len(self.marked))


def excerpt(source: Source, span: Span, width: int) -> Excerpt:
    """The line on which `span` begins, cut with `…` so that it fits into `width` cells (at least 20).

    A span that goes on in the next line is marked to the end of its first.
    """
    number = source.line(span.start)
    line_start = source.lines[number - 1]
    line_end = source.lines[number] if number < len(source.lines) else len(source.text)
    text = source.text
    while line_end > line_start and text[line_end - 1] in "\r\n":
        line_end -= 1
    # No more of a very long line is touched than can be shown.
    first, last = max(line_start, span.start - width), min(line_end, span.start + 2 * width)
    mark_end = max(span.start, min(span.end, last))
    before = _expanded(text[first : span.start], 0)
    marked = _expanded(text[span.start : mark_end], cell_len(before))
    after = _expanded(text[mark_end:last], cell_len(before) + cell_len(marked))
    more_before, more_after = first > line_start, last < line_end

    room = max(20, width)
    marked = _head(marked, room - 4)
    rest = room - cell_len(marked)
    if cell_len(before) + cell_len(after) <= rest and not more_before and not more_after:
        return Excerpt(before, marked, after)
    # A caret in the middle, unless the line ends near it.
    left = min(cell_len(before), max(rest // 2, rest - cell_len(after)))
    right = rest - left
    if more_before or cell_len(before) > left:
        before = _CUT + _tail(before, left - 1)
    if more_after or cell_len(after) > right:
        after = _head(after, right - 1) + _CUT
    return Excerpt(before, marked, after)


def _expanded(text: str, column: int) -> str:
    """`text` with its tabs as spaces, beginning at cell `column`."""
    if "\t" not in text:
        return visible(text)
    parts: list[str] = []
    for index, part in enumerate(visible(text).split("\t")):
        if index:
            spaces = _TAB - column % _TAB
            parts.append(" " * spaces)
            column += spaces
        parts.append(part)
        column += cell_len(part)
    return "".join(parts)


def _head(text: str, cells: int) -> str:
    """As many characters from the beginning as fit into `cells`."""
    used = 0
    for index, character in enumerate(text):
        used += cell_len(character)
        if used > cells:
            return text[:index]
    return text


def _tail(text: str, cells: int) -> str:
    """As many characters from the end as fit into `cells`."""
    return _head(text[::-1], cells)[::-1]
