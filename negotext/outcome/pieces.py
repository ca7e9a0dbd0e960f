"""The outcome piece by piece: what was kept of the draft, what was put in, and for which choice.

Spaces and commas that come or go where words meet belong to the choice beside them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from negotext.model import Choice, Decision, Draft, Span

from .edit import Edit
from .edits import Edits, edits_of
from .spacing import join


class Piece(NamedTuple):
    """Words of an outcome.

    Attributes:
        text: not empty.
        at: offset in the draft of the first character; -1 for words that are not in it.
        address: of the choice for which they are put in, or brought from elsewhere; of kept words empty.
        moved: whether they are brought from elsewhere in the draft.
    """

    text: str
    at: int
    address: str = ""
    moved: bool = False

    @property
    def kept(self) -> bool:
        """Whether they stand where they stood."""
        return self.at >= 0 and not self.moved


@dataclass(frozen=True, slots=True)
class Pieces:
    """An outcome with its way back to the draft.

    Attributes:
        pieces: in order; put together they are the text of `outcome`.
        edits: what of the draft goes, or where something comes in, and for which choice; in the order of the draft.
        open: addresses of the choices that stand in it undecided, in the order of the draft.
    """

    pieces: tuple[Piece, ...]
    edits: tuple[tuple[Span, str], ...]
    open: tuple[str, ...] = ()
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
        if index < 0 or not self.pieces[index].kept:
            return -1
        return self.pieces[index].at + offset - self._starts[index]

    def put_in_for(self, offset: int) -> str:
        """For which choice a character of the outcome is put in; of kept words the choice nearest to them."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0:
            return ""
        piece = self.pieces[index]
        return piece.address or (self.gone_for(self.origin(offset)) if piece.kept else "")

    def gone_for(self, offset: int) -> str:
        """For which choice a character of the draft went; of kept ones the choice nearest to them."""
        index = bisect_right(self._edit_starts, offset) - 1
        near = self.edits[max(index, 0) : index + 2]
        if not near:
            return ""
        return min(near, key=lambda edit: max(edit[0].start - offset, offset - edit[0].end + 1, 0))[1]


def outcome_pieces(
    draft: Draft,
    choices: Sequence[Choice],
    decisions: Mapping[str, Decision],
    *,
    names: bool = True,
    within: Span | None = None,
) -> Pieces:
    """The outcome in pieces; the arguments are those of `outcome`, and so is the text.

    With `within`, it is what becomes of that stretch of the draft: a decision touches all of what it touches in it or
    nothing of it, and `choices` are at least all on which that depends.
    """
    text = draft.source.text
    edits = edits_of(draft, choices, decisions, names=names)
    pieces = _pieces(text, edits, within or Span(0, len(text)))
    return Pieces(tuple(pieces), tuple((edit.span, edit.address) for edit in edits.all), edits.open)


def _pieces(text: str, edits: Edits, span: Span) -> list[Piece]:
    """A stretch of the draft with all done that is to be done within it."""
    groups: list[list[Piece]] = []
    at = span.start
    for edit in edits.within(span):
        kept = [Piece(text[at : edit.span.start], at)] if edit.span.start > at else []
        _add(groups, kept, "", joined=at > span.start)
        _add(groups, _put_in(text, edits, edit), edit.address, joined=True)
        at = edit.span.end
    rest = [Piece(text[at : span.end], at)] if span.end > at else []
    _add(groups, rest, "", joined=at > span.start)
    return [piece for group in groups for piece in group]


def _put_in(text: str, edits: Edits, edit: Edit) -> list[Piece]:
    if edit.source is None:
        return [Piece(edit.words, -1, edit.address)] if edit.words else []
    brought = _pieces(text, edits, edit.source)
    return [piece._replace(address=piece.address or edit.address, moved=True) for piece in brought]


def _add(groups: list[list[Piece]], new: list[Piece], address: str, *, joined: bool) -> None:
    """Add words; spaces and commas where they meet the words before come out as in `outcome`."""
    if groups and joined and new:
        last = groups[-1]
        before, after = _text(last), _text(new)
        left, right = join(before, after)
        if len(left) > len(before):  # a space between two words
            last.append(Piece(left[len(before) :], -1, address or last[-1].address))
        elif len(left) < len(before):
            _shorten(last, len(before) - len(left))
            if not last:
                groups.pop()
        new = _behind(new, len(after) - len(right))
    if new:
        groups.append(new)


def _text(pieces: list[Piece]) -> str:
    return "".join(piece.text for piece in pieces)


def _shorten(pieces: list[Piece], count: int) -> None:
    """Take characters from the end."""
    while count:
        last = pieces.pop()
        if len(last.text) > count:
            pieces.append(last._replace(text=last.text[:-count]))
            return
        count -= len(last.text)


def _behind(pieces: list[Piece], count: int) -> list[Piece]:
    """Without the first characters."""
    for index, piece in enumerate(pieces):
        if count < len(piece.text):
            at = piece.at + count if piece.at >= 0 else -1
            return [piece._replace(text=piece.text[count:], at=at), *pieces[index + 1 :]]
        count -= len(piece.text)
    return []
