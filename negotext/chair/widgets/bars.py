"""The bars of a screen, one row each: how far the negotiation is, what keys do, what there is to tell."""

from __future__ import annotations

from collections.abc import Iterable

from textual import events
from textual.content import Content
from textual.widgets import Static

from ..actions import SESSION, Action
from ..lines_wrap import cells


class Bar(Static):
    """A row that never changes the layout when its words change."""

    def write(self, content: Content | str) -> None:
        """Show other words."""
        self.update(content, layout=False)


class HeadBar(Bar):
    """Choices open, agreed, parked; words in brackets; where the chair is."""

    def tell(self, left: Iterable[tuple[str, str]], right: str, short: str = "") -> None:
        """Show counts and place.

        Args:
            left: words with their styles, the most important ones first; what has no room is left out.
            right: what stands at the right end.
            short: what stands there when `right` would leave no room for all on the left.
        """
        left = list(left)
        room = max(10, self.size.width - 2)
        if sum(cells(words) + 2 for words, _ in left) + cells(right) + 2 > room:
            right = short or right
        parts: list[tuple[str, str]] = []
        used = cells(right) + 2
        for words, style in left:
            if used + cells(words) + 2 > room:
                break
            parts.append((f"{words}  ", style))
            used += cells(words) + 2
        blank = room - sum(cells(words) for words, _ in parts) - cells(right)
        self.write(Content.assemble(*parts, " " * max(1, blank), (right, "dim")))


class KeysBar(Bar):
    """The keys that matter most; a click on one of them is as good as the key."""

    _shown: tuple[Action, ...] = ()

    def tell(self, actions: Iterable[Action]) -> None:
        """Show those of the actions that have a word for it, as far as there is room."""
        shown = [action for action in actions if action.footer]
        # How to get help and out is always there; of the others as many as have room.
        last = [action for action in shown if action.group == SESSION]
        room = max(10, self.size.width - 2) - sum(map(_room, last))
        found: list[Action] = []
        for action in shown:
            if action not in last and _room(action) <= room:
                found.append(action)
                room -= _room(action)
        self._shown = (*found, *last)
        self.write(Content.assemble(*(part for action in self._shown for part in _word(action))))

    def on_click(self, event: events.Click) -> None:
        """Press the key on which the mouse is; one that stands for several is none."""
        at = event.x - self.gutter.left
        for action in self._shown:
            if 0 <= at < _room(action) and not action.each:
                self.app.simulate_key(action.keys[0])
            at -= _room(action)


def _word(action: Action) -> list[tuple[str, str]]:
    return [(action.key, "bold $accent"), (f" {action.footer}  ", "")]


def _room(action: Action) -> int:
    return cells(action.key) + cells(action.footer) + 3


class Notice(Bar):
    """One thing to tell; it lies over the row above the keys and moves nothing."""

    _told = ""
    _small = True

    def tell(self, words: str, kind: str = "info") -> None:
        """Show words; empty ones take the notice away. `kind` is `info`, `warning` or `error`."""
        # Showing, hiding and another height lay the screen out, so they are not asked for when nothing changes.
        if f"{kind} {words}".strip() == self._told or not (words or self._told):
            return
        self._told = f"{kind} {words}" if words else ""
        for each in ("info", "warning", "error"):
            self.set_class(each == kind, f"-{each}")
        text = {"info": "", "warning": "! ", "error": "✗ "}[kind] + words
        before, self._small = self._small, "\n" not in text and cells(text) <= self.app.size.width - 2
        same = self.display and bool(words) and before and self._small
        self.display = bool(words)
        self.update(Content(text), layout=not same)
