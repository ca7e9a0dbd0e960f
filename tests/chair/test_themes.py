"""Colours: every pair that is used can be read, and nothing is told by colour alone."""

import pytest
from rich.color import ColorSystem
from textual.color import Color

from negotext.chair.app import make_app
from negotext.chair.place_sheet import STATES
from negotext.chair.widgets.outline import Outline
from negotext.chair.widgets.sheet import SheetView
from negotext.chair.widgets.text import _SIGNS, ALONG, HERE, TextView
from negotext.model import Act, Decision

pytestmark = pytest.mark.asyncio

LEAST = {"dark": 4.5, "light": 4.5, "high-contrast": 7.0}
"""The contrast that WCAG 2 asks of a text: AA, and AAA for the theme that is made for it."""


def luminance(colour: Color) -> float:
    """Relative luminance as WCAG 2 defines it."""
    parts = [each / 255 for each in (colour.r, colour.g, colour.b)]
    red, green, blue = (each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(one: Color, other: Color) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def contrast(style) -> float:
    return ratio(Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor))


def composed(view, *names):
    style = view.rich_style
    for name in names:
        style += view.get_component_rich_style(name, partial=True)
    return style


@pytest.mark.parametrize("theme", LEAST)
async def test_every_pair_of_colours_can_be_read(sit, session, theme):
    """Of the text and the panels, also where a place is lit or was searched for."""
    found = {}
    async with sit(session, (140, 45), theme=theme) as pilot:
        for view in pilot.app.screen.query("TextView, SheetView, HeadBar, KeysBar, Outline"):
            names = sorted(type(view).COMPONENT_CLASSES) if isinstance(view, (TextView, SheetView)) else []
            found[view.id, ""] = contrast(view.rich_style)
            for name in names:
                found[view.id, name] = contrast(composed(view, name))
                if isinstance(view, TextView):
                    for lit in ("text--current", "text--found"):
                        found[view.id, name, lit] = contrast(composed(view, name, lit))
    assert len(found) > 80
    assert not {pair: round(found[pair], 2) for pair in found if found[pair] < LEAST[theme]}


@pytest.mark.parametrize("theme", LEAST)
async def test_dialogs_notices_and_lists_can_be_read(sit, session, theme):
    async with sit(session, (140, 45), theme=theme) as pilot:
        ratios = {}
        variables = pilot.app.get_css_variables()
        backs = {name: Color.parse(variables[name]) for name in ("background", "surface", "panel", "here")}
        for name in ("foreground", "primary", "secondary", "warning", "error", "success", "accent", "faint"):
            for back, colour in backs.items():
                ratios[name, back] = ratio(Color.parse(variables[name]), colour)
        assert not {pair: round(ratios[pair], 2) for pair in ratios if ratios[pair] < LEAST[theme]}


async def test_open_agreed_and_parked_have_signs_of_their_own():
    assert len({*_SIGNS.values(), HERE, ALONG}) == len(_SIGNS) + 2
    assert {state: sign for state, sign in STATES.items() if state in _SIGNS} == _SIGNS


@pytest.mark.parametrize("colours", ["none", "sixteen"])
async def test_a_terminal_with_few_colours_or_none_tells_them_apart(sit, session, monkeypatch, colours):
    if colours == "none":
        monkeypatch.setenv("NO_COLOR", "1")
    async with sit(session, (140, 45)) as pilot:
        if colours == "sixteen":
            pilot.app.console._color_system = ColorSystem.STANDARD
        desk = pilot.app.desk
        for address in [each for each in desk.places.order if each[0] in "23" and each[1] == ":"]:
            act, number = (Act.ACCEPT, 0) if address[0] == "2" else (Act.PARK, None)
            desk.decide(Decision(address, act, number))
        await pilot.press("g", "4", "enter")
        pilot.app.screen.refresh_all()
        pilot.app.screen.query_one(TextView).jump(14)
        await pilot.pause()
        view = pilot.app.screen.query_one(TextView)
        drawn = [view.render_line(y) for y in range(view.scrollable_content_region.height)]
        gutters = "".join(strip.text[: view._gutter] for strip in drawn)
        assert {HERE, *_SIGNS.values()} <= set(gutters)
        brackets = {
            (segment.style.bold, segment.style.italic, segment.style.strike, segment.style.underline)
            for strip in drawn
            for segment in strip
            if segment.style
        }
        assert len(brackets) >= 3
        counts = str(pilot.app.screen.query_one("#head").content)
        assert all(sign in counts for sign in _SIGNS.values())
        prompts = [str(each.prompt) for each in pilot.app.screen.query_one(Outline).options]
        assert "●" in prompts[0]
        assert "○" in prompts[1]
    if colours == "none":
        assert pilot.app.no_color


async def test_the_next_theme_is_told_with_the_file_that_keeps_it(sit, session, tmp_path):
    from negotext.chair.settings import Settings

    async with sit(session, settings=Settings(theme="light", path=tmp_path / "chair.toml")) as pilot:
        assert pilot.app.theme == "light"
        await pilot.press("T")
        told = str(pilot.app.screen.query_one("#notice").content)
        assert told == f'theme high-contrast; to begin with it: theme = "high-contrast" in {tmp_path / "chair.toml"}'


async def test_a_theme_named_on_the_command_line_goes_first(session):
    from negotext.chair.settings import Settings

    app = make_app(session, theme="dark", settings=Settings(theme="light"))
    with app.desk:
        assert app.theme == "dark"
