"""What can go wrong with a session. One class per fault; each says in a sentence what is wrong, and what to do."""

from __future__ import annotations

from pathlib import Path


class StoreError(Exception):
    """Something the session cannot do, or that cannot be done with the file. Nothing has been changed.

    Attributes:
        message: one sentence that says what is wrong.
        hint: what to do about it, or empty.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class NoSuchSession(StoreError):
    """There is no file of that name."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"there is no session {path}", "make one: negotext new SESSION --draft DRAFT")


class AlreadyExists(StoreError):
    """A file is in the way of one that is to be made; it has not been touched."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} is already there", "choose another name, or move that file away first")


class NotASession(StoreError):
    """The file is something else."""

    def __init__(self, path: Path, what: str) -> None:
        super().__init__(f"{path} is {what}, not a session", "name a file made by: negotext new")


class NewerSchema(StoreError):
    """The session was written by a newer negotext."""

    def __init__(self, path: Path, found: int, known: int) -> None:
        super().__init__(
            f"{path} was written by a newer negotext (schema {found}; this one knows {known})",
            "upgrade negotext (pip install --upgrade negotext), then open it again",
        )


class OlderSchema(StoreError):
    """The session was written by an older negotext and cannot be brought up to date where it is."""

    def __init__(self, path: Path, found: int, known: int) -> None:
        super().__init__(
            f"{path} was written by an older negotext (schema {found}; this one knows {known})",
            "open it once for writing, in a folder where that is allowed: that brings it up to date",
        )


class Damaged(StoreError):
    """The file is a session whose content does not hold together."""

    def __init__(self, path: Path, detail: str) -> None:
        super().__init__(
            f"{path} is damaged ({detail})",
            "leave it as it is, keep a copy together with its -wal file, and go on from the last backup",
        )


class CannotOpen(StoreError):
    """The file or its folder cannot be reached."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path} cannot be opened ({reason})", "check the name and the rights of file and folder")


class ReadOnly(StoreError):
    """The session can be read and not written."""

    def __init__(self, path: Path, what: str = "it was opened for reading") -> None:
        super().__init__(
            f"{path} cannot be written: {what}",
            "copy it to a folder of your own (negotext backup SESSION OUT), or have the rights changed",
        )


class DiskFull(StoreError):
    """There is no room for what was to be written."""

    def __init__(self, path: Path, detail: str) -> None:
        super().__init__(
            f"{path} could not be written, there is no room for it ({detail}); nothing has been changed",
            "make room on the disk (or raise the quota), then do it again",
        )


class DiskFault(StoreError):
    """The disk, or the network it is reached over, gave an error."""

    def __init__(self, path: Path, detail: str) -> None:
        super().__init__(
            f"{path}: the disk gave an error ({detail})",
            "copy the session to another disk with its -wal file; a network folder is no good place for it",
        )


class Busy(StoreError):
    """Somebody else has been writing for longer than this program waits."""

    def __init__(self, path: Path, seconds: float) -> None:
        super().__init__(
            f"another program has been writing to {path} for more than {seconds:g} s",
            "do it again in a moment; if it stays so, see what else has the session open",
        )


class Unstorable(StoreError):
    """What was given cannot be recorded as it is."""


class SchemaOutOfReach(StoreError):
    """The SQLite of this Python is too old for sessions."""

    def __init__(self, found: str, wanted: str) -> None:
        super().__init__(
            f"this Python comes with SQLite {found}; sessions need {wanted} or newer",
            "use a newer Python",
        )


class BadQuery(StoreError):
    """A query of the user that SQLite does not understand, or that would do more than read."""


class QueryTooLong(StoreError):
    """A query of the user took more time than it was given."""

    def __init__(self, seconds: float) -> None:
        super().__init__(
            f"the query was stopped after {seconds:g} s",
            "narrow it down, for example with WHERE address = '5:2', or LIMIT 100",
        )
