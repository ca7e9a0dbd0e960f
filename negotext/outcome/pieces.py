"""The outcome piece by piece: what was kept of the draft, what was put in, and for which choice.

Spaces and commas that come or go where words meet belong to the choice beside them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from negotext.model import Choice, Decision, Draft, Span

from .spacing import join
from .text import _Edit, _Renderer


class Piece(NamedTuple):
    """Words of an outcome.

    Attributes:
        text: not empty.
        at: offset in the draft of the first character, where they are kept from there in its order; -1 for words that
            are put in, or brought from elsewhere in the draft.
        address: of the choice for which they are put in; of kept words empty.
    """

    text: str
    at: int
    address: str = ""


@dataclass(frozen=True, slots=True)
class Pieces:
    """An outcome with its way back to the draft.

    Attributes:
        pieces: in order; put together they are the text of `outcome`.
        edits: what of the draft goes, or where something comes in, and for which choice; in the order of the draft.
    """

    pieces: tuple[Piece, ...]
    edits: tuple[tuple[Span, str], ...]
    _starts: list[int] = field(init=False, repr=False, compare=False)
    _edit_starts: list[int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        at, starts = 0, []
        for piece in self.pieces:
            starts.append(at)
            at += len(piece.text)
        object.__setattr__(self, "_starts", starts)
        object.__setattr__(self, "_edit_starts", [span.start for span, _ in self.edits])

    @property
    def text(self) -> str:
        """The outcome."""
        return "".join(piece.text for piece in self.pieces)

    def origin(self, offset: int) -> int:
        """Offset in the draft of a character of the outcome, -1 where it is not kept from there."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0 or self.pieces[index].at < 0:
            return -1
        return self.pieces[index].at + offset - self._starts[index]

    def put_in_for(self, offset: int) -> str:
        """For which choice a character of the outcome is put in; of kept words the choice nearest to them."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0:
            return ""
        piece = self.pieces[index]
        return piece.address or (self.gone_for(self.origin(offset)) if piece.at >= 0 else "")

    def gone_for(self, offset: int) -> str:
        """For which choice a character of the draft went; of kept ones the choice nearest to them."""
        index = bisect_right(self._edit_starts, offset) - 1
        near = self.edits[max(index, 0) : index + 2]
        if not near:
            return ""
        return min(near, key=lambda edit: max(edit[0].start - offset, offset - edit[0].end + 1, 0))[1]


def outcome_pieces(
    draft: Draft, choices: Sequence[Choice], decisions: Mapping[str, Decision], *, names: bool = True
) -> Pieces:
    """The outcome in pieces; the arguments are those of `outcome`, and so is the text."""
    renderer = _Pieced(draft, choices, decisions, names=names)
    pieces = renderer.pieces(Span(0, len(draft.source.text)))
    return Pieces(tuple(pieces), tuple((edit.span, edit.address) for edit in renderer.edits))


class _Pieced(_Renderer):
    def pieces(self, span: Span) -> list[Piece]:
        """What `render` gives, in pieces."""
        parts: list[Piece] = []
        at = span.start
        for edit in self.edits:
            if edit.span.start < at or edit.span.end > span.end:
                continue
            kept = [Piece(self.text[at : edit.span.start], at)] if edit.span.start > at else []
            _add(parts, kept, "", joined=at > span.start)
            _add(parts, self._words(edit), edit.address, joined=True)
            at = edit.span.end
        rest = [Piece(self.text[at : span.end], at)] if span.end > at else []
        _add(parts, rest, "", joined=at > span.start)
        return parts

    def _words(self, edit: _Edit) -> list[Piece]:
        words = self.render(edit.source) if edit.source is not None else edit.words
        return [Piece(words, -1, edit.address)] if words else []


def _add(parts: list[Piece], new: list[Piece], address: str, *, joined: bool) -> None:
    """Add words; spaces and commas where they meet the words before come out as in `outcome`."""
    for piece in new:
        if not parts or not joined:
            parts.append(piece)
            continue
        last = parts[-1]
        left, right = join(last.text, piece.text)
        added = left[len(last.text) :]  # a space between two words
        if not added and left != last.text:
            parts[-1] = last._replace(text=left)
            if not left:
                parts.pop()
        if added:
            parts.append(Piece(added, -1, address or last.address))
        if right:
            cut = len(piece.text) - len(right)
            parts.append(piece._replace(text=right, at=piece.at + cut if piece.at >= 0 else -1))
