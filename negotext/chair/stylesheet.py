"""The styles of all widgets: read once for each theme, and found once for widgets that stand alike."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from textual.cache import LRUCache
from textual.css.model import RuleSet
from textual.css.styles import RulesMap
from textual.css.stylesheet import CssSource, Stylesheet
from textual.css.tokenize import tokenize_values
from textual.css.tokenizer import Token
from textual.css.types import CSSLocation
from textual.dom import DOMNode
from textual.style import Style

from .styled import Styled, stands

_SOURCES = 128
"""So many sources of styles are remembered for each theme; every kind of widget has one."""

_WORDS = 1024
"""So many styles that are named in the words of a bar are remembered for each theme."""

_STANDS = 1024
"""So many ways to stand are remembered for each theme; all screens and dialogs have some hundred."""


@dataclass(slots=True)
class _Known:
    """What is known of the styles with the colours of one theme.

    Attributes:
        tokens: the colours as they are read; empty while nobody has asked.
        parsed: the rules that were read, by source.
        words: styles by the words that name them.
        sources: all there was to read.
        rules: the rules of all sources, in order.
        by_name: these rules by the names they are about.
        found: what was found for a widget, by how it stands.
    """

    tokens: dict[str, list[Token]] = field(default_factory=dict)
    parsed: LRUCache[tuple[Any, ...], list[RuleSet]] = field(default_factory=lambda: LRUCache(_SOURCES))
    words: LRUCache[str, Style] = field(default_factory=lambda: LRUCache(_WORDS))
    sources: dict[CSSLocation, CssSource] = field(default_factory=dict)
    rules: list[RuleSet] = field(default_factory=list)
    by_name: dict[str, list[RuleSet]] = field(default_factory=dict)
    found: LRUCache[tuple[object, ...], Styled] = field(default_factory=lambda: LRUCache(_STANDS))


class KeptStylesheet(Stylesheet):
    """Remembers what it has worked out with the colours of one theme while there is another one.

    Textual reads everything again whenever the theme changes, and looks through all rules for each widget, which takes
    longer than to draw the screen.
    """

    def __init__(self, *, variables: dict[str, str] | None = None) -> None:
        super().__init__(variables=variables)
        self._of: dict[frozenset[tuple[str, str]], _Known] = {}
        self._recall()

    def _recall(self) -> None:
        colours = frozenset(self._variables.items())
        known = self._of.get(colours)
        if known is None:
            known = self._of[colours] = _Known()
        self._known = known
        self._parse_cache, self._style_parse_cache = known.parsed, known.words

    @property
    def _variable_tokens(self) -> dict[str, list[Token]]:
        """The colours as they are read."""
        if not self._known.tokens:
            self._known.tokens = tokenize_values(self._variables)
        return self._known.tokens

    def set_variables(self, variables: dict[str, str]) -> None:
        """Use the colours of another theme."""
        # What is forgotten is what is remembered of none.
        self._parse_cache, self._style_parse_cache = LRUCache(1), LRUCache(1)
        super().set_variables(variables)
        self._recall()

    def foresee(self, variables: dict[str, str]) -> None:
        """Read everything with the colours of a theme that may be asked for next."""
        now = self._variables
        for each in (variables, now):
            self.set_variables(each)
            self.parse()

    def parse(self) -> None:
        """Read what has not been read with these colours."""
        known = self._known
        if known.sources != self.source:
            super().parse()
            known.found.clear()
            known.sources, known.rules, known.by_name = dict(self.source), self._rules, self.rules_map
        self._rules, self._rules_map, self._require_parse = known.rules, known.by_name, False

    def reparse(self) -> None:
        """Read what has not been read with these colours."""
        self.parse()

    def apply(
        self, node: DOMNode, *, animate: bool = False, cache: dict[tuple[Any, ...], RulesMap] | None = None
    ) -> None:
        """Give a node its styles; what was found for a widget that stood like it is not looked for again."""
        # A plain node stands for a component class, and goes with its widget.
        if animate or type(node) is DOMNode:
            super().apply(node, animate=animate, cache=cache)
            return
        if self._require_parse:
            self.parse()
        stand = stands(node)
        known = self._known.found.get(stand)
        if known is not None and known.fits(node):
            known.put(node)
            return
        super().apply(node, cache=cache)
        found = Styled.of(node)
        if found is not None:
            self._known.found[stand] = found
