"""A unit: the words of one block as they are shown, with the way back to the draft.

Line wraps of the file are undone (`unwrapped`), labels stand in the gutter, and nothing in a draft can move the
cursor: control characters are shown as their pictures.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from negotext.model import BlockKind

_HAN = "[\u3001-\u303f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef]"
_IS_HAN = re.compile(_HAN)
_JOINED = re.compile(rf"(?<={_HAN})[^\S\n]*\n\s*|[^\S\n]*\n\s*(?={_HAN})")
_SPACE = re.compile(r"\s+")
# Columns of a line stay apart, on narrow screens, too.
_COLUMNS, _APART = re.compile(r"[ \t]{3,}"), " " * 3
_PICTURES = {code: 0x2400 + code for code in range(0x20) if code != 0x0A}
_PICTURES |= {0x09: 0x20, 0x0B: 0x20, 0x0C: 0x20, 0x0D: 0x20, 0x7F: 0x2421}
_PICTURES |= dict.fromkeys(range(0x80, 0xA0), 0xFFFD)
# Characters that turn the order of others around would reach beyond the draft.
_PICTURES |= dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)), 0xFFFD)
_PICTURES |= dict.fromkeys((0x2028, 0x2029, 0x85), 0x20)
_ODD = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")


class Fate(StrEnum):
    """What the decisions do with a stretch of words."""

    KEPT = "kept"
    AGREED = "agreed"
    GONE = "gone"
    NEW = "new"


class Piece(NamedTuple):
    """A stretch of words that stand side by side in the draft, or that are not in it.

    Attributes:
        text: the words.
        at: offset in the draft of the first character; -1 for words that are not in it.
        fate: what was decided of them.
        anchor: for words that are not in the draft, the offset of the choice they belong to.
    """

    text: str
    at: int
    fate: Fate = Fate.KEPT
    anchor: int = -1


def visible(text: str) -> str:
    """The same number of characters, control characters as pictures."""
    return text if _ODD.search(text) is None else text.translate(_PICTURES)


def unwrapped(text: str, *, lines: bool = False) -> str:
    """Words as they are shown: a wrap is one space, or nothing beside a Han character.

    Args:
        text: of a block.
        lines: whether its lines are kept, as those of headings are.
    """
    if lines:
        rows = (_COLUMNS.sub(_APART, line.strip()) for line in text.strip().split("\n") if line.strip())
        return "\n".join(_APART.join(" ".join(part.split()) for part in row.split(_APART)) for row in rows)
    if _IS_HAN.search(text):
        text = _JOINED.sub("", text)
    return " ".join(text.split())


class Unit:
    """The words of one block in one view.

    Attributes:
        block: index of the block in `Draft.blocks`.
        kind: of the block.
        label: what stands in the gutter.
        pieces: what it is made of.
        gap: whether an empty row follows.
        start: offset in the draft from which it stands for the draft; its label may be in front of its words.
        text: the words as they are shown; a line end in them ends a row.
    """

    __slots__ = ("__dict__", "block", "gap", "kind", "label", "pieces", "start", "text")

    def __init__(
        self,
        block: int,
        kind: BlockKind,
        label: str,
        pieces: tuple[Piece, ...],
        *,
        gap: bool,
        start: int = -1,
        lines: bool = False,
    ) -> None:
        """Unwrap the words, unless they are `lines` of the head; the other arguments are as above."""
        self.block = block
        self.kind = kind
        self.label = label
        self.pieces = pieces
        self.gap = gap
        self.start = start if start >= 0 else pieces[0].at
        raw = pieces[0].text if len(pieces) == 1 else "".join(piece.text for piece in pieces)
        self.text = unwrapped(visible(raw), lines=lines or kind in _BY_LINES)

    @cached_property
    def _index(self) -> tuple[list[int], list[int]]:
        """Runs of characters that are the same in the words shown and in the pieces: where each begins in both."""
        raw = visible("".join(piece.text for piece in self.pieces))
        shown, raws = [], []
        at = size = 0
        text = self.text
        for chunk in _SPACE.split(raw):
            if chunk:
                at = raw.index(chunk, at)
                while size < len(text) and text[size].isspace():
                    size += 1
                shown.append(size)
                raws.append(at)
                at += len(chunk)
                size += len(chunk)
        return shown or [0], raws or [0]

    @cached_property
    def starts(self) -> list[int]:
        """Where each piece begins in the words shown."""
        found, raw = [], 0
        for piece in self.pieces:
            found.append(self._shown(raw))
            raw += len(piece.text)
        return found

    def position(self, piece: int, offset: int) -> int:
        """Where the character at `offset` of the draft stands in the words shown, or would stand.

        Args:
            piece: number of a piece that is in the draft.
            offset: between the beginning and the end of that piece.
        """
        before = sum(len(each.text) for each in self.pieces[:piece])
        return self._shown(before + offset - self.pieces[piece].at)

    def find(self, offset: int) -> int | None:
        """Where an offset of the draft is shown in this unit; None where it is not."""
        if 0 <= self.start <= offset < self.pieces[0].at:
            return 0
        for number, piece in enumerate(self.pieces):
            if piece.at >= 0 and piece.at <= offset < piece.at + max(1, len(piece.text)):
                return self.position(number, offset)
        for number, piece in enumerate(self.pieces):
            if piece.anchor == offset:
                return self.starts[number]
        return None

    def near(self, offset: int) -> int | None:
        """Where the nearest words before an offset of the draft end in this unit; None where it begins behind it."""
        before = [number for number, piece in enumerate(self.pieces) if 0 <= piece.at <= offset]
        if not before:
            return None
        number = max(before, key=lambda each: self.pieces[each].at)
        piece = self.pieces[number]
        return self.position(number, min(offset, piece.at + len(piece.text)))

    def offset(self, position: int) -> int:
        """The offset in the draft of the character shown at `position`; for other words, that of their choice."""
        shown, raws = self._index
        run = max(0, bisect_right(shown, position) - 1)
        raw = raws[run] + max(0, position - shown[run])
        for piece in self.pieces:
            if raw < len(piece.text) or piece is self.pieces[-1]:
                return piece.at + raw if piece.at >= 0 else piece.anchor
            raw -= len(piece.text)
        return 0

    def _shown(self, raw: int) -> int:
        shown, raws = self._index
        run = bisect_right(raws, raw) - 1
        if run < 0:
            return 0
        end = shown[run + 1] if run + 1 < len(shown) else len(self.text)
        return min(shown[run] + raw - raws[run], end)


_BY_LINES = frozenset({BlockKind.HEADING, BlockKind.FURNITURE})
