"""What the screens with lists have in common: moving in a list, and going from there to a place of the draft."""

from __future__ import annotations

from textual.app import ComposeResult

from ..lists.situation import Situation
from ..units import visible
from ..widgets.bars import HeadBar, KeysBar, Notice
from ..widgets.roll import RollView
from ..widgets.rows import Panes
from .base import ChairScreen


class ListScreen(ChairScreen):
    """A screen with a list; a subclass fills `#roll`, and more where its `panes` has more."""

    AUTO_FOCUS = "#roll"

    @property
    def situation(self) -> Situation:
        """What the lists are made of; worked out anew when something has happened in the session."""
        return self.chair.situation

    def prepare(self) -> None:
        """Lay the lists out; nothing is drawn of a screen that is not in front."""
        if self not in self.app.screen_stack:
            self._refresh_layout(self.app.size)
            self._begin()

    def begin_again(self) -> None:
        """All lists begin at their tops."""
        super().begin_again()
        for roll in self.query(RollView):
            roll.begin_again()

    def compose(self) -> ComposeResult:
        """What it lists; the panes; a line for what there is to tell; keys."""
        yield HeadBar(id="head")
        with Panes(id="panes"):
            yield from self.panes()
        yield Notice(id="notice")
        yield KeysBar(id="keys")

    def panes(self) -> ComposeResult:
        """The list alone."""
        yield RollView(id="roll")

    @property
    def roll(self) -> RollView:
        """The list in which one moves."""
        return self.focused if isinstance(self.focused, RollView) else self.query_one("#roll", RollView)

    def tell_head(self, *left: tuple[str, str]) -> None:
        """Say at the top of the screen what it lists."""
        right = f"{self.desk.session.name} · round {self.desk.round}"
        self.query_one(HeadBar).tell([(visible(words), style) for words, style in left], visible(right))

    def refresh_bars(self) -> None:
        """The bar at the top has the width of the screen, too."""
        super().refresh_bars()
        self.refresh_head()

    def refresh_head(self) -> None:
        """Write what the screen lists; a subclass does it."""

    # --- moving --------------------------------------------------------------------------------------------------

    def action_row_down(self) -> None:
        """Choose the next one."""
        self.roll.step(1)

    def action_row_up(self) -> None:
        """Choose the previous one."""
        self.roll.step(-1)

    def action_rows_down(self) -> None:
        """Go a page down."""
        self.roll.page(1)

    def action_rows_up(self) -> None:
        """Go a page up."""
        self.roll.page(-1)

    def action_row_first(self) -> None:
        """Choose the first one."""
        self.roll.choose(0)
        self.roll.jump(0)

    def action_row_last(self) -> None:
        """Choose the last one."""
        self.roll.choose(len(self.roll.roll.items) - 1)

    # --- going to the draft --------------------------------------------------------------------------------------

    def action_to_place(self) -> None:
        """Go to the place of what is chosen."""
        key = self.roll.key
        if key is not None:
            self.pick(key)

    def on_roll_view_picked(self, event: RollView.Picked) -> None:
        """A click on what is chosen is as good as Enter."""
        event.stop()
        self.pick(event.key)

    def pick(self, key: str) -> None:
        """Do what Enter does with an entry of the list; of most lists it is an address."""
        self.go_to(key)

    def go_to(self, address: str, found: tuple[int, int] | None = None) -> None:
        """Show a choice on the draft.

        Args:
            address: of the choice; empty for the one that is looked at already.
            found: a stretch of the draft to show there.
        """
        with self.attempt():
            if address:
                self.desk.go(address)
            self.chair.to_draft(found)

    def action_back(self) -> None:
        """Back to where one came from, most often the draft."""
        self.app.pop_screen()
