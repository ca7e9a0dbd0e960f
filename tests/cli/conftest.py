"""Running the command line: in this process, as a process of its own, and on a terminal."""

import errno
import json
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


@pytest.fixture
def room(run, tmp_path, monkeypatch, root) -> "Room":
    """An empty folder in which the chair works, with the example drafts at hand."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NEGOTEXT_BY", "Chair")
    return Room(run, root / "examples", tmp_path)


class Room:
    """Runs commands in this process, and remembers what the last one said."""

    def __init__(self, run: Callable[..., Result], examples: Path, folder: Path) -> None:
        self._run = run
        self.folder = folder
        self.harbour = str(examples / "harbour-air.en.txt")
        self.harbour2 = str(examples / "harbour-air.round2.en.txt")
        self.water = str(examples / "city-water.zh.txt")
        self.water2 = str(examples / "city-water.round2.zh.txt")
        self.well = str(FOLDER / "drafts" / "well.en.txt")
        self.stderr = ""

    def __call__(self, *arguments: str, code: int = 0, text: str | None = None, **changes: str) -> str:
        """What a command prints on stdout; it has to end with `code`."""
        result = self._run(*arguments, text=text, **changes)
        self.stderr = result.stderr
        assert result.exit_code == code, result.stdout + result.stderr + str(result.exception)
        return result.stdout

    def records(self, *arguments: str, code: int = 0) -> list[dict]:
        """What a command prints as JSON lines."""
        return [json.loads(line) for line in self(*arguments, "--format", "jsonl", code=code).splitlines()]

    def who(self, session: str, address: str, *more: str) -> dict:
        """A place as `who` has it for programs."""
        return json.loads(self("who", session, address, "--format", "json", *more))

    def sides(self, session: str, address: str) -> dict[int, list[str]]:
        """Who stands where on a place, as `{2: ["US against", "BB for"]}`."""
        return {
            each["number"]: [f"{voice['delegation']} {voice['side']}" for voice in each["voices"]]
            for each in self.who(session, address)["alternatives"]
            if each["voices"]
        }

    def states(self, session: str) -> dict[str, str]:
        """The state of each place."""
        return {each["address"]: each["state"] for each in self.records("list", session)}


@pytest.fixture
def ports(room) -> Room:
    """The room with the session `harbour`, made from the example draft about ports."""
    room("new", "harbour", "--draft", room.harbour, "--by", "Secretariat")
    return room
