"""Choosing a delegation by typing its code or its name; those that may be meant are listed as one types."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input, Static

from ..lists.delegation import parties_roll
from ..lists.parties import Party, matching
from ..widgets.in_order import TypedLine
from ..widgets.roll import RollView
from .over import Over


class PartyDialog(Over[str | None]):
    """Gives the code of a delegation, an empty string for all of them, or None when it was called off."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "leave", show=False),
        Binding("down", "step(1)", "next", show=False),
        Binding("up", "step(-1)", "previous", show=False),
    ]

    AUTO_FOCUS: ClassVar[str | None] = "Input"

    def __init__(self, parties: Sequence[Party], *, everyone: bool = False) -> None:
        """Make the dialog.

        Args:
            parties: to choose from.
            everyone: whether an empty line means all of them.
        """
        super().__init__()
        self._parties = parties
        self._everyone = everyone

    def compose(self) -> ComposeResult:
        """The line and the list below it."""
        note = "  nothing for all" if self._everyone else ""
        with Vertical(id="party"):
            yield Static(f"Delegation: code or name{note}", id="party-label")
            yield TypedLine(placeholder="KE, Kenya", compact=True)
            yield RollView(id="party-list")

    def on_mount(self) -> None:
        """All of them are listed."""
        self.call_after_refresh(self._list, "")

    def _list(self, typed: str) -> None:
        found = matching(typed, self._parties)
        self.query_one(RollView).fill(lambda width: parties_roll(found, width), top=True)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Those that may be meant."""
        self._list(event.value)

    def action_step(self, by: int) -> None:
        """Choose the next or the previous one of the list."""
        self.query_one(RollView).step(by)
        self._moved = True

    _moved = False

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter takes the one that is chosen in the list."""
        key = self.query_one(RollView).key
        if self._everyone and not event.value.strip() and not self._moved:
            self.dismiss("")
        elif key is not None:
            self.dismiss(key)

    def on_roll_view_moved(self, _: RollView.Moved) -> None:
        """One was chosen with the mouse."""
        self._moved = True

    def on_roll_view_picked(self, event: RollView.Picked) -> None:
        """A click on the one that is chosen takes it."""
        self.dismiss(event.key)

    def action_leave(self) -> None:
        """Escape: none."""
        self.dismiss(None)
