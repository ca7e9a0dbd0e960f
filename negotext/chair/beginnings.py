"""What merges begin with, remembered: comparing the alternatives of a long paragraph takes longer than showing them."""

from __future__ import annotations

from typing import NamedTuple

from negotext.languages import Registry
from negotext.query.bringing_together import wordings
from negotext.store import Standing, Unfinished

from .combining import Combining, combine
from .combining_sheet import CombiningSheet

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

    def begun(self, before: Begun | None = None) -> Begun:
        """Bring the alternatives together, and find the words again that were made of them.

        Args:
            before: what a merge at the same place began with; alternatives that were brought together are not again.
        """
        kept = self.kept
        numbers = kept.sources if kept is not None else ()
        made = before.made if before is not None and before.made_for(self) else None
        made = made if made is not None else combine(self.standing, numbers, self.language)
        return Begun(self, made, made if kept is None else made.found_again(kept.text, self.language))


class Begun(NamedTuple):
    """What a merge begins with.

    Attributes:
        of: all that it depends on.
        made: the alternatives brought together.
        work: the same with the words that were kept.
    """

    of: Beginning
    made: Combining
    work: Combining

    def made_for(self, other: Beginning) -> bool:
        """Whether the same alternatives in the same state are brought together for another beginning."""
        numbers = other.kept.sources if other.kept is not None else ()
        same = (self.of.standing, self.of.language) == (other.standing, other.language)
        return same and self.made.sources == tuple(each.number for each in wordings(other.standing, numbers))


class Beginnings:
    """What the latest merges began with, by place; it is never that of another state of the place."""

    def __init__(self) -> None:
        self._known: dict[str, Begun] = {}
        self._sides: dict[str, CombiningSheet] = {}

    def knows(self, beginning: Beginning) -> bool:
        """Whether nothing has to be compared for it."""
        known = self._known.get(beginning.standing.address)
        return known is not None and known.made_for(beginning)

    def of(self, beginning: Beginning) -> Combining:
        """What a merge begins with."""
        known = self._known.get(beginning.standing.address)
        if known is None or known.of != beginning:
            known = beginning.begun(known)
        self.note(known)
        return known.work

    def note(self, begun: Begun) -> None:
        """Remember what a merge begins with."""
        address = begun.of.standing.address
        self._known.pop(address, None)
        self._known[address] = begun
        while len(self._known) > _MOST:
            oldest = next(iter(self._known))
            del self._known[oldest]
            self._sides.pop(oldest, None)

    def sides(self, standing: Standing, registry: Registry) -> CombiningSheet:
        """What draws the sides of a choice; it knows what it has drawn of them.

        Args:
            standing: the choice as it stands.
            registry: what to call the delegations; always the same.
        """
        known = self._sides.get(standing.address)
        if known is None or known.standing != standing:
            known = self._sides[standing.address] = CombiningSheet(standing, registry)
        return known
