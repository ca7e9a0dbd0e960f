"""The styles of a widget as they were found among all rules, and how it stood then."""

from __future__ import annotations

from typing import NamedTuple

from textual.app import App
from textual.color import Color
from textual.css.styles import RulesMap, Styles
from textual.dom import DOMNode
from textual.widget import Widget


def stands(node: DOMNode) -> tuple[object, ...]:
    """All by which rules are chosen for a widget, but for its neighbours and for the focus somewhere in it."""
    found: list[object] = []
    for each in node.ancestors_with_self:
        found += type(each), each.id, each.classes
        if isinstance(each, Widget):
            found += each.mouse_hover, each.has_focus, each.is_disabled, each.allow_focus()
        elif isinstance(each, App):
            found.append(each.pseudo_classes)
    return tuple(found)


class Styled(NamedTuple):
    """The styles of a widget.

    Attributes:
        rules: its own.
        parts: those of its component classes.
        hovers: whether it looks otherwise under the mouse.
    """

    rules: RulesMap
    parts: dict[str, RulesMap]
    hovers: bool

    @classmethod
    def of(cls, node: DOMNode) -> Styled | None:
        """The styles that a widget has; None where they are not those of all that stand like it."""
        if node._has_focus_within or node._has_order_style or node._has_odd_or_even:
            return None
        parts = {name: styles.base.get_rules() for name, styles in node._component_styles.items()}
        return cls(node.styles.base.get_rules(), parts, node._has_hover_style)

    def fits(self, node: DOMNode) -> bool:
        """Whether a widget has had styles for the same component classes."""
        return node._component_styles.keys() == self.parts.keys()

    def put(self, node: DOMNode) -> None:
        """Give these styles to a widget whose own were of the same kind; it is drawn again where they are others."""
        node._has_hover_style = self.hovers
        node._has_focus_within = node._has_order_style = node._has_odd_or_even = False
        own = node.styles.base
        before = own.get_rules()
        if before != self.rules:
            _replace(own, before, self.rules)
            _refresh_scrollbars(node)
        node.notify_style_update()
        parts = [(node._component_styles[name].base, rules) for name, rules in self.parts.items()]
        others = [(styles, rules) for styles, rules in parts if styles.get_rules() != rules]
        for styles, rules in others:
            styles.reset()
            styles.merge_rules(rules)
        if others:
            node.refresh()


def _replace(styles: Styles, before: RulesMap, after: RulesMap) -> None:
    """Replace styles; where nothing but colours is otherwise, all of them at once."""
    names = [name for name in before.keys() | after.keys() if before.get(name) != after.get(name)]
    if all(isinstance(before.get(name), Color) and isinstance(after.get(name), Color) for name in names):
        styles.reset()
        styles.merge_rules(after)
        styles.refresh(children=True)
        return
    for name in names:
        # What this asks for, such as a layout, is known to each of them.
        setattr(styles, name, after.get(name))


def _refresh_scrollbars(node: DOMNode) -> None:
    """Draw the scrollbars again, whose colours are those of the widget."""
    if isinstance(node, Widget):
        if node.show_vertical_scrollbar:
            node.vertical_scrollbar.refresh()
        if node.show_horizontal_scrollbar:
            node.horizontal_scrollbar.refresh()
