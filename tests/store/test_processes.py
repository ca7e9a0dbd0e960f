"""Several processes on one session, and processes that end in the middle."""

import random
import sqlite3
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from negotext.model import Act, Decision
from negotext.store import Busy, open_session

WRITER = Path(__file__).with_name("writer.py")
KILLS = 20


def writer(path: Path, name: str, count: int) -> subprocess.Popen:
    command = [sys.executable, str(WRITER), str(path), name, str(count)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def acknowledged(lines: list[str]) -> list[tuple[int, str, str]]:
    """What a writer has said is done; a line cut off by its end does not count."""
    told = [line.split() for line in lines if line.endswith("\n")]
    return [(int(parts[0]), parts[1], parts[2]) for parts in told if len(parts) == 3]


def test_two_processes_write_at_the_same_time(new):
    path = new()
    both = [writer(path, name, 150) for name in ("Chair", "Secretariat")]
    outputs = [process.communicate(timeout=120) for process in both]
    assert [process.returncode for process in both] == [0, 0], outputs
    told = [acknowledged(output.splitlines(keepends=True)) for output, _ in outputs]
    with open_session(path) as session:
        assert session.verify() == []
        log = {entry.id: entry for entry in session.log()}
    assert list(log) == list(range(1, len(log) + 1))
    for name, entries in zip(("Chair", "Secretariat"), told, strict=True):
        assert entries
        for number, kind, address in entries:
            assert (log[number].by, log[number].kind, log[number].address) == (name, kind, address)
    assert len(log) == 1 + sum(map(len, told))


def test_killing_a_writer_loses_nothing_it_acknowledged(new):
    """A process is killed in the middle of its work, twenty times, on the same session."""
    path = new()
    dice = random.Random(3)
    told = []
    for run in range(KILLS):
        process = writer(path, f"run {run}", 1_000_000)
        assert process.stdout.readline() == "ready\n"
        timer = threading.Timer(dice.uniform(0.01, 0.15), process.kill)
        timer.start()
        lines = process.stdout.readlines()
        process.wait()
        process.stderr.close()
        process.stdout.close()
        timer.join()
        assert process.returncode == -9
        told += [(f"run {run}", *entry) for entry in acknowledged(lines)]
        with open_session(path) as session:
            assert session._db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            assert session.last >= max((number for _, number, *_ in told), default=0)
    with open_session(path) as session:
        assert session.verify() == []
        log = {entry.id: entry for entry in session.log()}
    assert len(told) > KILLS
    for by, number, kind, address in told:
        assert (log[number].by, log[number].kind, log[number].address) == (by, kind, address)


def test_whoever_waits_too_long_is_told(session):
    """Another program holds the file and does not let go."""
    db = sqlite3.connect(session.path, isolation_level=None)
    db.execute("BEGIN IMMEDIATE")
    with open_session(session.path, timeout=0.1) as other, pytest.raises(Busy, match=r"0\.1 s") as refused:
        other.decide(Decision("5:1", Act.PARK), by="x")
    assert refused.value.hint
    # Reading goes on meanwhile.
    assert len(session.choices()) == 5
    db.execute("ROLLBACK")
    db.close()
    assert session.last == 1


def test_a_writer_waits_for_another(session):
    db = sqlite3.connect(session.path, isolation_level=None, check_same_thread=False)
    db.execute("BEGIN IMMEDIATE")
    timer = threading.Timer(0.2, db.execute, ("COMMIT",))
    timer.start()
    start = time.monotonic()
    session.decide(Decision("5:1", Act.PARK), by="x")
    assert time.monotonic() - start > 0.1
    timer.join()
    db.close()


def test_followers_are_told_what_others_do(session, other):
    assert session.poll() == []
    version = session.data_version
    entry = other.decide(Decision("5:1", Act.PARK), by="Chair")
    assert session.data_version != version
    assert session.poll() == [entry]
    assert session.poll() == []
    own = session.decide(Decision("5:2", Act.PARK), by="Chair")
    assert session.poll() == [own]
    assert other.poll() == [entry, own]


def test_what_is_read_comes_from_one_state(session, other):
    """While a reading goes on, others write; the reading does not see half of it."""
    with session._reading():
        before = session.choices()
        other.decide(Decision("5:1", Act.PARK), by="Chair")
        assert session.choices() == before
    assert session.choices() != before


def test_a_backup_is_taken_while_others_write(new, tmp_path):
    path = new()
    process = writer(path, "Chair", 400)
    assert process.stdout.readline() == "ready\n"
    copies = [tmp_path / f"copy{number}.db" for number in range(5)]
    with open_session(path, read_only=True) as session:
        for copy in copies:
            session.backup(copy)
    _output, errors = process.communicate(timeout=120)
    assert process.returncode == 0, errors
    lengths = []
    for copy in copies:
        with open_session(copy) as session:
            assert session.verify() == []
            lengths.append(session.last)
    assert lengths == sorted(lengths)
    with open_session(path) as session:
        whole = session.log()
    with open_session(copies[-1]) as session:
        assert session.log() == whole[: lengths[-1]]


def test_a_backup_is_one_file_and_takes_the_place_of_none(session, tmp_path):
    from negotext.store import AlreadyExists, CannotOpen

    session.decide(Decision("5:1", Act.PARK), by="Chair")
    out = tmp_path / "copies"
    out.mkdir()
    session.backup(out / "copy.db")
    assert [path.name for path in out.iterdir()] == ["copy.db"]
    with pytest.raises(AlreadyExists):
        session.backup(out / "copy.db")
    with pytest.raises(AlreadyExists):
        session.backup(session.path)
    with pytest.raises(CannotOpen):
        session.backup(out / "nowhere" / "copy.db")
    with open_session(out / "copy.db", read_only=True) as copy:
        assert copy.log() == session.log()
