"""What is said in the room, and the words the chair makes of it: the line from the floor, and the way to a merge."""

from __future__ import annotations

from functools import partial

from textual import events

from negotext.model import State
from negotext.query.kept import own_of
from negotext.store import Kind, described

from ..desk_merge import unfinished
from ..dialogs.floor import FloorDialog
from ..dialogs.line import LineDialog
from ..floor import Understood, understand
from ..floor_completing import Completer
from ..floor_line import FloorLine
from ..place_sheet import SIDES
from ..widgets.text import TextView
from .base import ChairScreen
from .deciding import agreed_in_words

_RECALLED = 200
_NAMED = 6


class Saying(ChairScreen):
    """Statements and merges, for a screen that shows a choice."""

    _completer: Completer | None = None
    _unsaid: tuple[str, ...] = ()
    _said: tuple[str, ...] = ()
    _read = 0
    _words_of: frozenset[str] = frozenset()

    # --- merging -------------------------------------------------------------------------------------------------

    def action_merge(self) -> None:
        """Write the words for the choice."""
        standing = self.desk.standing()
        if standing is None:
            self.tell("there is nothing to decide in this draft", "warning")
        elif standing.state is State.AGREED:
            self.tell(agreed_in_words(standing.address, self.chair.key), "warning")
        else:
            self.chair.open_page("merge")

    def on_screen_resume(self, _: events.ScreenResume) -> None:
        """Words may have been written, decided or given up."""
        self._look_for_words()

    def _look_for_words(self) -> None:
        with self.attempt(refresh=False):
            if not self.desk.read_only:
                known = self.desk.places.standings
                begun = (address for address in unfinished(self.desk) if address in known)
                self._words_of = frozenset(a for a in begun if known[a].state is not State.AGREED)

    def begun(self) -> str:
        """What is to be said of words that were not decided when the terminal was closed; mostly nothing."""
        self._look_for_words()
        if self.desk.current in self._words_of:
            return self._begun_here
        if not self._words_of:
            return ""
        listed = sorted(self._words_of, key=lambda address: self.desk.places.ranks[address])
        places = ", ".join([*listed[:_NAMED], *(["…"] if len(listed) > _NAMED else [])])
        return f"you began to write words for {places}; there, {self.chair.key('merge')} goes on with them"

    @property
    def _begun_here(self) -> str:
        return f"you began to write words for {self.desk.current}; {self.chair.key('merge')} goes on with them"

    def offer_words(self) -> None:
        """Where the chair began to write words for this choice, that is said in a quiet line."""
        if self.desk.current in self._words_of:
            self.tell(self._begun_here)

    # --- the floor -----------------------------------------------------------------------------------------------

    def action_floor(self) -> None:
        """Take down what is being said about the choice."""
        with self.attempt():
            dialog = self.floor_dialog() if self.desk.look() is not None else None
            if dialog is None:
                self.tell("there is nothing to speak about in this draft", "warning")
                return
            self.app.push_screen(dialog, partial(self._heard, self.desk.current, self.desk.round, dialog.line))

    def floor_dialog(self) -> FloorDialog | None:
        """The line for what is being said about the choice that is looked at; None where there is none.

        Raises:
            StoreError: the session cannot be read.
        """
        desk = self.desk
        if not desk.current:
            return None
        standing = desk.session.choice(desk.current)
        own = own_of(desk.session)
        if self._completer is None:
            self._completer = Completer(desk.session.language, own, desk.session.speakers())
        language = desk.session.language
        self._note_said()
        line = FloorLine(
            standing,
            lambda typed: understand(typed, standing, language, own),
            self._completer,
            desk.registry,
            said=list(dict.fromkeys(reversed((*self._said, *self._unsaid))))[:_RECALLED][::-1],
        )
        return FloorDialog(line, keymap=self.chair.settings.keymap, placed=self._show_above)

    def _note_said(self) -> None:
        """What was said in the session; only what was done since the last time is read."""
        for entry in self.desk.session.log(self._read):
            self._read = entry.id
            if entry.kind is Kind.SAY and entry.statement is not None:
                self._said = (*self._said, entry.statement.words)[-_RECALLED:]

    def _show_above(self, row: int) -> None:
        """The choice that is spoken about stays in sight above a row of the screen."""
        for text in self.query(TextView):
            text.clear_below(max(0, text.region.bottom - row))

    def _heard(self, address: str, round: int, line: FloorLine, understood: Understood | None) -> None:
        if understood is None:
            # A line that was called off is not lost: it is the first one that Up brings.
            if line.typed.strip():
                self._unsaid = (*(each for each in self._unsaid if each != line.typed), line.typed)
            return
        self._unsaid = (*self._unsaid, understood.typed)
        if understood.withdrawn:
            self._ask_withdrawal(address, round, understood)
            return
        assert understood.added is not None
        with self.attempt():
            added = understood.added
            entry = self.desk.say(address, understood.typed, added.stands, added.alternatives, round=round)
            self._completer = None
            self.refresh_all()
            self.tell(described(entry))

    def _ask_withdrawal(self, address: str, round: int, understood: Understood) -> None:
        """A withdrawal is asked about, as a decision is."""
        parts = []
        for taken in understood.withdrawn:
            ends = ", ".join(dict.fromkeys(f"{SIDES[stand.side]} {stand.alternative}" for stand in taken.stands))
            parts.append(f"{taken.delegation} withdraws: {ends}.")
        self.app.push_screen(
            LineDialog(f"At {address} {' '.join(parts)}", note="Why? Enter records it, Esc leaves it.", about=address),
            partial(self._withdraw, address, round, understood),
        )

    def _withdraw(self, address: str, round: int, understood: Understood, why: str | None) -> None:
        if why is None:
            self.tell("nothing was taken back")
            return
        with self.attempt():
            for taken in understood.withdrawn:
                entry = self.desk.withdraw(address, taken.delegation, taken.alternative, why, round=round)
                self.tell(described(entry))
            self.refresh_all()
