"""What the chair's app and the room's have in common: their colours, and that they are calm."""

from __future__ import annotations

import gc
from typing import Any, ClassVar

from .settings import Settings
from .themed import Themed


class QuietApp(Themed):
    """An app in which nothing slides, pops up, or stops now and then.

    Attributes:
        settings: keys and colours.
    """

    TITLE = "negotext"
    ENABLE_COMMAND_PALETTE: ClassVar[bool] = False
    # Textual would find all styles of a screen again whenever another one comes in front of it.
    SUSPENDED_SCREEN_CLASS: ClassVar[str] = ""

    def __init__(self, settings: Settings | None = None, theme: str = "") -> None:
        """Take keys and colours from `settings`, those of the program when None; `theme` is the name of another one."""
        super().__init__()
        self.settings = settings or Settings()
        self.set_keymap(self.settings.keymap.bindings)
        self.theme = theme or self.settings.theme
        # Scrolling is at once: a room that reads along needs no sliding.
        self.animation_level = "none"
        # Nothing here has one, and each screen would get a widget for them.
        self._disable_tooltips = True

    def run(self, *args: Any, **options: Any) -> Any:
        """Run it; what has been read by now stays, and is not looked through for cycles while keys are pressed."""
        gc.freeze()
        return super().run(*args, **options)

    @property
    def failure(self) -> Exception | None:
        """What ended the app before its time; None when nothing did."""
        return self._exception

    def _fatal_error(self) -> None:
        """End without a traceback on the terminal: whoever runs the app says what has happened."""
        self._close_messages_no_wait()
