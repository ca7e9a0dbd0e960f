"""Files that are made: whole or not at all, and never in the place of another without being told to."""

from __future__ import annotations

import errno
import os
import secrets
import stat
from contextlib import suppress
from pathlib import Path


class Unwritable(Exception):
    """A file cannot be written; what was there is as it was.

    Attributes:
        message: one sentence that says what is wrong, and where.
        hint: what to do about it.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class InTheWay(Unwritable):
    """There is a file of that name, and nobody has said that it may be replaced."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} is there already; nothing was written", "take another name")


def write_file(name: str, data: bytes, *, force: bool) -> None:
    """Write a file in one step: whoever looks sees all of it, or what was there before.

    It is built beside its place under a hidden name, and takes its own when it is on the disk. A device or a pipe of
    that name is written to.

    Args:
        name: as a person typed it.
        data: its bytes.
        force: whether a file of that name may be replaced.

    Raises:
        Unwritable: it cannot be written; what was there is as it was.
    """
    try:
        # A link stays, and what it leads to is replaced.
        path = Path(name).resolve()
        found = path.stat() if path.exists() else None
        if found is not None and stat.S_ISDIR(found.st_mode):
            raise Unwritable(f"{name} is a folder", "name a file in it")
        if found is not None and not stat.S_ISREG(found.st_mode):
            path.write_bytes(data)
            return
        refuse_existing(name, force=force)
        _build(path, data, found.st_mode if found else None, force=force)
    except (OSError, ValueError) as error:
        raise _unwritable(name, error) from None


def refuse_existing(name: str, *, force: bool) -> None:
    """Say before long work that a file is in the way.

    Raises:
        InTheWay: there is a file of that name, and it may not be replaced.
    """
    if not force and Path(name).is_file():
        raise InTheWay(name)


def _build(path: Path, data: bytes, mode: int | None, *, force: bool) -> None:
    building = path.with_name(f".{path.name[:100]}.{secrets.token_hex(4)}.new")
    try:
        with building.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            building.chmod(stat.S_IMODE(mode))
        if force or mode is not None:
            building.replace(path)
        else:
            _publish(building, path)
    finally:
        with suppress(OSError):
            building.unlink(missing_ok=True)


def _publish(building: Path, path: Path) -> None:
    """Give the file its name, unless somebody else has taken it meanwhile."""
    try:
        os.link(building, path)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        if os.path.lexists(path):
            raise FileExistsError(errno.EEXIST, "there already") from None
        building.replace(path)


def _unwritable(name: str, error: OSError | ValueError) -> Unwritable:
    folder = str(Path(name).parent)
    if isinstance(error, FileExistsError):
        return InTheWay(name)
    if isinstance(error, (FileNotFoundError, NotADirectoryError)):
        return Unwritable(f"{name} cannot be written: there is no folder {folder}", f"make it: mkdir -p {folder}")
    if isinstance(error, PermissionError):
        return Unwritable(f"{name} cannot be written: that is not allowed in {folder}", "name another folder")
    if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return Unwritable(f"{name} cannot be written: the disk is full; nothing was changed", "make room on it")
    reason = error.strerror if isinstance(error, OSError) else error
    return Unwritable(f"{name} cannot be written: {reason}", "name another file")
