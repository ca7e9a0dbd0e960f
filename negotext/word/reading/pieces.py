"""What the body of a Word document is read into before it becomes text: strands of words and signs."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple


class Mark(NamedTuple):
    """Whose tracked change it is; the author is empty where strikeout or underline says so.

    Attributes:
        author: as the file has it.
        date: ISO 8601, or empty.
        move: name of the move that it is one end of; empty for what comes or goes and is not moved.
    """

    author: str
    date: str
    move: str = ""


class Words(NamedTuple):
    """A stretch of text of one paragraph; a line break in it is a line end.

    Attributes:
        text: not empty.
        inserted: who wants it in; None for words of the base text.
        deleted: who wants it out; None for words that stay.
    """

    text: str
    inserted: Mark | None = None
    deleted: Mark | None = None


class Turn(Enum):
    """Whether something begins or ends at a sign, or only stands there."""

    BEGINS = 1
    ENDS = 2
    STANDS = 3


class Sign(NamedTuple):
    """Where a bookmark (`key` is its name) or the range of a comment (`key` is its id) begins or ends."""

    turn: Turn
    key: str
    comment: bool = False


Piece = Words | Sign


@dataclass(slots=True)
class Strand:
    """A paragraph, or a row of a table.

    Attributes:
        pieces: in the order of the text.
        label: its automatic label with the gap behind it, or empty.
        style: name of its style.
        ends: whose insertion its end is; None where the base text has it.
        gone: whose deletion its end is; None where the base text keeps it.
        calls: keys of the notes that it is the first to call, in order.
    """

    pieces: list[Piece] = field(default_factory=list)
    label: str = ""
    style: str = ""
    ends: Mark | None = None
    gone: Mark | None = None
    calls: list[str] = field(default_factory=list)

    @property
    def new(self) -> bool:
        """Whether it has no words of the base text, and is somebody's insertion."""
        words = [piece for piece in self.pieces if isinstance(piece, Words) and piece.text.strip()]
        return all(each.inserted for each in words) and bool(words or self.ends)

    @property
    def empty(self) -> bool:
        """Whether it has no words at all."""
        return not any(isinstance(piece, Words) and piece.text.strip() for piece in self.pieces)


class Remark(NamedTuple):
    """A comment: who says what and when; `date` is ISO 8601 or empty. `moves` where it tells where words are moved."""

    author: str
    date: str
    text: str
    moves: bool = False


class Noted(NamedTuple):
    """A footnote or endnote: its number as it is shown, its paragraphs, and the key under which it is called."""

    number: str
    strands: tuple[Strand, ...]
    key: str = ""


@dataclass(frozen=True, slots=True)
class Body:
    """A Word document as read.

    Attributes:
        strands: of the text, in order.
        notes: in the order of their calls.
        remarks: comments by id.
        notices: what cannot be shown in a text, by kind, with how often.
    """

    strands: tuple[Strand, ...]
    notes: tuple[Noted, ...]
    remarks: dict[str, Remark]
    notices: dict[str, int]
