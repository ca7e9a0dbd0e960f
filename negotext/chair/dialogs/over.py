"""A dialog that lies over a screen, all of which stays in sight around it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar, TypeVar

from textual.geometry import Region, Size
from textual.screen import ModalScreen
from textual.strip import Strip

from negotext.store import LogEntry

from ..kept import KeptScreen

Answer = TypeVar("Answer")


class Over(ModalScreen[Answer], KeptScreen[Answer]):
    """Shows the screen below as it is.

    Textual would take every word of it apart to mix its colours with those of the dialog's ground. Where that is
    transparent nothing comes of it, and it takes longer than all else that opening a dialog does.
    """

    KEPT: ClassVar[bool] = False
    """Whether one is made, and `takes` the questions of the others."""
    ALLOW_SELECT: ClassVar[bool] = False
    _below: list[Strip] | None = None
    _of = Size(0, 0)

    def takes(self, other: Over[Any]) -> bool:
        """Ask what another dialog of this class would ask, when this one is not on the screen any more.

        To make the widgets of a dialog and to find their styles takes twice as long as to show them. Where the keys
        go is seen to by `begin_again`.

        Returns:
            False where the other one has to be made by itself.
        """
        return False

    def news(self, entries: Sequence[LogEntry]) -> None:
        """Others have done something while this is asked."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """What is seen around the dialog."""
        if self._below is None or self._of != self.size:
            stack = self.app.screen_stack
            self._below, self._of = stack[stack.index(self) - 1]._compositor.render_strips(), self.size
        # While the terminal gets larger, the screen below may still be as small as it was.
        strips = [strip.extend_cell_length(crop.right) for strip in self._below[crop.y : crop.bottom]]
        strips += [Strip.blank(crop.right)] * (crop.height - len(strips))
        return [strip.crop(*crop.column_span) for strip in strips]

    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
    ) -> Over[Answer]:
        """Draw again; with regions, because something in them is drawn otherwise below."""
        if regions:
            self._below = None
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)
