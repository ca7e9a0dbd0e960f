"""Open: what has to be decided, ranked by how few hold it up."""

from __future__ import annotations

from ..dialogs.party import PartyDialog
from ..lists.opened import open_roll
from ..widgets.roll import RollView
from .base import bindings
from .listing import ListScreen


class OpenScreen(ListScreen):
    """The open places, all of them or those that one delegation holds up."""

    NAME = "open"
    BINDINGS = bindings(NAME)

    def __init__(self) -> None:
        super().__init__()
        self.code = ""
        self._entered = True

    def begin_again(self) -> None:
        """All of them, from where one left off."""
        super().begin_again()
        self.code, self._entered = "", True

    def refresh_all(self) -> None:
        """Show the list as it is now; what was chosen stays chosen."""
        with self.attempt(refresh=False):
            situation, code = self.situation, self.code
            roll = self.query_one("#roll", RollView)
            # Where one left off is where one goes on; a place that was decided meanwhile has left its number.
            key, near = self.chair.left_off.get(self.NAME, (None, 0)) if self._entered else (None, 0)
            self._entered = False
            roll.fill(lambda width: open_roll(situation, width, code), key, near=near, of=(situation, code))
            self.refresh_head()

    def pick(self, key: str) -> None:
        """To the place in the draft."""
        self.chair.left_off[self.NAME] = key, self.query_one("#roll", RollView).here
        super().pick(key)

    def refresh_head(self) -> None:
        """How many there are, and whose."""
        with self.attempt(refresh=False):
            situation = self.situation
            found = situation.held_by(self.code) if self.code else situation.open
            near = sum(1 for place in found if place.named and not place.holders)
            one = sum(1 for place in found if len(place.holders) == 1)
            whose = [(f"held up by {self.desk.registry.title(self.code)}", "reverse")] if self.code else []
            counts = [(f"○ {len(found):,} open", "bold"), (f"{near} without objection", ""), (f"{one} pending one", "")]
            self.tell_head(*whose, *counts)

    def action_held_by(self) -> None:
        """Choose whose places are listed."""
        with self.attempt(refresh=False):
            holding = [party for party in self.situation.parties if party.holds]
            self.app.push_screen(PartyDialog(holding, everyone=True), self._chosen)

    def _chosen(self, code: str | None) -> None:
        if code is not None:
            self.code = code
            self.refresh_all()
