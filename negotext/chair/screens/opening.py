"""Opening the screens that list, from any screen, and going back to the draft."""

from __future__ import annotations

from ..foreseeing import Foreseeing
from .base import ChairScreen


class Opening(Foreseeing):
    """The actions of the app that open a list; a list takes the place of another one."""

    def __init__(self) -> None:
        super().__init__()
        self.left_off: dict[str, tuple[str, int]] = {}
        """By NAME of a list, what was chosen when it was left: key and number."""

    def open_list(self, name: str) -> ChairScreen:
        """Put a list in front of the draft."""
        from .listing import ListScreen

        shown = self.page(name)
        if isinstance(self.screen, ListScreen):
            self.switch_screen(shown)
        else:
            self.push_screen(shown)
        return shown

    def to_draft(self, found: tuple[int, int] | None = None) -> None:
        """Back to the draft, and there to the choice that is looked at.

        Args:
            found: a stretch of the draft to show.
        """
        from .draft import DraftScreen

        while len(self.screen_stack) > 1 and not isinstance(self.screen, DraftScreen):
            self.pop_screen()
        if isinstance(self.screen, DraftScreen):
            # After what the draft does by itself when it comes to the front again.
            self.screen.call_later(self.screen.refresh_place, found)

    def action_who(self) -> None:
        """Who stands where on the choice that is looked at."""
        self.open_list("who")

    def action_parties(self) -> None:
        """The delegations, each with all its positions."""
        from .who import WhoScreen

        shown = self.open_list("who")
        assert isinstance(shown, WhoScreen)
        shown.code = shown.first_party()

    def action_open_list(self) -> None:
        """What is still open."""
        self.open_list("open")

    def action_log(self) -> None:
        """What was done."""
        self.open_list("log")

    def action_compare(self) -> None:
        """The two latest rounds."""
        self.open_list("compare")
