"""The real thing in a real terminal: start, decide three places, quit, and look into the session."""

import shlex
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from negotext.model import State
from negotext.store import open_session

TMUX = shutil.which("tmux")
PATIENCE = 20

pytestmark = pytest.mark.skipif(TMUX is None, reason="tmux is not installed")


class Terminal:
    """A terminal of its own in tmux, with a program running in it."""

    def __init__(self, folder: Path, *command: str, size: tuple[int, int] = (80, 24)) -> None:
        self._socket = str(folder / "tmux.socket")
        run = f"unset COLUMNS LINES; {shlex.join(command)}; echo ended with $?; sleep 60"
        at = ("-x", str(size[0]), "-y", str(size[1]), "-c", str(folder))
        self._tmux("-f", "/dev/null", "new-session", "-d", *at, "sh", "-c", run)

    def _tmux(self, *arguments: str) -> str:
        done = subprocess.run([TMUX, "-S", self._socket, *arguments], capture_output=True, text=True, check=True)
        return done.stdout

    def keys(self, *keys: str) -> None:
        """Press keys, as tmux names them."""
        self._tmux("send-keys", *keys)

    def screen(self) -> str:
        """What is on the screen."""
        return self._tmux("capture-pane", "-p")

    def wait(self, words: str) -> str:
        """The screen once these words are on it."""
        end = time.monotonic() + PATIENCE
        while words not in (seen := self.screen()):
            assert time.monotonic() < end, f"{words!r} did not appear:\n{seen}"
            time.sleep(0.05)
        return seen

    def status(self) -> str:
        """The exit code of the program, once it has ended."""
        return self.wait("ended with ").rpartition("ended with ")[2].strip()

    def resize(self, width: int, height: int) -> None:
        """Give it another size."""
        self._tmux("resize-window", "-x", str(width), "-y", str(height))

    def close(self) -> None:
        """End the terminal."""
        subprocess.run([TMUX, "-S", self._socket, "kill-server"], capture_output=True, check=False)


@pytest.fixture
def terminal(tmp_path):
    """Starts negotext in a terminal."""
    opened = []

    def start(*arguments: str, size: tuple[int, int] = (80, 24)) -> Terminal:
        opened.append(Terminal(tmp_path, sys.executable, "-m", "negotext", *arguments, size=size))
        return opened[-1]

    yield start
    for each in opened:
        each.close()


def test_three_decisions_and_nothing_is_lost(terminal, root, tmp_path):
    shutil.copy(root / "examples" / "harbour-air.en.txt", tmp_path / "draft.txt")
    screen = terminal("chair", "draft.txt", "--by", "Chair")
    screen.wait("made the session draft.db")

    screen.keys("g")
    screen.wait("Go to")
    screen.keys("8:1", "Enter")
    screen.wait("8:1  ○ open")
    screen.keys("1")
    screen.wait("Accept 1 at 8:1.")
    screen.keys("as in 5", "Enter")
    screen.wait("1 agreed")

    screen.keys("j")
    screen.wait("8(b):1")
    screen.keys("p")
    screen.wait("Park at 8(b):1.")
    screen.keys("Enter")
    screen.wait("1 parked")

    screen.keys("j")
    screen.keys("0")
    screen.wait("Leave out at")
    screen.keys("Enter")
    screen.wait("2 agreed")

    screen.keys("q")
    assert screen.status() == "0"
    with open_session(tmp_path / "draft.db", read_only=True) as session:
        entries = session.log()[1:]
        assert [(entry.kind.value, entry.address, entry.why) for entry in entries[:2]] == [
            ("accept", "8:1", "as in 5"),
            ("park", "8(b):1", ""),
        ]
        assert len(entries) == 3
        assert {entry.by for entry in entries} == {"Chair"}
        assert session.choice("8:1").state is State.AGREED
        assert session.verify() == []


def test_a_terminal_that_is_closed_loses_nothing_that_was_decided(terminal, session):
    screen = terminal("chair", str(session), "--by", "Chair")
    screen.wait(" open  ")
    screen.keys("1")
    screen.wait("Accept 1 at 2:1.")
    screen.keys("Enter")
    screen.wait("1 agreed")
    screen.keys("0")
    screen.close()
    with open_session(session) as after:
        assert after.choice("2:1").state is State.AGREED
        assert after.verify() == []


def test_what_is_typed_before_the_screen_is_there_is_done(terminal, session):
    screen = terminal("chair", str(session), "--by", "Chair")
    screen.keys("1", "Enter", "j")
    screen.wait("1 agreed")
    screen.wait(" 2:2  ○ open")
    screen.keys("q")
    assert screen.status() == "0"


def test_it_follows_the_size_of_the_terminal(terminal, session):
    screen = terminal("chair", str(session), size=(140, 45))
    screen.wait("B. Scope and ambition")
    screen.resize(80, 24)
    end = time.monotonic() + PATIENCE
    while "Scope and ambition" in screen.screen():
        assert time.monotonic() < end, screen.screen()
        time.sleep(0.05)
    assert max(map(len, screen.screen().splitlines())) <= 80
    screen.keys("q")
    assert screen.status() == "0"
