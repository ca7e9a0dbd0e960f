"""Asking a session: everything that changes nothing."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from negotext.model import Block, Decision, Draft, Source, State

from . import choices, derived, positions, readings, room, rounds, unfinished, versions
from .connection import connect, file_at, transaction
from .entry import LogEntry
from .errors import Damaged
from .faults import explained
from .ledger import DamagedLog
from .log import entries
from .making import back_up
from .next_step import next_redo, next_undo
from .positions import EVERYTHING, Asked
from .refusals import CannotRedo, NothingToRedo, NothingToUndo
from .room import Shown
from .rounds import Round
from .search import Hit, search
from .sql import Result, query
from .standing import Listed, Noted, Standing, Traced
from .unfinished import Unfinished
from .versions import Version


class Reader:
    """An open session, as far as it is asked. Its methods look at the newest round unless they are given another.

    Each of them sees one state of the session, even while others write.

    Attributes:
        path: the file.
        read_only: whether it was opened for reading.
        name: what the negotiation is called.
        language: code of the language of its first draft.
        created: when it was made, ISO 8601 in UTC.
        delegations: the file of its own delegations, as text; empty where it has none.
    """

    def __init__(self, path: Path, *, read_only: bool, timeout: float) -> None:
        self.path = path
        self.read_only = read_only
        self._timeout = timeout
        self._db = connect(path, read_only=read_only, timeout=timeout)
        self._file = file_at(path)
        self._speakers: tuple[int, dict[str, int]] | None = None
        try:
            with self._reading() as db:
                row = db.execute("SELECT name, language, created, delegations FROM session").fetchone()
                if row is None:
                    raise Damaged(path, "it does not say whose it is")
                self.name, self.language, self.created, self.delegations = row
            self._polled = self.last
        except BaseException:
            self._db.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file. Nothing is lost without it; the -wal file beside it goes when the last user closes."""
        self._db.close()

    def rounds(self) -> tuple[Round, ...]:
        """The rounds in order; the last one is being negotiated."""
        with self._reading() as db:
            return rounds.rounds(db)

    def source(self, round: int | None = None) -> Source:
        """The text of a round's draft."""
        with self._reading() as db:
            return rounds.source(db, rounds.known(db, round))

    def draft(self, round: int | None = None) -> Draft | None:
        """The draft of a round as it was read; None in a session that was made before readings were kept.

        Raises:
            Damaged: what is kept of it makes no sense.
        """
        with self._reading() as db:
            number = rounds.known(db, round)
            try:
                return readings.reading(db, number, rounds.source(db, number))
            except (ValueError, KeyError, TypeError, IndexError) as error:
                raise Damaged(self.path, f"the reading of round {number} makes no sense") from error

    def blocks(self, round: int | None = None) -> tuple[Block, ...] | None:
        """The blocks of a round's draft as it was read; None in a session that was made before readings were kept.

        Raises:
            Damaged: what is kept of it makes no sense.
        """
        with self._reading() as db:
            number = rounds.known(db, round)
            try:
                return readings.blocks(db, number)
            except (ValueError, KeyError, TypeError) as error:
                raise Damaged(self.path, f"the reading of round {number} makes no sense") from error

    def room(self) -> Shown | None:
        """What the chair shows the room; None where nothing has been put up yet."""
        with self._reading() as db:
            return room.shown(db)

    def unfinished(self, who: str | None = None, round: int | None = None) -> list[Unfinished]:
        """Merges that are being written, the latest first: by one person, or by all when None."""
        with self._reading() as db:
            return unfinished.unfinished(db, rounds.known(db, round), who)

    def versions(self, round: int | None = None) -> tuple[Version, ...]:
        """The draft of a round in other languages, in the order of their codes."""
        with self._reading() as db:
            return versions.versions(db, rounds.known(db, round))

    def choice(self, address: str, round: int | None = None) -> Standing:
        """A choice as it stands.

        Raises:
            UnknownAddress: there is none.
        """
        with self._reading() as db:
            number = rounds.known(db, round)
            found = choices.standings(db, choices.at(number, address))
            if not found:
                choices.choice_id(db, number, address)
            return found[0]

    def choices(
        self, *, open_only: bool = False, paragraph: str | None = None, round: int | None = None
    ) -> list[Standing]:
        """Choices as they stand, in the order of the draft: all, the open ones, those of a paragraph."""
        with self._reading() as db:
            state = State.OPEN if open_only else None
            return choices.standings(db, choices.in_round(rounds.known(db, round), state, paragraph))

    def some(self, addresses: Sequence[str], round: int | None = None) -> list[Standing]:
        """Those with these addresses, in the order of the draft; what nobody knows is left out."""
        with self._reading() as db:
            return choices.standings(db, choices.among(rounds.known(db, round), addresses))

    def listed(
        self, state: State | None = State.OPEN, *, paragraph: str | None = None, round: int | None = None
    ) -> list[Listed]:
        """The same without the words, for lists and ranking: many times faster. A state of None is any."""
        with self._reading() as db:
            return choices.listed(db, choices.in_round(rounds.known(db, round), state, paragraph))

    def place(self, address: str, round: int | None = None) -> list[Listed]:
        """A choice and those directly inside it, in the order of the draft.

        Raises:
            UnknownAddress: there is no such choice.
        """
        with self._reading() as db:
            number = rounds.known(db, round)
            choices.choice_id(db, number, address)
            return choices.listed(db, choices.of_place(number, address))

    def alike(self, address: str, round: int | None = None) -> list[str]:
        """Addresses of the other open choices between the same wordings, in the order of the draft."""
        with self._reading() as db:
            return choices.alike(db, rounds.known(db, round), address)

    def speaking_for(self, group: str, round: int | None = None) -> dict[str, frozenset[str]]:
        """By address of a choice, who speaks there for a group."""
        with self._reading() as db:
            return choices.speaking_for(db, rounds.known(db, round), group)

    def decisions(self, round: int | None = None) -> list[Decision]:
        """The decisions that hold, without those that reopened their choice, in the order of the draft."""
        with self._reading() as db:
            return choices.decisions(db, rounds.known(db, round))

    def stands(self, address: str, *, ended: bool = False, round: int | None = None) -> list[Traced]:
        """Who stands where on a choice, from the draft and from the floor, with the words it was read from.

        Args:
            address: the choice.
            ended: whether what was withdrawn or replaced by a later statement is wanted too.
            round: another than the newest.

        Raises:
            UnknownAddress: there is no such choice.
        """
        with self._reading() as db:
            row = choices.choice_id(db, rounds.known(db, round), address)
            return positions.traced(db, row, ended=ended)

    def positions(self, asked: Asked = EVERYTHING, round: int | None = None) -> list[Noted]:
        """Positions from the draft and from the floor."""
        with self._reading() as db:
            return positions.noted(db, rounds.known(db, round), asked)

    def speakers(self) -> dict[str, int]:
        """Codes of all who have taken a position in any round, with the last round in which they did."""
        with self._reading() as db:
            # They change with the log only; a chair's screen asks at every key.
            last = int(db.execute("SELECT max(id) FROM log").fetchone()[0] or 0)
            if self._speakers is None or self._speakers[0] != last:
                self._speakers = last, positions.speakers(db)
            return dict(self._speakers[1])

    def search(self, words: str, *, limit: int = 200, round: int | None = None) -> list[Hit]:
        """What holds all the words, in any script; see `search`."""
        with self._reading() as db:
            return search(db, rounds.known(db, round), words, limit)

    def sql(self, text: str, *, seconds: float = 10.0, limit: int = 10_000) -> Result:
        """Run a query of the user, which can read and nothing else.

        Raises:
            BadQuery, QueryTooLong: it is no query, would change something, or takes longer than `seconds`.
        """
        with explained(self.path, self._timeout):
            return query(self.path, text, seconds=seconds, limit=limit, timeout=self._timeout)

    def log(self, since: int = 0, *, address: str | None = None, round: int | None = None) -> list[LogEntry]:
        """Entries after `since`, oldest first, of all rounds unless one is named; undone ones are among them."""
        with self._reading() as db:
            return list(entries(db, since=since, round=round, address=address))

    @property
    def last(self) -> int:
        """Id of the latest entry of the log."""
        with self._reading() as db:
            return int(db.execute("SELECT max(id) FROM log").fetchone()[0] or 0)

    def next_undo(self) -> LogEntry | None:
        """What `undo` would take back; None when there is nothing."""
        with self._reading() as db:
            try:
                return next_undo(db, rounds.newest(db))
            except NothingToUndo:
                return None

    def next_redo(self) -> LogEntry | None:
        """What `redo` would bring back; None when there is nothing."""
        with self._reading() as db:
            try:
                return next_redo(db, rounds.newest(db))
            except (NothingToRedo, CannotRedo):
                return None

    @property
    def data_version(self) -> int:
        """A number that changes whenever another process has changed the file. Cheap to ask for."""
        with self._reading() as db:
            return int(db.execute("PRAGMA data_version").fetchone()[0])

    def poll(self) -> list[LogEntry]:
        """The entries, of this and of other processes, since the last call or since the session was opened."""
        with self._reading() as db:
            new = list(entries(db, since=self._polled))
        if new:
            self._polled = new[-1].id
        return new

    def verify(self) -> list[str]:
        """What does not hold together: damage of the file, tables that say something else than the log."""
        with self._reading() as db:
            faults = [row[0] for row in db.execute("PRAGMA integrity_check") if row[0] != "ok"]
            faults += [f"a row of {row[0]} refers to nothing" for row in db.execute("PRAGMA foreign_key_check")]
            try:
                faults += derived.differences(db)
            except DamagedLog as error:
                faults.append(str(error))
            return faults

    def backup(self, out: Path | str) -> None:
        """Copy the session to `out`, safely while others use it.

        Raises:
            AlreadyExists, CannotOpen, ReadOnly, DiskFull: the copy cannot be made; nothing is left of it.
        """
        with explained(self.path, self._timeout):
            back_up(self._db, Path(out))

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        """What is read within the block is read from one state of the session."""
        with explained(self.path, self._timeout), transaction(self._db, "DEFERRED"):
            yield self._db
