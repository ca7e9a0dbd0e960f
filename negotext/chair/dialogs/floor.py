"""The line for what is being said: what it means is shown as it is typed, before it is kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.suggester import Suggester
from textual.widgets import Input, Static

from negotext.store import Kind, LogEntry, described

from ..actions import SAY
from ..floor import Understood
from ..floor_line import FloorLine
from ..floor_sheet import floor_sheet
from ..keymap import Keymap
from ..screens.base import bindings
from ..widgets.in_order import TypedLine
from ..widgets.sheet import SheetView
from .over import Over


class _Ghost(Suggester):
    """Shows the likeliest completion behind the cursor."""

    def __init__(self, dialog: FloorDialog) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._dialog = dialog

    async def get_suggestion(self, value: str) -> str | None:
        """The line with its end completed."""
        return self._dialog.line.completed(value)


class FloorDialog(Over[Understood | None]):
    """Gives what was understood of a line that can be taken down, or None when it was called off."""

    BINDINGS: ClassVar = bindings(SAY)
    KEPT: ClassVar[bool] = True
    AUTO_FOCUS: ClassVar[str | None] = "Input"

    def __init__(self, line: FloorLine, *, keymap: Keymap, placed: Callable[[int], None] | None = None) -> None:
        """Make the dialog.

        Args:
            line: what is being said.
            keymap: which keys complete, bring back and leave.
            placed: is told the first row of the screen that the line covers.
        """
        super().__init__()
        self.line = line
        self._actions = {action.id: action for action in keymap.actions_of(SAY)}
        self._placed = placed

    def takes(self, other: Over[Any]) -> bool:
        """A line about another choice."""
        if not isinstance(other, FloorDialog):
            return False
        self.line, self._placed = other.line, other._placed
        self.query_one("#floor-label", Static).update(self._label())
        typed = self.query_one(Input)
        with typed.prevent(Input.Changed):
            typed.value = ""
        return True

    def on_screen_resume(self, _: events.ScreenResume) -> None:
        """Show what the line is about, once there is room for it."""
        self.call_after_refresh(self._begin)

    def compose(self) -> ComposeResult:
        """The question, the line, what may be meant, what was understood."""
        with Vertical(id="floor"):
            yield Static(self._label(), id="floor-label")
            yield TypedLine(
                placeholder="RU, IR: delete; US supports 2; KE for African Group: “new words”",
                suggester=_Ghost(self),
                compact=True,
            )
            yield Static(id="floor-hints")
            yield SheetView(id="floor-read")

    def _label(self) -> Content:
        keys = "  ".join(f"{action.key} {action.footer}" for action in self._actions.values() if action.footer)
        label = (f"Said on {self.line.standing.address}", "bold")
        return Content.assemble(label, (f"  Enter keeps it  {keys}", "dim"))

    def on_mount(self) -> None:
        """The keys belong to the line."""
        self.query_one(SheetView).can_focus = False

    def news(self, entries: Sequence[LogEntry]) -> None:
        """Others have done something; where it is about the same choice, that stands above the line."""
        here = [each for each in entries if each.address == self.line.standing.address or each.kind is Kind.ROUND]
        if here:
            told = Content.assemble((f"Meanwhile {described(here[-1])}.", "bold $warning"), "  ", self._label())
            self.query_one("#floor-label", Static).update(told)

    def _begin(self) -> None:
        if self._placed is not None:
            self._placed(self.query_one("#floor").region.y)
        self._show()

    def _show(self, *, asked: bool = False) -> None:
        line = self.line
        understood, standing, registry = line.understood, line.standing, line.registry
        view = self.query_one(SheetView)
        view.draw(lambda width: floor_sheet(understood, standing, registry, width, asked=asked))
        found = line.completions(self.query_one(Input).cursor_position)
        words = [f"{each.words} ({each.code})" if each.code not in ("", each.words) else each.words for each in found]
        completes = self._actions["say_complete"].key
        content = f"{completes}: {'  '.join(words)}" if words else "  ".join(line.hints)
        self.query_one("#floor-hints", Static).update(Content(content), layout=False)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Read it as it is typed."""
        self.line.type(event.value)
        self._show()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter keeps what was understood; what was not is said, and the line stays."""
        self.line.type(event.value)
        if not event.value.strip():
            self.dismiss(None)
        elif self.line.understood.fault:
            self._show(asked=True)
        else:
            self.dismiss(self.line.understood)

    def action_say_complete(self) -> None:
        """Complete the name at the cursor; once more for the next one that may be meant."""
        self._complete(1)

    def action_say_complete_back(self) -> None:
        """The one that may be meant before."""
        self._complete(-1)

    def _complete(self, by: int) -> None:
        typed = self.query_one(Input)
        self.line.type(typed.value)
        found = self.line.complete(typed.cursor_position, by)
        if found is not None:
            typed.replace(found.words, found.start, typed.cursor_position)

    def action_say_earlier(self) -> None:
        """The line before, of those that were said."""
        self._recall(-1)

    def action_say_later(self) -> None:
        """The line after; behind the last one what was being typed."""
        self._recall(1)

    def _recall(self, by: int) -> None:
        typed = self.query_one(Input)
        self.line.type(typed.value)
        typed.value = self.line.recall(by)
        typed.cursor_position = len(typed.value)

    def action_say_leave(self) -> None:
        """Nothing is taken down."""
        self.dismiss(None)
