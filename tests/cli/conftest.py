"""Running the command line: in this process, as a process of its own, and on a terminal."""

import errno
import os
import pty
import select
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from negotext.cli.program import program

# What a developer's terminal sets and what changes the output.
NOT_OURS = ("COLUMNS", "FORCE_COLOR", "NO_COLOR", "PAGER", "LESS", "TERM", "TTY_COMPATIBLE", "COLORTERM")
PLAIN = {"COLUMNS": "100", "TERM": "xterm-256color"}
FOLDER = Path(__file__).parent


def environment(**changes: str) -> dict[str, str]:
    """The environment of a process, without what a developer's terminal sets."""
    kept = {name: value for name, value in os.environ.items() if name not in NOT_OURS}
    return kept | PLAIN | changes


@pytest.fixture
def drafts(monkeypatch) -> Path:
    """The folder of the drafts, which is the current one."""
    monkeypatch.chdir(FOLDER / "drafts")
    return FOLDER / "drafts"


@pytest.fixture
def run(drafts) -> Callable[..., Result]:
    """Runs a command in this process, in the folder of the drafts."""

    def run(*arguments: str, text: str | bytes | None = None, **changes: str) -> Result:
        clean: dict[str, str | None] = dict.fromkeys(NOT_OURS)
        return CliRunner(env=clean | PLAIN | changes).invoke(program, arguments, input=text)

    return run


@pytest.fixture
def process(drafts) -> Callable[..., subprocess.CompletedProcess]:
    """Runs `python -m negotext` as a process of its own, in the folder of the drafts."""

    def process(*arguments: str, text: bytes = b"", **changes: str) -> subprocess.CompletedProcess:
        return subprocess.run(
            [sys.executable, "-m", "negotext", *arguments],
            input=text,
            capture_output=True,
            check=False,
            env=environment(**changes),
        )

    return process


@pytest.fixture
def terminal(drafts) -> Callable[..., str]:
    """Runs `python -m negotext` on a terminal of 100 x 24, and gives what appears there."""

    def terminal(*arguments: str, **changes: str) -> str:
        ours, theirs = pty.openpty()
        child = subprocess.Popen(
            [sys.executable, "-m", "negotext", *arguments],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env=environment(**{"LINES": "24", **changes}),
        )
        os.close(theirs)
        seen = bytearray()
        ends = time.monotonic() + 60
        while time.monotonic() < ends:
            if not select.select([ours], [], [], 0.1)[0]:
                continue
            try:
                chunk = os.read(ours, 65536)
            except OSError as error:  # Linux says so when the other end is closed
                assert error.errno == errno.EIO
                break
            if not chunk:
                break
            seen += chunk
        os.close(ours)
        child.wait(timeout=60)
        return seen.decode().replace("\r\n", "\n")

    return terminal
