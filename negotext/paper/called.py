"""Which footnote each call in a text is of: of several with one number, each has its own call, in order."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from .values import Block, NoteMark, Paragraph

T = TypeVar("T")


class Waiting(Generic[T]):
    """Footnotes that wait for their calls."""

    def __init__(self, notes: Iterable[tuple[str, T]]) -> None:
        """Begin with footnotes and their numbers, in the order in which the text gives them."""
        self._waiting: defaultdict[str, deque[T]] = defaultdict(deque)
        for number, note in notes:
            self._waiting[number].append(note)

    def next(self, number: str) -> T | None:
        """The next footnote of a number."""
        waiting = self._waiting[number]
        return waiting.popleft() if waiting else None

    def left(self) -> Iterator[T]:
        """Those that nothing has called."""
        for waiting in self._waiting.values():
            yield from waiting


def calls_in(body: Iterable[Block]) -> Iterator[NoteMark]:
    """The calls of footnotes in paragraphs, in order."""
    for block in body:
        for inline in block.content if isinstance(block, Paragraph) else ():
            if isinstance(inline, NoteMark):
                yield inline
