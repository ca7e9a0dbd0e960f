"""What the benchmarks share: the drafts, and the board that is printed at the end."""

from pathlib import Path

import pytest
from benchmarks.board import Board

_BOARD = Board()


@pytest.fixture(scope="session")
def board() -> Board:
    return _BOARD


@pytest.fixture(scope="session")
def shared_or_none(request) -> Path | None:
    try:
        return request.getfixturevalue("shared")
    except pytest.skip.Exception:
        return None


@pytest.fixture(scope="session")
def drafts(root, shared_or_none) -> dict[str, bytes]:
    """The real drafts by their file names; the examples where the real ones are not at hand."""
    folder = shared_or_none / "corpus" if shared_or_none else root / "examples"
    return {path.name: path.read_bytes() for path in sorted(folder.glob("*.txt"))}


def pytest_terminal_summary(terminalreporter) -> None:
    if _BOARD.rows:
        terminalreporter.section("figures and bars")
        for line in _BOARD.table():
            terminalreporter.write_line(line)
