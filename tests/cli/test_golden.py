"""Every output format, byte for byte. When a difference is right: GOLDEN=write pytest tests/cli."""

import os
from pathlib import Path

import pytest

GOLDEN = Path(__file__).parent / "golden"
STYLED = {"FORCE_COLOR": "1"}
CASES = {
    "check.en.txt": (["check", "well.en.txt"], {}),
    "check.zh.txt": (["check", "well.zh.txt"], {}),
    "check.en.json": (["check", "well.en.txt", "--format", "json"], {}),
    "check.en.ansi": (["check", "well.en.txt"], STYLED),
    "positions.en.jsonl": (["positions", "well.en.txt", "--format", "jsonl"], {}),
    "positions.zh.jsonl": (["positions", "well.zh.txt", "--format", "jsonl"], {}),
    "positions.en.json": (["positions", "well.en.txt", "--format", "json"], {}),
    "positions.en.csv": (["positions", "well.en.txt", "--format", "csv"], {}),
    "positions.zh.csv": (["positions", "well.zh.txt", "--format", "csv"], {}),
    "positions.en.txt": (["positions", "well.en.txt", "--format", "table"], {}),
    "positions.zh.txt": (["positions", "well.zh.txt", "--format", "table"], {}),
    "positions.en.ansi": (["positions", "well.en.txt", "--format", "table"], STYLED),
    "stats.en.json": (["stats", "well.en.txt", "--format", "json"], {}),
    "stats.en.txt": (["stats", "well.en.txt", "--format", "table"], {}),
    "stats.zh.txt": (["stats", "well.zh.txt", "--format", "table"], {}),
    "stats.en.narrow.txt": (["stats", "well.en.txt", "--format", "table"], {"COLUMNS": "60"}),
    "show.en.ansi": (["show", "well.en.txt"], STYLED | {"COLUMNS": "130"}),
    "show.zh.ansi": (["show", "well.zh.txt"], STYLED),
    "show.en.narrow.ansi": (["show", "well.en.txt", "1"], STYLED | {"COLUMNS": "60"}),
    "show.en.no-colour.ansi": (["show", "well.en.txt", "4"], STYLED | {"NO_COLOR": "1"}),
}


@pytest.mark.parametrize("name", CASES)
def test_output(run, name):
    arguments, changes = CASES[name]
    output = run(*arguments, **changes).stdout
    if os.environ.get("GOLDEN") == "write":
        (GOLDEN / name).write_text(output, encoding="utf-8", newline="\n")
    assert output == (GOLDEN / name).read_text(encoding="utf-8")


def test_no_golden_file_is_left_over():
    # Those of sessions have a test of their own.
    ours = [path.name for path in GOLDEN.iterdir() if not path.name.startswith("session.")]
    assert sorted(ours) == sorted(CASES)
