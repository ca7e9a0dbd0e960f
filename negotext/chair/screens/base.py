"""What every screen of the chair has: its bindings, a line for what there is to tell, and news of what others do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, ClassVar, cast

from textual import events
from textual.binding import Binding

from negotext.store import Kind, LogEntry, StoreError, described

from ..actions import EDITORS, EVERY, actions_of
from ..kept import KeptScreen
from ..keys import written
from ..widgets.bars import KeysBar, Notice

if TYPE_CHECKING:
    from ..app import ChairApp
    from ..desk import Desk


BREADTHS = [(0, "-narrow"), (110, "-wide")]
"""The class of a screen that has so many cells in a row or more."""


def bindings(where: str) -> list[Binding | tuple[str, str] | tuple[str, str, str]]:
    """The bindings of a screen, from the registry; `EVERY` for those of the app."""
    found: list[Binding | tuple[str, str] | tuple[str, str, str]] = []
    for action in actions_of(where):
        if (action.where == EVERY) == (where == EVERY):
            for key in action.keys if action.each else (",".join(action.keys),):
                call = f"{action.id}('{key}')" if action.each else action.id
                name = f"{action.id}.{key}" if action.each else action.id
                found.append(Binding(key, call, action.words, show=False, id=name))
    return found


class ChairScreen(KeptScreen[None]):
    """A screen that works with the desk.

    A subclass sets `NAME` and `BINDINGS = bindings(NAME)`, composes its widgets between those of `bars`, and shows
    what the desk knows in `refresh_all`.
    """

    KEPT: ClassVar[bool] = True
    """Whether one is made and comes to the front again; else each is made anew."""
    NAME: ClassVar[str] = ""
    BLANK: ClassVar[bool] = True
    HORIZONTAL_BREAKPOINTS = BREADTHS
    told = 0
    """How many things were told so far."""
    _tells = False

    @property
    def chair(self) -> ChairApp:
        """The app."""
        return cast("ChairApp", self.app)

    @property
    def desk(self) -> Desk:
        """The session and what is looked at."""
        return self.chair.desk

    def begin_again(self) -> None:
        """Be as when it was made."""
        super().begin_again()
        self.tell("")

    def refresh_all(self) -> None:
        """Show what the desk knows now."""

    def tell(self, words: str, kind: str = "info") -> None:
        """Say one thing at the foot of the screen: `info`, `warning` or `error`. That nothing is saved stays said."""
        if not words and self.chair.lost:
            words, kind = self.chair.lost, "error"
        # Every key takes away what was told, and mostly nothing was: it is not looked for then.
        if words or self._tells:
            self._tells = bool(words)
            self.told += self._tells
            for notice in self.query(Notice):
                notice.tell(words, kind)

    @contextmanager
    def attempt(self, *, refresh: bool = True) -> Iterator[None]:
        """What the store refuses in the block is told; nothing has changed then, and nothing crashes.

        Args:
            refresh: whether everything is shown again then, as somebody else may have been quicker.
        """
        try:
            yield
        except StoreError as error:
            hint = "" if "negotext " in error.hint else error.hint
            if refresh:
                self.refresh_all()
            self.tell(f"{error.message}{'; ' + hint if hint else ''}", "error")

    def news(self, entries: Sequence[LogEntry]) -> None:
        """Others have done something: it is shown, and said in one line."""
        self.refresh_all()
        rounds = [entry for entry in entries if entry.kind is Kind.ROUND]
        if rounds:
            self.tell(f"{described(rounds[-1])}; {self.chair.key('compare')} shows what is different", "warning")
            return
        more = f", and {len(entries) - 1} more" if len(entries) > 1 else ""
        here = [entry for entry in entries if entry.address == self.desk.current]
        entry = (here or list(entries))[-1]
        why = f": {entry.why}" if entry.why else ""
        self.tell(f"{described(entry)}{why}{more}", "warning")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A read-only session has no actions that change it."""
        writes = any(each.id == action and each.writes for each in actions_of(self.NAME))
        return not (self.desk.read_only and writes)

    def on_key(self, event: events.Key) -> None:
        """A key that a read-only session does not have says so."""
        if self.desk.read_only and self.NAME not in EDITORS:
            actions = self.chair.settings.keymap.actions_of(self.NAME)
            if any(action.writes and event.key in action.keys for action in actions):
                self.tell(f"this session is open read only: {written(event.key)} changes nothing", "warning")

    _begun = False

    def prepare(self) -> None:
        """Be filled before anybody has asked for it; a subclass does it where that takes long."""

    def _begin(self) -> None:
        self._begun = True
        if self.chair.lost:
            self.tell("")
        self.refresh_all()
        self.refresh_bars()

    def on_screen_resume(self, _: events.ScreenResume) -> None:
        """Fill the screen once it has its size; later, the session may have changed while another was in front."""
        if not self._begun:
            self.call_after_refresh(self._begin)
        elif self.stale:
            self.refresh_all()

    @property
    def stale(self) -> bool:
        """Whether something may be otherwise than it is shown; so it is wherever nothing else is known."""
        return True

    def on_resize(self) -> None:
        """The bars are as wide as the screen; panes see to themselves."""
        if self._begun:
            self.call_after_refresh(self.refresh_bars)

    def refresh_bars(self) -> None:
        """Write what stands in the bars at the width they have."""
        for bar in self.query(KeysBar):
            bar.tell(self.chair.settings.keymap.actions_of(self.NAME, read_only=self.desk.read_only))
