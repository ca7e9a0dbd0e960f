"""Files that a command makes: whole or not at all, and never in the place of another without being told to."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from negotext.formats import whole_file

from .errors import Unusable


def write_file(name: str, data: bytes, *, force: bool) -> None:
    """Write a file in one step; see `formats.whole_file`.

    Args:
        name: as a person typed it.
        data: its bytes.
        force: whether a file of that name may be replaced.

    Raises:
        Unusable: it cannot be written; what was there is as it was.
    """
    with _told():
        whole_file.write_file(name, data, force=force)


def refuse_existing(name: str, *, force: bool) -> None:
    """Say before long work that a file is in the way.

    Raises:
        Unusable: there is a file of that name, and it may not be replaced.
    """
    with _told():
        whole_file.refuse_existing(name, force=force)


@contextmanager
def _told() -> Iterator[None]:
    """What keeps a file from being written, as the command line says it."""
    try:
        yield
    except whole_file.InTheWay as error:
        raise Unusable(error.message, f"{error.hint}, or --force to replace it") from None
    except whole_file.Unwritable as error:
        raise Unusable(error.message, error.hint) from None
