"""The styles of all widgets, read once for each theme."""

from __future__ import annotations

from textual.cache import LRUCache
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet

_SOURCES = 128
"""So many sources of styles are remembered for each theme; every kind of widget has one."""


class KeptStylesheet(Stylesheet):
    """Remembers what it has read with the colours of one theme while there is another one.

    Textual reads everything again whenever the theme changes, which takes longer than to draw the screen.
    """

    def __init__(self, *, variables: dict[str, str] | None = None) -> None:
        super().__init__(variables=variables)
        self._of: dict[tuple[tuple[str, str], ...], LRUCache[tuple[object, ...], list[RuleSet]]] = {}
        self._recall()

    def _recall(self) -> None:
        colours = tuple(sorted(self._variables.items()))
        self._parse_cache = self._of.setdefault(colours, LRUCache(_SOURCES))

    def set_variables(self, variables: dict[str, str]) -> None:
        """Use the colours of another theme."""
        # What is forgotten is what is remembered of none.
        self._parse_cache = LRUCache(1)
        super().set_variables(variables)
        self._recall()

    def reparse(self) -> None:
        """Read what has not been read with these colours."""
        self.parse()
