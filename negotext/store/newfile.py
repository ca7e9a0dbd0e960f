"""A new file appears whole or not at all, and never in the place of another."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from .errors import AlreadyExists, CannotOpen
from .faults import explained

_SIDECARS = ("", "-wal", "-shm", "-journal")


@contextmanager
def new_file(path: Path) -> Iterator[Path]:
    """Make a file: the block builds it under the name it is given, beside `path`, and closes it.

    When the block ends well the file is on disk and called `path`; otherwise nothing is left of it.

    Raises:
        AlreadyExists: something of that name is there, even if it came while the file was being built.
        CannotOpen, ReadOnly, DiskFull: the folder is missing, not writable, or full.
    """
    if os.path.lexists(path):
        raise AlreadyExists(path)
    if not path.parent.is_dir():
        raise CannotOpen(path, f"there is no folder {path.parent}")
    building = path.with_name(f".{path.name}.{secrets.token_hex(4)}.new")
    with explained(path):
        try:
            building.touch(exist_ok=False)
            yield building
            _to_disk(building, os.O_RDWR)
            _publish(building, path)
        finally:
            for suffix in _SIDECARS:
                building.with_name(building.name + suffix).unlink(missing_ok=True)
        with suppress(OSError):
            _to_disk(path.parent, os.O_RDONLY)


def _publish(building: Path, path: Path) -> None:
    """Give the file its name, unless somebody else has taken it."""
    try:
        os.link(building, path)
    except FileExistsError:
        raise
    except OSError:
        # A file system without hard links: what is left open here is the moment between look and rename.
        if os.path.lexists(path):
            raise AlreadyExists(path) from None
        building.rename(path)


def _to_disk(path: Path, flags: int) -> None:
    """Wait until a file, or the entries of a folder, are on the disk."""
    descriptor = os.open(path, flags)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
