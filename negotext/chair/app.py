"""The app: one desk, its screens, and a look at what others do."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from time import monotonic

from textual.actions import ActionParseResult
from textual.css.query import NoMatches
from textual.dom import DOMNode

from negotext.store import StoreError

from .actions import EDITORS, EVERY, actions_of, find_action
from .desk import Desk
from .dialogs.over import Over
from .in_turn import InTurn
from .keys import written
from .screens.base import ChairScreen, bindings
from .screens.reaching import Reaching
from .settings import Settings
from .showing import Showing

EVERY_SECONDS = 0.25
"""How often the session is asked what others have done."""


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
        # How words stand that are read from the right; empty where there are none.
        self.direction = ""
        self._names = self.settings.names
        self._lost = ""

    def get_default_screen(self) -> ChairScreen:
        """The draft."""
        return self.page("draft")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A read-only session has no actions that change it, on whatever screen."""
        return not (self.desk.read_only and any(each.id == action and each.writes for each in actions_of(EVERY)))

    def on_turn(self) -> None:
        """A key is taken: what is made beforehand waits."""
        self._readying.pressed = monotonic()

    async def run_action(
        self,
        action: str | ActionParseResult,
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Do what a key does; what was told before is read by then, and goes unless something else is told."""
        name = action.partition("(")[0].rpartition(".")[2] if isinstance(action, str) else action[1]
        found, screen = find_action(name), self.screen
        told = screen.told if isinstance(screen, ChairScreen) else 0
        done = await super().run_action(action, default_namespace, namespaces)
        does = found is not None and not (found.writes and self.desk.read_only)
        if does and isinstance(screen, ChairScreen) and screen.told == told:
            screen.tell("")
        return done

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
            # While the app ends, screens are still there whose widgets are not.
            with suppress(NoMatches):
                if isinstance(screen, ChairScreen) and found:
                    screen.refresh_all()
                    screen.tell(f"{self.desk.session.path.name} is there again, and what is decided is saved")
                if isinstance(screen, (ChairScreen, Over)) and news:
                    screen.news(news)

    def _tell_lost(self, error: StoreError) -> None:
        """Say once that the session cannot be reached."""
        if error.message != self._lost:
            self._lost = error.message
            for screen in self.screen_stack:
                if isinstance(screen, ChairScreen):
                    screen.tell(self.lost, "error")

    @property
    def lost(self) -> str:
        """That the session cannot be reached; empty while it can be."""
        return f"{self._lost}; nothing more is saved. What was decided is in its log." if self._lost else ""

    def action_theme(self) -> None:
        """The next theme."""
        self.next_theme()
        place = self.settings.path
        if isinstance(self.screen, ChairScreen):
            remembered = f'; to begin with it: theme = "{self.theme}" in {place}' if place is not None else ""
            self.screen.tell(f"theme {self.theme}{remembered}")

    def action_help_quit(self) -> None:
        """Ctrl-C ends other programs; here it says which key does."""
        writing = isinstance(self.screen, Over) or getattr(self.screen, "NAME", "") in EDITORS
        key = written("ctrl+q") if writing else self.key("quit")
        self.tell_in_front(f"{key} quits; what was decided is saved")

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
