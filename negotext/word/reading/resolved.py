"""Which comments are marked as resolved: Word keeps that in a part of its own, by the last paragraph of a comment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..opening import Package
from ..tags import P

if TYPE_CHECKING:
    from lxml.etree import _Element

_PARAGRAPH = "{http://schemas.microsoft.com/office/word/2010/wordml}paraId"
_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_YES = frozenset(("1", "true", "on"))


class Resolved:
    """Tells which comments are done with. Answers to a comment are done with when it is."""

    def __init__(self, package: Package) -> None:
        root = package.root("commentsExtended")
        self._done: set[str] = set()
        if root is None:
            return
        answers: list[tuple[str, str]] = []
        for comment in root.iter(f"{_W15}commentEx"):
            key = comment.get(f"{_W15}paraId", "")
            if comment.get(f"{_W15}done") in _YES:
                self._done.add(key)
            answers.append((key, comment.get(f"{_W15}paraIdParent", "")))
        # Word has answers to a comment, and none to an answer.
        done = frozenset(self._done)
        self._done |= {key for key, parent in answers if parent in done}
        self._done.discard("")

    def __contains__(self, comment: _Element) -> bool:
        """Whether a comment is."""
        paragraphs = list(comment.iter(P)) if self._done else []
        return bool(paragraphs) and paragraphs[-1].get(_PARAGRAPH) in self._done
