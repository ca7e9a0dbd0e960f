"""Which document, and where to: chosen and typed at the foot of the screen, with the file it will be in sight."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from ..actions import EXPORT
from ..exporting import KINDS, ExportError, Kind, Wanted, format_of, suggested_name
from ..keymap import Keymap
from ..screens.base import bindings
from ..widgets.in_order import TypedLine
from .over import Over

CHOSEN, OTHER = "▶ ", "  "
"""Signs in front of the kind that is chosen, and of the others."""


class Exportable(NamedTuple):
    """What a document is written from.

    Attributes:
        session: its file.
        party: the code of what a person typed as a delegation; None for nobody.
        rounds: how many the session has; with one there is nothing to compare.
        folder: where a file goes whose name has no folder.
    """

    session: Path
    party: Callable[[str], str | None]
    rounds: int
    folder: Path


class ExportDialog(Over[Wanted | None]):
    """Gives the document that is wanted, or None when it was called off. A file is replaced only after asking."""

    BINDINGS: ClassVar = bindings(EXPORT)
    KEPT: ClassVar[bool] = True
    AUTO_FOCUS: ClassVar[str | None] = "#export-kinds"

    _kind: Kind = KINDS[0]
    _chosen: int | None = None
    _suggested = ""
    _asked: Path | None = None

    def __init__(self, exportable: Exportable, *, keymap: Keymap) -> None:
        """Make the dialog.

        Args:
            exportable: what is written from.
            keymap: which keys replace and leave.
        """
        super().__init__()
        self._exportable = exportable
        self._keys = {action.id: action.key for action in keymap.actions_of(EXPORT)}

    def takes(self, other: Over[Any]) -> bool:
        """The same question, with nothing typed or chosen yet."""
        if not isinstance(other, ExportDialog):
            return False
        self._exportable = other._exportable
        self._asked, self._suggested = None, ""
        for line in self.query(Input):
            with line.prevent(Input.Changed):
                line.value = ""
        self._begin()
        return True

    def compose(self) -> ComposeResult:
        """The kinds, whose proposals, the file, and what will happen."""
        with Vertical(id="export"):
            leaves = f"{self._keys['export_leave']}: leave it"
            yield Static(
                Content.assemble(("Write the text", "bold"), (f"  Tab: next field  Enter: go on  {leaves}", "dim"))
            )
            yield OptionList(*(Option(OTHER + kind.words) for kind in KINDS), id="export-kinds", compact=True)
            yield TypedLine(placeholder="whose proposals: CL, Chile", compact=True, id="export-party")
            yield TypedLine(placeholder="file.docx, .html, .md or .json", compact=True, id="export-file")
            yield Static(id="export-note")

    def on_mount(self) -> None:
        """There is something to choose from."""
        self._begin()

    def _begin(self) -> None:
        """The first kind is chosen; with one round there is nothing to compare."""
        kinds = self.query_one("#export-kinds", OptionList)
        for number, kind in enumerate(KINDS):
            apart = kind.name != "comparison" or self._exportable.rounds > 1
            if apart == kinds.get_option_at_index(number).disabled:
                (kinds.enable_option_at_index if apart else kinds.disable_option_at_index)(number)
        kinds.highlighted = 0
        self._show()

    @property
    def out(self) -> Path:
        """The file as it stands there."""
        typed = Path(self.query_one("#export-file", Input).value.strip()).expanduser()
        return typed if typed.is_absolute() else self._exportable.folder / typed

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Another kind of document."""
        if self._chosen is not None:
            event.option_list.replace_option_prompt_at_index(self._chosen, OTHER + self._kind.words)
        self._chosen, self._kind = event.option_index, KINDS[event.option_index]
        event.option_list.replace_option_prompt_at_index(self._chosen, CHOSEN + self._kind.words)
        self._show()

    def on_option_list_option_selected(self, _: OptionList.OptionSelected) -> None:
        """Enter in the list: on to what is still to be said."""
        self.query_one("#export-party" if self._kind.by else "#export-file", Input).focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Another name, or another delegation."""
        self._asked = None
        self._show(named=event.input.id == "export-file")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter: on to the file, and there it is written."""
        if event.input.id == "export-party":
            self.query_one("#export-file", Input).focus()
            return
        self._answer()

    def _show(self, *, named: bool = False) -> None:
        """Show whose proposals are asked for, a name for the file, and where it goes."""
        self.query_one("#export-party").display = self._kind.by
        line = self.query_one("#export-file", Input)
        suggested = suggested_name(self._exportable.session, self._kind, self._delegation() or "")
        # A name that somebody has typed stays.
        if not named and line.value in ("", self._suggested) and line.value != suggested:
            line.value = suggested
            line.cursor_position = len(suggested)
        self._suggested = suggested
        typed = self.query_one("#export-party", Input).value.strip()
        unknown = self._kind.by and typed and self._delegation() is None
        self._note(f"there is no delegation called {typed}" if unknown else f"into {self.out.parent}")

    def _delegation(self) -> str | None:
        typed = self.query_one("#export-party", Input).value.strip()
        return self._exportable.party(typed) if self._kind.by and typed else None

    def _answer(self) -> None:
        try:
            if not self.query_one("#export-file", Input).value.strip():
                raise ExportError("how is the file to be called?")
            format_of(self.out)
            if self._kind.by and self._delegation() is None:
                self.query_one("#export-party", Input).focus()
                raise ExportError("whose proposals? There is no delegation of that name")
        except ExportError as error:
            self._note(str(error), warning=True)
            return
        out = self.out
        if out.exists() and self._asked != out:
            self._asked = out
            replaces = f"{self._keys['export_replace']} replaces it"
            self._note(f"{out.name} is there already: {replaces}, another name leaves it", warning=True)
            return
        if not out.exists():
            self.dismiss(Wanted(self._kind, out, self._delegation() or ""))

    def action_export_replace(self) -> None:
        """Replace the file that was asked about, and no other one."""
        if self._asked is not None and self._asked == self.out:
            self.dismiss(Wanted(self._kind, self._asked, self._delegation() or "", replace=True))

    def _note(self, words: str, *, warning: bool = False) -> None:
        self.query_one("#export-note", Static).update(Content.styled(words, "bold $warning" if warning else "dim"))

    def action_export_leave(self) -> None:
        """Nothing is written."""
        self.dismiss(None)
