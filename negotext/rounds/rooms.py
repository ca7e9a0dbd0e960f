"""Which alternatives of which choices a place of a draft lies in."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from negotext.model import Choice, Span


class Room(NamedTuple):
    """A stretch that belongs to a choice: its own, or that of an alternative.

    Attributes:
        span: the stretch.
        choice: the choice.
        number: of the alternative; None for the stretch of the choice itself.
    """

    span: Span
    choice: Choice
    number: int | None


class Rooms:
    """Finds the choices around a place, the innermost first; an alternative may stand far from its choice."""

    def __init__(self, choices: Sequence[Choice]) -> None:
        rooms = [Room(choice.span, choice, None) for choice in choices]
        rooms += [
            Room(each.span, choice, each.number)
            for choice in choices
            for each in choice.alternatives
            if each.span is not None
        ]
        self._edges = sorted({offset for room in rooms for offset in room.span})
        self._around: list[tuple[Room, ...]] = []
        waiting = sorted(rooms, key=lambda room: room.span.start, reverse=True)
        inside: list[Room] = []
        for edge in self._edges:
            inside = [room for room in inside if room.span.end > edge]
            while waiting and waiting[-1].span.start == edge:
                inside.append(waiting.pop())
            # Of equal stretches that of the alternative lies in that of its choice.
            inside.sort(key=lambda room: (room.span.length, room.number is None))
            self._around.append(tuple(inside))

    def around(self, offset: int) -> list[tuple[Choice, int | None]]:
        """The choices whose stretch holds an offset, each once, with the number of the alternative it lies in."""
        index = bisect_right(self._edges, offset) - 1
        found: dict[int, tuple[Choice, int | None]] = {}
        for room in self._around[index] if index >= 0 else ():
            known = found.get(id(room.choice))
            if known is None or known[1] is None:
                found[id(room.choice)] = (room.choice, room.number if known is None or room.number else known[1])
        return list(found.values())
