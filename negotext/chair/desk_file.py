"""The file of a session: whose delegations it keeps, its text as read, and noticing that the file is lost."""

from __future__ import annotations

from pathlib import Path

from negotext.languages import OwnDelegations, OwnError, Registry, read_own, registry_for
from negotext.model import Draft
from negotext.store import CannotOpen, Damaged, Session


def own_of(session: Session) -> OwnDelegations | None:
    """The delegations that a session keeps, None where it has none of its own.

    Raises:
        Damaged: they cannot be read.
    """
    if not session.delegations:
        return None
    try:
        return read_own(session.delegations)
    except OwnError as error:
        raise Damaged(session.path, f"its delegations: {error.fault}") from error


def registry_of(session: Session) -> Registry:
    """Names and groups in the language of a session, its own delegations in front."""
    return registry_for(session.language, own_of(session))


def draft_of(session: Session, number: int | None = None) -> Draft:
    """The draft of a round as it was read; read again where the session does not keep the reading."""
    kept = session.draft(number)
    if kept is not None:
        return kept
    # The grammar is needed only here, and for sessions that an older negotext made.
    from negotext.reading import reread

    rounds = session.rounds()
    return reread(session.source(number), rounds[(number or len(rounds)) - 1].language, own_of(session))


class Watch:
    """Notices that a file is not the one any more that was opened."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._was = _identity(path)

    def check(self) -> None:
        """See whether it is still there.

        Raises:
            CannotOpen: it was moved, deleted or replaced.
        """
        if _identity(self._path) != self._was:
            raise CannotOpen(self._path, "it was moved, deleted or replaced while it was open")


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
