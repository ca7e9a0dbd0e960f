"""The text of a draft as decoded, with the way from offsets to lines and back to the bytes."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Source:
    """A decoded text.

    Attributes:
        text: all characters, line ends as in the file.
        name: what to call it in messages: a file name or `-`.
        encoding: the codec that turns `text` back into the bytes after the byte order mark.
        bom: byte order mark of the file, not part of `text`.
    """

    text: str
    name: str = "-"
    encoding: str = "utf-8"
    bom: bytes = b""
    _starts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        starts = (0, *(match.end() for match in re.finditer("\n", self.text)))
        object.__setattr__(self, "_starts", starts)

    def encode(self) -> bytes:
        """The bytes the source was decoded from."""
        return self.bom + self.text.encode(self.encoding)

    @property
    def lines(self) -> tuple[int, ...]:
        """Offset of the first character of each line; a text ending in a line end has an empty last line."""
        return self._starts

    def line(self, offset: int) -> int:
        """1-based number of the line that holds the character at `offset`."""
        return bisect_right(self._starts, offset)

    def column(self, offset: int) -> int:
        """1-based column of the character at `offset`, in characters."""
        return offset - self._starts[self.line(offset) - 1] + 1

    def line_text(self, number: int) -> str:
        """The 1-based line `number`, without its line end."""
        start = self._starts[number - 1]
        end = self._starts[number] if number < len(self._starts) else len(self.text)
        return self.text[start:end].rstrip("\r\n")
