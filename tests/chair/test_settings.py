"""The file of the settings: what holds of it, what is said of the rest, and that it keeps nobody out."""

import tomllib

import pytest

from negotext.chair import themes
from negotext.chair.settings import THEMES, Settings, load_settings, read_settings, settings_path
from negotext.chair.settings_text import settings_text


@pytest.fixture
def read(tmp_path):
    path = tmp_path / "chair.toml"

    def reading(text: str | bytes) -> Settings:
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return load_settings(path)

    return reading


def test_what_it_sets(read):
    found = read('theme = "light"\nwidth = 72\nnames = true\n[keys]\npark = "P"\n')
    assert (found.theme, found.width, found.names) == ("light", 72, True)
    assert found.keymap.bindings == {"park": "P"}
    assert found.faults == ()
    assert found.told == ""


def test_without_a_file_all_is_as_it_comes(tmp_path):
    found = load_settings(tmp_path / "none.toml")
    assert found == Settings(path=tmp_path / "none.toml")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('theme = "drak"', "line 1, theme: there is no theme 'drak'; take dark, light, high-contrast"),
        ("\nwidth = 10", "line 2, width: a number of cells, 30 or more"),
        ("width = true", "line 1, width: a number"),
        ('names = "yes"', "line 1, names: true or false"),
        ('teme = "dark"', "line 1, teme: there is no such setting; did you mean theme?"),
        ("keys = 5", "line 1, keys: keys stand below a line [keys]"),
        ('[keys]\npakr = "P"', "line 2, pakr: there is no action 'pakr'; did you mean park"),
        ('[keys]\n"park" = "u"', "line 2, park: u is the key of undo already"),
        ('keys.park = "u"', "line 1, park: u is the key"),
        ("theme = \n", "is no TOML: Invalid value (at line 1, column 9)"),
        ("a = " + "[" * 5000, "is no TOML"),
        (b"theme = '\xff'", "is no text in UTF-8"),
        (b"#" * 1_000_001, "is larger than 1 MB"),
    ],
)
def test_a_fault_is_one_sentence_with_its_place(read, text, said, tmp_path):
    found = read(text)
    assert len(found.faults) == 1
    assert found.faults[0].startswith(f"{tmp_path / 'chair.toml'} ")
    assert said in found.faults[0]
    assert "\n" not in found.faults[0]
    assert (found.theme, found.width, found.keymap.bindings) == ("dark", 0, {})


def test_what_has_no_fault_holds_beside_one_that_has(read):
    found = read('theme = "drak"\nwidth = 60\n[keys]\npark = "P"\nreopen = "P"\n')
    assert (found.theme, found.width, found.keymap.bindings) == ("dark", 60, {"park": "P"})
    assert len(found.faults) == 2
    assert found.told.endswith("(and 1 more: negotext chair --keys)")


def test_a_folder_in_its_place_is_said(tmp_path):
    found = load_settings(tmp_path)
    assert "cannot be read" in found.told


def test_it_is_where_the_system_has_settings(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert settings_path().name == "chair.toml"
    assert "negotext" in settings_path().parts


@pytest.mark.parametrize("text", ["", 'theme = "light"\nwidth = 80\n[keys]\npark = ["P", "F5"]\nhelp = "h"\n'])
def test_what_is_printed_gives_the_same_settings(tmp_path, text):
    path = tmp_path / "chair.toml"
    found = read_settings(text, path)
    printed = settings_text(found)
    assert read_settings(printed, path) == found
    # Without the signs in front of them, the keys as they come are a file without a fault, too.
    lines = [line.removeprefix("# ") if " = " in line else line for line in printed.splitlines()]
    whole = read_settings("\n".join(lines), path)
    assert whole.faults == ()
    assert tomllib.loads("\n".join(lines))["keys"]["go"] == "g"


def test_the_themes_are_those_that_there_are():
    assert tuple(theme.name for theme in themes.THEMES) == THEMES
