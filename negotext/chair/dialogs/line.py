"""One line at the foot of the screen: a question with a place to type, and everything else stays in sight."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.suggester import Suggester
from textual.widgets import Input, Static

from negotext.store import Kind, LogEntry, described

from ..widgets.in_order import TypedLine
from .over import Over


class LineDialog(Over[str | None]):
    """Asks for one line; gives what was typed, maybe nothing, or None when it was called off."""

    BINDINGS: ClassVar = [Binding("escape", "leave", "leave", show=False)]
    KEPT: ClassVar[bool] = True
    AUTO_FOCUS: ClassVar[str | None] = "Input"

    def __init__(
        self,
        label: str,
        *,
        note: str = "",
        warning: str = "",
        value: str = "",
        placeholder: str = "",
        suggester: Suggester | None = None,
        about: str = "",
    ) -> None:
        """Make the question.

        Args:
            label: what is asked.
            note: a quiet word behind it.
            warning: what should be known before answering.
            value: what stands there to begin with.
            placeholder: shown while nothing is typed.
            suggester: completes what is typed.
            about: address of the choice that is asked about: what others do to it meanwhile is said.
        """
        super().__init__()
        self._about = about
        self._label = Content.assemble(
            (label, "bold"), (f"  {warning}" if warning else "", "bold $warning"), (f"  {note}" if note else "", "dim")
        )
        self._input = TypedLine(value, placeholder=placeholder, suggester=suggester, compact=True)

    def compose(self) -> ComposeResult:
        """The question above its line."""
        with Vertical(id="line"):
            yield Static(self._label, id="line-label")
            yield self._input

    def takes(self, other: Over[Any]) -> bool:
        """Another question in the same place."""
        if type(self) is not LineDialog or type(other) is not LineDialog:
            return False
        self._label, self._about = other._label, other._about
        self.query_one("#line-label", Static).update(self._label)
        line, new = self._input, other._input
        line.placeholder, line.suggester = new.placeholder, new.suggester
        line.value = new.value
        line.cursor_position = len(line.value)
        # As Textual does where the line is new: what is typed takes the place of what stands there.
        line.select_all()
        return True

    def news(self, entries: Sequence[LogEntry]) -> None:
        """Others have done something; where it is about the same choice, that stands above the line."""
        here = [
            entry for entry in entries if self._about and (entry.address == self._about or entry.kind is Kind.ROUND)
        ]
        if here:
            told = Content.assemble((f"Meanwhile {described(here[-1])}.", "bold $warning"), "  ", self._label)
            self.query_one("#line-label", Static).update(told)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter: this is the answer."""
        self.dismiss(event.value.strip())

    def action_leave(self) -> None:
        """Escape: nothing is answered."""
        self.dismiss(None)
