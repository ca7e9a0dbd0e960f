"""Comparing in a process of its own."""

import json
import subprocess
import sys

import pytest

from negotext.chair.desk import Desk
from negotext.chair.lists.apart import command, compare, environment
from negotext.chair.lists.compared import from_plain


def run(path, old: int, new: int, cwd) -> tuple[int, list[dict]]:
    """Run it with its standard input open, as the chair does."""
    with subprocess.Popen(
        command(path, old, new), stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment(), cwd=cwd
    ) as process:
        told = [json.loads(line) for line in process.stdout]
        process.wait()
    return process.returncode, told


def test_it_tells_what_it_does_and_then_what_differs(make_rounds, tmp_path):
    path = make_rounds()
    code, told = run(path, 1, 2, tmp_path)
    assert code == 0
    assert [each["step"] for each in told[:-1]] == [
        "reading round 1",
        "reading round 2",
        "matching paragraphs and choices",
    ]
    with Desk.opened(path, by="Chair") as desk:
        assert from_plain(told[-1]["compared"]) == compare(desk.session, 1, 2)


def test_a_round_that_is_not_there(make_rounds, tmp_path):
    code, told = run(make_rounds(), 1, 7, tmp_path)
    assert code == 2
    assert told[-1] == {"error": "there is no round 7"}


def test_nothing_in_the_current_folder_is_run(make_rounds, tmp_path):
    path = make_rounds()
    trap = tmp_path / "here" / "negotext"
    trap.mkdir(parents=True)
    (trap / "__init__.py").write_text("raise SystemExit(9)")
    (trap.parent / "json.py").write_text("raise SystemExit(9)")
    assert run(path, 1, 2, trap.parent)[0] == 0


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_it_ends_when_its_input_ends(make_rounds, tmp_path):
    code = (
        "import threading; from negotext.chair.lists import apart\n"
        "apart.compare = lambda *_: threading.Event().wait()\n"
        f"apart.main([{str(make_rounds())!r}, '1', '2'])"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, env=environment()) as process:
        process.stdin.close()
        assert process.wait(60) == 1
