"""Keys that take effect in the order in which they were pressed."""

from __future__ import annotations

from textual import events
from textual.widget import Widget
from textual.widgets import Input

from ..units import unwrapped


class InOrder(Widget):
    """For a widget in which one types.

    Textual puts a letter in at once, and looks for what Backspace or an arrow is bound to only after the key has gone
    up through all that is around the widget. Where keys come in faster than that, as over a slow line, letters would
    overtake them: `x`, Backspace, `y` would leave an `x`.
    """

    async def on_key(self, event: events.Key) -> None:
        """What the widget itself binds the key to is done at once."""
        if event.is_printable or event.key not in self._bindings.key_to_bindings:
            return
        for binding in self._bindings.get_bindings_for_key(event.key):
            if await self.app.run_action(binding.action, self):
                event.stop()
                event.prevent_default()
                return


class TypedLine(Input, InOrder):
    """A line in which one types."""

    def on_paste(self, event: events.Paste) -> None:
        """Put in all that is pasted; Textual would take the first row of a wrapped statement."""
        event.stop()
        event.prevent_default()
        rows = event.text.splitlines()
        self.replace(unwrapped("\n".join(rows)) if len(rows) > 1 else "".join(rows), *sorted(self.selection))
