"""What a person sees with all its colours, and the styles that it comes from."""

from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode
from textual.scrollbar import ScrollBar


def seen(pilot) -> str:
    """All that is on the screen, with its styles."""
    rows = pilot.app.screen._compositor.render_strips()
    return "\n".join(f"{row.text}\n    {' '.join(f'{len(s.text)}:{s.style}' for s in row.simplify())}" for row in rows)


def styles_of(app) -> dict[tuple[DOMNode, str], dict]:
    """The styles of all widgets on the screens that lie over each other, and of their component classes."""
    nodes = {app, *(node for screen in app.screen_stack for node in screen.walk_children(with_self=True))}
    bars = {node.vertical_scrollbar for node in nodes - {app} if node.show_vertical_scrollbar}
    found = {}
    for node in nodes | bars:
        found[node, ""] = node.styles.base.get_rules()
        found |= {(node, name): styles.base.get_rules() for name, styles in node._component_styles.items()}
    return found


def not_as_textual(app) -> dict[tuple[DOMNode, str], tuple[dict, dict]]:
    """Styles that are not those that Textual's own stylesheet finds, and these."""
    ours = styles_of(app)
    plain = Stylesheet(variables=app.get_css_variables())
    for place, source in app.stylesheet.source.items():
        plain.add_source(source.content, place, source.is_defaults, source.tie_breaker, source.scope)
    plain.update(app)
    for screen in app.screen_stack:
        plain.update(screen)
    # A scrollbar that has just come has none before they are looked for again, and is drawn with those of its view.
    return {
        (node, part): (ours[node, part], rules)
        for (node, part), rules in styles_of(app).items()
        if ours[node, part] != rules and (ours[node, part] or not isinstance(node, ScrollBar))
    }
