"""Widgets that stand alike have the same styles; those that do not, have their own, as in any app of Textual."""

from typing import ClassVar

import pytest
from chair.seeing_colours import not_as_textual, seen
from textual.app import App
from textual.containers import VerticalScroll
from textual.widgets import Input, Static

from negotext.chair.styled import Styled, stands
from negotext.chair.stylesheet import KeptStylesheet

pytestmark = pytest.mark.asyncio


class Leaf(Static):
    COMPONENT_CLASSES: ClassVar[set[str]] = {"leaf--part"}

    def render(self):
        return f"[{self.get_component_styles('leaf--part').color.hex}]leaf"


class Ordered(Leaf):
    """Looks otherwise where it is the first."""


class Lit(Leaf):
    """Looks otherwise while the focus is near."""


class Tree(App):
    CSS = """
    VerticalScroll { height: 6; }
    VerticalScroll.-hot { scrollbar-color: red; }
    VerticalScroll:focus-within Lit { background: blue; }
    Leaf { color: green; height: 1; }
    Ordered:first-child { text-style: bold; }
    Leaf:hover { background: yellow; }
    Leaf:disabled { background: gray; }
    #lone { background: purple; }
    Leaf.-wide { padding: 0 4; }
    Leaf .leaf--part { color: white; }
    .-hot Leaf .leaf--part { color: red; }
    """

    def compose(self):
        with VerticalScroll(id="box"):
            yield from (kind() for kind in (Ordered, Lit, Leaf))
            yield Leaf(id="lone")
            yield from (Leaf() for _ in range(9))
        yield Input()


class KeptTree(Tree):
    def __init__(self):
        super().__init__()
        self.stylesheet = KeptStylesheet(variables=self.get_css_variables())


def next_theme(app):
    # It is then that styles are not looked for again.
    app.theme = "textual-light" if app.theme == "nord" else "nord"


CHANGES = {
    "class of a widget": lambda app: app.query(Leaf)[4].toggle_class("-wide"),
    "class of all": lambda app: app.query(Leaf).toggle_class("-wide"),
    "class above": lambda app: app.query_one("#box").toggle_class("-hot"),
    "class of the app": lambda app: app.toggle_class("-hot"),
    "disabled": lambda app: setattr(app.query(Leaf)[4], "disabled", not app.query(Leaf)[4].disabled),
    "focus within": lambda app: app.set_focus(None if app.focused else app.query_one("#box")),
    "focus": lambda app: app.set_focus(None if app.focused else app.query_one(Input)),
    "first child": lambda app: app.query_one("#box").mount(Ordered(), before=0),
    "gone": lambda app: app.query(Leaf).first().remove(),
}


@pytest.mark.parametrize("change", CHANGES)
async def test_it_looks_as_with_the_styles_of_textual(change):
    looks = {Tree: [], KeptTree: []}
    for kind, found in looks.items():
        app = kind()
        async with app.run_test(size=(40, 12)) as pilot:
            for turn in range(8):
                if turn not in (3, 6):
                    CHANGES[change](app)
                    await pilot.pause()
                next_theme(app)
                await pilot.pause()
                found.append(seen(pilot))
    assert len(set(looks[Tree])) > 3
    assert looks[KeptTree] == looks[Tree]


async def test_under_the_mouse_it_looks_as_with_the_styles_of_textual():
    looks = {Tree: [], KeptTree: []}
    for kind, found in looks.items():
        app = kind()
        async with app.run_test(size=(40, 12)) as pilot:
            for row in (2, 3, 9, 2, 3, 9, 3):
                await pilot.hover(offset=(2, row))
                next_theme(app)
                await pilot.pause()
                found.append(seen(pilot))
    assert len(set(looks[Tree])) > 3
    assert looks[KeptTree] == looks[Tree]


async def test_only_what_all_that_stand_like_it_have_is_remembered():
    async with KeptTree().run_test(size=(40, 12)) as pilot:
        ordered, lit, first, lone, second, third, *_ = pilot.app.query(Leaf)
        assert stands(first) == stands(second)
        assert Styled.of(first) == Styled.of(second)
        assert Styled.of(ordered) is Styled.of(lit) is None
        assert stands(second) != stands(lone)
        third.add_class("-wide")
        assert stands(second) != stands(third)


async def test_a_widget_that_never_had_styles_gets_all_of_them():
    async with KeptTree().run_test(size=(40, 12)) as pilot:
        for _ in range(2):
            await pilot.app.query_one("#box").mount(Leaf())
            await pilot.pause()
            assert not_as_textual(pilot.app) == {}
