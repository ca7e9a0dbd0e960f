"""Keeps the words of a merge on disk while they are being written, from any thread."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from threading import Lock

from negotext.store import StoreError, Unfinished, open_session


class Keeper:
    """Keeps the latest words of one merge.

    The session of the desk belongs to the thread of the screen, which must not wait for a disk or for others who
    write; so a connection is opened for each keeping, and the order of the words is minded here.
    """

    def __init__(self, path: Path, draft: Unfinished) -> None:
        """Make a keeper; nothing is kept yet.

        Args:
            path: of the session.
            draft: what is being written, with the words as they are on disk, or as they were to begin with.
        """
        self._path = path
        self.kept = False
        """Whether something was kept."""
        self._last = draft
        self._wanted = draft
        self._ended = False
        self._lock = Lock()

    def want(self, text: str, sources: tuple[int, ...]) -> bool:
        """Note the latest words; tells whether they have to be kept."""
        self._wanted = replace(self._wanted, text=text, sources=sources)
        return not self._ended and self._wanted != self._last

    def keep(self) -> str:
        """Put the latest words on disk, unless they are there.

        Returns:
            why they could not be kept; empty when they are.
        """
        with self._lock:
            wanted = self._wanted
            if self._ended or wanted == self._last:
                return ""
            try:
                with open_session(self._path) as session:
                    session.keep_unfinished(wanted)
            except StoreError as error:
                return error.message
            self._last, self.kept = wanted, True
            return ""

    def end(self) -> None:
        """Keep nothing any more: the words were decided, or given up."""
        with self._lock:
            self._ended = True
