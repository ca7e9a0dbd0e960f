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

from negotext.languages import Registry
from negotext.store import Kind, LogEntry, Standing, described

from ..actions import SAY
from ..floor import Understood
from ..floor_completing import Completer, Completion
from ..floor_sheet import floor_sheet
from ..keymap import Keymap
from ..screens.base import bindings
from ..widgets.in_order import TypedLine
from ..widgets.sheet import SheetView
from .over import Over


class _Ghost(Suggester):
    """Shows the likeliest completion behind the cursor, where it goes on as it was typed."""

    def __init__(self, completer: Completer) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._completer = completer

    async def get_suggestion(self, value: str) -> str | None:
        """The line with its end completed."""
        found = self._completer.completions(value)
        if found and found[0].words.startswith(value[found[0].start :]):
            return value[: found[0].start] + found[0].words
        return None


class FloorDialog(Over[Understood | None]):
    """Gives what was understood of a line that can be taken down, or None when it was called off."""

    BINDINGS: ClassVar = bindings(SAY)
    KEPT: ClassVar[bool] = True
    AUTO_FOCUS: ClassVar[str | None] = "Input"

    def __init__(
        self,
        standing: Standing,
        read: Callable[[str], Understood],
        completer: Completer,
        registry: Registry,
        *,
        keymap: Keymap,
        said: Sequence[str] = (),
        placed: Callable[[int], None] | None = None,
    ) -> None:
        """Make the line.

        Args:
            standing: the choice that is spoken about.
            read: reads a line.
            completer: knows names and words of stance.
            registry: what to call the delegations.
            keymap: which keys complete, bring back and leave.
            said: what was said before, the latest last.
            placed: is told the first row of the screen that the line covers.
        """
        super().__init__()
        self._standing = standing
        self._read = read
        self._completer = completer
        self._registry = registry
        self._actions = {action.id: action for action in keymap.actions_of(SAY)}
        self._placed = placed
        self._said = list(said)
        self._at = len(self._said)
        self._typing = ""
        self._understood = read("")
        self._cycle: tuple[str, int, list[Completion]] | None = None
        self.typed = ""
        # Who asked for the line is told what was typed.
        self._asked: FloorDialog = self

    def takes(self, other: Over[Any]) -> bool:
        """A line about another choice."""
        if not isinstance(other, FloorDialog):
            return False
        self._standing, self._read, self._registry, self._placed = (
            other._standing,
            other._read,
            other._registry,
            other._placed,
        )
        self._completer, self._said, self._at = other._completer, other._said, other._at
        self._typing, self._understood, self._cycle, self._asked = "", other._understood, None, other
        self.query_one("#floor-label", Static).update(self._label())
        line = self.query_one(Input)
        line.suggester = _Ghost(self._completer)
        with line.prevent(Input.Changed):
            line.value = ""
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
                suggester=_Ghost(self._completer),
                compact=True,
            )
            yield Static(id="floor-hints")
            yield SheetView(id="floor-read")

    def _label(self) -> Content:
        keys = "  ".join(f"{action.key} {action.footer}" for action in self._actions.values() if action.footer)
        label = (f"Said on {self._standing.address}", "bold")
        return Content.assemble(label, (f"  Enter keeps it  {keys}", "dim"))

    def on_mount(self) -> None:
        """The keys belong to the line."""
        self.query_one(SheetView).can_focus = False

    def news(self, entries: Sequence[LogEntry]) -> None:
        """Others have done something; where it is about the same choice, that stands above the line."""
        here = [each for each in entries if each.address == self._standing.address or each.kind is Kind.ROUND]
        if here:
            told = Content.assemble((f"Meanwhile {described(here[-1])}.", "bold $warning"), "  ", self._label())
            self.query_one("#floor-label", Static).update(told)

    def _begin(self) -> None:
        if self._placed is not None:
            self._placed(self.query_one("#floor").region.y)
        self._show()

    def _show(self, *, asked: bool = False) -> None:
        understood, standing, registry = self._understood, self._standing, self._registry
        view = self.query_one(SheetView)
        view.draw(lambda width: floor_sheet(understood, standing, registry, width, asked=asked))
        line = self.query_one(Input)
        found = self._completer.completions(line.value[: line.cursor_position])
        words = [f"{each.words} ({each.code})" if each.code not in ("", each.words) else each.words for each in found]
        completes = self._actions["say_complete"].key
        content = f"{completes}: {'  '.join(words)}" if words else "  ".join(self._completer.hints)
        self.query_one("#floor-hints", Static).update(Content(content), layout=False)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Read it as it is typed."""
        self._asked.typed = event.value
        self._understood = self._read(event.value)
        self._show()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter keeps what was understood; what was not is said, and the line stays."""
        self._understood = self._read(event.value)
        if not event.value.strip():
            self.dismiss(None)
        elif self._understood.fault:
            self._show(asked=True)
        else:
            self.dismiss(self._understood)

    # --- completing ----------------------------------------------------------------------------------------------

    def action_say_complete(self) -> None:
        """Complete the name at the cursor; once more for the next one that may be meant."""
        self._complete(1)

    def action_say_complete_back(self) -> None:
        """The one that may be meant before."""
        self._complete(-1)

    def _complete(self, by: int) -> None:
        line = self.query_one(Input)
        if self._cycle is not None and self._cycle[0] == line.value:
            _, at, found = self._cycle
            at = (at + by) % len(found)
        else:
            found = self._completer.completions(line.value[: line.cursor_position])
            at = 0 if by > 0 else len(found) - 1
        if found:
            line.replace(found[at].words, found[at].start, line.cursor_position)
            self._cycle = line.value, at, found

    # --- what was said before ------------------------------------------------------------------------------------

    def action_say_earlier(self) -> None:
        """The line before, of those that were said."""
        self._recall(-1)

    def action_say_later(self) -> None:
        """The line after; behind the last one what was being typed."""
        self._recall(1)

    def _recall(self, by: int) -> None:
        line = self.query_one(Input)
        if self._at == len(self._said):
            self._typing = line.value
        self._at = max(0, min(self._at + by, len(self._said)))
        line.value = self._said[self._at] if self._at < len(self._said) else self._typing
        line.cursor_position = len(line.value)

    def action_say_leave(self) -> None:
        """Nothing is taken down."""
        self.dismiss(None)
