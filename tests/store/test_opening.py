"""Files that are no session, cannot be written, or come from another negotext: said clearly, and left as they were."""

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from negotext.model import Act, Decision
from negotext.store import (
    AlreadyExists,
    CannotOpen,
    Damaged,
    NewerSchema,
    NoSuchSession,
    NotASession,
    OlderSchema,
    ReadOnly,
    SchemaOutOfReach,
    Unstorable,
    create,
    open_session,
)

PARK = Decision("5:1", Act.PARK)


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def other_sqlite(path: Path) -> None:
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE log (id)")
    db.close()


NO_SESSIONS = {
    "a text": lambda path: path.write_text("5. The Committee [shall]", encoding="utf-8"),
    "an empty file": lambda path: path.write_bytes(b""),
    "a cut header": lambda path: path.write_bytes(b"SQLite format 3\0" + bytes(20)),
    "a word document": lambda path: path.write_bytes(b"PK\x03\x04" + bytes(200)),
    "another SQLite file": other_sqlite,
    "a folder": lambda path: path.mkdir(),
}


@pytest.mark.parametrize("read_only", [False, True])
@pytest.mark.parametrize("made", NO_SESSIONS)
def test_what_is_no_session_is_refused_and_left_alone(tmp_path, made, read_only):
    path = tmp_path / "x.db"
    NO_SESSIONS[made](path)
    before = files(tmp_path)
    with pytest.raises(NotASession) as refused:
        open_session(path, read_only=read_only)
    assert "not a session" in refused.value.message
    assert refused.value.hint
    assert files(tmp_path) == before


def test_a_missing_file_is_not_made(tmp_path):
    with pytest.raises(NoSuchSession):
        open_session(tmp_path / "x.db")
    assert list(tmp_path.iterdir()) == []


def versioned(path: Path, version: int) -> None:
    with sqlite3.connect(path) as db:
        db.execute(f"PRAGMA user_version = {version}")
    db.close()


@pytest.mark.parametrize("read_only", [False, True])
def test_a_newer_schema_is_refused_and_left_alone(new, read_only):
    path = new()
    versioned(path, 999)
    before = files(path.parent)
    with pytest.raises(NewerSchema, match="schema 999"):
        open_session(path, read_only=read_only)
    assert files(path.parent) == before


def test_an_older_schema_is_not_changed_by_whoever_only_reads(new):
    path = new()
    versioned(path, 1)
    before = files(path.parent)
    with pytest.raises(OlderSchema):
        open_session(path, read_only=True)
    assert files(path.parent) == before


def test_a_damaged_session_is_called_so(new):
    path = new()
    content = path.read_bytes()
    path.write_bytes(content[:4096] + b"\xff" * (len(content) - 4096))
    before = files(path.parent)
    with pytest.raises(Damaged):
        open_session(path, read_only=True).choices()
    assert files(path.parent) == before


def test_a_session_is_not_made_over_another_file(new, draft, choices):
    path = new()
    before = files(path.parent)
    with pytest.raises(AlreadyExists):
        create(path, draft, choices, name="n", by="x")
    assert files(path.parent) == before


def test_a_session_is_not_made_over_a_dangling_link(tmp_path, draft, choices):
    (tmp_path / "x.db").symlink_to(tmp_path / "nowhere.db")
    with pytest.raises(AlreadyExists):
        create(tmp_path / "x.db", draft, choices, name="n", by="x")


def test_of_two_who_make_the_same_session_one_is_told(tmp_path, draft, choices, monkeypatch):
    """The other file appears while this one is being built."""
    from negotext.store import newfile

    path = tmp_path / "x.db"
    published = newfile._publish
    monkeypatch.setattr(newfile, "_publish", lambda *names: (path.write_text("theirs"), published(*names)))
    with pytest.raises(AlreadyExists):
        create(path, draft, choices, name="n", by="x")
    assert files(tmp_path) == {"x.db": b"theirs"}


def test_a_file_system_without_hard_links_will_do(tmp_path, draft, choices, monkeypatch):
    def no_links(*_):
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_links)
    with create(tmp_path / "x.db", draft, choices, name="n", by="x") as session:
        assert session.verify() == []
    assert list(files(tmp_path)) == ["x.db"]


@pytest.mark.parametrize("name", ["会议 №1.db", "50%20#a?mode=ro&b.db", "it's [a] session"])
def test_a_file_may_be_called_anything(tmp_path, draft, choices, name):
    with create(tmp_path / name, draft, choices, name="n", by="x") as session:
        session.decide(PARK, by="x")
        assert session.sql("SELECT count(*) FROM decisions").rows == [(1,)]
    assert list(files(tmp_path)) == [name]


def test_a_session_without_a_name_is_not_made(tmp_path, draft, choices):
    with pytest.raises(Unstorable):
        create(tmp_path / "x.db", draft, choices, name="n", by=" ")
    assert files(tmp_path) == {}


def test_an_old_sqlite_is_refused(new, draft, choices, monkeypatch):
    path = new()
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 36, 0))
    with pytest.raises(SchemaOutOfReach):
        open_session(path)
    with pytest.raises(SchemaOutOfReach):
        create(path.with_name("y.db"), draft, choices, name="n", by="x")


def test_a_session_needs_its_folder(tmp_path, draft, choices):
    with pytest.raises(CannotOpen, match="no folder"):
        create(tmp_path / "sub" / "x.db", draft, choices, name="n", by="x")


def test_reading_leaves_nothing_behind(new):
    path = new()
    before = files(path.parent)
    with open_session(path, read_only=True) as session:
        session.choices()
        session.sql("SELECT 1")
        session.search("shall")
    assert files(path.parent) == before


def test_whoever_only_reads_cannot_write(new, draft, choices):
    path = new()
    with open_session(path, read_only=True) as session:
        for act in (
            lambda: session.decide(PARK, by="x"),
            lambda: session.say("5:1", "words", by="x"),
            lambda: session.withdraw("5:1", delegation="CL", by="x"),
            lambda: session.undo(by="x"),
            lambda: session.redo(by="x"),
            lambda: session.add_round(draft, choices, by="x"),
        ):
            with pytest.raises(ReadOnly):
                act()
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            session._db.execute("UPDATE session SET name = 'x'")


def test_nothing_is_written_to_a_file_that_is_no_longer_there(session, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    away = shutil.move(session.path, tmp_path / "elsewhere" / "session.db")
    for _ in range(2):
        with pytest.raises(CannotOpen, match="moved, deleted or replaced"):
            session.decide(PARK, by="x")
        shutil.copy(away, session.path)
    shutil.move(away, session.path)
    session.decide(PARK, by="x")


LOOK = """
import os, sys, tempfile
from negotext.model import Act, Decision
from negotext.store import StoreError, create, open_session
from negotext.reading import read_text
path = sys.argv[1]
def make(where):
    create(where, read_text("5. [shall]"), (), name="n", by="x").close()
def write():
    with open_session(path) as session:
        session.decide(Decision("5:1", Act.PARK), by="x")
def read():
    with open_session(path, read_only=True) as session:
        assert session.sql("SELECT count(*) FROM choices").rows == [(5,)]
        return ",".join(choice.state for choice in session.listed(None))
def tried(act, *arguments):
    try:
        return act(*arguments) or "done"
    except StoreError as error:
        return f"{type(error).__name__}: {error}"
with tempfile.TemporaryDirectory() as folder:
    make(os.path.join(folder, "x.db"))  # so that all is imported: a user without rights may not see this Python
if os.geteuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
print(tried(write))
print(tried(read))
print(tried(make, path + ".new"))
"""


@pytest.fixture
def abroad(new):
    """A copy of a session where a user without rights can get at it, as tests may run as root."""
    folder = Path(tempfile.mkdtemp())
    shutil.copy(new(), folder / "s.db")
    folder.chmod(0o755)
    (folder / "s.db").chmod(0o644)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


def as_nobody(path: Path) -> list[str]:
    """What a user without special rights gets to hear: write, read, make another."""
    done = subprocess.run([sys.executable, "-c", LOOK, path], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


@pytest.mark.skipif(os.name == "nt", reason="rights work otherwise")
def test_a_read_only_folder_is_read_and_not_written(abroad):
    abroad.chmod(0o555)
    before = files(abroad)
    written, read, made = as_nobody(abroad / "s.db")
    assert written.startswith("ReadOnly: ")
    assert read == "open,open,open,open,open"
    assert made.startswith("ReadOnly: ")
    assert files(abroad) == before


@pytest.mark.skipif(os.name == "nt", reason="rights work otherwise")
def test_a_read_only_file_is_read_and_not_written(abroad):
    abroad.chmod(0o777)
    (abroad / "s.db").chmod(0o444)
    before = files(abroad)
    written, read, _ = as_nobody(abroad / "s.db")
    assert written.startswith("ReadOnly: ")
    assert read == "open,open,open,open,open"
    assert files(abroad)["s.db"] == before["s.db"]


@pytest.mark.skipif(os.name == "nt", reason="rights work otherwise")
@pytest.mark.parametrize("readable", [True, False])
def test_changes_that_lie_beside_the_file_are_not_passed_over(abroad, readable):
    """As after a crash, in a read-only folder: the latest decision is in the -wal file and nowhere else."""
    with open_session(abroad / "s.db") as session:
        session.decide(PARK, by="x")
        left = files(abroad)
    left.pop("s.db-shm")
    for name, content in left.items():
        (abroad / name).write_bytes(content)
        (abroad / name).chmod(0o444)
    if not readable:
        (abroad / "s.db-wal").chmod(0o400)
    abroad.chmod(0o555)
    _, read, _ = as_nobody(abroad / "s.db")
    assert read.startswith("CannotOpen: ")
    assert "-wal" in read


def test_sqlite_utils_is_imported_only_to_make_or_upgrade(new):
    """It takes longer to import than everything else a command does."""
    code = (
        "import sys; from negotext.store import open_session\n"
        "with open_session(sys.argv[1]) as session: session.choices(); session.search('shall')\n"
        "print('sqlite_utils' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code, new()], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
