"""The pieces of a paragraph, put together to what one author did at one place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from .pieces import Piece, Sign, Turn, Words

OPENING, CLOSING = "[［", "]］"
# How many changes away the partner of a bracket is looked for.
_FAR = 60
_BRACKETS_ALONE = re.compile(r"[\s\[\]［］]*[\[\]［］][\s\[\]［］]*\Z")


@dataclass(slots=True)
class Group:
    """Words of the base text, or those that one author wants in, or out.

    Attributes:
        inserted: whether they are an insertion.
        deleted: whether they are words of the base text that somebody wants out.
        author: whose change it is; empty where nobody knows, and for the base text.
        date: the latest of the changes.
        pieces: words and signs in order; in an insertion others may want words out.
    """

    inserted: bool = False
    deleted: bool = False
    author: str = ""
    date: str = ""
    pieces: list[Piece] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All its words."""
        return "".join(piece.text for piece in self.pieces if isinstance(piece, Words))

    def parted(self) -> tuple[list[Piece], list[Piece], list[Piece]]:
        """What stands in front of its bracket, in it, and behind it: a range that is in it whole stays there."""
        places = [place for place, piece in enumerate(self.pieces) if isinstance(piece, Words)]
        first, last = (places[0], places[-1] + 1) if places else (0, 0)
        before, inside, behind = self.pieces[:first], self.pieces[first:last], self.pieces[last:]
        within = {(sign.key, sign.comment) for sign in inside if isinstance(sign, Sign)}

        def stays(piece: Piece) -> bool:
            return isinstance(piece, Sign) and (piece.key, piece.comment) in within

        inside = [*filter(stays, before), *inside, *filter(stays, behind)]
        return [sign for sign in before if not stays(sign)], inside, [sign for sign in behind if not stays(sign)]

    @property
    def changed(self) -> bool:
        """Whether it is a tracked change."""
        return self.inserted or self.deleted

    @property
    def balanced(self) -> bool:
        """Whether each bracket in it has its partner there."""
        return not stray_brackets(self.text)

    @property
    def brackets_alone(self) -> bool:
        """Whether it is brackets without words."""
        return _BRACKETS_ALONE.match(self.text) is not None

    def takes_place_of(self, other: Group) -> bool:
        """Whether the two are an old and a new wording of one author, in whichever order."""
        return (
            self.author == other.author
            and {self.inserted, other.inserted} == {self.deleted, other.deleted} == {True, False}
            and all(each.balanced and each.text.strip() and not each.disputed for each in (self, other))
        )

    @property
    def disputed(self) -> bool:
        """Whether others want words of an insertion out."""
        return self.inserted and any(isinstance(piece, Words) and piece.deleted for piece in self.pieces)


def grouped(pieces: Iterable[Piece]) -> list[Group]:
    """The groups of a paragraph in order; what begins between two of them belongs to the second."""
    groups: list[Group] = []
    waiting: list[Piece] = []
    for piece in pieces:
        if isinstance(piece, Sign):
            if piece.turn is Turn.BEGINS or not groups:
                waiting.append(piece)
            else:
                # What began here and ends here stays in order.
                groups[-1].pieces += [*waiting, piece]
                waiting = []
            continue
        mark = piece.inserted or piece.deleted
        of = (piece.inserted is not None, piece.inserted is None and piece.deleted is not None, mark and mark.author)
        last = groups[-1] if groups else None
        if last is None or (last.inserted, last.deleted, last.author or None) != (*of[:2], of[2] or None):
            last = Group(of[0], of[1], mark.author if mark else "")
            groups.append(last)
        last.date = max(last.date, mark.date if mark else "")
        last.pieces += [*waiting, piece]
        waiting = []
    if waiting:
        groups = groups or [Group()]
        groups[-1].pieces += waiting
    return groups


def stray_brackets(text: str) -> list[int]:
    """Offsets of the brackets without a partner, ascending."""
    waiting: list[int] = []
    stray: list[int] = []
    for offset, character in enumerate(text):
        if character in OPENING:
            waiting.append(offset)
        elif character in CLOSING:
            if waiting:
                waiting.pop()
            else:
                stray.append(offset)
    return sorted(stray + waiting)


def pairs(groups: Sequence[Group]) -> dict[int, int]:
    """Insertions of an opening bracket alone, with those of its closing one by the same author."""
    found: dict[int, int] = {}
    taken: set[int] = set()
    for first, group in enumerate(groups):
        if not (group.inserted and group.brackets_alone) or group.text.strip() not in tuple(OPENING):
            continue
        between = ""
        for second in range(first + 1, min(len(groups), first + _FAR)):
            other = groups[second]
            closes = other.inserted and other.author == group.author and other.text.strip() in tuple(CLOSING)
            if closes and second not in taken:
                if between.strip() and not stray_brackets(between):
                    found[first] = second
                    taken.add(second)
                break
            between += "" if other.inserted else other.text
    return found
