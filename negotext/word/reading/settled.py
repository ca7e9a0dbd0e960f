"""A document without the tracked changes that its reader has made: they are words of the text, or none.

The changes of an exported document are decisions of the session. They come back as they went out unless somebody in
Word has accepted or rejected them, and are nobody's proposals.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from .pieces import Body, Mark, Piece, Strand, Words

_SECOND = len("2026-03-04T14:05:09")


def settled(body: Body, changes: Collection[Mark]) -> Body:
    """The document after some of its changes.

    Args:
        body: as read.
        changes: their authors and dates, to the second; with an empty date all changes of that author are meant.
    """
    if not changes:
        return body
    known = known_marks(changes)
    notes = tuple(note._replace(strands=tuple(_strands(note.strands, known))) for note in body.notes)
    return replace(body, strands=tuple(_strands(body.strands, known)), notes=notes)


def _strands(strands: Sequence[Strand], known: frozenset[Mark]) -> Iterator[Strand]:
    """Paragraphs; one whose end goes is one with the next, of which it has the label unless nothing of it is left."""
    waiting: Strand | None = None
    for strand in strands:
        joins = is_one_of(strand.gone, known)
        ends = None if is_one_of(strand.ends, known) else strand.ends
        each = replace(
            strand, pieces=list(_pieces(strand.pieces, known)), ends=ends, gone=None if joins else strand.gone
        )
        if waiting is not None:
            first = each if waiting.empty else waiting
            pieces, calls = [*waiting.pieces, *each.pieces], [*waiting.calls, *each.calls]
            each = replace(each, pieces=pieces, calls=calls, label=first.label, style=first.style)
        waiting = each if joins else None
        if not joins:
            yield each
    if waiting is not None:
        yield waiting


def _pieces(pieces: Sequence[Piece], known: frozenset[Mark]) -> Iterator[Piece]:
    for piece in pieces:
        if not isinstance(piece, Words):
            yield piece
        elif not is_one_of(piece.deleted, known):
            yield piece._replace(inserted=None) if is_one_of(piece.inserted, known) else piece


def known_marks(changes: Collection[Mark]) -> frozenset[Mark]:
    """The authors and dates of changes, these to the second."""
    return frozenset(Mark(each.author, each.date[:_SECOND]) for each in changes)


def is_one_of(mark: Mark | None, known: frozenset[Mark]) -> bool:
    """Whether a change is one of those that are known."""
    if mark is None:
        return False
    return Mark(mark.author, mark.date[:_SECOND]) in known or Mark(mark.author, "") in known
