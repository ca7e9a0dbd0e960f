"""How long a command takes as a whole process, from its start to its end."""

import subprocess
import sys
from pathlib import Path

import pytest
from benchmarks.board import TOR, best

COMMAND = Path(sys.executable).with_name("negotext")


def milliseconds(*arguments) -> float:
    """The fastest of a few runs."""

    def run() -> None:
        subprocess.run([COMMAND, *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)

    run()
    return best(run, rounds=9) * 1000


def test_help(board):
    figure = milliseconds("--help")
    board.put("negotext --help", figure, 80, "ms")
    assert figure <= 80


def test_check(board, drafts, tmp_path):
    name = TOR if TOR in drafts else next(iter(drafts))
    path = tmp_path / name
    path.write_bytes(drafts[name])
    figure = milliseconds("check", path)
    board.put(f"negotext check {name[:16]}", figure, 300, "ms")
    assert figure <= 300


@pytest.fixture(autouse=True)
def command():
    if not COMMAND.exists():
        pytest.skip(f"{COMMAND} is not installed")
