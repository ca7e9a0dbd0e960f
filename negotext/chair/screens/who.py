"""Who: a delegation with all it wants, what it holds up and where its groups stand; or who stands where on a choice."""

from __future__ import annotations

from itertools import pairwise

from textual.app import ComposeResult

from negotext.store import StoreError

from ..dialogs.party import PartyDialog
from ..lists.delegation import AT, delegation_roll, parties_roll
from ..lists.roll import Roll
from ..place_sheet import STATES, place_sheet
from ..sheet import Word
from ..widgets.roll import RollView
from .base import bindings
from .listing import ListScreen


class WhoScreen(ListScreen):
    """The choice that is looked at and the delegations on the left; on the right what is chosen there.

    Attributes:
        code: of the delegation that is shown; empty for the choice.
    """

    NAME = "who"
    BINDINGS = bindings(NAME)
    AUTO_FOCUS = "#parties"

    def __init__(self) -> None:
        super().__init__()
        self.code = ""
        self._shown: tuple[str, str] | None = None

    def begin_again(self) -> None:
        """The choice that is looked at."""
        super().begin_again()
        self.code, self._shown = "", None

    def panes(self) -> ComposeResult:
        """The delegations, and the page of one."""
        yield RollView(id="parties")
        yield RollView(id="roll")

    def first_party(self) -> str:
        """Code of the delegation with most positions; empty where nobody has any."""
        try:
            return next((party.code for party in self.situation.parties), "")
        except StoreError:
            return ""

    def refresh_all(self) -> None:
        """Show the delegations and the page of the one that is chosen."""
        with self.attempt(refresh=False):
            self.query_one("#parties", RollView).fill(self._parties, self.code)
            self._show_page()

    def _parties(self, width: int) -> Roll:
        roll = Roll(width)
        standing = self.desk.standing()
        if standing is not None:
            words = f"{standing.address} {STATES[standing.state]} {standing.state.value}"
            roll.block("", [(Word(words, "strong"),)])
            roll.gap()
        parties_roll(self.situation.parties, width, roll, nobody="nobody has spoken yet")
        return roll

    def _show_page(self) -> None:
        page = self.query_one("#roll", RollView)
        shown = self.code, self.desk.current
        if self.code:
            situation, code = self.situation, self.code
            page.fill(lambda width: delegation_roll(situation, code, width), top=shown != self._shown)
        else:
            page.fill(self._place, top=shown != self._shown)
        self._shown = shown
        self.refresh_head()

    def _place(self, width: int) -> Roll:
        """The table of the choice; each alternative leads to it."""
        roll = Roll(width)
        found = self.desk.look()
        if found is None:
            roll.text(Word("There is nothing to decide in this draft.", "dim"))
            return roll
        sheet = place_sheet(found, self.desk.registry, width)
        # Behind the last empty row stand the facts, which belong to no alternative.
        facts = max((y for y, row in enumerate(sheet.rows) if not row), default=len(sheet.rows))
        starts = sorted({*sheet.marks.values(), facts})
        roll.rows(sheet.rows[: starts[0]])
        for start, end in pairwise(starts):
            roll.block(found.standing.address, sheet.rows[start:end])
        # Their codes are among the facts where there is little room; here they have a section with their names.
        roll.rows([row for row in sheet.rows[facts:] if not (found.silent and any(w.style == "silent" for w in row))])
        if found.silent:
            registry = self.desk.registry
            roll.title("Silent", len(found.silent))
            named = (" ".join(dict.fromkeys((code, registry.title(code)))) for code in found.silent)
            roll.text(Word(", ".join(named), "silent"), hang=2)
        return roll

    def refresh_head(self) -> None:
        """Whose page it is."""
        title = self.desk.registry.title(self.code) if self.code else f"Who stands where on {self.desk.current}"
        with self.attempt(refresh=False):
            spoken = len(self.situation.parties)
            self.tell_head((title, "bold"), (f"{spoken} delegation{'' if spoken == 1 else 's'} on record", ""))

    # --- what one does here --------------------------------------------------------------------------------------

    def on_roll_view_moved(self, event: RollView.Moved) -> None:
        """Another delegation is chosen: its page."""
        if event.view.id == "parties":
            self.code = event.key
            with self.attempt(refresh=False):
                self._show_page()

    def pick(self, key: str) -> None:
        """Enter on a delegation goes to its page, on the page to the place in the draft."""
        if self.roll.id == "parties":
            self.query_one("#roll", RollView).focus()
        elif key.startswith(AT):
            self._to_offset(int(key.removeprefix(AT)))
        else:
            self.go_to(key)

    def _to_offset(self, offset: int) -> None:
        """To a place of the draft where a position is about no choice."""
        places = self.desk.places
        noted = next((n for n in self.situation.positions[self.code] if n.position.evidence.start == offset), None)
        found = tuple(noted.position.evidence) if noted is not None else (offset, offset + 1)
        self.go_to(places.at(offset) or places.first_from(offset) or "", (found[0], found[1]))

    def action_other_pane(self) -> None:
        """From the delegations to the page and back."""
        other = "#roll" if self.roll.id == "parties" else "#parties"
        self.query_one(other, RollView).focus()

    def action_party(self) -> None:
        """Choose a delegation by typing."""
        with self.attempt(refresh=False):
            self.app.push_screen(PartyDialog(self.situation.ever), self._chosen)

    def _chosen(self, code: str | None) -> None:
        if code is not None:
            self.code = code
            self.refresh_all()

    def action_this_place(self) -> None:
        """Who stands where on the choice that is looked at."""
        self._chosen("")
