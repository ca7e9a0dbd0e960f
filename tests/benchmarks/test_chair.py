"""The chair's screen on a draft of 5,000 brackets, beside an empty Textual app; and the ToR from the shell.

Run with `make bench`, or `.venv/bin/pytest tests/benchmarks/test_chair.py`.
"""

import fcntl
import json
import os
import pty
import select
import shutil
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path

import pytest
from benchmarks.board import GENEVA, TOR
from benchmarks.chair_keys import AWAY, ELSEWHERE
from benchmarks.chair_keys import DRAFT as DRAFT_KEYS

from negotext.chair.actions import ACTIONS, DRAFT, EVERY, SAY
from negotext.outcome import choices_of
from negotext.reading import read_bytes
from negotext.store import create

FIGURES = Path(__file__).with_name("chair_figures.py")
ROOM_FIGURES = Path(__file__).with_name("room_figures.py")
BRACKETS = 5_000
STARTS = 5
KEYS_STARTS = 3
# figure: bar, unit
BARS = {"first paint": (0.6, "s"), "resize": (250, "ms"), "memory": (150, "MB"), "memory, all": (150, "MB")}
KEY, JUMP = 15, 20
# What the room has seen by then; what it takes is told beside the bars of a key.
ROOM_BARS = {"delay": (0.5, "s"), "first paint": (0.6, "s"), "processor time": (KEY, "ms"), "idle": (2, "%")}
# Milliseconds of processor time at most, so that a loaded machine follows in time, too.
ROOM_MOST = {"place: processor time": 20, "decision: processor time": 40, "view: processor time": 20}
EMPTY = """
from textual.app import App
from textual.widgets import Static
App.compose = lambda self: [Static("○ open")]
App().run()
"""


def session_of(data: bytes, name: str, folder: Path) -> Path:
    draft = read_bytes(data, name)
    path = folder / "session.db"
    create(path, draft, choices_of(draft), name=path.stem, by="bench").close()
    return path


@pytest.fixture(scope="module")
def large(drafts, tmp_path_factory) -> Path:
    """A session of a draft of 1.3 MB with 5,000 brackets."""
    name = GENEVA if GENEVA in drafts else "harbour-air.en.txt"
    data = drafts[name]
    copies = 1
    while (data * copies).count(b"[") < BRACKETS:
        copies += 1
    return session_of(data * copies, name, tmp_path_factory.mktemp("large"))


def best_of(runs: list[dict]) -> dict:
    """The best of some processes, figure by figure: what else the machine does is not measured."""
    first = runs[0]
    return {
        what: best_of([run[what] for run in runs]) if isinstance(first[what], dict) else min(run[what] for run in runs)
        for what in first
    }


def figures(name: str, starts: int = KEYS_STARTS, program: Path = FIGURES) -> dict:
    command = [sys.executable, str(program), name]
    return best_of([json.loads(subprocess.run(command, capture_output=True, check=True).stdout) for _ in range(starts)])


def test_large_draft(large, board):
    empty, ours = figures("-"), figures(str(large))
    beside = ", ".join(f"{what} {figure:.1f}" for what, figure in empty["keys"].items())
    board.put(f"an empty app: {beside}", empty["keys"]["a key"], KEY, "ms")
    for what, (bar, unit) in BARS.items():
        board.put(f"chair, 5,000 brackets: {what} (empty app {empty[what]:.1f})", ours[what], bar, unit)
    keys = {what: figure for group in ("keys", "away", "lists", "first") for what, figure in ours[group].items()}
    for what, figure in keys.items():
        board.put(f"chair, 5,000 brackets: {what}", figure, KEY, "ms")
    for what, (bar, _) in BARS.items():
        assert ours[what] <= bar, what
    assert ours["keys"]["next"] <= JUMP
    assert not {what: figure for what, figure in keys.items() if figure > KEY}


def test_room_on_a_large_draft(large, tmp_path, board):
    path = shutil.copy(large, tmp_path)
    ours = figures(str(path), program=ROOM_FIGURES)
    for what, figure in ours.items():
        bar, unit = ROOM_BARS.get(what.rpartition(": ")[2], ROOM_BARS["delay"])
        board.put(f"room, 5,000 brackets: {what}", figure, bar, unit)
    assert all(figure <= ROOM_BARS["delay"][0] for what, figure in ours.items() if what.endswith(": delay"))
    assert not {what: ours[what] for what, most in ROOM_MOST.items() if ours[what] > most}


def test_every_action_is_measured():
    measured = {press.what.partition(",")[0] for press in (*DRAFT_KEYS, *AWAY)} | ELSEWHERE
    assert {action.id for action in ACTIONS if action.where in (DRAFT, SAY, EVERY)} <= measured


def until(words: str, *command: str) -> float:
    """Seconds from the start of a process on a terminal until it has written some words."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 45, 140, 0, 0))
    kept = {key: value for key, value in os.environ.items() if key not in ("COLUMNS", "LINES")}
    started = time.perf_counter()
    child = subprocess.Popen(
        command, stdin=theirs, stdout=theirs, stderr=theirs, env={**kept, "TERM": "xterm-256color"}
    )
    os.close(theirs)
    seen = b""
    try:
        while words.encode() not in seen:
            assert select.select([ours], [], [], 20)[0], seen[-2000:]
            seen += os.read(ours, 65536)
        return time.perf_counter() - started
    finally:
        child.kill()
        child.wait()
        os.close(ours)


def test_terms_of_reference_from_the_shell(drafts, tmp_path, board):
    name = TOR if TOR in drafts else "city-water.zh.txt"
    path = session_of(drafts[name], name, tmp_path)
    empty = min(until("○ open", sys.executable, "-c", EMPTY) for _ in range(STARTS))
    ours = min(until(" open", sys.executable, "-m", "negotext", "chair", str(path)) for _ in range(STARTS))
    board.put(f"chair, the ToR on screen from the shell (empty app {empty:.1f})", ours, 0.8, "s")
    assert ours <= 0.8
