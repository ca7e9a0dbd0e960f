"""The merge that may be asked for next is laid out while no key is pressed; nothing is seen of it, and nothing kept."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass

from textual import work
from textual.message import Message

from negotext.model import State
from negotext.store import StoreError

from ..beginnings import Beginning, Beginnings, Begun
from ..desk_merge import Merging, beginning_at
from ..desk_places import Places
from .keeping import Keeping


class Ahead(Keeping):
    """A screen on which merges begin; a subclass lays them out in `lay_out`."""

    @dataclass
    class Compared(Message):
        """What a merge begins with is known."""

        begun: Begun

    def __init__(self) -> None:
        super().__init__()
        self.beginnings = Beginnings()
        self._ahead: Merging | None = None
        self._laid_out: Merging | None = None
        # For what it was tried last, whether or not anything came of it.
        self._of: tuple[Places | None, str] = None, ""

    @property
    def late(self) -> bool:
        """Whether the merge at the place that is looked at is still to be made ready."""
        return self._of[0] is not self.desk.places or self._of[1] != self.desk.current

    def foresee(self) -> None:
        """Compare what there is at the place that is looked at; `lay_out_ahead` does the rest."""
        desk = self.desk
        self._of = desk.places, desk.current
        self._ahead = None
        standing = desk.standing()
        if self not in self.app.screen_stack and standing is not None and standing.state is not State.AGREED:
            # Where it cannot be read, whoever asks for it is told so.
            with suppress(StoreError):
                beginning = beginning_at(desk)
                if beginning.long and not self.beginnings.knows(beginning):
                    self._compare(beginning)
                else:
                    self._ahead = Merging(desk, self.beginnings)

    @work(thread=True, group="compare")
    def _compare(self, beginning: Beginning) -> None:
        """Compare many words without making anybody wait."""
        self.post_message(self.Compared(beginning.begun()))

    def on_ahead_compared(self, event: Compared) -> None:
        """It is laid out when there is time for it, if one is still there."""
        self.beginnings.note(event.begun)
        self._of = None, ""

    def lay_out_ahead(self) -> None:
        """Lay out what was compared; nothing is drawn of a screen that is not in front."""
        if self._ahead is not None and self not in self.app.screen_stack:
            if self.size != self.app.size:
                self._refresh_layout(self.app.size)
            self._lay_out(self._ahead)

    def draw_ahead(self) -> None:
        """Draw it, so that its rows are known when it comes to the front."""
        if self._ahead is not None and self not in self.app.screen_stack:
            self._compositor.render_strips()

    def begin(self) -> Merging:
        """The merge at the place that is looked at, laid out.

        Raises:
            StoreError: the session cannot be read.
        """
        merging, self._ahead = self._ahead, None
        if merging is None or not merging.holds:
            merging = Merging(self.desk, self.beginnings)
        # The place may have been looked at since it was compared.
        merging.seen = self.desk.seen(merging.address)
        if merging is not self._laid_out:
            self._lay_out(merging)
        self._laid_out = None
        return merging

    def _lay_out(self, merging: Merging) -> None:
        self._laid_out = merging
        self.lay_out(merging)

    def lay_out(self, merging: Merging) -> None:
        """Show a merge as it begins."""
        raise NotImplementedError

    def end(self) -> None:
        """Put the words on disk, and be done with them; what may be asked for next is another merge."""
        super().end()
        self._of = None, ""
