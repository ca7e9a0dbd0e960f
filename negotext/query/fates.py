"""Where every proposal of a session is now: the proof that none was lost. Pure.

A proposal is a wording that a round lists: every alternative from the draft or from the floor, and "leave it out"
where somebody asks for it. It is in the text, superseded by what a decision or a later draft put in its
place, still listed, parked, withdrawn, or lost. What was carried into a later round is followed there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from negotext.model import Act, Alternative, Choice, Decision, Side, State
from negotext.rounds import ChoiceMatch, Closed, Comparison
from negotext.store import Carried, Kind, Ledger, LogEntry, Standing, Withdrawal

from .progress import gone_with


class Fate(StrEnum):
    """What became of a proposal."""

    IN_TEXT = "in the text"
    SUPERSEDED = "superseded"
    LISTED = "listed"
    PARKED = "parked"
    WITHDRAWN = "withdrawn"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Proposal:
    """A wording that a round lists, and what became of it.

    Attributes:
        round: number of the round that listed it first.
        address: its choice there.
        number: of the alternative there.
        text: its words; empty for "leave it out".
        supporters: who was for it at the end of that round.
        floor: whether it was offered in the room.
        fate: see `Fate`.
        now: where it is or what took its place, in words.
        entry: the log entry that decided it; 0 for none.
        path: the rounds it went through, as `2:10:1`, the last one where it is now.
    """

    round: int
    address: str
    number: int
    text: str
    supporters: tuple[str, ...]
    floor: bool
    fate: Fate
    now: str
    entry: int
    path: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """One round, as the tracing needs it.

    Attributes:
        number: of the round.
        standings: all its choices as they stand, outer before inner.
        ledger: the replay of its log.
        after: how the next round differs; None for the newest.
    """

    number: int
    standings: Mapping[str, Standing]
    ledger: Ledger
    after: Comparison | None


@dataclass(frozen=True, slots=True)
class _End:
    fate: Fate
    now: str
    entry: int = 0


def proposals(chapters: Sequence[Chapter]) -> list[Proposal]:
    """Every proposal of a session, round by round in the order of the drafts, and where it is now.

    What a round takes over from the one before is listed once, where it came up first.
    """
    return list(_Tracing(chapters).run())


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A decision that the next draft does not follow.

    Attributes:
        round: number of the round it was taken in.
        address: the choice.
        decided: what was decided and by whom, in words.
        says: what the next draft says there, in words.
        entry: its entry in the log.
    """

    round: int
    address: str
    decided: str
    says: str
    entry: int


def contradictions(chapters: Sequence[Chapter]) -> list[Contradiction]:
    """The decisions that the draft of the next round does not follow."""
    found = []
    for chapter in chapters:
        for each in chapter.after.closed if chapter.after is not None else ():
            standing = chapter.standings.get(each.choice.address)
            if each.as_decided is False and standing is not None:
                decided = _instead(standing, chapter).removeprefix("by ")
                says = _says(each, chapter.number + 1)
                found.append(Contradiction(chapter.number, standing.address, decided, says, standing.entry))
    return found


class _Tracing:
    def __init__(self, chapters: Sequence[Chapter]) -> None:
        self._chapters = {chapter.number: chapter for chapter in chapters}
        self._links = {chapter.number: _links(self._chapters.get(chapter.number + 1)) for chapter in chapters}
        self._decisions = {chapter.number: _decisions(chapter) for chapter in chapters}
        self._gone = {
            chapter.number: gone_with(
                (each.choice for each in chapter.standings.values()), self._decisions[chapter.number]
            )
            for chapter in chapters
        }
        self._followed: set[tuple[int, str, int]] = set()

    def run(self) -> Iterator[Proposal]:
        for number, chapter in self._chapters.items():
            for standing in chapter.standings.values():
                for alternative in standing.choice.alternatives:
                    key = (number, standing.address, alternative.number)
                    if key not in self._followed and _proposed(standing, alternative):
                        yield self._proposal(chapter, standing, alternative)

    def _proposal(self, chapter: Chapter, standing: Standing, alternative: Alternative) -> Proposal:
        path: list[str] = []
        end = self._end(chapter, standing, alternative, path)
        supporters = dict.fromkeys(
            stand.delegation
            for stand in standing.choice.stands
            if stand.side is Side.FOR and stand.alternative == alternative.number
        )
        return Proposal(
            chapter.number,
            standing.address,
            alternative.number,
            alternative.text,
            tuple(supporters),
            alternative.number > 0 and alternative.span is None,
            end.fate,
            end.now,
            end.entry,
            tuple(path),
        )

    def _end(self, chapter: Chapter, standing: Standing, alternative: Alternative, path: list[str]) -> _End:
        """What became of an alternative, followed from round to round."""
        path.append(f"{chapter.number}:{standing.address}")
        self._followed.add((chapter.number, standing.address, alternative.number))
        if alternative.number in standing.withdrawn:
            self._follow_withdrawn(chapter, standing, alternative, path)
            return _withdrawn(chapter, standing, alternative)
        following = self._chapters.get(chapter.number + 1)
        here = self._here(chapter, standing, alternative)
        if following is None:
            return here
        heir = self._heir(chapter, standing, alternative, following)
        if heir is not None:
            return self._end(following, heir[0], heir[1], path)
        linked = self._links[chapter.number].get(standing.address)
        if linked is None:
            return self._in_next_draft(chapter, standing, alternative, here)
        if here.fate is Fate.SUPERSEDED:
            return here
        return _End(Fate.LOST, f"round {following.number} goes on at {linked} without it", here.entry)

    def _follow_withdrawn(
        self, chapter: Chapter, standing: Standing, alternative: Alternative, path: list[str]
    ) -> None:
        """Note where later drafts print a withdrawn wording that stays withdrawn: that is no new proposal."""
        following = self._chapters.get(chapter.number + 1)
        heir = following and self._heir(chapter, standing, alternative, following)
        if following is None or not heir or heir[1].number not in heir[0].withdrawn:
            return
        path.append(f"{following.number}:{heir[0].address}")
        self._followed.add((following.number, heir[0].address, heir[1].number))
        self._follow_withdrawn(following, *heir, path)

    def _here(self, chapter: Chapter, standing: Standing, alternative: Alternative) -> _End:
        """What the round itself says of an alternative."""
        gone = self._gone[chapter.number].get(standing.address)
        if gone:
            outer = chapter.standings[gone]
            return _End(Fate.SUPERSEDED, f"with {gone}, {_decided(outer, chapter)}", outer.entry)
        decision = standing.decision
        if decision is None or standing.state is State.OPEN:
            return _End(Fate.LISTED, f"open at {standing.address}")
        if standing.state is State.PARKED:
            return _End(Fate.PARKED, f"parked at {standing.address} by {standing.decided_by}", standing.entry)
        if decision.act is Act.ACCEPT and decision.alternative == alternative.number:
            return _End(Fate.IN_TEXT, _decided(standing, chapter), standing.entry)
        if decision.act is Act.MERGE and alternative.number in decision.sources:
            return _End(Fate.SUPERSEDED, f"merged into “{decision.text}” (entry {standing.entry})", standing.entry)
        return _End(Fate.SUPERSEDED, _instead(standing, chapter), standing.entry)

    def _in_next_draft(self, chapter: Chapter, standing: Standing, alternative: Alternative, here: _End) -> _End:
        """What the next draft made of a choice that it does not have any more."""
        assert chapter.after is not None
        number = chapter.number + 1
        closed = {each.choice.address: each for each in chapter.after.closed}
        found = closed.get(standing.address)
        if here.fate in (Fate.IN_TEXT, Fate.SUPERSEDED):
            if found is not None and found.as_decided is False:
                if here.fate is Fate.SUPERSEDED:
                    return here
                says = f"“{found.text}”" if found.text else "nothing"
                return _End(Fate.LOST, f"{here.now}; the draft of round {number} says {says} there", here.entry)
            return here
        if found is None:
            return _End(Fate.LOST, f"left behind in round {chapter.number}: no place of round {number} goes on with it")
        outer = _outer(found, closed)
        if outer is not None:
            return _End(Fate.SUPERSEDED, f"with {outer.choice.address}, where {_says(outer, number)}")
        if found.alternative == alternative.number:
            return _End(Fate.IN_TEXT, f"by the draft of round {number}")
        if found.new is None:
            return _End(Fate.LOST, f"its passage is not in the draft of round {number}, and nothing was decided")
        return _End(Fate.SUPERSEDED, _says(found, number))

    def _heir(
        self, chapter: Chapter, standing: Standing, alternative: Alternative, following: Chapter
    ) -> tuple[Standing, Alternative] | None:
        """The choice and alternative of the next round that go on with an alternative."""
        address = self._links[chapter.number].get(standing.address)
        heir = following.standings.get(address or "")
        if heir is None or chapter.after is None:
            return None
        if alternative.number == 0:
            return heir, heir.choice.alternatives[0]
        match = next((each for each in chapter.after.choices if each.old.address == standing.address), None)
        number = _matched(match, heir.choice, alternative)
        found = None if number is None else heir.choice.alternative(number)
        return None if found is None else (heir, found)


def _links(following: Chapter | None) -> dict[str, str]:
    """For each address the one of the next round it was carried to; carryings that were undone are none."""
    if following is None:
        return {}
    return {
        entry.what.origin: address
        for address, holding in following.ledger.holding.items()
        for entry in holding
        if isinstance(entry.what, Carried)
    }


def _decisions(chapter: Chapter) -> dict[str, Decision]:
    return {each.address: each.decision for each in chapter.standings.values() if each.decision is not None}


def _proposed(standing: Standing, alternative: Alternative) -> bool:
    """Whether an alternative is somebody's wish; to leave the words out is one where somebody asks for it."""
    if alternative.number:
        return True
    return any(stand.side is Side.FOR and stand.alternative == 0 for stand in standing.choice.stands)


def _matched(match: ChoiceMatch | None, heir: Choice, alternative: Alternative) -> int | None:
    """Number of an alternative in the choice that goes on with it: the same words, or what the match says."""
    same = next((each.number for each in heir.alternatives if _fold(each.text) == _fold(alternative.text)), None)
    if same is not None or match is None or match.new.address != heir.address:
        return same
    return dict(match.alternatives).get(alternative.number)


def _fold(text: str) -> str:
    return "".join(text.split()).casefold()


def _withdrawn(chapter: Chapter, standing: Standing, alternative: Alternative) -> _End:
    entry = _ending(chapter.ledger, standing.address, alternative.number)
    if entry is None:
        return _End(Fate.WITHDRAWN, "no longer on the table")
    verb = "taken back" if entry.kind is Kind.UNDO else "withdrawn"
    return _End(Fate.WITHDRAWN, f"{verb} by {entry.by} (entry {entry.id})", entry.id)


def _ending(ledger: Ledger, address: str, number: int) -> LogEntry | None:
    """The entry that took an alternative off the table."""
    for offer, alternative in ledger.offered.get(address, ()):
        if alternative.number == number and offer in ledger.undone:
            return ledger.entries[ledger.undone[offer]]
    for entry in reversed(ledger.holding.get(address, ())):
        if entry.withdrawal == Withdrawal(None, number):
            return entry
    return None


def _outer(found: Closed, closed: Mapping[str, Closed]) -> Closed | None:
    """The closed choice around one, if that was settled without it."""
    outer = closed.get(found.choice.parent)
    if outer is None:
        return None
    return _outer(outer, closed) or (outer if outer.alternative != found.choice.within else None)


def _says(found: Closed, number: int) -> str:
    words = f"“{found.text}”" if found.text else "nothing"
    return f"the draft of round {number} says {words}"


def _decided(standing: Standing, chapter: Chapter) -> str:
    verb = "merged" if standing.decision is not None and standing.decision.act is Act.MERGE else "accepted"
    entry = chapter.ledger.entries.get(standing.entry)
    if entry is not None and entry.kind is Kind.CARRY:
        verb += " in an earlier round, carried over"
    return f"{verb} by {standing.decided_by} (entry {standing.entry})"


def _instead(standing: Standing, chapter: Chapter) -> str:
    """What was decided in the place of an alternative."""
    decision = standing.decision
    if decision is None:
        return ""
    if decision.act is Act.MERGE:
        return f"by the words “{decision.text}”, {_decided(standing, chapter)}"
    other = standing.choice.alternative(decision.alternative or 0)
    words = f"“{other.text}”" if other is not None and other.text else "leaving it out"
    return f"by {decision.alternative} {words}, {_decided(standing, chapter)}"
