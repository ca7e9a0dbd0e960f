"""Numbers that tell the marks of a document apart: tracked changes, comments and bookmarks."""

from __future__ import annotations

from itertools import count

LIMIT = 0x8000_0000
"""Word silently discards what has an id of this or more."""


class Ids:
    """Hands out 1, 2, 3, ... once each, over the body, the footnotes and the comments of one document."""

    def __init__(self) -> None:
        self._next = count(1).__next__

    def take(self) -> int:
        """The next number.

        Raises:
            OverflowError: where a document has two thousand million marks.
        """
        number = self._next()
        if number >= LIMIT:
            raise OverflowError("a Word document cannot hold that many tracked changes and comments")
        return number
