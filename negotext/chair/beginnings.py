"""What merges begin with, remembered: comparing the alternatives of a long paragraph takes longer than showing them."""

from __future__ import annotations

from typing import NamedTuple

from negotext.store import Standing, Unfinished

from .combining import Combining, combine

# So many places are remembered: that which is looked at, and where the chair was before.
_MOST = 6
# So many characters of all alternatives are compared while one waits: some milliseconds.
_LONG = 10_000


class Beginning(NamedTuple):
    """All that it depends on what a merge begins with.

    Attributes:
        standing: the choice as it stands.
        kept: the words that were begun; None where there are none.
        language: code of their language.
    """

    standing: Standing
    kept: Unfinished | None
    language: str

    @property
    def long(self) -> bool:
        """Whether comparing takes so long that nobody should wait for it."""
        return sum(len(each.text) for each in self.standing.choice.alternatives) > _LONG

    def work(self) -> Combining:
        """Bring the alternatives together, or find the words again that were made of them."""
        kept = self.kept
        work = combine(self.standing, kept.sources if kept is not None else (), self.language)
        return work if kept is None else work.found_again(kept.text, self.language)


class Beginnings:
    """What the latest merges began with, by place; it is never that of another state of the place."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[Beginning, Combining]] = {}

    def knows(self, beginning: Beginning) -> bool:
        """Whether nothing has to be compared for it."""
        known = self._known.get(beginning.standing.address)
        return known is not None and known[0] == beginning

    def of(self, beginning: Beginning) -> Combining:
        """What a merge begins with."""
        return self.note(beginning, self._known[beginning.standing.address][1] if self.knows(beginning) else None)

    def note(self, beginning: Beginning, work: Combining | None) -> Combining:
        """Remember what a merge begins with; where it is None, it is worked out."""
        work = work if work is not None else beginning.work()
        self._known.pop(beginning.standing.address, None)
        self._known[beginning.standing.address] = beginning, work
        while len(self._known) > _MOST:
            del self._known[next(iter(self._known))]
        return work
