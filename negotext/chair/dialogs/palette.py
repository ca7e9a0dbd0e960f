"""The command palette: a line, and below it what its letters may mean."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import groupby
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input, Static

from negotext.store import LogEntry

from ..lines_wrap import cells
from ..lists.roll import GAP, Roll, columns
from ..palette import Command, Commands
from ..sheet import Row, Word
from ..widgets.in_order import TypedLine
from ..widgets.roll import RollView
from .over import Over


class PaletteDialog(Over[Command | None]):
    """Gives what was chosen, or None when it was called off."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "leave", show=False),
        Binding("down", "step(1)", "next", show=False),
        Binding("up", "step(-1)", "previous", show=False),
        Binding("pagedown", "page(1)", "page down", show=False),
        Binding("pageup", "page(-1)", "page up", show=False),
    ]
    KEPT: ClassVar[bool] = True
    AUTO_FOCUS: ClassVar[str | None] = "Input"

    def __init__(self, commands: Commands) -> None:
        """Make the dialog; `commands` finds what can be chosen."""
        super().__init__()
        self._commands = commands
        self._found: list[Command] = []

    def takes(self, other: Over[Any]) -> bool:
        """What can be chosen on another screen."""
        if not isinstance(other, PaletteDialog):
            return False
        self._commands = other._commands
        line = self.query_one(Input)
        with line.prevent(Input.Changed):
            line.value = ""
        self._list("")
        return True

    def compose(self) -> ComposeResult:
        """The line and the list below it."""
        with Vertical(id="palette"):
            yield Static("Find what to do, a place, a paragraph or a delegation", id="palette-label")
            yield TypedLine(placeholder="park, 5:2, Kenya …", compact=True)
            yield RollView(id="palette-list")

    def on_mount(self) -> None:
        """What can be done is listed; the keys belong to the line."""
        self.query_one(RollView).can_focus = False
        self.call_after_refresh(self._list, "")

    def on_input_changed(self, event: Input.Changed) -> None:
        """What may be meant."""
        self._list(event.value)

    def news(self, entries: Sequence[LogEntry]) -> None:
        """Others have done something: places and alternatives may be others."""
        self._commands = self._commands.again()
        self._list(self.query_one(Input).value)

    def _list(self, typed: str) -> None:
        self._found = self._commands.found(typed)
        self.query_one(RollView).fill(partial(_roll, self._found), top=True)

    def action_step(self, by: int) -> None:
        """Choose the next or the previous one."""
        self.query_one(RollView).step(by)

    def action_page(self, by: int) -> None:
        """Choose one a page further."""
        self.query_one(RollView).page(by)

    def on_input_submitted(self, _: Input.Submitted) -> None:
        """Enter takes the one that is chosen; where nothing is meant, the line stays."""
        if self._found:
            self.dismiss(self._found[self.query_one(RollView).here])

    def on_roll_view_picked(self, event: RollView.Picked) -> None:
        """A click on the one that is chosen takes it."""
        self.dismiss(self._found[int(event.key)])

    def action_leave(self) -> None:
        """Nothing is done."""
        self.dismiss(None)


def _roll(found: list[Command], width: int) -> Roll:
    roll = Roll(width)
    if not found:
        roll.text(Word("Nothing is called that.", "dim"))
        return roll
    most = min(max(cells(each.words) for each in found), roll.width * 3 // 5)
    roll.lines([(str(number), partial(_row, each, most, roll.width)) for number, each in enumerate(found)])
    return roll


def _row(command: Command, words: int, width: int) -> Row:
    lit = set(command.letters)
    runs = groupby(enumerate(command.words), lambda each: each[0] in lit)
    text = [Word("".join(letter for _, letter in run), "key" if typed else "") for typed, run in runs]
    return columns((text, words), ([Word(command.about, "dim")], max(0, width - words - GAP)))
