"""Keys that come faster than the screen changes: each is done before the next one is looked at.

Textual hands a key to what has the focus and takes the next one at once; what the first one is bound to is looked for
only when it has come back through all that is around. Over a slow line, or where somebody types ahead (`g5:2` Enter
`1` Enter), keys would reach the screen that was there before and be lost, and a second Enter would close what lies
below the question that the first one has answered.
"""

from __future__ import annotations

import asyncio

from textual import events
from textual.app import App
from textual.message import Message
from textual.message_pump import MessagePump
from textual.screen import ModalScreen, Screen

_PATIENCE = 5.0
"""Seconds after which a key that hangs keeps the others back no longer."""


class InTurn(App[None]):
    """An app that takes keys one after the other."""

    _taken: events.Event | None = None
    _back = False

    def post_message(self, message: Message) -> bool:
        """Take a message; the key that is being seen through is not queued behind others when it comes back."""
        if message is self._taken:
            self._back = True
            return True
        return super().post_message(message)

    def on_turn(self) -> None:
        """A key is about to be taken."""

    async def on_event(self, event: events.Event) -> None:
        """Take a key, and wait until it is done; everything else is as in any app."""
        if not isinstance(event, (events.Key, events.Paste)) or event.is_forwarded or not self.screen_stack:
            await super().on_event(event)
            return
        if isinstance(event, events.Key):
            event = _meant(event)
        self.on_turn()
        screen, focused = self.screen, self.focused
        self._taken, self._back = event, False
        try:
            async with asyncio.timeout(_PATIENCE):
                await super().on_event(event)
                await _gone_up(focused, screen)
                if self._back:
                    await super().on_event(event)
                if isinstance(screen, ModalScreen) or (isinstance(event, events.Key) and event.key == "enter"):
                    # What a line or a list makes of the key goes the same way.
                    await _gone_up(focused, screen)
                if self.screen_stack and self.screen is not screen:
                    # It is filled once it has its size.
                    shown = asyncio.Event()
                    if self.screen.call_after_refresh(shown.set):
                        await shown.wait()
        except TimeoutError:
            return
        finally:
            self._taken = None


def _meant(key: events.Key) -> events.Key:
    """The key that was pressed, where a terminal sends something else for it."""
    if key.key == "ctrl+j":
        # It makes a line end of an Enter that is pressed before the screen is there.
        return events.Key("enter", "\r")
    if key.key.startswith("alt+"):
        # It has the letter with it, which would be typed.
        return events.Key(key.key, None)
    return key


async def _gone_up(focused: MessagePump | None, screen: Screen[object]) -> None:
    """Wait until what has the focus, what that is in, and the screen have done what was sent to them."""
    node = focused
    while node is not None and node is not screen:
        await idle(node)
        node = node._parent
    await idle(screen)


async def idle(node: MessagePump) -> None:
    """Wait until something has done all that was sent to it."""
    done = asyncio.Event()
    if node.call_later(done.set):
        await done.wait()
