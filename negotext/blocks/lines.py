"""Lines of a source, and what role each has on its page."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Role(Enum):
    """What a line is on its page."""

    TEXT = "text"
    BLANK = "blank"
    FURNITURE = "furniture"
    FOOTNOTE = "footnote"
    MARK = "mark"
    """A footnote mark that the extraction put on a line of its own."""


# White space at the ends of a line, a byte order mark in the text included.
_WHITE = " \t\r\f\v\xa0\u3000\ufeff"


@dataclass(slots=True)
class Line:
    """One line. `end` is the offset after its line end; `text`, at `body`, is without white space at its ends."""

    start: int
    end: int
    body: int
    text: str
    indent: int
    feed: bool
    role: Role = Role.TEXT

    @property
    def width(self) -> int:
        """Rough display width: a Han character counts two, a Latin letter one."""
        return (len(self.text.encode("utf-8", "surrogatepass")) + len(self.text)) // 2


def split_lines(text: str) -> list[Line]:
    """All lines of a text; together they cover it. Form feeds are page breaks, not line ends."""
    lines: list[Line] = []
    start = 0
    for raw in text.split("\n"):
        end = min(start + len(raw) + 1, len(text))
        stripped = raw.strip(_WHITE)
        indent = len(raw) - len(raw.lstrip(_WHITE))
        if start < end:
            role = Role.TEXT if stripped else Role.BLANK
            lines.append(Line(start, end, start + indent, stripped, indent, "\f" in raw, role))
        start = end
    return lines
