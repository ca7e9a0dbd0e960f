"""Screens that are made once: to make widgets and to find their styles takes longer than all else that opens one."""

from __future__ import annotations

from typing import TypeVar

from textual import events
from textual.geometry import Size
from textual.screen import Screen

Answer = TypeVar("Answer")


class KeptScreen(Screen[Answer]):
    """A screen that comes to the front again and again, with the styles it has."""

    _look = ""

    def begin_again(self) -> None:
        """Be as when it was made; it is about to come to the front once more."""
        if self.AUTO_FOCUS:
            self.set_focus(self.query(self.AUTO_FOCUS).first(), scroll_visible=False)

    def on_mount(self) -> None:
        """Its widgets have the styles of this theme."""
        self._look = self.app.theme

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """Textual would find all styles again; that is needed only where the theme is another one by now."""
        event.refresh_styles = self._look != self.app.theme
        self._look = self.app.theme

    def _refresh_layout(self, size: Size | None = None, scroll: bool = False) -> None:
        """Textual would draw what has moved, then all of it, and then each widget, where all are wanted at once."""
        if self._repaint_required:
            self._dirty_widgets.update((self, *self._compositor.visible_widgets))
        super()._refresh_layout(size, scroll)
