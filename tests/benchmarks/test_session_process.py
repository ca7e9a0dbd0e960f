"""A session of a real draft, asked by whole processes: what a delegate waits for at the prompt.

Run with `make bench`. The bar is 300 ms for `list` and `who`; a process that does the same with sqlite3 alone is
measured beside them.
"""

import subprocess
import sys

import pytest

ROUNDS = 15
BAR = 0.3


@pytest.fixture(scope="module")
def tor(shared, tmp_path_factory):
    """The folder of a session made from the terms of reference in the corpus."""
    folder = tmp_path_factory.mktemp("tor")
    draft = shared / "corpus" / "wo-pbc-35-7-annex.zh.txt"
    made = [sys.executable, "-m", "negotext", "new", "tor", "--draft", str(draft), "--by", "bench"]
    subprocess.run(made, cwd=folder, check=True, capture_output=True)
    return folder


def measured(benchmark, folder, *arguments: str) -> float:
    """Seconds that a process takes at best: what else the machine does is not measured."""

    def one() -> None:
        subprocess.run([sys.executable, *arguments], cwd=folder, check=True, capture_output=True)

    benchmark.pedantic(one, rounds=ROUNDS, iterations=1, warmup_rounds=2)
    return benchmark.stats["min"]


@pytest.mark.benchmark(group="a question to the ToR session, as a process")
@pytest.mark.parametrize(
    "question",
    [
        ("list", "tor", "--open", "--format", "table"),
        ("list", "tor", "--held-by", "RU", "--format", "jsonl"),
        ("who", "tor", "12:1.7"),
        ("log", "tor"),
        ("search", "tor", "美国"),
        ("accept", "tor", "12:1.7", "1", "--dry-run"),
    ],
    ids=lambda question: question[0],
)
def test_question(benchmark, tor, question):
    assert measured(benchmark, tor, "-m", "negotext", *question) <= BAR


@pytest.mark.benchmark(group="a question to the ToR session, as a process")
def test_question_raw(benchmark, tor):
    code = (
        "import sqlite3; db = sqlite3.connect('file:tor.db?mode=ro', uri=True); "
        "print(db.execute('SELECT * FROM choices').fetchall(), db.execute('SELECT * FROM positions').fetchall())"
    )
    measured(benchmark, tor, "-c", code)


@pytest.mark.benchmark(group="what reads the draft again, as a process")
@pytest.mark.parametrize("question", [("show", "tor", "12"), ("stats", "tor"), ("audit", "tor")], ids=lambda q: q[0])
def test_with_the_draft(benchmark, tor, question):
    measured(benchmark, tor, "-m", "negotext", *question)
