"""The choices of a round in the order of the text, as they stand at one moment: next, previous, filter."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from negotext.model import Choice, Decision, State
from negotext.query.progress import Progress, gone_with, progress
from negotext.store import Standing


@dataclass(frozen=True, slots=True)
class Filter:
    """Which choices next and previous stop at.

    Attributes:
        open_only: only what has to be decided.
        delegation: code of one that speaks on them, or empty.
    """

    open_only: bool = False
    delegation: str = ""

    def __bool__(self) -> bool:
        return self.open_only or bool(self.delegation)


@dataclass(frozen=True)
class Places:
    """All choices of a round, as they stand.

    Attributes:
        standings: by address, in the order of the session (outer before inner).
    """

    standings: Mapping[str, Standing]
    _order: tuple[str, ...] = field(default=())

    @classmethod
    def of(cls, standings: Iterable[Standing]) -> Places:
        """From the standings of a round, outer before inner."""
        known = {standing.address: standing for standing in standings}
        order = sorted(known, key=lambda a: (known[a].choice.span.start, -known[a].choice.span.end))
        return cls(known, tuple(order))

    def with_new(self, standings: Iterable[Standing]) -> Places:
        """The same, some of them as they stand now."""
        return Places({**self.standings, **{each.address: each for each in standings}}, self._order)

    @property
    def order(self) -> tuple[str, ...]:
        """Addresses in the order of the text, outer before inner."""
        return self._order

    @cached_property
    def ranks(self) -> dict[str, int]:
        """The rank of each address in `order`."""
        return {address: rank for rank, address in enumerate(self._order)}

    @cached_property
    def choices(self) -> list[Choice]:
        """The choices in the order of the session."""
        return [standing.choice for standing in self.standings.values()]

    @cached_property
    def decisions(self) -> dict[str, Decision]:
        """The decision that holds of each address that has one."""
        return {a: each.decision for a, each in self.standings.items() if each.decision is not None}

    @cached_property
    def gone(self) -> dict[str, str]:
        """Choices that are no longer in the text, each with the decided one that took it along."""
        return gone_with(self.choices, self.decisions)

    @cached_property
    def progress(self) -> Progress:
        """How far the round is."""
        return progress(self.choices, self.decisions)

    def is_open(self, address: str) -> bool:
        """Whether a choice has to be decided: it is open, and in the text."""
        return self.standings[address].state is State.OPEN and address not in self.gone

    def passes(self, address: str, wanted: Filter) -> bool:
        """Whether a choice passes a filter."""
        if wanted.open_only and not self.is_open(address):
            return False
        code = wanted.delegation
        stands = self.standings[address].choice.stands
        return not code or any(code in (stand.delegation, stand.on_behalf_of) for stand in stands)

    def step(self, address: str, by: int, wanted: Filter) -> str | None:
        """The next choice that is in the text and passes a filter; None where there is none in that direction.

        Args:
            address: where to begin; empty for in front of the first one.
            by: 1 for the next one, -1 for the previous one.
            wanted: the filter.
        """
        rank = self.ranks.get(address, -1 if by > 0 else len(self._order)) + by
        while 0 <= rank < len(self._order):
            if self._order[rank] not in self.gone and self.passes(self._order[rank], wanted):
                return self._order[rank]
            rank += by
        return None

    def count(self, wanted: Filter) -> int:
        """How many pass a filter."""
        return sum(1 for address in self._order if self.passes(address, wanted))

    def at(self, offset: int) -> str | None:
        """The innermost choice that holds a character of the draft; None where there is none."""
        found = None
        for address in self._order:
            span = self.standings[address].choice.span
            if span.start > offset:
                break
            if offset < span.end:
                found = address
        return found

    def first_from(self, offset: int) -> str | None:
        """The first choice that begins at `offset` of the draft or behind it."""
        return next((a for a in self._order if self.standings[a].choice.span.start >= offset), None)
