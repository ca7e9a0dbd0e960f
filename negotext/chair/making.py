"""Screens and dialogs of the chair: each is made once, and comes to the front again."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from .dialogs.over import Over
from .in_turn import idle
from .screens.base import BREADTHS, ChairScreen
from .themed import Themed
from .widgets.bars import Notice

if TYPE_CHECKING:
    from .desk import Desk

PAGES: dict[str, tuple[str, str]] = {
    "draft": ("negotext.chair.screens.draft", "DraftScreen"),
    "who": ("negotext.chair.screens.who", "WhoScreen"),
    "open": ("negotext.chair.screens.open", "OpenScreen"),
    "log": ("negotext.chair.screens.log", "LogScreen"),
    "compare": ("negotext.chair.screens.compare", "CompareScreen"),
    "help": ("negotext.chair.screens.help", "HelpScreen"),
    "merge": ("negotext.chair.screens.merge", "MergeScreen"),
}
"""NAME of each screen, its module and its class: it is imported when it is first made."""


class Making(Themed):
    """An app that keeps its screens and dialogs when they are left."""

    desk: Desk

    def __init__(self) -> None:
        super().__init__()
        self._pages: dict[str, ChairScreen] = {}
        self._dialogs: dict[type[Over[Any]], Over[Any]] = {}

    def page(self, name: str) -> ChairScreen:
        """A screen of this name, as when it is opened first; the one that was there before, unless it still is."""
        known = self._pages.get(name)
        if known is not None and known not in self.screen_stack:
            if known.is_mounted:
                known.begin_again()
            return known
        module, kind = PAGES[name]
        made = getattr(import_module(module), kind)()
        assert isinstance(made, ChairScreen)
        # With the class it would get once it has its size, its styles are found once.
        made.add_class(max(each for each in BREADTHS if self.size.width >= each[0])[1])
        if known is None and made.KEPT:
            self._pages[name] = made
            self.install_screen(made, name)
        return made

    def open_page(self, name: str) -> None:
        """Put a screen in front of the others."""
        self.push_screen(self.page(name))

    def push_screen(self, screen: Any, callback: Any = None, *args: Any, **more: Any) -> Any:
        """Put a screen in front of the others; a dialog that was there before asks again."""
        if not isinstance(screen, Over):
            return super().push_screen(screen, callback, *args, **more)
        known = self._dialogs.get(type(screen))
        if known is None:
            self._install(screen)
        elif known not in self.screen_stack and known.is_mounted and known.takes(screen):
            known.begin_again()
            screen = known
        asks = self.screen

        async def answered(answer: object) -> None:
            if callback is not None:
                with self.batch_update():
                    callback(answer)
                    for notice in asks.query(Notice):
                        await idle(notice)

        # What is answered is done by the screen that asks, before it is drawn without the dialog.
        with asks._context():
            return super().push_screen(screen, answered, *args, **more)

    def _install(self, dialog: Over[Any]) -> None:
        if dialog.KEPT:
            self._dialogs[type(dialog)] = dialog
            self.install_screen(dialog, type(dialog).__name__)
