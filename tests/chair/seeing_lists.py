"""What a person sees of the screens with lists."""

from textual.widgets import Input

from negotext.chair.widgets.bars import HeadBar, Notice
from negotext.chair.widgets.roll import RollView


def desk(pilot):
    return pilot.app.desk


def name(pilot) -> str:
    """NAME of the screen in front."""
    return getattr(pilot.app.screen, "NAME", "")


def roll(pilot, which: str = "roll") -> RollView:
    return pilot.app.screen.query_one(f"#{which}", RollView)


def rows(view) -> list[str]:
    """The rows of a view that are on the screen."""
    return [view.render_line(y).text.rstrip() for y in range(view.scrollable_content_region.height)]


def chosen(pilot, which: str = "roll") -> str:
    """The row with the sign of what is chosen."""
    return next((row for row in rows(roll(pilot, which)) if row.startswith("▶")), "")


def text(pilot, which: str = "roll") -> str:
    return "\n".join(rows(roll(pilot, which)))


def head(pilot) -> str:
    return str(pilot.app.screen.query_one(HeadBar).content)


def notice(pilot) -> str:
    shown = pilot.app.screen.query_one(Notice)
    return str(shown.content) if shown.display else ""


async def press(pilot, *keys: str) -> None:
    await pilot.press(*keys)
    await pilot.pause()


async def type_in(pilot, words: str) -> None:
    pilot.app.screen.query_one(Input).value = words
    await pilot.pause()
    await press(pilot, "enter")
