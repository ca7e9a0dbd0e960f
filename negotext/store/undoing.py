"""Which entry an undo or a redo is about, as in an editor: undo, undo, redo. Pure, no database."""

from __future__ import annotations

from .entry import UNDOABLE, Kind, LogEntry, described
from .ledger import Ledger
from .refusals import CannotRedo, CannotUndo, NothingToRedo, NothingToUndo, UnknownEntry


def to_undo(ledger: Ledger, number: int | None = None) -> LogEntry:
    """The entry that an undo takes back.

    Args:
        ledger: the replay of the current round.
        number: id of a particular entry; None for the latest decision or statement that holds.

    Raises:
        NothingToUndo: nothing is left to take back.
        UnknownEntry: no such entry in this round, or one that is itself an undo, a redo or a round.
        CannotUndo: it has been undone already, or later entries on the same choice rest on it.
    """
    if number is None:
        tops = [holding[-1] for holding in ledger.holding.values() if holding[-1].kind in UNDOABLE]
        if not tops:
            raise NothingToUndo
        return max(tops, key=lambda entry: entry.id)
    entry = _known(ledger, number)
    if number in ledger.undone:
        undo = ledger.entries[ledger.undone[number]]
        raise CannotUndo(
            f"entry {number} has been undone already: {described(undo)}",
            f"to bring it back: negotext redo SESSION {number}",
        )
    holding = ledger.holding[entry.address]
    later = holding[holding.index(entry) + 1 :]
    if later:
        numbers = ", ".join(str(other.id) for other in reversed(later))
        raise CannotUndo(
            f"entry {number} cannot be undone before what came later: {described(later[-1])}",
            f"undo first, in this order: {numbers}",
            later[::-1],
        )
    return entry


def to_redo(ledger: Ledger, number: int | None = None) -> LogEntry:
    """The entry that a redo brings back.

    Args:
        ledger: the replay of the current round.
        number: id of a particular entry; None for the one undone last, unless something new came after that
            undo.

    Raises:
        NothingToRedo: nothing was undone, or something new has come since.
        UnknownEntry: no such entry in this round, or one that is itself an undo, a redo or a round.
        CannotRedo: it has not been undone, or its choice is not as it was when the entry was made.
    """
    if number is None:
        if not ledger.undone:
            raise NothingToRedo
        number, undo = max(ledger.undone.items(), key=lambda pair: pair[1])
        if ledger.newest > undo:
            raise NothingToRedo(ledger.entries[ledger.newest])
    entry = _known(ledger, number)
    if number not in ledger.undone:
        raise CannotRedo(f"entry {number} has not been undone", "there is nothing to bring back")
    if ledger.top(entry.address) != ledger.below[number]:
        raise CannotRedo(
            f"entry {number} cannot be brought back: {entry.address} is not as it was at the time",
            "decide the choice anew, or undo and redo in the order of: negotext log SESSION",
        )
    return entry


def _known(ledger: Ledger, number: int) -> LogEntry:
    entry = ledger.entries.get(number)
    if entry is None:
        raise UnknownEntry(number, " in this round")
    if entry.kind not in UNDOABLE and entry.kind is not Kind.CARRY:
        raise UnknownEntry(number, f": it is itself of the kind {entry.kind}")
    return entry
