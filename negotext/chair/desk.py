"""The desk: an open session as the chair works with it, without a screen.

What a key does is a method here. The store refuses what cannot be done with a `StoreError`, and nothing has
changed then.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

from negotext.languages import registry_for
from negotext.model import Act, Alternative, Decision, Draft, Stand
from negotext.query import find_party
from negotext.query.kept import draft_of, own_of, registry_of
from negotext.query.overriding import Consequences, consequences
from negotext.query.who import Who, who
from negotext.store import Kind, LogEntry, Session, Standing, open_session

from .desk_file import Watch
from .desk_outline import Counting, Counts, Section, sections
from .desk_places import Filter, Places
from .desk_round import successor
from .desk_texts import Texts, View
from .hits import Hit, Searched
from .lists.parties import names_of
from .units import Unit

_SAID = re.compile(r"^(?:paragraphs?|paras?\.?|¶|§|第)")


class Seen(NamedTuple):
    """What was known of a choice when it was looked at.

    Attributes:
        round: number of the round.
        entry: id of the latest entry of the log on it; 0 for none.
    """

    round: int
    entry: int


class Desk:
    """An open session with what the chair is looking at; to be used by one thread.

    Attributes:
        session: the session, for queries that the desk has no method for.
        by: who decides, for the log.
        draft: the newest round's draft, as read.
        registry: names and groups, in the language of the session.
        places: the choices as they stand.
        current: address of the choice that is looked at; empty where there are none.
        view: how the text is seen.
        filter: what next and previous stop at.
        round: number of the round.
        trouble: why the session cannot be used any more, or None.
    """

    def __init__(self, session: Session, by: str) -> None:
        """Sit down at an open session, which is closed with the desk."""
        self.session = session
        self.by = by
        self.current = ""
        self.view = View.MARKED
        self.filter = Filter()
        self._watch = Watch(session.path)
        self._own: set[int] = set()
        self._looked: dict[str, int] = {}
        self.registry = registry_of(session)
        self._load()

    @classmethod
    def opened(cls, path: Path | str, *, by: str = "", read_only: bool = False) -> Desk:
        """Open a session.

        Raises:
            StoreError: it cannot be opened.
        """
        session = open_session(path, read_only=read_only)
        try:
            return cls(session, by)
        except BaseException:
            session.close()
            raise

    def _load(self) -> None:
        """Read the newest round: draft, choices, sections."""
        self.draft: Draft = draft_of(self.session)
        self.round = len(self.session.rounds())
        self.places = Places.of(self.session.choices())
        self.sections: list[Section] = sections(self.draft, self.places)
        self._texts = Texts(self.draft)
        self._counting = Counting(self.draft, self.sections)
        self._searched = Searched(self.draft.source.text)
        self._looked.clear()
        if self.current not in self.places.standings:
            self.current = self.places.step("", 1, Filter(open_only=True)) or self.places.step("", 1, Filter()) or ""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the session. Nothing is lost without it."""
        self.session.close()

    @property
    def read_only(self) -> bool:
        """Whether nothing can be decided here."""
        return self.session.read_only

    # --- looking -----------------------------------------------------------------------------------------------

    def units(self, view: View | None = None) -> Sequence[Unit]:
        """The text as it is seen now, or in another view."""
        return self._texts.units(view or self.view, self.places)

    def near(self, address: str) -> list[str]:
        """The choices that reach into the blocks in which one stands, outer before inner."""
        return self._texts.near(address, self.places)

    def standing(self, address: str = "") -> Standing | None:
        """A choice as the desk knows it, the current one unless another is named."""
        return self.places.standings.get(address or self.current)

    def look(self, address: str = "") -> Who | None:
        """Who stands where on a choice, the current one unless another is named; this is what was seen of it."""
        place = address or self.current
        if not place:
            return None
        found = who(self.session, place, self.registry)
        self._looked[place] = found.standing.seen
        if found.standing != self.places.standings.get(place):
            self.places = self.places.with_new([found.standing])
        return found

    def counts(self) -> Counts:
        """How far the round is."""
        return self._counting.counts(self.places)

    def section(self) -> int:
        """Number of the section of the current choice; -1 for none."""
        return self._counting.section(self.current)

    # --- moving ------------------------------------------------------------------------------------------------

    def go(self, address: str) -> None:
        """Make a choice the current one.

        Raises:
            UnknownAddress: there is none.
        """
        if address not in self.places.standings:
            self.session.choice(address)
        self.current = address

    def step(self, by: int, wanted: Filter | None = None) -> bool:
        """Go to the next choice that passes the filter, or with -1 to the previous one.

        Returns:
            False where there is none in that direction.
        """
        found = self.places.step(self.current, by, self.filter if wanted is None else wanted)
        if found is None:
            return False
        self.current = found
        return True

    def find(self, typed: str) -> str | None:
        """The choice that is meant by what a person typed: `5:2`, `para 5`, `c10(1)`.

        Of a paragraph it is the first choice, open ones before others. None where nothing is meant.
        """
        keys = _keys(self.places.order)
        wanted = _key(typed)
        if wanted in keys:
            return keys[wanted]
        inside = [a for k, a in reversed(keys.items()) if wanted and k.partition(":")[0] == wanted]
        inside = inside or [
            a for k, a in reversed(keys.items()) if wanted and k.startswith((f"{wanted}(", f"{wanted}."))
        ]
        return next((a for a in inside if self.places.is_open(a)), inside[0] if inside else None)

    def party(self, typed: str) -> str | None:
        """The code of the delegation, group or role that is meant; of unknown names, as printed in the draft."""
        own = own_of(self.session)
        found = find_party(typed, [self.registry, registry_for("en", own)])
        if found is not None:
            return found
        folded = typed.casefold()
        return next((code for code in self.session.speakers() if code.casefold() == folded), None)

    @cached_property
    def names(self) -> Mapping[str, Sequence[str]]:
        """By code, all names of delegations, groups and roles in the language of the session."""
        return names_of(self.registry)

    def search(self, words: str, after: int, by: int = 1) -> Hit | None:
        """Where words stand next in the draft; see `Searched.hit`."""
        return self._searched.hit(words, after, by)

    # --- deciding ----------------------------------------------------------------------------------------------

    def decision(self, act: Act, number: int | None = None, text: str | None = None, *sources: int) -> Decision:
        """A decision on the current choice, not yet taken."""
        return Decision(self.current, act, number, text, sources)

    def would_bring(self, decision: Decision) -> Consequences:
        """Whom a decision would override, who is for it, and what goes with it."""
        choice = self.session.choice(decision.address).choice
        return consequences(choice, decision, self.registry.groups, self.places.choices, self.places.decisions)

    def seen(self, address: str) -> Seen:
        """What was known of a choice when it was last looked at; for `decide`."""
        return Seen(self.round, self._looked.get(address, self.places.standings[address].seen))

    def decide(self, decision: Decision, why: str = "", seen: Seen | None = None) -> LogEntry:
        """Take a decision on what was looked at.

        Args:
            decision: see `decision`.
            why: the reason, for the log.
            seen: `seen` when the chair made up its mind; of now when None.

        Raises:
            StaleChoice: somebody has dealt with the choice since it was looked at; says who, what and when.
            StaleRound: it was looked at in another round.
            StoreError: it cannot be decided like that.
        """
        known = self.seen(decision.address) if seen is None else seen
        return self._done(self.session.decide(decision, by=self.by, why=why, seen=known.entry, round=known.round))

    def say(
        self,
        address: str,
        words: str,
        stands: Sequence[Stand] = (),
        alternatives: Sequence[Alternative] = (),
        why: str = "",
        *,
        round: int | None = None,
    ) -> LogEntry:
        """Take down a statement from the floor; see `Session.say`."""
        return self._done(self.session.say(address, words, stands, alternatives, by=self.by, why=why, round=round))

    def withdraw(
        self,
        address: str,
        delegation: str,
        alternative: int | None = None,
        why: str = "",
        *,
        round: int | None = None,
    ) -> LogEntry:
        """Record that a delegation takes back where it stands; see `Session.withdraw`."""
        session = self.session
        return self._done(
            session.withdraw(address, delegation=delegation, alternative=alternative, by=self.by, why=why, round=round)
        )

    def undo(self, entry: int | None = None, why: str = "") -> LogEntry:
        """Take back what was done last, or an entry of the log, and go to its choice."""
        return self._done(self.session.undo(by=self.by, why=why, entry=entry), go=True)

    def redo(self, entry: int | None = None, why: str = "") -> LogEntry:
        """Bring back what was undone last, or an entry of the log, and go to its choice."""
        return self._done(self.session.redo(by=self.by, why=why, entry=entry), go=True)

    def _done(self, entry: LogEntry, *, go: bool = False) -> LogEntry:
        self._own.add(entry.id)
        self._refresh([entry.address])
        self._looked[entry.address] = entry.id
        if go:
            self.current = entry.address
        return entry

    def _refresh(self, addresses: Sequence[str]) -> None:
        known = [self.session.choice(address) for address in addresses if address in self.places.standings]
        self.places = self.places.with_new(known)

    # --- others ------------------------------------------------------------------------------------------------

    def poll(self) -> tuple[LogEntry, ...]:
        """What others have done since the last call; the desk knows of it then.

        What was seen stays what was seen: deciding on it is refused until the choice is looked at again.

        Raises:
            StoreError: the session is lost or cannot be read.
        """
        self._watch.check()
        news = tuple(entry for entry in self.session.poll() if entry.id not in self._own)
        if any(entry.kind is Kind.ROUND for entry in news):
            self.current = successor(self.current, self.places.order, news)
            self._load()
        elif news:
            self._refresh(list(dict.fromkeys(entry.address for entry in news)))
        return news


@lru_cache(1)
def _keys(order: tuple[str, ...]) -> dict[str, str]:
    """The choices of a round by what people type for them; the first one of several."""
    return {_key(address): address for address in reversed(order)}


def _key(address: str) -> str:
    """What is left of an address without letter case, spaces, full-width forms and the word for paragraph."""
    folded = "".join(unicodedata.normalize("NFKC", address).casefold().split())
    return _SAID.sub("", folded).rstrip(".:").removesuffix("段")
