"""The choices of a round in the order of the text, as they stand at one moment: next, previous, filter."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import astuple, dataclass
from functools import cached_property
from weakref import ref as weakref

from negotext.model import Choice, Decision, State
from negotext.query.progress import Progress, gone_with
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


class Families:
    """Which choices stand in each other: what does not change while a round goes on."""

    def __init__(self, choices: Iterable[Choice], order: Sequence[str]) -> None:
        """Look at the choices of a round, outer before inner."""
        self.ranks = {address: rank for rank, address in enumerate(order)}
        self._root: dict[str, str] = {}
        self._members: dict[str, list[str]] = {}
        for choice in choices:
            root = self._root[choice.address] = self._root.get(choice.parent, choice.address)
            self._members.setdefault(root, []).append(choice.address)

    def around(self, addresses: Iterable[str]) -> list[str]:
        """The choices that some are in, those beside them there, and they themselves; outer before inner."""
        roots = dict.fromkeys(self._root[address] for address in addresses)
        return [address for root in roots for address in self._members[root]]


class Places:
    """All choices of a round, as they stand. A value: what is decided later is in another one.

    Attributes:
        standings: by address, in the order of the session (outer before inner).
        order: addresses in the order of the text, outer before inner.
        ranks: the rank of each address in `order`.
    """

    def __init__(self, standings: Mapping[str, Standing], order: Sequence[str], families: Families) -> None:
        """Use `of` or `with_new`; `order` and `families` hold for the whole round."""
        self.standings = standings
        self.order = tuple(order)
        self.ranks = families.ranks
        self._families = families
        self._before: weakref[Places] | None = None
        self._news: frozenset[str] = frozenset()

    @classmethod
    def of(cls, standings: Iterable[Standing]) -> Places:
        """From the standings of a round, outer before inner."""
        known = {standing.address: standing for standing in standings}
        order = sorted(known, key=lambda a: (known[a].choice.span.start, -known[a].choice.span.end))
        return cls(known, order, Families([each.choice for each in known.values()], order))

    def with_new(self, standings: Iterable[Standing]) -> Places:
        """The same, some of them as they stand now. Only what is around and inside them is looked at again."""
        new = {each.address: each for each in standings}
        made = Places({**self.standings, **new}, self.order, self._families)
        members = self._families.around(new)
        decided = made.decisions
        gone = gone_with([made.standings[address].choice for address in members], decided)
        still = {address: self.gone[address] for address in members if address in self.gone}
        made.gone = self.gone if gone == still else {a: by for a, by in self.gone.items() if a not in still} | gone
        counted = (self._tally(members), made._tally(members))
        made.progress = Progress(
            *(all_ + now - was for all_, was, now in zip(astuple(self.progress), *counted, strict=True))
        )
        moved = {address for address in members if gone.get(address) != still.get(address)}
        made._before, made._news = weakref(self), frozenset(moved | new.keys())
        return made

    def around(self, addresses: Iterable[str]) -> list[str]:
        """Some choices with all that stand with them in the same outermost one; outer before inner."""
        return self._families.around(addresses)

    def news_since(self, before: Places) -> frozenset[str]:
        """The addresses that may stand otherwise than before, or may have come or gone with others.

        Args:
            before: the places of the same round at another moment.
        """
        if before is self:
            return frozenset()
        if self._before is not None and self._before() is before:
            return self._news
        old = before.standings
        changed = {address for address, standing in self.standings.items() if old.get(address) is not standing}
        if self.gone is not before.gone:
            changed |= {address for address, _ in self.gone.items() ^ before.gone.items()}
        return frozenset(changed)

    def _tally(self, addresses: Iterable[str]) -> tuple[int, int, int, int]:
        """How many of some choices are open, agreed, parked, gone."""
        counts = dict.fromkeys(State, 0)
        gone = 0
        for address in addresses:
            if address in self.gone:
                gone += 1
            else:
                counts[self.standings[address].state] += 1
        return counts[State.OPEN], counts[State.AGREED], counts[State.PARKED], gone

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
        return Progress(*self._tally(self.order))

    def is_open(self, address: str) -> bool:
        """Whether a choice has to be decided: it is open, and in the text."""
        return self.standings[address].state is State.OPEN and address not in self.gone

    def is_agreed(self, address: str) -> bool:
        """Whether a choice is agreed, though it may have gone with another one."""
        return self.standings[address].state is State.AGREED

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
        rank = self.ranks.get(address, -1 if by > 0 else len(self.order)) + by
        while 0 <= rank < len(self.order):
            if self.order[rank] not in self.gone and self.passes(self.order[rank], wanted):
                return self.order[rank]
            rank += by
        return None

    def count(self, wanted: Filter) -> int:
        """How many pass a filter."""
        return sum(1 for address in self.order if self.passes(address, wanted))

    def at(self, offset: int) -> str | None:
        """The innermost choice that holds a character of the draft; None where there is none."""
        found = None
        for address in self.order:
            span = self.standings[address].choice.span
            if span.start > offset:
                break
            if offset < span.end:
                found = address
        return found

    def first_from(self, offset: int) -> str | None:
        """The first choice that begins at `offset` of the draft or behind it."""
        return next((a for a in self.order if self.standings[a].choice.span.start >= offset), None)
