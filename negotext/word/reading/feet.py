"""Where the footnotes stand: behind the paragraph that calls them, or where the draft that went out prints them.

A footnote belongs to the paragraph in front of it. What is said in it has that paragraph's address.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from negotext.paper.bookmarks import BELOW, FOOT

from .apart import NOTE
from .pieces import Body, Noted, Sign, Strand, Words

# LibreOffice calls the bookmarks of footnotes so when it saves them.
_COPY = re.compile(r"_Copy_\d+\Z")
_NUMBER = re.compile(r"\s*(\d{1,3})\s")


class Feet:
    """Gives out the notes of a document, each once.

    Attributes:
        strands: the text without its notes.
    """

    def __init__(self, body: Body) -> None:
        """Begin with all notes: in the order of their calls, and behind them those that nothing calls."""
        read = [(strand, uncalled(strand)) for strand in body.strands]
        self.strands = [strand for strand, note in read if note is None]
        self._notes = dict(enumerate([*body.notes, *(note for _, note in read if note is not None)]))
        named = {name: number for number, note in self._notes.items() for name in _names(note.strands, FOOT)}
        there = [name for strand in self.strands for name in _names([strand], BELOW)]
        # A bookmark may be lost in Word: it counts where both of a pair are left.
        self._below = {name: named[name] for name in there if name in named}
        placed = frozenset(self._below.values())
        self._called = {note.key: number for number, note in self._notes.items() if note.key and number not in placed}

    def behind(self, line: Sequence[Strand]) -> Iterator[Noted]:
        """The notes behind a paragraph."""
        # Keys are counted as the draft prints the notes; bookmarks of one place may have changed theirs.
        below = sorted(_names(line, BELOW), key=lambda name: (len(name), name))
        numbers = [self._below.get(name) for name in below]
        numbers += [self._called.get(call) for strand in line for call in strand.calls]
        for number in numbers:
            if number is not None and number in self._notes:
                yield self._notes.pop(number)

    def left(self) -> Iterator[Noted]:
        """Those that stand behind the text: nothing calls them, or another note does."""
        yield from self._notes.values()
        self._notes = {}


def uncalled(strand: Strand) -> Noted | None:
    """The footnote that a paragraph is, where nothing calls it and negotext wrote it at the end of the text."""
    if strand.style != NOTE:
        return None
    number = _NUMBER.match("".join(piece.text for piece in strand.pieces if isinstance(piece, Words)))
    return Noted(number[1], (strand,)) if number else None


def _names(strands: Sequence[Strand], start: str) -> list[str]:
    """What follows `start` in the names of the bookmarks of paragraphs that begin with it."""
    found = [
        piece.key.removeprefix(start)
        for strand in strands
        for piece in strand.pieces
        if isinstance(piece, Sign) and not piece.comment and piece.key.startswith(start)
    ]
    return list(dict.fromkeys(_COPY.sub("", name) for name in found))
