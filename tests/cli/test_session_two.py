"""Two people at one session: the chair in the room, the secretariat behind."""

import subprocess
import sys

import pytest

from .conftest import environment


@pytest.fixture
def start(ports):
    """Starts a command as a process of its own."""

    def start(*arguments: str, by: str) -> subprocess.Popen:
        return subprocess.Popen(
            [sys.executable, "-m", "negotext", *arguments],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=environment(NEGOTEXT_BY=by),
        )

    return start


def test_two_who_decide_the_same_place(ports, start):
    for number in range(5):
        place = ["10:1", "10:2", "11:1", "11:5", "12:1"][number]
        both = [start("accept", "harbour", place, str(1 + n), by=by) for n, by in enumerate(("Chair", "Secretariat"))]
        answers = [child.communicate(timeout=60) for child in both]
        assert sorted(child.returncode for child in both) == [0, 2]
        loser = next(index for index, child in enumerate(both) if child.returncode == 2)
        winner = ("Chair", "Secretariat")[1 - loser]
        assert f"{place} has been dealt with meanwhile: {winner} accepted alternative" in answers[loser][1]
        assert ports.who("harbour", place)["decided_by"] == winner
    assert [each["kind"] for each in ports.records("log", "harbour")] == ["round"] + ["accept"] * 5


def test_many_who_decide_different_places(ports, start):
    places = [each["address"] for each in ports.records("list", "harbour", "--open") if not each["parent"]][:8]
    children = [start("accept", "harbour", place, "0", by=f"Clerk {n}") for n, place in enumerate(places)]
    assert [child.wait(timeout=120) for child in children] == [0] * len(places)
    for child in children:
        child.communicate()
    assert {place: ports.who("harbour", place)["decided_by"] for place in places} == {
        place: f"Clerk {n}" for n, place in enumerate(places)
    }
    assert "none is lost" in ports("audit", "harbour", "--format", "table")


def test_reading_while_others_write(ports, start):
    writers = [start("say", "harbour", "5:1", "Kenya supports 1", by="Chair") for _ in range(3)]
    readers = [start("list", "harbour", "--open", by="Delegate") for _ in range(3)]
    for child in (*writers, *readers):
        _, complaint = child.communicate(timeout=120)
        assert (child.returncode, complaint) == (0, "")


def test_a_copy_while_others_write(ports, start):
    writers = [start("say", "harbour", "5:1", "Kenya supports 1", by="Chair") for _ in range(3)]
    copy = start("backup", "harbour", "copy.db", by="Secretariat")
    for child in (*writers, copy):
        assert child.wait(timeout=120) == 0
        child.communicate()
    assert "none is lost" in ports("audit", "copy", "--format", "table")


def test_what_reads_only_needs_no_grammar(ports):
    code = (
        "import sys; from negotext.cli import main; "
        "[main(each) for each in (['list', 'harbour'], ['who', 'harbour', '10:1'], ['log', 'harbour'], "
        "['accept', 'harbour', '10:1', '2'], ['search', 'harbour', 'Facility'])]; "
        "print(*sys.modules, file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True, env=environment())
    imported = set(done.stderr.split())
    assert "negotext.store" in imported
    assert {"lark", "sqlite_utils", "negotext.reading"}.isdisjoint(imported)
