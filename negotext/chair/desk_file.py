"""The file of a session that is open: noticing that it is lost."""

from __future__ import annotations

from pathlib import Path

from negotext.store import CannotOpen


class Watch:
    """Notices that a file is not the one any more that was opened."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._was = _identity(path)

    def check(self) -> None:
        """See whether it is still there.

        Raises:
            CannotOpen: it was moved, deleted or replaced.
        """
        if _identity(self._path) != self._was:
            raise CannotOpen(self._path, "it was moved, deleted or replaced while it was open")


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
