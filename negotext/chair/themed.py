"""An app with the themes of the chair: what belongs to the colours of each is worked out once."""

from __future__ import annotations

from typing import cast

from textual.app import App
from textual.theme import Theme

from .stylesheet import KeptStylesheet
from .themes import THEMES


class Themed(App[None]):
    """An app that changes its colours as quickly as it draws."""

    def __init__(self) -> None:
        self._mixed: dict[str, dict[str, str]] = {}
        super().__init__()
        self.stylesheet = KeptStylesheet(variables=self.get_css_variables())
        for each in THEMES:
            self.register_theme(each)

    def get_css_variables(self) -> dict[str, str]:
        """The colours of the theme by their names in the styles."""
        self.theme_variables = self._colours_of(self.current_theme)
        return self.theme_variables

    def _colours_of(self, theme: Theme) -> dict[str, str]:
        mixed = self._mixed.get(theme.name)
        if mixed is None:
            mixed = self._mixed[theme.name] = {**theme.to_color_system().generate(), **theme.variables}
        return mixed

    def foresee_theme(self, theme: Theme) -> None:
        """Read the styles with the colours of a theme that may be asked for next."""
        cast(KeptStylesheet, self.stylesheet).foresee(self._colours_of(theme))

    def next_theme(self) -> str:
        """Change to the next theme, and give its name."""
        names = [each.name for each in THEMES]
        at = names.index(self.theme) if self.theme in names else -1
        self.theme = names[(at + 1) % len(names)]
        return self.theme
