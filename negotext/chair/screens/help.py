"""Help: every key, those of the screen that is behind it first."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.screen import ModalScreen

from ..actions import HELP
from ..help_sheet import help_sheet
from ..widgets.bars import HeadBar, KeysBar
from ..widgets.sheet import SheetView
from .base import ChairScreen, bindings


class HelpScreen(ChairScreen, ModalScreen[None]):
    """A page over the screen it is about; leaving it leads back there."""

    NAME = HELP
    BINDINGS = bindings(HELP)
    AUTO_FOCUS: ClassVar[str | None] = "#help"

    def compose(self) -> ComposeResult:
        """What it is, the keys, the keys of the help itself."""
        yield HeadBar(id="head")
        yield SheetView(id="help")
        yield KeysBar(id="keys")

    def begin_again(self) -> None:
        """From the first key."""
        super().begin_again()
        self.pane.jump(0)

    @property
    def about(self) -> str:
        """NAME of the screen it is about."""
        stack = self.app.screen_stack
        behind = next((each for each in reversed(stack[: stack.index(self)]) if isinstance(each, ChairScreen)), None)
        return behind.NAME if behind is not None else ""

    @property
    def pane(self) -> SheetView:
        """The list of keys."""
        return self.query_one("#help", SheetView)

    def refresh_all(self) -> None:
        """Write the keys."""
        about, keymap, read_only = self.about, self.chair.settings.keymap, self.desk.read_only
        note = self.chair.direction
        self.pane.draw(lambda width: help_sheet(about, keymap, width, read_only=read_only, note=note), keep=True)

    def refresh_bars(self) -> None:
        """What it is, and how to leave it."""
        super().refresh_bars()
        self.query_one(HeadBar).tell([("Keys", "bold")], "negotext chair")

    def _scroll(self, rows: int) -> None:
        self.pane.jump(self.pane.scroll_offset.y + rows)

    @property
    def _page(self) -> int:
        return max(1, self.pane.scrollable_content_region.height - 2)

    def action_help_down(self) -> None:
        """A line down."""
        self._scroll(1)

    def action_help_up(self) -> None:
        """A line up."""
        self._scroll(-1)

    def action_help_page_down(self) -> None:
        """A page down."""
        self._scroll(self._page)

    def action_help_page_up(self) -> None:
        """A page up."""
        self._scroll(-self._page)

    def action_help_first(self) -> None:
        """To the top."""
        self.pane.jump(0)

    def action_help_last(self) -> None:
        """To the end."""
        self.pane.jump(len(self.pane.sheet.rows))

    def action_help_back(self) -> None:
        """Back to where one was."""
        self.app.pop_screen()
