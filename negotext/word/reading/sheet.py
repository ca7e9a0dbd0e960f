"""The text while it is written: white space is written once and late, and what is to be found again is remembered."""

from __future__ import annotations

import re

from negotext.model import Span

_WHITE = re.compile(r"[ \t\r\v\f]+")
COLUMN = "\x1f"
"""Among words, what becomes a tab: XML has no such character."""

_RAISED = tuple("⁰¹²³⁴⁵⁶⁷⁸⁹")


class Sheet:
    """Takes words and gives a text in which each place is known.

    A space is written when the next word is, so that ends of ranges stand before it and beginnings behind it.

    Attributes:
        at: length of the text so far, the waiting space left out.
        space: whether a space waits.
    """

    def __init__(self, gap: str) -> None:
        """Begin a text whose paragraphs are parted by `gap`."""
        self._gap = gap
        self._parts: list[str] = []
        self._last = ""
        self._fresh = True
        self._tight = False
        self._waiting: dict[str, None] = {}
        self._starts: dict[str, int] = {}
        self.ranges: dict[str, Span] = {}
        self.at = 0
        self.space = False

    @property
    def fresh(self) -> bool:
        """Whether nothing is written on this line yet."""
        return self._fresh

    def paragraph(self) -> None:
        """Begin a paragraph."""
        if self.at:
            self._append(self._gap)
        self._fresh, self.space, self._tight = True, False, False

    def line(self, indent: str = "") -> None:
        """Go on in the next line, unless nothing is written on this one."""
        if not self._fresh:
            self._append(f"\n{indent}")
            self._fresh, self.space = True, False

    def words(self, text: str) -> None:
        """Write words; runs of white space are one space, line ends begin a line, `COLUMN` is a tab."""
        for number, line in enumerate(text.split("\n")):
            if number:
                self.line()
            folded = _WHITE.sub(" ", line)
            core = folded.strip(" ")
            self.space = self.space or folded[:1] == " "
            if core:
                # Two calls of footnotes are two numbers.
                self.space = self.space or (core[0] in _RAISED and self._last[-1:] in _RAISED)
                self.raw(core)
                self.space = folded[-1] == " "

    def raw(self, text: str) -> int:
        """Write a text as it is, behind the space that waits; returns where it begins."""
        if self.space and not self._fresh and not self._tight:
            self._append(" ")
        self.space = self._fresh = self._tight = False
        for key in self._waiting:
            self._starts[key] = self.at
        self._waiting.clear()
        start = self.at
        self._append(text)
        return start

    def open(self, text: str) -> int:
        """Write what opens a bracket; no space follows it."""
        start = self.raw(text)
        self._tight = True
        return start

    def close(self, text: str) -> bool:
        """Write what follows the words of a bracket; returns whether a space waits, to go behind it."""
        waits, self.space, self._tight = self.space, False, False
        self.raw(text)
        return waits

    def loosen(self, space: bool) -> None:
        """A bracket is written; whether a space follows it."""
        self._tight, self.space = False, space

    def begin(self, key: str) -> None:
        """The range `key` begins with the next word."""
        self._waiting[key] = None

    def end(self, key: str) -> None:
        """The range `key` ends with the last word; nothing happens where it has not begun."""
        if key in self._waiting:
            del self._waiting[key]
            self.ranges.setdefault(key, Span(self.at, self.at))
        elif key in self._starts:
            self.ranges.setdefault(key, Span(self._starts[key], max(self._starts[key], self.at)))

    def text(self) -> str:
        """All that is written."""
        return "".join(self._parts).replace(COLUMN, "\t")

    def _append(self, text: str) -> None:
        self._parts.append(text)
        self._last = text
        self.at += len(text)
