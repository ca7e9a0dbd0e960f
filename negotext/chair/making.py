"""Screens and dialogs of the chair: each is made once, and the likely ones before anybody asks for them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any, cast

from textual.app import App
from textual.css.query import NoMatches
from textual.screen import Screen

from negotext.store import StoreError

from .desk_texts import View
from .dialogs.line import LineDialog
from .dialogs.over import Over
from .in_turn import idle
from .ready import LOOK_SECONDS, Readying
from .screens.base import BREADTHS, ChairScreen
from .widgets.bars import Notice

if TYPE_CHECKING:
    from .desk import Desk
    from .lists.situation import Situation
    from .screens.draft import DraftScreen

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

LIKELY = ("who", "open", "log", "merge", "help")
"""The screens that are made ready, the most frequent first."""


class Making(App[None]):
    """An app that keeps its screens and dialogs when they are left."""

    desk: Desk

    def __init__(self) -> None:
        super().__init__()
        self._pages: dict[str, ChairScreen] = {}
        self._dialogs: dict[type[Over[Any]], Over[Any]] = {}
        self._situation: Situation | None = None
        self._readying = Readying(self._steps())

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

    # --- before anybody asks -------------------------------------------------------------------------------------

    def on_mount(self) -> None:
        """Begin to make what is likely to be asked for."""
        looking = self.set_interval(LOOK_SECONDS, self._make_ready)
        self._stop_looking = looking.stop

    def _make_ready(self) -> None:
        # Where something cannot be made, whoever asks for it is told why; while the app ends it is too late.
        with suppress(OSError, StoreError, NoMatches):
            self._readying.go_on()
        if self._readying.done:
            self._stop_looking()

    def _steps(self) -> Iterator[Callable[[], object]]:
        yield partial(self._start_dialog, lambda _: LineDialog(""))
        yield partial(self._foresee, View.OUTCOME)
        yield partial(self._foresee, View.ORIGINAL)
        yield self._situate
        yield from (partial(self._start_page, name) for name in LIKELY)
        yield from (partial(self._start_dialog, make) for make in (_floor, _palette, _export))

    def _start_page(self, name: str) -> None:
        if name not in self._pages and not (self.desk.read_only and name == "merge"):
            self._start(self.page(name))

    def _start_dialog(self, make: Callable[[DraftScreen], Over[Any] | None]) -> None:
        draft = self._draft
        if draft is not None:
            with draft.attempt(refresh=False):
                dialog = make(draft)
                if dialog is not None and type(dialog) not in self._dialogs:
                    self._install(dialog)
                    self._start(dialog)

    def _foresee(self, view: View) -> None:
        if self._draft is not None:
            self._draft.foresee(view)

    def _situate(self) -> None:
        """Work out what the lists are made of."""
        if self._draft is not None:
            with self._draft.attempt(refresh=False):
                _ = self.situation.parties

    @property
    def situation(self) -> Situation:
        """What the lists are made of; worked out anew when something has happened in the session."""
        from .lists.situation import Situation

        known = self._situation
        if known is None or not known.holds:
            known = self._situation = Situation(self.desk, known)
        return known

    @property
    def _draft(self) -> DraftScreen | None:
        """The draft, where it is in front."""
        draft = self._pages.get("draft")
        return cast("DraftScreen", draft) if self.screen_stack[-1:] == [draft] else None

    def _start(self, screen: Screen[Any]) -> None:
        """Make its widgets and find their styles, as Textual does when it is first put in front."""
        self._get_screen(screen)


def _floor(draft: DraftScreen) -> Over[Any] | None:
    return None if draft.desk.read_only else draft.floor_dialog()


def _palette(draft: DraftScreen) -> Over[Any]:
    from .dialogs.palette import PaletteDialog
    from .palette import Commands

    return PaletteDialog(Commands(draft))


def _export(draft: DraftScreen) -> Over[Any]:
    from .screens.exporting import export_dialog

    return export_dialog(draft)
