"""What the chair's terminal uses of Textual beyond what is documented is there: other releases may differ."""

import inspect

import pytest
from textual.app import App
from textual.css.stylesheet import Stylesheet
from textual.document._wrapped_document import WrappedDocument
from textual.dom import DOMNode
from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import TextArea


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        (App, ["_get_screen", "_start_widget", "_fatal_error", "_close_messages_no_wait"]),
        (Screen, ["_refresh_layout"]),
        (MessagePump, ["_context"]),
        (Widget, ["_size_updated"]),
        (TextArea, ["_set_document", "_set_theme", "_render_line", "_refresh_size"]),
    ],
)
def test_methods(kind, names):
    assert [name for name in names if not callable(getattr(kind, name, None))] == []


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        (App, ["_disable_tooltips", "_exception"]),
        (Screen, ["_dirty_widgets", "_compositor"]),
        (Widget, ["_vertical_scrollbar", "_repaint_required"]),
        (
            DOMNode,
            ["_component_styles", "_has_hover_style", "_has_focus_within", "_has_order_style", "_has_odd_or_even"],
        ),
        (
            Stylesheet,
            ["_parse_cache", "_style_parse_cache", "_variables", "_rules", "_rules_map", "_require_parse"],
        ),
        (TextArea, ["_theme", "_line_cache", "_draw_cursor", "_matching_bracket_location"]),
        (WrappedDocument, ["_offset_to_line_info", "_wrap_offsets", "_line_index_to_offsets", "_tab_width_cache"]),
        (WrappedDocument, ["_width", "_tab_width"]),
    ],
)
def test_attributes(kind, names):
    made = inspect.getsource(kind)
    assert [name for name in names if f"self.{name}" not in made] == []
