"""Getting at a session: from the name a person typed to an open `Session`, or one clear sentence."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from .errors import Unusable

if TYPE_CHECKING:
    from negotext.store import Session

FOLDER = "sessions"
"""Where sessions live that are named without a path, when the current folder has it."""

SUFFIX = ".db"
_SQLITE = b"SQLite format 3\x00"
_ROUND = re.compile(r"(?P<name>.+):(?P<number>[0-9]+)")


def default_path(name: str) -> Path:
    """Where a new session of this name goes.

    A bare name is `sessions/NAME.db`, or `NAME.db` where there is no such folder; anything else is a path.
    """
    if not _is_bare(name):
        return Path(name)
    folder = Path(FOLDER)
    return (folder if folder.is_dir() else Path()) / f"{name}{SUFFIX}"


def session_path(name: str) -> Path:
    """The file of the session that is called `name`; where it would be, if there is none."""
    if _is_bare(name):
        for path in (Path(FOLDER, f"{name}{SUFFIX}"), Path(f"{name}{SUFFIX}"), Path(name)):
            if path.is_file():
                return path
    return default_path(name)


def is_session(name: str) -> bool:
    """Whether `name` is that of a session and not of a draft, to judge by the first bytes of its file."""
    for path in (Path(name), session_path(name)):
        try:
            with path.open("rb") as file:
                return file.read(len(_SQLITE)) == _SQLITE
        except (OSError, ValueError):
            continue
    return False


def with_round(name: str) -> tuple[str, int | None]:
    """`harbour:2` is round 2 of the session `harbour`; without a number no round is meant."""
    match = _ROUND.fullmatch(name)
    if match and not Path(name).exists():
        return match["name"], int(match["number"])
    return name, None


@contextmanager
def opened(name: str, *, writing: bool = False) -> Iterator[Session]:
    """Open a session for a `with` block, in which what the store refuses becomes a sentence for people.

    Args:
        name: as a person typed it.
        writing: whether the session is going to be changed.

    Raises:
        Unusable: it cannot be opened, or something in the block cannot be done.
    """
    from negotext.store import NoSuchSession, open_session

    with told(name):
        try:
            session = open_session(session_path(name), read_only=not writing)
        except NoSuchSession as error:
            raise Unusable(error.message, _nearest(name)) from None
        with session:
            yield session


@contextmanager
def told(name: str) -> Iterator[None]:
    """Turn what the store refuses in the block into an `Unusable` that names the session as it was typed."""
    from negotext.store import StoreError

    try:
        yield
    except StoreError as error:
        raise Unusable(error.message, error.hint.replace("SESSION", name)) from error


def known_sessions() -> list[str]:
    """Sessions of the current folder and of its folder `sessions`, as they can be typed."""
    found: dict[str, None] = {}
    for folder in (Path(FOLDER), Path()):
        try:
            paths = sorted(folder.glob(f"*{SUFFIX}"))
        except OSError:
            continue
        found |= {path.stem: None for path in paths if path.is_file()}
    return list(found)


def _is_bare(name: str) -> bool:
    path = Path(name)
    return path.name == name and not path.suffix


def _nearest(name: str) -> str:
    near = difflib.get_close_matches(Path(name).stem, known_sessions(), n=1)
    make = f"make one: negotext new {name} --draft DRAFT"
    return f"did you mean {near[0]}? Or {make}" if near else make
