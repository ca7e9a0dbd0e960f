"""Back to a point of the log: which entries are taken back, and which brought back, to be where the session was then.

Nothing is taken out of the log: going back appends, and so it can be taken back itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from negotext.store import Kind, LogEntry, StoreError, replay

from ..desk import Desk


class Way(NamedTuple):
    """The way back to a point.

    Attributes:
        point: id of the entry after which everything was as it will be.
        undo: what has to be taken back, in this order: the latest first.
        redo: what had been taken back since and has to be brought back, the oldest first.
    """

    point: int
    undo: tuple[LogEntry, ...]
    redo: tuple[LogEntry, ...]

    @property
    def steps(self) -> int:
        """How many entries the log gets."""
        return len(self.undo) + len(self.redo)


class Step(NamedTuple):
    """A step of the way that was done.

    Attributes:
        number: of the step, from 1.
        entry: what was written to the log.
    """

    number: int
    entry: LogEntry


class Stopped(Exception):
    """The way ended before its end: what is behind `done` is as it was.

    Attributes:
        done: how many steps were done.
        at: the entry that could not be taken back or brought back.
        cause: why not.
    """

    def __init__(self, done: int, at: LogEntry, cause: StoreError) -> None:
        super().__init__(cause.message)
        self.done = done
        self.at = at
        self.cause = cause


def way_back(log: Sequence[LogEntry], point: int) -> Way:
    """The way back to where a round was right after an entry of its log.

    What was carried into a round belongs to its beginning: with the point at the round or among what was carried,
    all of that stays.

    Args:
        log: of the newest round, oldest first.
        point: id of one of its entries.

    Raises:
        KeyError: the entry is none of this round.
    """
    at = next((number for number, entry in enumerate(log) if entry.id == point), None)
    if at is None:
        raise KeyError(point)
    if log[at].kind in (Kind.ROUND, Kind.CARRY):
        while at + 1 < len(log) and log[at + 1].kind is Kind.CARRY:
            at += 1
    then, now = replay(log[: at + 1]).holding, replay(log).holding
    undo: list[LogEntry] = []
    redo: list[LogEntry] = []
    for address in {*then, *now}:
        was, is_now = then.get(address, ()), now.get(address, ())
        same = 0
        while same < min(len(was), len(is_now)) and was[same].id == is_now[same].id:
            same += 1
        undo += is_now[same:]
        redo += was[same:]
    undo.sort(key=lambda entry: -entry.id)
    redo.sort(key=lambda entry: entry.id)
    return Way(log[at].id, tuple(undo), tuple(redo))


def go_back(desk: Desk, way: Way, why: str = "") -> Iterator[Step]:
    """Go the way, one entry at a time; whoever asks for no further step leaves the rest as it is.

    The choice that is looked at stays the same.

    Raises:
        Stopped: a step is refused, as when somebody else has dealt with its choice meanwhile.
    """
    current = desk.current
    for done, entry in enumerate((*way.undo, *way.redo)):
        try:
            made = desk.undo(entry.id, why) if done < len(way.undo) else desk.redo(entry.id, why)
        except StoreError as error:
            raise Stopped(done, entry, error) from error
        finally:
            desk.current = current
        yield Step(done + 1, made)
