"""The app: one desk, its screens, and a look at what others do."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from negotext.store import StoreError

from .actions import EVERY, actions_of
from .desk import Desk
from .dialogs.line import LineDialog
from .dialogs.over import Over
from .in_turn import InTurn, idle
from .screens.base import BREADTHS, ChairScreen, bindings
from .screens.reaching import Reaching
from .settings import Settings
from .showing import Showing
from .widgets.bars import Notice

if TYPE_CHECKING:
    from .lists.situation import Situation

EVERY_SECONDS = 0.25
"""How often the session is asked what others have done."""

PAGES: dict[str, tuple[str, str]] = {
    "draft": ("negotext.chair.screens.draft", "DraftScreen"),
    "who": ("negotext.chair.screens.who", "WhoScreen"),
    "open": ("negotext.chair.screens.open", "OpenScreen"),
    "log": ("negotext.chair.screens.log", "LogScreen"),
    "compare": ("negotext.chair.screens.compare", "CompareScreen"),
    "help": ("negotext.chair.screens.help", "HelpScreen"),
    "merge": ("negotext.chair.screens.merge", "MergeScreen"),
}
"""NAME of each screen, its module and its class: it is imported when it is first opened."""


class ChairApp(InTurn, Showing, Reaching):
    """The chair's terminal."""

    CSS_PATH = "chair.tcss"
    BINDINGS = bindings(EVERY)

    def __init__(self, desk: Desk, *, settings: Settings | None = None, theme: str = "", greeting: str = "") -> None:
        """Sit at a desk, which is closed by whoever opened it; `greeting` is told first."""
        super().__init__(settings, theme)
        self.desk = desk
        # What does not hold of somebody's settings is said before anything is pressed.
        self.greeting = "; ".join(filter(None, (greeting, self.settings.told)))
        self._names = self.settings.names
        self._lost = ""
        self.situation: Situation | None = None
        self._pages: dict[str, ChairScreen] = {}
        self._dialogs: dict[type[Over[Any]], Over[Any]] = {}

    def get_default_screen(self) -> ChairScreen:
        """The draft."""
        return self.page("draft")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A read-only session has no actions that change it, on whatever screen."""
        return not (self.desk.read_only and any(each.id == action and each.writes for each in actions_of(EVERY)))

    def page(self, name: str) -> ChairScreen:
        """A screen of this name, as when it is opened first; the one that was there before, unless it still is."""
        known = self._pages.get(name)
        if known is not None and known not in self.screen_stack:
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
            self._dialogs[type(screen)] = screen
            self.install_screen(screen, type(screen).__name__)
        elif known not in self.screen_stack and known.takes(screen):
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

    def tell_in_front(self, words: str, kind: str = "info") -> None:
        """Say one thing on the screen in front, or on the one below a dialog: `info`, `warning` or `error`."""
        for screen in [each for each in self.screen_stack if isinstance(each, ChairScreen)][-1:]:
            screen.tell(words, kind)

    def on_mount(self) -> None:
        """Begin to look at what others do."""
        self.set_interval(EVERY_SECONDS, self.look_around)

    def look_around(self) -> None:
        """See what others have done, and whether the session is still there."""
        try:
            news = self.desk.poll()
        except StoreError as error:
            self._tell_lost(error)
            return
        found, self._lost = bool(self._lost), ""
        for screen in self.screen_stack:
            if isinstance(screen, ChairScreen) and found:
                screen.refresh_all()
                screen.tell(f"{self.desk.session.path.name} is there again, and what is decided is saved")
            if isinstance(screen, (ChairScreen, LineDialog)) and news:
                screen.news(news)

    def _tell_lost(self, error: StoreError) -> None:
        """Say once that the session cannot be reached."""
        if error.message != self._lost:
            self._lost = error.message
            for screen in self.screen_stack:
                if isinstance(screen, ChairScreen):
                    screen.tell(f"{error.message}; nothing more is saved. What was decided is in its log.", "error")

    def action_theme(self) -> None:
        """The next theme."""
        self.next_theme()
        place = self.settings.path
        if isinstance(self.screen, ChairScreen):
            remembered = f'; to begin with it: theme = "{self.theme}" in {place}' if place is not None else ""
            self.screen.tell(f"theme {self.theme}{remembered}")

    async def action_quit(self) -> None:
        """Leave; what was decided is on disk."""
        self.exit()


def make_app(
    path: Path | str,
    *,
    by: str = "",
    read_only: bool = False,
    theme: str = "",
    greeting: str = "",
    settings: Settings | None = None,
) -> ChairApp:
    """The app on a session; close its `desk` when it is done.

    Args:
        path: of a session.
        by: who decides, for the log.
        read_only: whether nothing can be decided.
        theme: name of one of `THEMES`; that of the settings when empty.
        greeting: what is told first, such as where the session is.
        settings: keys, colours and reading width; those of the program when None.

    Raises:
        StoreError: the session cannot be opened.
    """
    desk = Desk.opened(path, by=by, read_only=read_only)
    return ChairApp(desk, settings=settings, theme=theme, greeting=greeting)
