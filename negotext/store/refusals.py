"""What a session refuses, and why: places that are not there, views that are out of date, nothing to take back."""

from __future__ import annotations

from collections.abc import Sequence

from .entry import LogEntry, described
from .errors import StoreError


class UnknownRound(StoreError):
    """The session has no round of that number."""

    def __init__(self, number: int, last: int) -> None:
        super().__init__(f"there is no round {number}", f"the session has rounds 1 to {last}")


class UnknownAddress(StoreError):
    """The round has no choice of that address.

    Attributes:
        nearest: addresses that look most like it, the nearest first.
    """

    def __init__(self, address: str, round: int, nearest: Sequence[str] = ()) -> None:
        likely = f"; did you mean {' or '.join(nearest)}?" if nearest else ""
        super().__init__(
            f"there is no choice {address} in round {round}",
            f"all open places: negotext list SESSION --open{likely}",
        )
        self.nearest = tuple(nearest)


class UnknownAlternative(StoreError):
    """The choice has no alternative of that number, or it has been withdrawn or undone."""

    def __init__(self, address: str, number: int, known: Sequence[int], why: str = "") -> None:
        super().__init__(
            f"{address} has no alternative {number}{why}",
            f"choose one of {', '.join(map(str, known))} (0 leaves the words out)",
        )


class StaleChoice(StoreError):
    """The choice has changed since the caller looked at it. Nothing has been overwritten.

    Attributes:
        address: the choice.
        last: the log entry that the caller has not seen: who did what, when and why.
    """

    def __init__(self, address: str, last: LogEntry) -> None:
        super().__init__(
            f"{address} has been dealt with meanwhile: {described(last)}",
            f"look at it again (negotext who SESSION {address}); reopen it to decide otherwise",
        )
        self.address = address
        self.last = last


class StaleRound(StoreError):
    """Another round has come since the caller looked at the choice, which may have another address in it.

    Attributes:
        round: the one that was looked at.
        newest: the one that is being negotiated.
    """

    def __init__(self, address: str, round: int, newest: int) -> None:
        super().__init__(
            f"round {newest} has come in, so nothing was recorded for {address} of round {round}",
            "look where the words stand in the new draft",
        )
        self.round = round
        self.newest = newest


class StaleSession(StoreError):
    """The session has changed since the caller read it.

    Attributes:
        last: the latest log entry, which the caller has not seen.
    """

    def __init__(self, last: LogEntry) -> None:
        super().__init__(
            f"the session has changed meanwhile: {described(last)}",
            "do it again, so that the change is taken into account",
        )
        self.last = last


class AlreadyOpen(StoreError):
    """A choice that is open cannot be reopened."""

    def __init__(self, address: str) -> None:
        super().__init__(f"{address} is open", "there is nothing to reopen: accept, merge or park it")


class NothingToWithdraw(StoreError):
    """What was to be withdrawn is not there any more, or never was."""


class CannotWithdraw(StoreError):
    """The alternative is the draft's own text, or is what was agreed."""


class UnknownEntry(StoreError):
    """The log of this round has no entry of that number that can be taken back or brought back."""

    def __init__(self, number: int, why: str = "") -> None:
        super().__init__(f"there is no entry {number} to take back{why}", "numbers are shown by: negotext log SESSION")


class NothingToUndo(StoreError):
    """Everything of this round has been undone already, or nothing was ever decided."""

    def __init__(self) -> None:
        super().__init__("there is nothing to undo in this round", "what was done is shown by: negotext log SESSION")


class NothingToRedo(StoreError):
    """Nothing was undone, or something new came after it."""

    def __init__(self, since: LogEntry | None = None) -> None:
        if since is None:
            super().__init__("there is nothing to redo: nothing has been undone")
        else:
            super().__init__(
                f"there is nothing to redo: since the last undo, {described(since)}",
                "to bring back an older entry, name its number: negotext redo SESSION NUMBER",
            )


class CannotUndo(StoreError):
    """The entry cannot be taken back by itself.

    Attributes:
        later: entries on the same choice that have to be undone first, the latest first.
    """

    def __init__(self, message: str, hint: str, later: Sequence[LogEntry] = ()) -> None:
        super().__init__(message, hint)
        self.later = tuple(later)


class CannotRedo(StoreError):
    """The entry cannot be brought back: its choice is not as it was when the entry was made."""
