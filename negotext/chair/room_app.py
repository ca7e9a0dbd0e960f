"""The app for the room: `negotext view SESSION --follow`, on the projector."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual.screen import Screen

from negotext.store import StoreError

from .quiet import QuietApp
from .room import Change, Room
from .screens.room import RoomScreen
from .settings import Settings

LOOK_SECONDS = 0.1
"""How often it is looked what the chair does."""

FRESH_SECONDS = 6.0
"""For how long what was just agreed is marked."""

_REOPEN_EVERY = 5


class RoomApp(QuietApp):
    """What the room sees."""

    CSS_PATH: ClassVar[list[str]] = ["chair.tcss", "room.tcss"]  # type: ignore[assignment]

    def __init__(self, room: Room, *, theme: str = "", settings: Settings | None = None) -> None:
        """Show a session, which is closed by whoever opened it."""
        super().__init__(settings, theme)
        self.room = room
        self.fresh: tuple[str, ...] = ()
        self._lost = ""
        self._tries = 0

    def get_default_screen(self) -> Screen[None]:
        """The one screen."""
        return RoomScreen()

    @property
    def shown(self) -> RoomScreen:
        """The one screen."""
        screen = self.screen
        assert isinstance(screen, RoomScreen)
        return screen

    def on_mount(self) -> None:
        """Begin to look at what the chair does."""
        self.set_interval(LOOK_SECONDS, self.look_around)

    def look_around(self) -> None:
        """See what the chair has done, and whether the session is still there."""
        try:
            change = self.room.look()
        except StoreError as error:
            self._tell_lost(error)
            return
        if self._lost:
            self._lost = ""
            self.shown.tell("")
        if change is not None:
            self._show(change)

    def _show(self, change: Change) -> None:
        if change.draft:
            self.fresh = ()
        if change.agreed:
            self.fresh = tuple(dict.fromkeys((*self.fresh, *change.agreed)))
            self.set_timer(FRESH_SECONDS, lambda: self.fade(change.agreed))
        self.shown.show(change, self.fresh)

    def fade(self, addresses: tuple[str, ...]) -> None:
        """What was agreed some time ago is marked no more."""
        self.fresh = tuple(address for address in self.fresh if address not in addresses)
        self.shown.show(Change(), self.fresh)

    def action_help_quit(self) -> None:
        """Ctrl-C ends other programs; here it says which key does."""
        self.shown.tell(f"{self.shown.key('room_quit')} quits")

    def _tell_lost(self, error: StoreError) -> None:
        """Say once that the session cannot be reached; when it is there again, or another one is, show that."""
        if error.message != self._lost:
            self._lost = error.message
            self._tries = 0
            self.shown.tell(f"{error.message}; what is shown is what was known last", "error")
        self._tries += 1
        if self._tries % _REOPEN_EVERY == 0 and self.room.reopen():
            self._lost = ""
            self.shown.tell("")
            self._show(Change(place=True, words=True, draft=True))


def make_room_app(
    path: Path | str,
    *,
    follow: bool = False,
    names: bool | None = None,
    theme: str = "",
    settings: Settings | None = None,
) -> RoomApp:
    """The app that shows a session to the room; close its `room` when it is done.

    Args:
        path: of a session.
        follow: whether it goes where the chair goes.
        names: whether it is shown who asked for what; None for as the chair has it.
        theme: name of one of `THEMES`; that of the settings when empty.
        settings: keys and colours; those of the program when None.

    Raises:
        StoreError: the session cannot be opened.
    """
    return RoomApp(Room(path, follow=follow, names=names), theme=theme, settings=settings)
