"""Taking decisions: what one would bring is said first, or instead (`--dry-run`)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from negotext.model import Act, Decision, State
from negotext.query.kept import registry_of

from .errors import Unusable, complain
from .paging import print_pages
from .placing import place_in
from .sessions import opened
from .terminal import screen

if TYPE_CHECKING:
    from negotext.store import Session, Standing

Maker = Callable[["Session", "Standing"], Decision]
"""Makes the decision from the place as it stands."""

_LINE = re.compile(r"\s*(?P<address>\S.*?)\s*[\s,;]\s*(?P<number>\d+)\s*")


@dataclass(frozen=True, slots=True)
class Signature:
    """Whose a decision is, and on what it was taken.

    Attributes:
        by: who decides.
        why: the reason, for the log.
        seen: the latest entry on the place that the decider has seen; None for what it is now.
        dry_run: whether nothing is to be changed.
    """

    by: str
    why: str
    seen: int | None = None
    dry_run: bool = False


def decide(session: str, address: str, make: Maker, signed: Signature) -> None:
    """Take the decision that `make` gives on a place, and print what it brings.

    A place that is agreed stays as it is unless it is reopened, or `signed.seen` names its latest entry.

    Raises:
        Unusable: it cannot be decided like that; nothing has been changed.
    """
    with opened(session, writing=not signed.dry_run) as store:
        _take(store, session, address, make, signed)


def accept_all(session: str, lines: Iterable[str], signed: Signature) -> bool:
    """Accept what is listed, line by line: an address and a number.

    A place that cannot be decided is told on stderr and left as it is, and the others are decided.

    Returns:
        Whether all of them could be decided.
    """
    done = True
    with opened(session, writing=not signed.dry_run) as store:
        from negotext.store import StoreError

        for address, number in _listed(lines):

            def make(_: Session, standing: Standing, number: int = number) -> Decision:
                return Decision(standing.address, Act.ACCEPT, alternative=number)

            try:
                _take(store, session, address, make, signed)
            except (StoreError, Unusable) as error:
                complain(error.message, error.hint.replace("SESSION", session))
                done = False
    return done


def alternative_in(standing: Standing, number: int) -> None:
    """That an alternative is on the table.

    Raises:
        UnknownAlternative: it is not.
    """
    from negotext.store import UnknownAlternative

    known = [each.number for each in standing.choice.alternatives if each.number not in standing.withdrawn]
    if number not in known:
        was = number in standing.withdrawn
        why = " any more: it was withdrawn or undone" if was else ""
        raise UnknownAlternative(standing.address, number, known, why)


def _take(store: Session, session: str, address: str, make: Maker, signed: Signature) -> None:
    from negotext.query.overriding import consequences
    from negotext.query.progress import gone_with

    from .draw.deeds import draw_deed

    place = place_in(store, address, session)
    standing = store.choice(place)
    decision = make(store, standing)
    choices = store.listed(None)
    settled = {each.address: each for each in store.decisions()}
    registry = registry_of(store)
    brings = consequences(standing.choice, decision, registry.groups, choices, settled)
    entry = None
    if signed.dry_run:
        _check(store, standing, decision, signed.seen)
    else:
        known = standing.seen if signed.seen is None else signed.seen
        # Without a look at it, what is agreed stays as it is: the store says who decided it.
        asked = None if signed.seen is None and standing.state is State.AGREED else known
        entry = store.decide(decision, by=signed.by, why=signed.why, seen=asked)
    console = screen()
    outer = gone_with(choices, settled).get(place, "")
    width = console.width
    drawn = draw_deed(standing, decision, brings, registry=registry, entry=entry, outer=outer, width=width)
    print_pages(drawn, console, paged=False)


def _check(store: Session, standing: Standing, decision: Decision, seen: int | None) -> None:
    """What the store would refuse."""
    from negotext.store import StaleChoice

    if seen is None:
        stale = standing.entry if standing.state is State.AGREED and decision.act is not Act.REOPEN else 0
    else:
        stale = standing.seen if seen != standing.seen else 0
    if stale:
        raise StaleChoice(standing.address, store.log(stale - 1, address=standing.address)[0])
    if decision.alternative is not None:
        alternative_in(standing, decision.alternative)
    for number in decision.sources:
        alternative_in(standing, number)


def _listed(lines: Iterable[str]) -> Iterator[tuple[str, int]]:
    """Addresses and numbers, as `10:1 2` or in CSV; blank lines, comments and a header are none.

    Raises:
        Unusable: a line is something else.
    """
    for count, line in enumerate(lines, 1):
        stripped = line.strip()
        match = _LINE.fullmatch(stripped)
        if match:
            yield match["address"].strip('"'), int(match["number"])
        elif stripped and not stripped.startswith("#") and count > 1:
            raise Unusable(f"line {count} is no address and number: {stripped!r}", "as in: 10:1 2")
