"""What the room sees of a session: the chair's place and decisions, read only, names only where they are shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from negotext.model import State
from negotext.query.kept import draft_of, registry_of
from negotext.query.who import Who, who
from negotext.store import Kind, Shown, Standing, StoreError, open_session

from .desk_file import Watch
from .desk_places import Filter, Places
from .desk_texts import View
from .room_texts import RoomTexts
from .units import Unit

ANY = Filter()


@dataclass(frozen=True, slots=True)
class Change:
    """What is different since the room looked last.

    Attributes:
        place: whether another place is discussed.
        words: whether the text is another one: something was decided, or it is seen otherwise.
        draft: whether it is another draft altogether.
        agreed: addresses of what was just agreed.
    """

    place: bool = False
    words: bool = False
    draft: bool = False
    agreed: tuple[str, ...] = ()


class Room:
    """A session as it is shown to the room; to be used by one thread.

    Attributes:
        path: of the session.
        follows: whether it goes where the chair goes.
        current: address of the place that is discussed; empty where none is.
        view: how the text is seen.
        places: the choices as they stand.
        round: number of the round.
        put_up: what the chair has put up last; None where nobody has chaired yet.
    """

    def __init__(self, path: Path | str, *, follow: bool = False, names: bool | None = None) -> None:
        """Open a session for the room.

        Args:
            path: of a session.
            follow: whether it goes where the chair goes.
            names: whether it is shown who asked for what; None for as the chair has it.

        Raises:
            StoreError: it cannot be opened.
        """
        self.path = Path(path)
        self.follows = follow
        self.current = ""
        self.view = View.MARKED
        self.put_up: Shown | None = None
        self._names = names
        self._open()

    def _open(self) -> None:
        session = open_session(self.path, read_only=True)
        try:
            self.session = session
            self._watch = Watch(session.path)
            self._version = session.data_version
            self.registry = registry_of(session)
            self.put_up = session.room()
            self._load()
            self._go_along()
            if not self.current and not self.follows:
                self.current = self.places.step("", 1, Filter(open_only=True)) or self.places.step("", 1, ANY) or ""
        except BaseException:
            session.close()
            raise

    def _load(self) -> None:
        self.draft = draft_of(self.session)
        self.round = len(self.session.rounds())
        self.places = Places.of(self.session.choices())
        self._texts = RoomTexts(self.draft, self.registry)
        if self.current not in self.places.standings:
            self.current = ""

    def close(self) -> None:
        """Close the session."""
        self.session.close()

    # --- what is shown -------------------------------------------------------------------------------------------

    @property
    def names(self) -> bool:
        """Whether the room sees who asked for what; nobody's name where nobody has said so."""
        if self._names is not None:
            return self._names
        return self.put_up is not None and self.put_up.names

    @names.setter
    def names(self, shown: bool) -> None:
        self._names = shown

    def units(self) -> Sequence[Unit]:
        """The text as it is seen now."""
        return self._texts.shown(self.view, self.places, names=self.names)

    def standing(self) -> Standing | None:
        """The place that is discussed, as it stands."""
        return self.places.standings.get(self.current)

    def who(self) -> Who | None:
        """Who stands where on it; None where names are not shown.

        Raises:
            StoreError: the session cannot be read.
        """
        return who(self.session, self.current, self.registry) if self.names and self.current else None

    def words_of(self, number: int) -> str:
        """The words of an alternative of the place that is discussed, without the names in it."""
        standing = self.standing()
        assert standing is not None
        return self._texts.words(standing, number, self.places)

    # --- following -----------------------------------------------------------------------------------------------

    def look(self) -> Change | None:
        """See whether something is different; cheap where nothing is.

        Raises:
            StoreError: the session is lost, was replaced, or cannot be read.
        """
        self._watch.check()
        version = self.session.data_version
        if version == self._version:
            return None
        entries = self.session.poll()
        before = self.current, self.view, self.names
        self.put_up = self.session.room()
        draft = any(entry.kind is Kind.ROUND for entry in entries)
        old = self.places
        if draft:
            self._load()
        elif entries:
            known = [address for address in dict.fromkeys(e.address for e in entries) if address in old.standings]
            self.places = old.with_new([self.session.choice(address) for address in known])
        self._go_along()
        # Only now, so that a look that failed is made again.
        self._version = version
        agreed = () if draft else tuple(a for a in self.places.order if _just_agreed(old, self.places, a))
        words = draft or bool(entries) or before[1:] != (self.view, self.names)
        return Change(before[0] != self.current, words, draft, agreed)

    def reopen(self) -> bool:
        """Open the session again after it was lost; tells whether it is there."""
        lost = self.session
        try:
            self._open()
        except (StoreError, OSError):
            self.session = lost
            return False
        lost.close()
        return True

    def _go_along(self) -> None:
        shown = self.put_up
        if not self.follows or shown is None or shown.round != self.round:
            return
        if not shown.address or shown.address in self.places.standings:
            self.current = shown.address
        self.view = _VIEWS.get(shown.screen, View.MARKED)

    # --- looking around ------------------------------------------------------------------------------------------

    def follow(self, on: bool) -> None:
        """Go where the chair goes, from now on; or stay."""
        self.follows = on
        self._go_along()

    def step(self, by: int) -> bool:
        """To the next place, or with -1 to the previous one; the room does not follow any more then.

        Returns:
            False where there is none in that direction.
        """
        found = self.places.step(self.current, by, ANY)
        if found is None:
            return False
        self.go(found)
        return True

    def go(self, address: str) -> None:
        """To a place; the room does not follow any more then."""
        self.current = address
        self.follows = False


_VIEWS = {view.name.lower(): view for view in View}


def _just_agreed(before: Places, now: Places, address: str) -> bool:
    old, new = before.standings.get(address), now.standings[address]
    if old is new or old is None or new.state is not State.AGREED or address in now.gone:
        return False
    return old.decision != new.decision
