"""Which places of the text still have tracked changes of the reader's own: nobody has accepted or rejected them."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from .pieces import Body, Mark, Sign, Strand, Turn
from .settled import is_one_of, known_marks


def pending(body: Body, changes: Collection[Mark]) -> list[str]:
    """Names of the bookmarks around such changes, in the order of the text.

    Args:
        body: as read, before its own changes are settled.
        changes: see `settled`.
    """
    known = known_marks(changes)
    found: dict[str, None] = {}
    for strands in (body.strands, *(note.strands for note in body.notes)):
        _gather(strands, known, found)
    return list(found)


def _gather(strands: Iterable[Strand], known: frozenset[Mark], found: dict[str, None]) -> None:
    around: dict[str, None] = {}
    for strand in strands:
        for piece in strand.pieces:
            if isinstance(piece, Sign):
                if piece.turn is Turn.BEGINS and not piece.comment:
                    around[piece.key] = None
                elif piece.turn is Turn.ENDS and not piece.comment:
                    around.pop(piece.key, None)
            elif is_one_of(piece.inserted, known) or is_one_of(piece.deleted, known):
                found |= around
