"""Lines of an editor cut into rows; where a letter is typed, only the rows that it changes are cut again."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from rich.cells import get_character_cell_size
from textual._wrap import compute_wrap_offsets
from textual.document._document import Location
from textual.document._wrapped_document import WrappedDocument
from textual.expand_tabs import get_tab_widths

from ..combining import changed
from ..lines_wrap import cells, is_plain

_CHUNK = re.compile(r"\S+\s*|\s+")
# Narrower rows are left to Textual: a wide character may not have room in them.
_LEAST = 4


class Wrapped(WrappedDocument):
    """Lines cut into rows, where Textual cuts them: at a space, all of which goes with the word before."""

    def wrap(self, width: int, tab_width: int | None = None) -> None:
        """Cut all lines; `width` are cells of a row, 0 for lines as long as they are."""
        self._width, self._tab_width = width, tab_width or self._tab_width
        self._cut = list(self.document.lines)
        self._plain = [is_plain(line) for line in self._cut]
        self._tab_width_cache = [self._tabs(line) for line in self._cut]
        self._wrap_offsets = [self._cuts(index) for index in range(len(self._cut))]
        self._count()

    def wrap_range(self, start: Location, old_end: Location, new_end: Location) -> None:
        """Cut what was written."""
        row, lines = start[0], self.document.lines
        if not row == old_end[0] == new_end[0] < len(lines) == len(self._cut):
            self.wrap(self._width)
            return
        line, before = lines[row], self._cut[row]
        where = changed(before, line)
        self._cut[row] = line
        self._plain[row] = is_plain(line[where[0] : where[2]] if self._plain[row] else line)
        self._tab_width_cache[row] = self._tabs(line)
        if self._width < _LEAST or "\t" in line or "\t" in before:
            self._wrap_offsets[row] = self._cuts(row)
        else:
            known = self._wrap_offsets[row]
            self._wrap_offsets[row] = cut_again(known, line, where, self._width, plain=self._plain[row])
        self._count()

    def get_sections(self, line_index: int) -> list[str]:
        """The rows of a line; Textual would make a text with styles of it, to cut it."""
        line = self.document[line_index]
        return [line[start:end] for start, end in pairwise((0, *self._wrap_offsets[line_index], len(line)))]

    def _tabs(self, line: str) -> list[int]:
        return [width for _, width in get_tab_widths(line, self._tab_width)] if "\t" in line else []

    def _cuts(self, index: int) -> list[int]:
        """Where the rows of a line begin, but for the first one."""
        line = self._cut[index]
        if not self._width:
            return []
        if "\t" in line or self._width < _LEAST:
            tabs = get_tab_widths(line, self._tab_width)
            return compute_wrap_offsets(line, self._width, self._tab_width, precomputed_tab_sections=tabs)
        return list(cuts(line, 0, self._width, plain=self._plain[index]))

    def _count(self) -> None:
        """Number the rows."""
        counts = [len(found) + 1 for found in self._wrap_offsets]
        self._offset_to_line_info = [(index, row) for index, count in enumerate(counts) for row in range(count)]
        ends = accumulate(counts)
        self._line_index_to_offsets = [list(range(end - count, end)) for end, count in zip(ends, counts, strict=True)]


def cuts(line: str, at: int, width: int, *, plain: bool) -> Iterator[int]:
    """Where the rows of a line without tabs begin that come behind the one that begins at `at`.

    Args:
        line: the line.
        at: where a row of it begins.
        width: cells of a row.
        plain: whether it is plain.
    """
    while plain and len(line) - at > width:
        cut = line.rfind(" ", at, at + width) + 1
        while cut > at and line[cut] == " ":
            # More spaces than there is room for: the word before them goes with them.
            cut = line.rfind(" ", at, at + len(line[at:cut].rstrip(" "))) + 1
        # A word that is longer than a row is seen to below, with all behind it.
        plain = cut > at
        if plain:
            yield cut
            at = cut
    if not plain:
        yield from _chunk_by_chunk(line, at, width)


def _chunk_by_chunk(line: str, at: int, width: int) -> Iterator[int]:
    used = 0
    for chunk in _CHUNK.finditer(line, at):
        size, start = cells(chunk[0]), chunk.start()
        if used + size <= width:
            used += size
            continue
        if start > at:
            yield start
        used = size
        if size > width:
            ends = list(accumulate(map(get_character_cell_size, chunk[0])))
            while used > width:
                fits = bisect_right(ends, size - used + width)
                yield start + fits
                used = size - ends[fits - 1]


def cut_again(known: Sequence[int], line: str, where: tuple[int, int, int], width: int, *, plain: bool) -> list[int]:
    """Where the rows of a line begin that was another one before.

    Args:
        known: where its rows began, but for the first one.
        line: the line as it is; neither has tabs.
        where: what is new in it, as `changed` gives it.
        width: cells of a row.
        plain: whether the line is plain.
    """
    start, end, stop = where
    # What is written may reach back into the row before, where the first word of that row was too long for the one
    # before it; what begins earlier stays.
    rows = max(0, bisect_right(known, start) - 2)
    found = list(known[:rows])
    behind = {cut: index for index, cut in enumerate(known) if cut >= end}
    for cut in cuts(line, found[-1] if found else 0, width, plain=plain):
        if cut >= stop and cut - stop + end in behind:
            # From here on it is as it was.
            found += [each - end + stop for each in known[behind[cut - stop + end] :]]
            break
        found.append(cut)
    return found
