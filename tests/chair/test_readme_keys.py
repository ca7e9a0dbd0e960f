"""What README.md says of the chair's terminal: the keys of the walk are pressed, the table and the file are read."""

import re
import runpy

import pytest

from negotext.chair.keys import NoKey, key_named
from negotext.chair.settings import read_settings
from negotext.model import State

WALK = re.compile(r"<!-- walk -->(.*?)<!-- /walk -->", re.DOTALL)
KEYS = re.compile(r"<!-- keys -->(.*?)<!-- /keys -->", re.DOTALL)
CODE = re.compile(r"`([^`]+)`")


@pytest.fixture
def readme(root) -> str:
    return (root / "README.md").read_text(encoding="utf-8")


def steps(readme: str) -> list[tuple[list[str], list[str]]]:
    """What is pressed and what is seen, row by row."""
    rows = [row.split("|")[1:3] for row in WALK.search(readme)[1].strip().splitlines()[2:]]
    return [(CODE.findall(keys), CODE.findall(seen)) for keys, seen in rows]


def keys_of(word: str) -> list[str]:
    """The keys of a word of the walk: one key, or what is typed letter by letter."""
    try:
        return [key_named(word)]
    except NoKey:
        return [key_named(letter) if letter != " " else "space" for letter in word]


def seen(app) -> str:
    """All words on the screen, from the bottom screen to the one in front, without the way they are wrapped."""
    shown = []
    for screen in app.screen_stack:
        for widget in screen.walk_children():
            if not widget.is_container and widget.display:
                shown += [strip.text for strip in widget.render_lines(widget.size.region)]
    return " ".join(" ".join(shown).split())


@pytest.mark.asyncio
async def test_the_walk_goes_as_it_is_told(sit, make_session, readme, tmp_path):
    path = make_session().rename(tmp_path / "harbour.db")
    async with sit(path, (140, 45)) as pilot:
        for keys, words in steps(readme):
            for key in keys:
                await pilot.press(*keys_of(key))
            await pilot.pause()
            shown = seen(pilot.app)
            assert [word for word in words if word not in shown] == [], f"after {keys}: {shown}"
        states = {address: pilot.app.desk.places.standings[address].state for address in ("10:1", "10:2")}
        assert states == {"10:1": State.AGREED, "10:2": State.AGREED}


def test_the_walk_is_long_enough_to_settle_a_paragraph(readme):
    assert len(steps(readme)) > 10


def test_the_table_of_keys_is_that_of_the_registry(readme, root):
    table = runpy.run_path(str(root / "examples" / "keys.py"))["table"]()
    assert KEYS.search(readme)[1].strip() == table.strip(), "run: python examples/keys.py"


def test_the_file_of_settings_has_no_fault(readme, tmp_path):
    (text,) = re.findall(r"```toml\n(theme.*?)```", readme, re.DOTALL)
    found = read_settings(text, tmp_path / "chair.toml")
    assert found.faults == ()
    assert (found.theme, found.width) == ("light", 80)
    assert found.keymap.bindings == {"park": "P", "next_open": "n,f5", "next": "j,down"}
