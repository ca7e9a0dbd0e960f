"""Files that commands make: whole or not at all, never in the place of another."""

import os
import resource
import signal
import stat
import subprocess
import sys
import threading

import pytest

from negotext.cli.errors import Unusable
from negotext.cli.written_file import write_file


def test_a_new_file(tmp_path):
    write_file(str(tmp_path / "a"), b"words", force=False)
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a", b"words")]


def test_a_file_that_is_there_stays(tmp_path):
    path = tmp_path / "a"
    path.write_bytes(b"old")
    with pytest.raises(Unusable, match="is there already; nothing was written") as refused:
        write_file(str(path), b"new", force=False)
    assert "--force" in refused.value.hint
    assert [each.read_bytes() for each in tmp_path.iterdir()] == [b"old"]


def test_a_file_is_replaced_with_its_permissions(tmp_path):
    path = tmp_path / "a"
    path.write_bytes(b"old")
    path.chmod(0o640)
    write_file(str(path), b"new", force=True)
    assert (path.read_bytes(), stat.S_IMODE(path.stat().st_mode)) == (b"new", 0o640)
    assert len(list(tmp_path.iterdir())) == 1


def test_a_link_stays_a_link(tmp_path):
    (tmp_path / "real").write_bytes(b"old")
    (tmp_path / "link").symlink_to("real")
    write_file(str(tmp_path / "link"), b"new", force=True)
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"new"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("folder", "is a folder"),
        ("nowhere/a", "there is no folder"),
        ("a\0b", "cannot be written"),
        ("x" * 300, "cannot"),
    ],
)
def test_what_cannot_be_written(tmp_path, name, said):
    (tmp_path / "folder").mkdir()
    with pytest.raises(Unusable, match=said):
        write_file(str(tmp_path / name), b"words", force=True)
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]


def test_a_pipe_is_written_to(tmp_path):
    path = tmp_path / "pipe"
    os.mkfifo(path)
    got = []
    reader = threading.Thread(target=lambda: got.append(path.read_bytes()))
    reader.start()
    write_file(str(path), b"words", force=False)
    reader.join()
    assert got == [b"words"]
    assert stat.S_ISFIFO(path.stat().st_mode)


LIMITED = """
import sys
from negotext.cli.errors import Unusable
from negotext.cli.written_file import write_file
try:
    write_file(sys.argv[1], b"x" * 100_000, force=True)
except Unusable as error:
    print(error.message)
"""


def test_no_room(tmp_path):
    path = tmp_path / "a"
    path.write_bytes(b"old")

    def limit():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))

    done = subprocess.run(
        [sys.executable, "-c", LIMITED, path], preexec_fn=limit, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == f"{path} cannot be written: the disk is full; nothing was changed"
    assert [each.read_bytes() for each in tmp_path.iterdir()] == [b"old"]
