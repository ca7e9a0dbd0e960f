"""No room: nothing is half written, and what was there is still there."""

import os
import sqlite3
import subprocess
import sys

import pytest

from negotext.model import Act, Decision
from negotext.store import DiskFull, create, open_session

LONG = "a statement that needs room " * 4000


def test_a_statement_for_which_there_is_no_room(new):
    path = new()
    before = path.read_bytes()
    with open_session(path) as session:
        session._db.execute("PRAGMA max_page_count = 1")
        for _ in range(2):
            with pytest.raises(DiskFull) as refused:
                session.say("5:2", LONG, by="Chair")
        assert "nothing has been changed" in refused.value.message
        assert session.last == 1
    assert path.read_bytes() == before
    with open_session(path) as session:
        session.say("5:2", LONG, by="Chair")
        assert session.verify() == []


LIMITED = """
import resource, signal, sys
from negotext.model import Act, Decision
from negotext.store import StoreError, open_session
from negotext.reading import read_text
from negotext.store import create
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
what, path, limit = sys.argv[1], sys.argv[2], int(sys.argv[3])
draft = read_text("5. The Committee [shall] review. " * 3000, language="en")
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
try:
    if what == "make":
        create(path, draft, (), name="n", by="x")
    elif what == "copy":
        with open_session(path) as session:
            session.backup(path + ".copy")
    else:
        with open_session(path) as session:
            session.say("5:2", "long " * 20000, by="Chair")
except StoreError as error:
    print(type(error).__name__)
"""


def limited(what: str, path, limit: int) -> str:
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, what, path, str(limit)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.mark.skipif(os.name == "nt", reason="no such limits")
def test_making_a_session_where_there_is_no_room(tmp_path):
    assert limited("make", tmp_path / "s.db", 40_000) == "DiskFull"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="no such limits")
def test_copying_a_session_where_there_is_no_room(new):
    path = new()
    before = path.read_bytes()
    assert limited("copy", path, 40_000) == "DiskFull"
    assert [found.name for found in path.parent.iterdir()] == [path.name]
    assert path.read_bytes() == before


@pytest.mark.skipif(os.name == "nt", reason="no such limits")
def test_writing_where_there_is_no_room(new):
    path = new()
    before = path.read_bytes()
    assert limited("say", path, 60_000) == "DiskFull"
    assert path.read_bytes() == before
    with open_session(path) as session:
        assert (session.last, session.verify()) == (1, [])
        session.decide(Decision("5:1", Act.PARK), by="Chair")


def test_a_fault_while_a_session_is_made_leaves_nothing(tmp_path, draft, choices, monkeypatch):
    from negotext.store import making

    def fails(*_):
        raise sqlite3.OperationalError("disk I/O error")

    monkeypatch.setattr(making, "append", fails)
    with pytest.raises(sqlite3.OperationalError):
        create(tmp_path / "s.db", draft, choices, name="n", by="x")
    assert list(tmp_path.iterdir()) == []
