"""A merge at the desk: the words for one choice from the moment they are begun until they are decided or given up."""

from __future__ import annotations

import re
from dataclasses import replace

from negotext.model import Act, Decision
from negotext.query.overriding import Consequences
from negotext.store import LogEntry, Unfinished

from .beginnings import Beginning, Beginnings
from .combining import Combining, combine
from .combining_result import Result
from .desk import Desk
from .keeper import Keeper
from .units import unwrapped

_BLANK = re.compile(r"\n\s*\n")
# So many keys back undoing brings back more than the words.
_KNOWN = 1_000


class Merging:
    """The chair's words for the choice that is looked at.

    Attributes:
        address: of the choice.
        standing: the choice as it stood when the words were begun.
        seen: the latest entry on it at that moment; deciding is refused when there is a later one.
        work: the words as they are now, with what is decided of them.
        result: the paragraph with them.
        sides: what the alternatives want.
        keeper: keeps them on disk.
        again: since when they are kept, where they were begun before; empty where they are new.
    """

    def __init__(self, desk: Desk, beginnings: Beginnings | None = None) -> None:
        """Begin a merge, or go on with one that was not finished.

        Args:
            desk: where one sits.
            beginnings: what others began with.

        Raises:
            StoreError: the session cannot be read.
        """
        self._desk = desk
        beginning = beginning_at(desk)
        self.address = desk.current
        self.standing = beginning.standing
        self.seen = desk.seen(self.address)
        self.result = Result(desk.draft, desk.places, self.address, desk.near(self.address))
        # What stood on the screen for some text, so that undoing what was typed brings back more than the words.
        self._known: dict[int, Combining] = {}
        self._begun = desk.places, beginning
        self.again = beginning.kept.at if beginning.kept is not None else ""
        known = beginnings if beginnings is not None else Beginnings()
        self.work = known.of(beginning)
        self.sides = known.sides(self.standing, desk.registry)
        self._note(self.work)
        draft = Unfinished(desk.round, self.address, desk.by, self.work.text, self.work.sources)
        self.keeper = Keeper(desk.session.path, draft)

    @property
    def holds(self) -> bool:
        """Whether it would be the same if it were begun now: no word was written yet, and nobody has done anything.

        Raises:
            StoreError: the session cannot be read.
        """
        desk, (places, beginning) = self._desk, self._begun
        return self.address == desk.current and places is desk.places and beginning == beginning_at(desk)

    def _note(self, work: Combining) -> Combining:
        # Of thousands of words only what is not in them is remembered.
        self._known[hash(work.text)] = replace(work, text="")
        if len(self._known) > _KNOWN:
            del self._known[next(iter(self._known))]
        self.work = work
        return work

    def typed(self, text: str) -> Combining:
        """The words are now `text`."""
        known = self._known.get(hash(text))
        return self._note(replace(known, text=text) if known is not None else self.work.typed(text))

    def take(self, spot: int, way: int) -> Combining:
        """Take one of the ways in which a spot can read."""
        return self._note(self.work.take(spot, way))

    def take_next(self, spot: int) -> Combining:
        """Take the way after the one that stands there; of a spot nobody has had a say on, the first one after it."""
        found = self.work.spots[spot]
        return self.take(spot, (found.taken + 1) % len(found.ways) if found.taken is not None else 0)

    def start_again(self, numbers: tuple[int, ...]) -> Combining:
        """Bring alternatives together afresh; all on the table when no numbers are given."""
        return self._note(combine(self.standing, numbers, self._desk.session.language))

    @property
    def words(self) -> str:
        """The words as they are decided: line ends are none of them, empty lines are."""
        return "\n\n".join(unwrapped(part) if "\n" in part else part.strip() for part in _BLANK.split(self.work.text))

    def decision(self) -> Decision:
        """The words as a decision, not yet taken."""
        return Decision(self.address, Act.MERGE, text=self.words.strip(), sources=self.work.sources)

    def brings(self) -> Consequences:
        """Whom deciding would override, and what goes with it."""
        return self._desk.would_bring(self.decision())

    def decide(self, why: str) -> LogEntry:
        """Decide; the words are no longer kept as unfinished then.

        Raises:
            StaleChoice: somebody has dealt with the choice since the words were begun; they are kept.
            StoreError: it cannot be decided like that.
        """
        entry = self._desk.decide(self.decision(), why, self.seen)
        self.keeper.end()
        self._desk.session.drop_unfinished(self.address, self._desk.by)
        return entry

    def discard(self) -> None:
        """Give the words up.

        Raises:
            StoreError: the session cannot be written.
        """
        self.keeper.end()
        self._desk.session.drop_unfinished(self.address, self._desk.by)


def beginning_at(desk: Desk) -> Beginning:
    """What a merge at the place that is looked at would begin with.

    Raises:
        StoreError: the session cannot be read.
    """
    standing = desk.session.choice(desk.current)
    return Beginning(standing, unfinished(desk).get(desk.current), desk.session.language)


def unfinished(desk: Desk) -> dict[str, Unfinished]:
    """What the chair has begun to write in this round, by address, the latest first."""
    return {each.address: each for each in desk.session.unfinished(desk.by)}
