"""Bringing the next draft into a session: matching, asking, carrying over, telling."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from negotext.model import Draft, State
from negotext.outcome import choices_of
from negotext.query.carrying import Heritage, for_matching, heritage, in_order
from negotext.query.kept import draft_of, own_of
from negotext.rounds import Comparison, compare_rounds

from .draw.heritage import doubtful, draw_heritage
from .errors import Unusable
from .loading import load
from .manner import Manner
from .paging import print_pages
from .terminal import screen
from .waiting import waiting

if TYPE_CHECKING:
    from negotext.store import Session


@dataclass(frozen=True, slots=True)
class Incoming:
    """A draft that is about to become a round.

    Attributes:
        draft: as read.
        comparison: with the round before.
        heirs: what its places take over, all matches.
        seen: the latest entry of the session when this was worked out.
        number: of the round to be.
        put_back: new addresses of places that are decided, and that the bookmarks of the file show to be open in it.
    """

    draft: Draft
    comparison: Comparison
    heirs: tuple[Heritage, ...]
    seen: int
    number: int
    put_back: tuple[str, ...] = ()


def bring_in(
    store: Session,
    session: str,
    path: str,
    name: str | None,
    *,
    take: str | None,
    by: str,
    why: str,
    dry_run: bool,
    language: str | None,
    manner: Manner = Manner(),  # noqa: B008  # frozen
) -> None:
    """Make a draft the next round of a session, and print what comes over.

    Args:
        store: the session.
        session: as a person typed it.
        path: of the draft, or `-`.
        name: what the round is called; None for the name of the draft.
        take: what becomes of doubtful matches: `yes`, `no`, `ask`, or None to ask where somebody can answer.
        by: who brings it in.
        why: the reason, for the log.
        dry_run: whether nothing is to be changed.
        language: code of the language of the draft; that of the round before when None.
        manner: how a Word file is read.
    """
    incoming = _incoming(store, path, language, manner)
    taken, left = _asked(incoming.heirs, take, dry_run=dry_run)
    choices = choices_of(incoming.draft)
    if not dry_run:
        order = {choice.address: place for place, choice in enumerate(choices)}
        carried = in_order(taken, order)
        store.add_round(incoming.draft, choices, carried, name=name, by=by, why=why, seen=incoming.seen)
    console = screen()
    drawn = draw_heritage(
        incoming.comparison,
        taken,
        left,
        session=session,
        number=incoming.number,
        places=len(choices),
        dry_run=dry_run,
        width=console.width,
        put_back=incoming.put_back,
    )
    print_pages(drawn, console, paged=False)


def _incoming(store: Session, path: str, language: str | None, manner: Manner) -> Incoming:
    from negotext.paper.bookmarks import known_places, session_key
    from negotext.store import replay

    seen = store.last
    last = store.rounds()[-1]
    draft = load(path, language, last.language, own_of(store), manner, changes=_decided_changes(store))
    if draft.source.text == store.source().text:
        raise Unusable(f"{path} is the draft of round {last.number}, word for word", "name the new draft")
    standings = {standing.address: standing for standing in store.choices()}
    old_choices = for_matching((standing.choice for standing in standings.values()), draft.source.text)
    decisions = {decision.address: decision for decision in store.decisions()}
    before = draft_of(store)
    known = known_places(draft, list(standings), session_key(store.name, store.created), last.number)
    with waiting("matching the new draft", len(before.source.text), len(draft.source.text)):
        comparison = compare_rounds(before, draft, old_choices, choices_of(draft), decisions, known=known)
    ledger = replay(store.log(round=last.number))
    heirs = tuple(
        heritage(match, standings[match.old.address], store.stands(match.old.address, ended=True), ledger)
        for match in comparison.choices
    )
    put_back = tuple(
        match.new.address
        for match in comparison.choices
        if match.old.address in known and standings[match.old.address].state is State.AGREED
    )
    return Incoming(draft, comparison, heirs, seen, last.number + 1, put_back)


def _decided_changes(store: Session) -> set[tuple[str, str]]:
    """The tracked changes of documents of the session, by author and time: its decisions, and what goes with them."""
    from negotext.paper.issuing import PROGRAM
    from negotext.paper.record import to_the_second

    return {(PROGRAM, "")} | {(entry.by, to_the_second(entry.at)) for entry in store.log()}


def _asked(heirs: Sequence[Heritage], take: str | None, *, dry_run: bool) -> tuple[list[Heritage], list[Heritage]]:
    """The matches that are taken over, and those that are left behind.

    Asked is only about doubtful ones on which something depends.
    """
    open_questions = [each for each in heirs if not each.match.certain and not each.empty]
    if not open_questions or take == "yes" or (dry_run and take is None):
        return list(heirs), []
    if take == "no":
        return [each for each in heirs if each not in open_questions], open_questions
    if take is None and not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise Unusable(
            f"{len(open_questions)} doubtful matches have to be confirmed, and nobody can be asked here",
            "look at them with --dry-run; then --yes takes them all over, --no leaves them behind",
        )
    left = []
    console = screen()
    for each in open_questions:
        for part in doubtful(each, console.width):
            console.print(part)
        if not click.confirm("Is it the same place?", default=True):
            left.append(each)
    return [each for each in heirs if each not in left], left
