"""What a session keeps of its drafts: the delegations that are known in them, and how they were read."""

from __future__ import annotations

from negotext.languages import OwnDelegations, OwnError, Registry, read_own, registry_for
from negotext.model import Draft
from negotext.store import Damaged, Session


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
        place = f"its delegations, line {error.line}" if error.line else "its delegations"
        raise Damaged(session.path, f"{place}: {error.fault}") from error


def registry_of(session: Session) -> Registry:
    """Names and groups in the language of a session, its own delegations in front."""
    return registry_for(session.language, own_of(session))


def draft_of(session: Session, number: int | None = None) -> Draft:
    """The draft of a round as it was read; read again where the session does not keep the reading.

    Args:
        session: that is open.
        number: of the round; the newest when None.

    Raises:
        StoreError: there is no such round, or the session cannot be read.
    """
    kept = session.draft(number)
    if kept is not None:
        return kept
    # The grammar is needed only here, and for sessions that an older negotext made.
    from negotext.reading import reread

    rounds = session.rounds()
    return reread(session.source(number), rounds[(number or len(rounds)) - 1].language, own_of(session))
