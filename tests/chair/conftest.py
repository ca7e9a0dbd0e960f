"""Real sessions, made of the project's own examples, and the app on them."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from negotext.chair.app import make_app
from negotext.chair.desk import Desk
from negotext.cli.program import program
from negotext.outcome import choices_of
from negotext.reading import read_bytes
from negotext.store import create

HARBOUR = "harbour-air.en.txt"
WATER = "city-water.zh.txt"

MakeSession = Callable[..., Path]
Sit = Callable[..., AbstractAsyncContextManager[Pilot]]


@pytest.fixture(autouse=True)
def _calm(monkeypatch):
    """A cursor that blinks is no difference between two screens."""
    monkeypatch.setattr(Input, "cursor_blink", False)
    monkeypatch.setattr(TextArea, "cursor_blink", False)


@pytest.fixture
def make_session(root, tmp_path) -> MakeSession:
    """Makes a session of an example, or of a text, that nobody has open; gives its path."""

    def make(name: str = HARBOUR, text: str | None = None) -> Path:
        data = (root / "examples" / name).read_bytes() if text is None else text.encode()
        draft = read_bytes(data, name)
        path = tmp_path / f"{name.partition('.')[0]}.db"
        create(path, draft, choices_of(draft), name=path.stem, by="Secretariat").close()
        return path

    return make


@pytest.fixture
def session(make_session) -> Path:
    """A session of the English example."""
    return make_session()


@pytest.fixture
def desk(session):
    """The chair's desk at that session; the session holds together afterwards."""
    with Desk.opened(session, by="Chair") as opened:
        yield opened
        assert opened.session.verify() == []


@pytest.fixture
def sit() -> Sit:
    """Opens the app on a session and gives its pilot; the session holds together afterwards."""

    @asynccontextmanager
    async def opened(path: Path, size: tuple[int, int] = (120, 40), **options) -> AsyncIterator[Pilot]:
        app = make_app(path, by=options.pop("by", "Chair"), **options)
        with app.desk:
            async with app.run_test(size=size) as pilot:
                await pilot.pause()
                yield pilot
            if path.exists():
                assert app.desk.session.verify() == []

    return opened


@pytest.fixture
def make_rounds(root, make_session) -> MakeSession:
    """Makes a session of an example and brings in its second round, as `negotext round` does; gives its path."""

    def make(name: str = HARBOUR) -> Path:
        path = make_session(name)
        stem, language, ending = name.split(".")
        second = root / "examples" / f"{stem}.round2.{language}.{ending}"
        done = CliRunner().invoke(program, ["round", str(path), "--draft", str(second), "--yes", "--by", "Secretariat"])
        assert done.exit_code == 0, done.output
        return path

    return make
