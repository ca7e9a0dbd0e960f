"""The replay of a log: what holds after all that was done, undone and done again. Pure, no database.

On each choice the entries that hold form a stack: a new entry goes on top, undo takes the top off, redo puts
    an entry
back on what it stood on. So each state of a choice is a state it has been in before, entries on different
choices do not touch each other, and undoing everything leaves empty stacks: the draft itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from negotext.model import Alternative

from .entry import Kind, LogEntry


class DamagedLog(ValueError):
    """The log holds what negotext never writes, such as an undo of an entry that is not there."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """What follows from the log of one round, or from the part of it that is about one choice.

    Attributes:
        entries: all entries by id, those that no longer hold among them.
        holding: by address, the entries that hold, oldest first; no address without any.
        undone: for each entry taken back, the id of the undo that did it.
        below: for each entry, the id of the one it stood on when it was made; 0 for none.
        offered: by address, every alternative ever offered from the floor, by the entry that offered it,
            undone or not.
        last: by address, id of the latest entry of any kind.
        newest: id of the latest entry that is neither undo nor redo; 0 for none.
    """

    entries: Mapping[int, LogEntry]
    holding: Mapping[str, tuple[LogEntry, ...]]
    undone: Mapping[int, int]
    below: Mapping[int, int]
    offered: Mapping[str, tuple[tuple[int, Alternative], ...]]
    last: Mapping[str, int]
    newest: int

    def top(self, address: str) -> int:
        """Id of the latest entry that holds on a choice; 0 for none."""
        holding = self.holding.get(address)
        return holding[-1].id if holding else 0


def replay(log: Iterable[LogEntry]) -> Ledger:
    """What holds after `log`: the entries of one round in order, or those of them about some choices.

    Raises:
        DamagedLog: an undo or redo of something that was not there to be undone or redone.
    """
    entries: dict[int, LogEntry] = {}
    stacks: dict[str, list[LogEntry]] = {}
    undone: dict[int, int] = {}
    below: dict[int, int] = {}
    offered: dict[str, tuple[tuple[int, Alternative], ...]] = {}
    last: dict[str, int] = {}
    newest = 0
    for entry in log:
        entries[entry.id] = entry
        if entry.kind is Kind.ROUND:
            newest = entry.id
            continue
        stack = stacks.setdefault(entry.address, [])
        last[entry.address] = entry.id
        if entry.kind is Kind.UNDO:
            taken = _meant(entries, entry)
            if not stack or stack[-1] is not taken:
                raise DamagedLog(f"entry {entry.id} undoes {entry.entry}, which is not the latest on its choice")
            stack.pop()
            undone[taken.id] = entry.id
        elif entry.kind is Kind.REDO:
            brought = _meant(entries, entry)
            if undone.pop(brought.id, None) is None or below[brought.id] != (stack[-1].id if stack else 0):
                raise DamagedLog(f"entry {entry.id} redoes {entry.entry}, which cannot go back on its choice")
            stack.append(brought)
        else:
            newest = entry.id
            below[entry.id] = stack[-1].id if stack else 0
            stack.append(entry)
            if entry.statement is not None:
                new = tuple((entry.id, alternative) for alternative in entry.statement.alternatives)
                offered[entry.address] = offered.get(entry.address, ()) + new
    holding = {address: tuple(stack) for address, stack in stacks.items() if stack}
    return Ledger(entries, holding, undone, below, offered, last, newest)


def _meant(entries: Mapping[int, LogEntry], entry: LogEntry) -> LogEntry:
    """The entry that an undo or a redo names."""
    meant = entries.get(entry.entry or 0)
    if meant is None or meant.address != entry.address:
        raise DamagedLog(f"entry {entry.id} names entry {entry.entry}, which is not on its choice")
    return meant


NOTHING = replay(())
"""What follows from an empty log."""
