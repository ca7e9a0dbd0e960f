"""What is likely to be asked for is made beforehand: screens, dialogs, views, and what the lists are made of."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any, cast

from textual.css.query import NoMatches
from textual.screen import Screen

from negotext.store import StoreError

from .desk_texts import View
from .dialogs.line import LineDialog
from .dialogs.over import Over
from .making import Making
from .ready import LOOK_SECONDS, Readying
from .screens.ahead import Ahead
from .themes import THEMES

if TYPE_CHECKING:
    from .desk import Desk
    from .lists.situation import Situation
    from .screens.draft import DraftScreen

LIKELY = ("who", "open", "log", "merge", "help")
"""The screens that are made ready, the most frequent first."""


class Foreseeing(Making):
    """An app that gets ready while no key is pressed."""

    desk: Desk

    def __init__(self) -> None:
        super().__init__()
        self._situation: Situation | None = None
        self._readying = Readying(self._steps(), self._merge_steps)

    def on_mount(self) -> None:
        """Begin to make what is likely to be asked for."""
        self.set_interval(LOOK_SECONDS, self._make_ready)

    def _make_ready(self) -> None:
        # Where something cannot be made, whoever asks for it is told why; while the app ends it is too late.
        with suppress(OSError, StoreError, NoMatches):
            self._readying.go_on()

    def _steps(self) -> Iterator[Callable[[], object]]:
        yield partial(self._start_dialog, lambda _: LineDialog(""))
        yield partial(self._foresee, View.OUTCOME)
        yield partial(self._foresee, View.ORIGINAL)
        yield self._situate
        yield from (partial(self._start_page, name) for name in LIKELY)
        yield from (partial(self._start_dialog, make) for make in (_floor, _palette, _export))
        yield from (partial(self.foresee_theme, theme) for theme in THEMES)

    def _merge_steps(self) -> Iterator[Callable[[], object]]:
        """What the merge at the place that is looked at needs, each time that is another one."""
        page = self._pages.get("merge")
        if self._draft is not None and isinstance(page, Ahead) and page.is_mounted and page.late:
            yield page.foresee
            yield partial(page.call_later, page.lay_out_ahead)
            yield partial(page.call_later, page.draw_ahead)

    def _start_page(self, name: str) -> None:
        if name not in self._pages and not (self.desk.read_only and name == "merge"):
            page = self.page(name)
            self._start(page)
            page.call_later(page.prepare)

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
