"""A session: one negotiation in one SQLite file."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from negotext.model import Alternative, Choice, Decision, Draft, Stand

from . import acts, room, rounds, unfinished, versions
from .choices import choice_id
from .connection import file_at, transaction
from .entry import Carried, Kind, LogEntry, Statement, Withdrawal
from .errors import CannotOpen, ReadOnly
from .faults import explained
from .log import Signed, append, entries
from .making import make
from .reader import Reader
from .refusals import StaleRound, StaleSession
from .room import Shown
from .rounds import Round
from .unfinished import Unfinished

TIMEOUT = 5.0
"""How long a session waits while others write, in seconds. A transaction takes some milliseconds."""


class Session(Reader):
    """A session that is open; made by `create` or `open_session`, to be used in a `with` block by one thread.

    What changes it is one short transaction each: it is on disk when the method returns, and nothing has changed
    when it raises. The newest round is the one that is changed.
    """

    def decide(
        self,
        decision: Decision,
        *,
        by: str,
        why: str = "",
        seen: int | None = None,
        round: int | None = None,
        at: datetime | None = None,
    ) -> LogEntry:
        """Record what the chair decides on a choice of the newest round.

        Args:
            decision: address, act, and what the act needs.
            by: who decides.
            why: the reason, for the record.
            seen: `Standing.seen` of the choice as the caller looked at it. None when it has not looked: then
                a choice that is agreed stays as it is, unless it is reopened.
            round: number of the round that the caller looked at; None when it has not looked.
            at: when; now when left out.

        Raises:
            StaleChoice: somebody has dealt with the choice meanwhile; says who, what and when.
            StaleRound: that is not the newest round any more.
            UnknownAddress, UnknownAlternative, AlreadyOpen, Unstorable: it cannot be decided like that.
        """
        with self._writing() as db:
            return acts.decide(db, _looked_at(db, round, decision.address), decision, _signed(by, why, at), seen)

    def say(
        self,
        address: str,
        words: str,
        stands: Sequence[Stand] = (),
        alternatives: Sequence[Alternative] = (),
        *,
        by: str,
        why: str = "",
        round: int | None = None,
        at: datetime | None = None,
    ) -> LogEntry:
        """Record what was said from the floor about a choice of the newest round.

        Args:
            address: the choice.
            words: as they were taken down.
            stands: where the delegations stand, as read from the words.
            alternatives: new wordings. Their numbers are the caller's (`Standing.next_number` on); the entry
                returned has those they really got. A stand with such a number is about the new wording.
            by: who records it.
            why: anything to add for the record.
            round: number of the round that the caller looked at; None when it has not looked.
            at: when; now when left out.

        Raises:
            StaleRound: that is not the newest round any more.
            UnknownAddress, UnknownAlternative: it is about something that is not there.
            Unstorable: nothing was said.
        """
        statement = Statement(words, tuple(stands), tuple(alternatives))
        with self._writing() as db:
            return acts.say(db, _looked_at(db, round, address), address, statement, _signed(by, why, at))

    def withdraw(
        self,
        address: str,
        *,
        delegation: str | None = None,
        alternative: int | None = None,
        by: str,
        why: str = "",
        round: int | None = None,
        at: datetime | None = None,
    ) -> LogEntry:
        """Record that a delegation takes back where it stands, or that an alternative is withdrawn.

        Args:
            address: the choice.
            delegation: whose stands end; None when the alternative itself is withdrawn.
            alternative: the one concerned; None for all the delegation stands on.
            by: who records it.
            why: anything to add for the record.
            round: number of the round that the caller looked at; None when it has not looked.
            at: when; now when left out.

        Raises:
            StaleRound: that is not the newest round any more.
            UnknownAddress, UnknownAlternative, NothingToWithdraw, CannotWithdraw: it cannot be withdrawn.
        """
        with self._writing() as db:
            withdrawal = Withdrawal(delegation, alternative)
            return acts.withdraw(db, _looked_at(db, round, address), address, withdrawal, _signed(by, why, at))

    def undo(self, *, by: str, why: str = "", entry: int | None = None, at: datetime | None = None) -> LogEntry:
        """Take back the latest decision, statement or withdrawal of the round that holds, or a particular entry.

        Raises:
            NothingToUndo: everything has been undone.
            UnknownEntry, CannotUndo: `entry` cannot be taken back, or not before others.
        """
        with self._writing() as db:
            return acts.undo(db, rounds.newest(db), _signed(by, why, at), entry)

    def redo(self, *, by: str, why: str = "", entry: int | None = None, at: datetime | None = None) -> LogEntry:
        """Bring back what was undone last, if nothing new has come since, or a particular entry.

        Raises:
            NothingToRedo: nothing was undone, or something new has come since.
            UnknownEntry, CannotRedo: `entry` cannot be brought back.
        """
        with self._writing() as db:
            return acts.redo(db, rounds.newest(db), _signed(by, why, at), entry)

    def add_round(
        self,
        draft: Draft,
        choices: Sequence[Choice],
        carried: Iterable[Carried] = (),
        *,
        name: str | None = None,
        by: str,
        why: str = "",
        seen: int | None = None,
        at: datetime | None = None,
    ) -> Round:
        """Bring in the next draft. The round before is closed: it can be read and not changed any more.

        Args:
            draft: as read.
            choices: of the draft, in its order.
            carried: what is taken over from the round before, choice by choice.
            name: what the round is called; the name of the file when left out.
            by: who brings it in.
            why: anything to add for the record.
            seen: `last` of the session when `carried` was worked out; None to leave that unchecked.
            at: when; now when left out.

        Raises:
            StaleSession: somebody has changed the session since then.
            UnknownAddress, UnknownAlternative, Unstorable: what is carried does not fit the new choices.
        """
        signed = _signed(by, why, at)
        with self._writing() as db:
            latest = self.last
            if seen is not None and seen != latest:
                raise StaleSession(next(entries(db, since=latest - 1)))
            number = rounds.add(db, draft, choices, name, signed)
            append(db, Kind.ROUND, signed, number)
            known = tuple(carried)
            acts.carry(db, number, known, signed)
            unfinished.carry(db, number, ((each.origin, each.address) for each in known))
            return rounds.rounds(db)[-1]

    def add_version(self, draft: Draft, *, by: str, at: datetime | None = None) -> None:
        """Keep a language version of the newest round's draft; it takes the place of an earlier one.

        Args:
            draft: as read.
            by: who brings it in.
            at: when; now when left out.

        Raises:
            Unstorable: the round's own draft is in this language, or nobody is named.
        """
        with self._writing() as db:
            versions.add(db, rounds.newest(db), draft, _signed(by, "", at))

    def show_room(self, shown: Shown, *, at: datetime | None = None) -> None:
        """Put up what the room sees (`Reader.room`); no part of the record.

        Args:
            shown: what; its `at` is set here.
            at: when; now when left out.
        """
        with self._writing() as db:
            room.show(db, shown, at)

    def keep_unfinished(self, draft: Unfinished, *, at: datetime | None = None) -> None:
        """Keep the words of a merge that is being written; no part of the record.

        Args:
            draft: the words so far; its `at` is set here.
            at: when; now when left out.

        Raises:
            UnknownAddress: there is no such choice in its round.
        """
        with self._writing() as db:
            choice_id(db, draft.round, draft.address)
            unfinished.keep(db, draft, at)

    def drop_unfinished(self, address: str, who: str) -> None:
        """Forget what somebody began to write on a choice of the newest round."""
        with self._writing() as db:
            unfinished.drop(db, rounds.newest(db), address, who)

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        if self.read_only:
            raise ReadOnly(self.path)
        # SQLite goes on writing to a file that has lost its name; nobody would find what it writes.
        if file_at(self.path) != self._file:
            raise CannotOpen(self.path, "it was moved, deleted or replaced while it was open")
        with explained(self.path, self._timeout), transaction(self._db, "IMMEDIATE"):
            yield self._db


def create(
    path: Path | str,
    draft: Draft,
    choices: Sequence[Choice],
    *,
    name: str,
    by: str,
    at: datetime | None = None,
    delegations: str = "",
) -> Session:
    """Make a session at `path` with a first round, and open it.

    Args:
        path: a file that does not exist yet.
        draft: as read.
        choices: of the draft, in its order.
        name: what the negotiation is called.
        by: who makes it.
        at: when; now when left out.
        delegations: the file of its own delegations, as text; empty where it has none.

    Raises:
        AlreadyExists, CannotOpen, ReadOnly, DiskFull, Unstorable: it cannot be made; nothing is left of it.
    """
    make(Path(path), draft, choices, name, _signed(by, "", at), delegations=delegations)
    return open_session(path)


def open_session(path: Path | str, *, read_only: bool = False, timeout: float = TIMEOUT) -> Session:
    """Open a session.

    Args:
        path: the file.
        read_only: for whoever only looks; works on files that cannot be written, too.
        timeout: how long to wait while others write, in seconds.

    Raises:
        NoSuchSession, NotASession, NewerSchema, OlderSchema, ReadOnly, CannotOpen, Damaged, Busy: it cannot
            be opened.
    """
    return Session(Path(path), read_only=read_only, timeout=timeout)


def _looked_at(db: sqlite3.Connection, round: int | None, address: str) -> int:
    """The newest round, unless another one was looked at.

    Raises:
        StaleRound: another one was.
    """
    newest = rounds.newest(db)
    if round not in (None, newest):
        raise StaleRound(address, round or 0, newest)
    return newest


def _signed(by: str, why: str, at: datetime | None) -> Signed:
    """Whose a record is. One moment for all that is written with it."""
    return Signed(by.strip(), why.strip(), at or datetime.now(UTC))
