"""Which language each place of a draft is in."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import NamedTuple


class Foreign(NamedTuple):
    """A stretch `start`..`end` (characters) of a draft in another language than the draft."""

    start: int
    end: int
    language: str


@dataclass(frozen=True, slots=True)
class Tongues:
    """The languages of a draft.

    Attributes:
        main: of the draft.
        foreign: its stretches in other languages, in order and disjoint; none in most drafts.
    """

    main: str
    foreign: tuple[Foreign, ...] = ()
    _starts: list[int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_starts", [part.start for part in self.foreign])

    @property
    def all(self) -> tuple[str, ...]:
        """Every language once, the main one first, the others in the order of the text."""
        return tuple(dict.fromkeys((self.main, *(part.language for part in self.foreign))))

    def at(self, offset: int) -> str:
        """The language of the character at `offset`."""
        index = bisect_right(self._starts, offset) - 1
        return self.foreign[index].language if index >= 0 and offset < self.foreign[index].end else self.main
