"""`negotext chair` before its screen is there: what it opens, and what it says where it cannot."""

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
