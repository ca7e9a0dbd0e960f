"""What can be had on every screen: all keys, the command palette, the document of what is agreed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..actions import find_action
from ..settings import Settings
from .base import ChairScreen
from .opening import Opening

if TYPE_CHECKING:
    from ..palette import Command


class Reaching(Opening):
    """The actions of the app that are the same everywhere."""

    settings: Settings

    def action_help(self) -> None:
        """All keys, those of this screen first."""
        if isinstance(self.screen, ChairScreen):
            self.push_screen(self.page("help"))

    def action_palette(self) -> None:
        """Find an action, a place or a delegation by a few letters."""
        if isinstance(self.screen, ChairScreen):
            from ..dialogs.palette import PaletteDialog
            from ..palette import Commands

            self.push_screen(PaletteDialog(Commands(self.screen)), _run)

    def action_export(self) -> None:
        """Ask which document, and write it."""
        if isinstance(self.screen, ChairScreen):
            from .exporting import begin_export

            begin_export(self.screen)

    def open_party(self, code: str) -> None:
        """The page of a delegation."""
        from .who import WhoScreen

        shown = self.open_list("who")
        assert isinstance(shown, WhoScreen)
        shown.code = code

    def key(self, name: str) -> str:
        """The key of an action that a hint names, as people write it and as it is in the settings.

        Raises:
            KeyError: there is no such action.
        """
        action = find_action(name)
        if action is None:
            raise KeyError(name)
        return self.settings.keymap.of(action).key


def _run(command: Command | None) -> None:
    if command is not None:
        command.run()
