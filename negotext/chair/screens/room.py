"""What the room sees: the text, the place that is discussed below it, and how far the negotiation is."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from textual import events
from textual.app import ComposeResult
from textual.screen import Screen

from negotext.store import StoreError

from ..actions import ROOM, Action
from ..place_sheet import STATES
from ..room import Change, Room
from ..room_sheet import room_sheet
from ..sheet import Sheet, Word
from ..widgets.bars import HeadBar, KeysBar, Notice
from ..widgets.room_text import RoomText, margin
from ..widgets.sheet import SheetView
from ..widgets.text import TextView
from .base import bindings

if TYPE_CHECKING:
    from ..room_app import RoomApp

NOTHING = "The chair has not put anything up yet."


class RoomScreen(Screen[None]):
    """Follows what the chair looks at; what is read stays where it is as long as the place is on the screen."""

    BINDINGS = bindings(ROOM)
    AUTO_FOCUS: ClassVar[str | None] = "#text"

    @property
    def room(self) -> Room:
        """The session as the room sees it."""
        return cast("RoomApp", self.app).room

    @property
    def actions(self) -> list[Action]:
        """What the keys do here."""
        return list(cast("RoomApp", self.app).settings.keymap.actions_of(ROOM))

    def key(self, name: str) -> str:
        """The key of an action, as people write it."""
        return next(action.key for action in self.actions if action.id == name)

    @property
    def text(self) -> RoomText:
        """The text."""
        return self.query_one("#text", RoomText)

    def compose(self) -> ComposeResult:
        """How far it is; text; place; a line for what there is to tell; keys where one looks around."""
        yield HeadBar(id="head")
        yield RoomText(self.room.draft, self.room.places, id="text")
        yield SheetView(id="said")
        yield Notice(id="notice")
        yield KeysBar(id="keys")

    def on_mount(self) -> None:
        """Fill the screen once it has its size."""
        self.call_after_refresh(self._begin)

    _begun = False

    def _begin(self) -> None:
        self._begun = True
        self.text.set_margins()
        self.show(Change(place=True, words=True, draft=True))

    def show(self, change: Change, fresh: tuple[str, ...] = ()) -> None:
        """Show what is different, and nothing else anew.

        Args:
            change: what is different.
            fresh: addresses of what is marked as just agreed.
        """
        if not self._begun:
            return
        room, text = self.room, self.text
        if change.words or change.draft:
            # First the words where they stand, as if nobody had moved; then to the place.
            text.show(room.units(), room.places, room.current if change.draft else text.current, draft=room.draft)
        if change.place or change.draft:
            text.point(room.current)
        text.freshen(fresh)
        self._show_place()
        self._show_head(fresh)

    def tell(self, words: str, kind: str = "info") -> None:
        """Say one thing at the foot of the screen."""
        self.query_one(Notice).tell(words, kind)

    def _show_place(self) -> None:
        pane = self.query_one("#said", SheetView)
        pane.styles.padding = (1 if pane.outer_size.height >= 8 else 0, margin(self.size.width))
        room, standing = self.room, self.room.standing()
        if standing is None:
            waits = room.follows and room.put_up is None
            pane.draw(lambda width: _line(NOTHING if waits else "", width))
            return
        try:
            found = room.who()
        except StoreError:
            # The session is lost, which is told; nobody's name is shown then.
            return
        height = max(2, pane.scrollable_content_region.height)
        pane.draw(lambda width: room_sheet(standing, room.words_of, width, height, found=found, registry=room.registry))

    def _show_head(self, fresh: tuple[str, ...]) -> None:
        room = self.room
        progress = room.places.progress
        counts = [
            (f"{STATES[state]} {number} {state.value}", style)
            for state, number, style in zip(
                STATES, (progress.open, progress.agreed, progress.parked), ("bold", "$success", "$warning"), strict=True
            )
        ]
        told = [(f"just agreed: {', '.join(fresh)}", "bold $success")] if fresh else []
        right = f"{room.session.name} · round {room.round}"
        self.query_one(HeadBar).tell([*counts, *told], right, f"round {room.round}")
        keys = self.query_one(KeysBar)
        keys.display = not room.follows
        if keys.display:
            # It has its width only now.
            self.call_after_refresh(lambda: keys.tell(self.actions))

    def on_resize(self, _: events.Resize) -> None:
        """The place and the bars as the new size allows; the text sees to itself."""
        if self._begun:
            self.text.set_margins()
            self.call_after_refresh(self.show, Change(), tuple(self.text.fresh))

    # --- looking around ------------------------------------------------------------------------------------------

    def _step(self, by: int) -> None:
        found = self.room.step(by)
        self.tell("" if found else f"no {'further' if by > 0 else 'earlier'} place")
        self.show(Change(place=found))

    def action_room_next(self) -> None:
        """Go to the next place, and follow nobody."""
        self._step(1)

    def action_room_previous(self) -> None:
        """Go to the previous place, and follow nobody."""
        self._step(-1)

    def action_room_down(self) -> None:
        """A page down."""
        self._scroll(1)

    def action_room_up(self) -> None:
        """A page up."""
        self._scroll(-1)

    def _scroll(self, by: int) -> None:
        self.text.jump(self.text.scroll_offset.y + by * max(1, self.text.size.height - 4))

    def action_room_follow(self) -> None:
        """Follow the chair, or look around by oneself."""
        room = self.room
        room.follow(not room.follows)
        again = f"looking around; {self.key('room_follow')} follows the chair again"
        self.tell("following the chair" if room.follows else again)
        self.show(Change(place=True, words=True))

    def action_room_show_names(self) -> None:
        """Show here who asked for what, or nobody's name."""
        self.room.names = not self.room.names
        self.tell("")
        self.show(Change(words=True))

    def action_room_theme(self) -> None:
        """The next theme."""
        cast("RoomApp", self.app).next_theme()

    def action_room_quit(self) -> None:
        """Leave."""
        self.app.exit()

    def on_text_view_picked(self, event: TextView.Picked) -> None:
        """A place was clicked."""
        self.room.go(event.address)
        self.show(Change(place=True))


def _line(words: str, width: int) -> Sheet:
    sheet = Sheet(width)
    sheet.add(Word(words, "dim"))
    return sheet
