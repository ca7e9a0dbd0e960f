"""The chair's app puts up for the room what is looked at; whoever has `negotext view --follow` open sees it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from negotext.store import Shown, StoreError, open_session

from .desk import Desk
from .desk_file import Watch
from .quiet import QuietApp

PUT_UP_SECONDS = 0.1
"""How often it is looked whether the room has to see something else; keys that follow each other give one."""

_TIMEOUT = 1.0


class Showing(QuietApp):
    """Puts up place, view and whether names are shown, beside the keys and never in their way."""

    desk: Desk
    _watch: Watch
    _up: Shown | None = None
    _names = False
    _busy = False

    def on_mount(self) -> None:
        """Begin to put up, unless the chair only looks."""
        if self.desk.read_only:
            return
        self._watch = Watch(self.desk.session.path)
        try:
            before = self.desk.session.room()
        except StoreError:
            before = None
        self._names = before.names if before is not None else self._names
        self.set_interval(PUT_UP_SECONDS, self.put_up)

    def shown(self) -> Shown:
        """What the room is to see."""
        desk = self.desk
        return Shown(desk.round, desk.current, self._names, desk.view.name.lower())

    def put_up(self) -> None:
        """Put up what the room is to see, if it is something else than what is up."""
        wanted = self.shown()
        if self._busy or wanted == self._up:
            return
        path = self.desk.session.path
        try:
            # Another session may lie in its place, whose room is not ours.
            self._watch.check()
        except StoreError:
            return
        self._busy = True
        self.run_worker(lambda: self._write(path, wanted), thread=True, group="room", exit_on_error=False)

    def _write(self, path: Path, wanted: Shown) -> None:
        """Write it through a connection of its own: the one of the desk belongs to the thread of the keys."""
        try:
            with open_session(path, timeout=_TIMEOUT) as session:
                up = session.room()
                if up is None or replace(up, at="") != wanted:
                    session.show_room(wanted)
            self._up = wanted
        except StoreError:
            # That the session is lost is told by whoever looks at it; here it is tried again.
            pass
        finally:
            self._busy = False

    def action_room_names(self) -> None:
        """Show the room who asked for what, or nobody's name."""
        self._names = not self._names
        words = "the room sees who asked for what" if self._names else "the room sees nobody's name"
        for screen in self.screen_stack[-1:]:
            getattr(screen, "tell", self.notify)(words)
