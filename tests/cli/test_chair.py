"""`negotext chair` before its screen is there: what it opens, and what it says where it cannot."""

import sys

import pytest
from click.testing import CliRunner

from negotext.cli.program import program


@pytest.fixture
def draft(root, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "harbour.txt"
    path.write_bytes((root / "examples" / "harbour-air.en.txt").read_bytes())
    return path


def test_without_a_terminal_it_says_so_and_makes_nothing(draft, tmp_path):
    done = CliRunner().invoke(program, ["chair", "harbour.txt"])
    assert done.exit_code == 2
    assert "needs a terminal" in done.stderr
    assert "negotext list" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["harbour.txt"]


def test_the_keys_are_printed_without_a_session_and_without_a_terminal(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    done = CliRunner().invoke(program, ["chair", "--keys"])
    assert done.exit_code == 0, done.output
    assert '# park = "p"' in done.stdout
    assert done.stderr == ""


@pytest.mark.skipif(sys.platform != "linux", reason="the folder for settings is elsewhere")
def test_faults_of_the_settings_are_findings(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    (tmp_path / "negotext").mkdir()
    (tmp_path / "negotext" / "chair.toml").write_text('[keys]\npark = "P"\nparc = "X"\n', encoding="utf-8")
    done = CliRunner().invoke(program, ["chair", "--keys"])
    assert done.exit_code == 1
    assert "chair.toml line 3, parc: there is no action 'parc'; did you mean park" in done.stderr
    assert '\npark = "P"' in done.stdout
