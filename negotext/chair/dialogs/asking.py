"""A question about several things: they are listed above the line in which it is answered."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from ..sheet import Sheet
from ..widgets.sheet import SheetView
from .line import LineDialog

_MOST = 12
"""Rows of what it is about that are in sight; the others can be scrolled to."""


class AskingDialog(LineDialog):
    """Asks for one line about what a sheet lists; gives what was typed, or None when it was called off."""

    KEPT: ClassVar[bool] = False

    def __init__(self, label: str, build: Callable[[int], Sheet], *, note: str = "") -> None:
        """Make the question.

        Args:
            label: what is asked.
            build: makes the sheet of a width in cells.
            note: a quiet word behind the question.
        """
        super().__init__(label, note=note)
        self._build = build

    def compose(self) -> ComposeResult:
        """What it is about, the question, the line."""
        with Vertical(id="asked"):
            yield SheetView(id="asked-about")
            yield Static(self._label, id="line-label")
            yield self._input

    def on_mount(self) -> None:
        """What it is about is shown once there is room for it."""
        view = self.query_one(SheetView)
        view.styles.height = min(_MOST, len(self._build(self.app.size.width - 4).rows))
        self.call_after_refresh(view.draw, self._build)
