"""Documents of a real draft, each by a whole process: what the secretariat waits for at the prompt.

Run with `make bench`. The bar is 300 ms for a document of any style. Beside them are two floors of the same run: the
start of the program (`negotext --help`), and the start of a process that imports what a Word file is written with. The
processes find their bytecode, as those of an installed program do.
"""

import os
import subprocess
import sys

import pytest

ROUNDS = 12
BAR = 0.3
GROUP = "a document of the ToR session, as a process"


@pytest.fixture(scope="module")
def environment(tmp_path_factory) -> dict[str, str]:
    """The environment, with a place for bytecode."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"PYTHONPYCACHEPREFIX": str(tmp_path_factory.mktemp("bytecode"))}


@pytest.fixture(scope="module")
def tor(shared, tmp_path_factory, environment):
    """The folder of a session with both rounds of the terms of reference, and three decisions in each."""
    folder = tmp_path_factory.mktemp("tor")

    def negotext(*arguments: str) -> None:
        command = [sys.executable, "-m", "negotext", *arguments, "--by", "bench"]
        subprocess.run(command, cwd=folder, check=True, capture_output=True, env=environment)

    negotext("new", "tor", "--draft", str(shared / "corpus" / "wo-pbc-35-7-annex.zh.txt"))
    negotext("round", "tor", "--draft", str(shared / "corpus" / "wo-pbc-36-12-annex-ii.zh.txt"), "--yes")
    for place in ("5:1", "6:4", "10:4"):
        negotext("accept", "tor", place, "1")
    return folder


@pytest.fixture
def measured(benchmark, environment):
    """Measures a process: seconds it takes at best, so that what else the machine does is not measured."""

    def measured(folder, *arguments: str) -> float:
        def one() -> None:
            subprocess.run([sys.executable, *arguments], cwd=folder, check=True, capture_output=True, env=environment)

        benchmark.pedantic(one, rounds=ROUNDS, iterations=1, warmup_rounds=2)
        return benchmark.stats["min"]

    return measured


@pytest.mark.benchmark(group=GROUP)
@pytest.mark.parametrize("ending", ["docx", "html"])
@pytest.mark.parametrize("style", ["clean", "annotated", "tracked", "comparison"])
def test_document(board, tor, measured, style, ending):
    export = ("export", "tor", f"{style}.{ending}", "--style", style, "--force")
    seconds = measured(tor, "-m", "negotext", *export)
    board.put(f"export --style {style}, .{ending}", seconds * 1000, BAR * 1000, "ms")
    assert seconds <= BAR


@pytest.mark.benchmark(group=GROUP)
def test_proposals_of_one_delegation(board, tor, measured):
    export = ("export", "tor", "us.docx", "--style", "tracked", "--by-delegation", "US", "--force")
    seconds = measured(tor, "-m", "negotext", *export)
    board.put("export --style tracked --by-delegation, .docx", seconds * 1000, BAR * 1000, "ms")
    assert seconds <= BAR


@pytest.mark.benchmark(group=GROUP)
def test_floor_start(tor, measured):
    measured(tor, "-m", "negotext", "--help")


@pytest.mark.benchmark(group=GROUP)
def test_floor_imports(tor, measured):
    measured(tor, "-c", "import click, sqlite3, lxml.etree, docx")
