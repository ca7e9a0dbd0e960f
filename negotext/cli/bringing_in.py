"""Bringing the next draft into a session: asking, carrying over, telling."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from negotext.query.carrying import Heritage, in_order

from .draw.document import draw_document
from .draw.heritage import doubtful, draw_heritage
from .errors import Unusable
from .incoming import incoming
from .manner import Manner
from .paging import print_pages
from .terminal import screen

if TYPE_CHECKING:
    from rich.console import RenderableType

    from negotext.store import Session
    from negotext.word.returned import CameBack


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
    found = incoming(store, path, language, manner)
    console = screen()
    back = found.came_back
    document = list(_document(back, found.number - 1, console.width)) if back is not None else []
    if back is not None and back.delegation:
        print_pages(document, console, paged=False)
        raise _of_one_delegation(path, back.delegation)
    taken, left = _asked(found.heirs, take, dry_run=dry_run)
    if not dry_run:
        order = {choice.address: place for place, choice in enumerate(found.choices)}
        carried = in_order(taken, order)
        store.add_round(found.draft, found.choices, carried, name=name, by=by, why=why, seen=found.seen)
    drawn = draw_heritage(
        found.comparison,
        taken,
        left,
        session=session,
        number=found.number,
        places=len(found.choices),
        dry_run=dry_run,
        width=console.width,
        put_back=found.put_back,
        returned=back.what if back is not None else None,
    )
    print_pages([*document, *drawn], console, paged=False)


def _document(back: CameBack, number: int, width: int) -> Iterator[RenderableType]:
    """What was done to a document of a round before it came back."""
    whose = f", the proposals of {back.delegation} alone" if back.delegation else ""
    yield from draw_document(back.what, f"the {back.style} document of round {number}{whose}", width)


def _of_one_delegation(path: str, delegation: str) -> Unusable:
    return Unusable(
        f"{path} has the proposals of {delegation} alone, so it is no draft for a round: "
        "whatever the others want would be gone",
        "take down what is new in it with `negotext say`; for a round, edit a document with everybody's proposals",
    )


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
