"""Lines for the projector: an empty row behind each row of words."""

from __future__ import annotations

from bisect import bisect_right

from .lines import Lines, Row


class SpacedLines(Lines):
    """Units at a width, with room between the rows; an empty row behind a unit is as high as one within it."""

    def _stack(self) -> None:
        super()._stack()
        self._starts = [2 * start for start in self._starts]
        self.height = self._starts[-1]

    def row(self, y: int) -> Row | None:
        """What stands in a row; None behind the end."""
        if not 0 <= y < self.height:
            return None
        number = bisect_right(self._starts, y) - 1
        within, empty = divmod(y - self._starts[number], 2)
        rows, text = self._breaks[number], self.units[number].text
        if within >= len(rows):
            return Row(number, len(text), len(text), gap=True)
        end = rows[within + 1] if within + 1 < len(rows) else len(text)
        if empty:
            return Row(number, end, end, gap=True)
        while end > rows[within] and text[end - 1] in " \n":
            end -= 1
        return Row(number, rows[within], end, first=within == 0)

    def row_at(self, unit: int, position: int) -> int:
        """The row in which a position of a unit stands."""
        return self._starts[unit] + 2 * (bisect_right(self._breaks[unit], position) - 1)
