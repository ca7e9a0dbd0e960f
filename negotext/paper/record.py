"""What documents are written from: a draft with its choices, and of a session what was decided, by whom and when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from negotext.languages import OwnDelegations, Registry, registry_for
from negotext.model import Choice, Decision, Draft, State
from negotext.query.kept import draft_of, own_of
from negotext.query.progress import gone_with
from negotext.store import Kind, LogEntry, Round, Session, Standing, Traced, replay

from .bookmarks import Bookmark, bookmark_name, session_key
from .points import as_read

UNDATED = "1980-01-01T00:00:00Z"
"""The date of a document of which nobody says when it was made: the earliest that a .docx file can hold."""


class Signature(NamedTuple):
    """Who decided, and when: ISO 8601 in UTC to the second."""

    by: str
    at: str


@dataclass(frozen=True, slots=True)
class Record:
    """A draft, and what has become of it.

    Attributes:
        draft: as it was read.
        choices: in the order of the draft, with what was added from the floor.
        own: delegations known beside countries, or instead of them.
        standings: the choices as they stand; those of a draft outside a session are all open.
        traces: by address of the choices on which somebody spoke from the floor, what each stand was read from.
        participants: codes of all who have spoken in the session; None for those who speak in the draft.
        decisions: those that hold, by address.
        signatures: who took each of them and when, in whatever round that was; by address.
        session: key of the session, see `bookmarks`; empty for a draft outside one.
        name: what to call it: the name of the round, or of the file.
        round: number of the round; 0 for a draft outside a session.
        at: of the latest that was done in the session up to this round, ISO 8601 in UTC; `UNDATED` for a draft.
        entry: id of that entry of the log; 0 for a draft.
    """

    draft: Draft
    choices: tuple[Choice, ...]
    own: OwnDelegations | None = None
    standings: tuple[Standing, ...] = ()
    traces: Mapping[str, Sequence[Traced]] = field(default_factory=dict)
    participants: tuple[str, ...] | None = None
    decisions: Mapping[str, Decision] = field(default_factory=dict)
    signatures: Mapping[str, Signature] = field(default_factory=dict)
    session: str = ""
    name: str = ""
    round: int = 0
    at: str = UNDATED
    entry: int = 0

    @property
    def registry(self) -> Registry:
        """Who is called what in the language of the draft."""
        return registry_for(self.draft.language, self.own)

    def registry_at(self, offset: int) -> Registry:
        """Who is called what in the language of the draft at `offset`."""
        return registry_for(self.draft.language_at(offset), self.own)

    @property
    def open(self) -> tuple[Choice, ...]:
        """The choices that keep their brackets: open or parked, and not gone with a choice around them."""
        return tuple(each for each in self.in_text if self.state(each.address) is not State.AGREED)

    @property
    def in_text(self) -> tuple[Choice, ...]:
        """The choices that have not gone with a choice around them."""
        gone = gone_with(self.choices, self.decisions)
        return tuple(each for each in self.choices if each.address not in gone)

    @property
    def bookmarks(self) -> dict[str, str]:
        """The names of hidden bookmarks by address; none outside a session."""
        if not self.session:
            return {}
        places = enumerate(choice.address for choice in self.choices)
        return {address: bookmark_name(Bookmark(self.session, self.round, place)) for place, address in places}

    def state(self, address: str) -> State:
        """How a choice stands."""
        decision = self.decisions.get(address)
        return decision.state if decision is not None else State.OPEN


def of_draft(draft: Draft, own: OwnDelegations | None = None) -> Record:
    """The record of a draft outside a session: nothing is decided in it."""
    from negotext.outcome import choices_of

    choices = choices_of(draft)
    return Record(draft, choices, own, tuple(as_read(choices)), name=draft.source.name)


def of_session(session: Session, number: int | None = None) -> Record:
    """The record of a round; of the newest when `number` is None.

    Raises:
        StoreError: the session has no such round, or cannot be read.
    """
    rounds = session.rounds()
    of = rounds[-1] if number is None else _round(session, rounds, number)
    standings = session.choices(round=of.number)
    own = own_of(session)
    roles = registry_for(of.language, own).roles
    log = [entry for entry in session.log() if entry.round <= of.number]
    return Record(
        draft=draft_of(session, of.number),
        choices=tuple(standing.choice for standing in standings),
        own=own,
        standings=tuple(standings),
        traces={
            each.address: session.stands(each.address, round=of.number)
            for each in standings
            if any(stand.position < 0 for stand in each.choice.stands)
        },
        participants=tuple(code for code in session.speakers() if code not in roles),
        decisions={each.address: each for each in session.decisions(of.number)},
        signatures=_signatures(log, of.number),
        session=session_key(session.name, session.created),
        name=of.name,
        round=of.number,
        at=to_the_second(log[-1].at if log else of.added_at),
        entry=log[-1].id if log else 0,
    )


def as_of(session: Session, record: Record, entry: int) -> Record:
    """The record of a round as it was after an earlier entry of the log, as far as the text of documents goes.

    Alternatives that were offered since then are in it; nothing of the text is theirs.

    Args:
        session: the session.
        record: of one of its rounds, as `of_session` gives it.
        entry: id of the entry.
    """
    if entry >= record.entry:
        return record
    log = [each for each in session.log() if each.round <= record.round and each.id <= entry]
    holding = replay(each for each in log if each.round == record.round).holding
    taken = {each.address: each.decision for entries in holding.values() for each in entries if each.decision}
    held = {address: decision for address, decision in taken.items() if decision.state is not State.OPEN}
    standings = [
        replace(each, decision=held.get(each.address), state=State.OPEN)
        if each.address not in held
        else replace(each, decision=held[each.address], state=held[each.address].state)
        for each in record.standings
    ]
    return replace(
        record,
        standings=tuple(standings),
        decisions=held,
        signatures=_signatures(log, record.round),
        at=to_the_second(log[-1].at) if log else record.at,
        entry=entry,
    )


def to_the_second(moment: str) -> str:
    """`2026-03-04T14:05:09Z` of a time in the log, which has parts of seconds."""
    return f"{moment[:19]}Z"


def _round(session: Session, rounds: Sequence[Round], number: int) -> Round:
    session.source(number)  # the store says which rounds there are
    return rounds[number - 1]


def _signatures(log: Sequence[LogEntry], number: int) -> dict[str, Signature]:
    """Who took the decisions that hold in a round; of those that were carried into it, who took them first."""
    found: dict[str, Signature] = {}
    for each in range(1, number + 1):
        before, found = found, {}
        for address, entries in replay(entry for entry in log if entry.round == each).holding.items():
            for entry in entries:
                if entry.decision is None:
                    continue
                signature = Signature(entry.by, to_the_second(entry.at))
                if entry.kind is Kind.CARRY:
                    signature = before.get(getattr(entry.what, "origin", ""), signature)
                found[address] = signature
    return found
