"""A merge in a real terminal that dies under it: the words are on disk, and offered again."""

import itertools
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from negotext.model import State
from negotext.store import open_session

TMUX = shutil.which("tmux")
PATIENCE = 20
NUMBERS = itertools.count()
WORDS = "prepare, in good time, a decision on"

pytestmark = pytest.mark.skipif(TMUX is None, reason="tmux is not installed")


class Terminal:
    """A tmux of its own with `negotext chair` in it; the process can be killed."""

    def __init__(self, folder: Path, session: Path) -> None:
        # One socket each: a server that is ending may still answer on the one before.
        self._socket = str(folder / f"tmux{next(NUMBERS)}.socket")
        command = f"unset COLUMNS LINES; exec {sys.executable} -m negotext chair {session} --by Chair"
        self._tmux("-f", "/dev/null", "new-session", "-d", "-x", "80", "-y", "24", "sh", "-c", command)

    def _tmux(self, *arguments: str) -> str:
        done = subprocess.run([TMUX, "-u", "-S", self._socket, *arguments], capture_output=True, text=True, check=True)
        return done.stdout

    @property
    def process(self) -> int:
        """The id of the process."""
        return int(self._tmux("list-panes", "-F", "#{pane_pid}"))

    def keys(self, *keys: str) -> None:
        """Press keys, as tmux names them."""
        self._tmux("send-keys", *keys)

    def wait(self, words: str) -> str:
        """The screen once these words are on it."""
        return until(lambda: seen if words in (seen := self.screen()) else "", words, self.screen)

    def screen(self) -> str:
        """What is on the screen."""
        return self._tmux("capture-pane", "-p")

    def close(self) -> None:
        """End the terminal."""
        subprocess.run([TMUX, "-S", self._socket, "kill-server"], capture_output=True, check=False)


def until(get, what: str, look=lambda: "") -> str:
    """What `get` gives as soon as it gives something; `look` tells what there is instead."""
    end = time.monotonic() + PATIENCE
    while not (found := get()):
        assert time.monotonic() < end, f"{what!r} did not come:\n{look()}"
        time.sleep(0.05)
    return found


def kept(session: Path) -> str:
    """The words on disk."""
    with open_session(session, read_only=True) as store:
        return next((each.text for each in store.unfinished("Chair")), "")


@pytest.fixture
def terminal(tmp_path):
    """Starts the chair's terminal on a session."""
    opened = []

    def start(session: Path) -> Terminal:
        opened.append(Terminal(tmp_path, session))
        return opened[-1]

    yield start
    for each in opened:
        each.close()


def begin(screen: Terminal) -> None:
    screen.wait(" open  ")
    screen.keys("g")
    screen.wait("Go to")
    screen.keys("10:1", "Enter")
    screen.wait("10:1  ○ open")
    screen.keys("e")
    screen.wait("your words")


@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGHUP])
def test_a_merge_whose_terminal_dies_is_offered_again(terminal, session, end):
    screen = terminal(session)
    begin(screen)
    screen.wait("1 collision of 1 undecided")
    screen.keys("C-o")
    screen.wait("1 collision, all decided")
    screen.keys("C-u", "C-k")
    screen.keys("-l", WORDS)
    screen.wait(f"The Council will {WORDS}")
    until(lambda: kept(session) == WORDS, "the words on disk")
    os.kill(screen.process, end)
    screen.close()
    assert kept(session) == WORDS

    screen = terminal(session)
    screen.wait("you began to write words for 10:1; there, e goes on with them")
    begin(screen)
    screen.wait("your words of ")
    screen.wait(f"The Council will {WORDS}")
    screen.keys("C-s")
    screen.wait("Merge at 10:1.")
    screen.keys("Enter")
    screen.wait("1 agreed")
    with open_session(session) as after:
        standing = after.choice("10:1")
        assert (standing.state, standing.decision.text) == (State.AGREED, WORDS)
        assert after.unfinished() == []
        assert after.verify() == []


def test_a_statement_in_a_real_terminal(terminal, session):
    screen = terminal(session)
    screen.wait(" open  ")
    screen.keys("g")
    screen.wait("Go to")
    screen.keys("5:1", "Enter")
    screen.wait("5:1  ○ open")
    screen.keys(":")
    screen.wait("Said on 5:1")
    screen.keys("-l", "RU, Nor")
    screen.wait("Tab: Norway (NO)")
    screen.keys("Tab")
    screen.wait("RU, Norway")
    screen.keys("-l", ": “2032”")
    screen.wait("new alternative")
    screen.keys("Enter")
    screen.wait("Chair took down")
    with open_session(session) as after:
        assert [each.text for each in after.choice("5:1").choice.alternatives] == ["", "2030", "2035", "2032"]
        assert after.verify() == []
