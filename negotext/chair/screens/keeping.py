"""Keeping the words of a merge on disk while they are written, whatever ends it."""

from __future__ import annotations

from dataclasses import dataclass
from time import monotonic

from textual import work
from textual.message import Message
from textual.timer import Timer

from ..desk_merge import Merging
from ..keeper import Keeper
from .base import ChairScreen

PAUSE = 0.4
"""Seconds without a key after which the words are kept."""

LONGEST = 2.0
"""Seconds after which they are kept although keys go on coming."""


class Keeping(ChairScreen):
    """A screen on which words are written.

    Attributes:
        merging: the merge; None while there is none.
    """

    @dataclass
    class NotKept(Message):
        """The words could not be kept on disk."""

        words: str
        keeper: Keeper

    def __init__(self) -> None:
        super().__init__()
        self.merging: Merging | None = None
        self._timer: Timer | None = None
        self._first = 0.0

    def keep_soon(self) -> None:
        """Keep the words at the next pause, and now and then while there is none."""
        now = monotonic()
        if self._timer is not None:
            if now - self._first > LONGEST:
                return
            self._timer.stop()
        else:
            self._first = now
        self._timer = self.set_timer(PAUSE, self._keep_now)

    def _keep_now(self) -> None:
        self._timer = None
        if self.merging is not None:
            self._keep(self.merging.keeper)

    @work(thread=True, group="keep")
    def _keep(self, keeper: Keeper) -> None:
        """Keep the words without making anybody wait."""
        if trouble := keeper.keep():
            self.post_message(self.NotKept(trouble, keeper))

    def on_keeping_not_kept(self, event: NotKept) -> None:
        """It is said, and tried again at the next pause."""
        if self.merging is not None and self.merging.keeper is event.keeper:
            self.tell(f"your words are not kept: {event.words}", "error")

    def on_screen_suspend(self) -> None:
        """Whatever closes the screen, the words are on disk."""
        if self not in self.app.screen_stack:
            self.end()

    def on_unmount(self) -> None:
        """So they are when the program ends."""
        self.end()

    def end(self) -> None:
        """Put the words on disk, and be done with them."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        if self.merging is not None:
            self.merging.keeper.keep()
            self.merging = None
