"""What the commands of a session print, byte for byte. When a difference is right: GOLDEN=write pytest tests/cli."""

import os
import re
from pathlib import Path

import pytest

GOLDEN = Path(__file__).parent / "golden"
PREFIX = "session."
STYLED = {"FORCE_COLOR": "1"}
TABLE = ("--format", "table")
MOMENT = re.compile(r"\d{4}-\d\d-\d\d( |T| at )\d\d:\d\d(:\d\d\.\d{3}Z)?")
# What has happened in the session before each of the cases.
STORY = (
    ("say", "harbour", "5:1", "Chile: “2032”; Norway supports; India reserves its position on 1"),
    ("accept", "harbour", "10:1", "2", "--why", "the condition is met"),
    ("merge", "harbour", "11:2", "--text", "at least once a week", "--from", "1,2"),
    ("park", "harbour", "10:2", "--why", "waits for the costing"),
    ("withdraw", "harbour", "5:1", "BR"),
    ("park", "harbour", "7:1"),
    ("undo", "harbour"),
)
CASES = {
    "list.txt": (("list", "harbour", "--open", *TABLE), {}),
    "list.ansi": (("list", "harbour", "--paragraph", "10", *TABLE), STYLED),
    "list.narrow.txt": (("list", "harbour", "--paragraph", "5", *TABLE), {"COLUMNS": "60"}),
    "list.csv": (("list", "harbour", "--paragraph", "10", "--format", "csv"), {}),
    "who.txt": (("who", "harbour", "5:1"), {}),
    "who.ansi": (("who", "harbour", "10:1"), STYLED),
    "who.narrow.txt": (("who", "harbour", "3:1.2"), {"COLUMNS": "60"}),
    "who.json": (("who", "harbour", "10:1", "--format", "json"), {}),
    "accept.txt": (("accept", "harbour", "6:1", "1", "--dry-run"), {}),
    "say.txt": (("say", "harbour", "11:1", "Kenya on behalf of the African Group: “will”; US opposes", "-n"), {}),
    "log.txt": (("log", "harbour", *TABLE), {}),
    "log.jsonl": (("log", "harbour", "--format", "jsonl"), {}),
    "search.ansi": (("search", "harbour", "Facility", *TABLE), STYLED),
    "positions.txt": (("positions", "harbour", "--paragraph", "5", *TABLE), {}),
    "stats.txt": (("stats", "harbour", *TABLE), {}),
    "audit.txt": (("audit", "harbour", *TABLE), {}),
    "round.txt": (("round", "harbour", "--draft", "round2.txt", "--dry-run"), {}),
    "compare.txt": (("compare", "harbour", "round2.txt", *TABLE), {}),
    "compare.json": (("compare", "harbour", "round2.txt", "--format", "json"), {}),
}


@pytest.fixture
def story(ports):
    """The session after what happened in it, with the next draft beside it under a short name."""
    (ports.folder / "round2.txt").write_bytes(Path(ports.harbour2).read_bytes())
    for step in STORY:
        ports(*step)
    return ports


@pytest.mark.parametrize("name", CASES)
def test_output(story, name):
    arguments, changes = CASES[name]
    printed = story(*arguments, code=1 if arguments[0] == "compare" else 0, **changes)
    output = MOMENT.sub(lambda match: f"2026-03-05{match[1]}14:05{(match[2] and ':09.250Z') or ''}", printed)
    path = GOLDEN / f"{PREFIX}{name}"
    if os.environ.get("GOLDEN") == "write":
        path.write_text(output, encoding="utf-8", newline="\n")
    assert output == path.read_text(encoding="utf-8")


def test_no_golden_file_is_left_over():
    assert sorted(path.name for path in GOLDEN.glob(f"{PREFIX}*")) == sorted(f"{PREFIX}{name}" for name in CASES)
