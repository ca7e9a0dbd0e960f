"""Log: what was done, newest first; back to a point of it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from textual.app import ComposeResult

from negotext.store import LogEntry, described

from ..dialogs.asking import AskingDialog
from ..lists.back import Stopped, Way, go_back, way_back
from ..lists.history import History, entry_sheet, in_words, log_roll, way_sheet
from ..widgets.roll import RollView
from ..widgets.sheet import SheetView
from .base import bindings
from .listing import ListScreen

_TOLD = 25
"""So many steps back are done before the screen is drawn again."""


class LogScreen(ListScreen):
    """The log, and the entry that is chosen in full."""

    NAME = "log"
    BINDINGS = bindings(NAME)

    def __init__(self) -> None:
        super().__init__()
        self._history: History | None = None
        self._going: Way | None = None
        self._stop = False
        self._told = False

    def panes(self) -> ComposeResult:
        """The log, and one entry."""
        yield RollView(id="roll")
        yield SheetView(id="entry")

    @property
    def history(self) -> History:
        """The log as it is shown."""
        assert self._history is not None
        return self._history

    def refresh_all(self) -> None:
        """Show the log as it is now."""
        if self._going is not None:
            return
        with self.attempt(refresh=False):
            last = self.desk.session.last
            if self._history is None or self._history.last != last:
                self._history = History(self.desk.session)
            history = self._history
            self.query_one("#roll", RollView).fill(lambda width: log_roll(history, width), of=last)
            self._show_entry()
            self.refresh_head()

    def refresh_head(self) -> None:
        """How much was done, and how much of it no longer holds."""
        if self._history is not None:
            count, undone = len(self.history.entries), len(self.history.undone)
            self.tell_head((f"{count:,} {'entry' if count == 1 else 'entries'}", "bold"), (f"↶ {undone:,} undone", ""))

    def tell(self, words: str, kind: str = "info") -> None:
        """Say one thing; what was said before is read by then."""
        self._told = False
        super().tell(words, kind)

    def news(self, entries: Sequence[LogEntry]) -> None:
        """Where going back has stopped stays said: it is what the others did that it says."""
        if self._told:
            self.refresh_all()
        else:
            super().news(entries)

    def _show_entry(self) -> None:
        number = int(self.query_one("#roll", RollView).key or 0)
        history, registry = self.history, self.desk.registry
        self.query_one("#entry", SheetView).draw(lambda width: entry_sheet(history, number, registry, width))

    def on_roll_view_moved(self, _: RollView.Moved) -> None:
        """Another entry is chosen."""
        self._show_entry()

    def pick(self, key: str) -> None:
        """Go to the choice that an entry of this round is about."""
        entry = self.history.entry(int(key))
        if entry is None or not entry.address:
            self.tell("a round is about no single place", "warning")
        elif entry.round != self.history.round:
            self.tell(f"{entry.address} is a place of round {entry.round}, which is closed", "warning")
        else:
            self.go_to(entry.address)

    # --- back to a point -----------------------------------------------------------------------------------------

    def action_back_to(self) -> None:
        """Ask whether everything after the chosen entry is to be undone."""
        entry = self.history.entry(int(self.query_one("#roll", RollView).key or 0))
        if entry is None or self._going is not None:
            return
        if entry.round != self.history.round:
            words = f"round {entry.round} is closed; only round {self.history.round} can be changed"
            self.tell(words, "warning")
            return
        history = self.history
        way = way_back(history.of_round(), entry.id)
        if not way.steps:
            self.tell(f"everything is as it was after entry {entry.id}")
            return
        self.app.push_screen(
            AskingDialog(
                f"Back to entry {entry.id}: {in_words(way)}.",
                lambda width: way_sheet(history, way, width),
                note="Why? Enter does it, Esc leaves it.",
            ),
            partial(self._asked, way),
        )

    def _asked(self, way: Way, why: str | None) -> None:
        if why is None:
            self.tell("nothing was undone")
            return
        self._going, self._stop = way, False
        self._steps = go_back(self.desk, way, why)
        self._go_on()

    def _go_on(self) -> None:
        """Some steps; the keys are heard between them."""
        way, done = self._going, 0
        if way is None:
            return
        # Where the log is left, nothing more is done that nobody sees.
        self._stop = self._stop or self not in self.app.screen_stack
        try:
            for step in self._steps:
                done = step.number
                if self._stop or done % _TOLD == 0:
                    break
            else:
                done_in_words = in_words(way).replace("undoes", "undid").replace("brings", "brought")
                self._arrived(f"{done_in_words}; {self.chair.key('log_redo')} redoes")
                return
        except Stopped as stopped:
            self._arrived(
                f"stopped after {stopped.done} of {way.steps} at entry {stopped.at.id}: {stopped.cause.message}. "
                "What was done before that stays undone, the rest is as it was.",
                "error",
            )
            return
        if self._stop:
            self._arrived(f"stopped after {done} of {way.steps}; the rest is as it was", "warning")
            return
        self.tell(f"{done} of {way.steps} … {self.chair.key('back')} stops")
        self.call_after_refresh(self._go_on)

    def _arrived(self, words: str, kind: str = "info") -> None:
        self._going = None
        if self not in self.app.screen_stack:
            self.chair.tell_in_front(words, kind)
            return
        self.refresh_all()
        self.query_one("#roll", RollView).choose(0)
        self.tell(words, kind)
        self._told = kind == "error"

    def action_log_redo(self) -> None:
        """Bring back what was undone last."""
        if self._going is not None:
            return
        with self.attempt():
            made = self.desk.redo()
            self.refresh_all()
            meant = self.history.entry(made.entry or 0)
            self.tell(f"brought back: {described(meant)}" if meant is not None else "brought back")

    def action_back(self) -> None:
        """Stop going back where it goes on; else back to the draft."""
        if self._going is not None:
            self._stop = True
            return
        super().action_back()
