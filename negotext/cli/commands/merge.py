"""`negotext merge`: words of the chair for a place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ..session_options import (
    address_argument,
    by_option,
    dry_run_option,
    numbers,
    seen_option,
    session_argument,
    why_option,
)

if TYPE_CHECKING:
    from negotext.model import Decision
    from negotext.store import Session, Standing


@click.command("merge")
@session_argument
@address_argument
@click.option("--text", "-t", metavar="TEXT", help="The words; empty leaves the place out.")
@click.option("--edit", "-e", is_flag=True, help="Write the words in your editor, with the wordings side by side.")
@click.option(
    "--from",
    "sources",
    metavar="1,2",
    callback=numbers,
    help="Alternatives the words are made from; with --edit all of them when left out.",
)
@by_option
@why_option
@seen_option
@dry_run_option
def command(
    session: str,
    address: str,
    *,
    text: str | None,
    edit: bool,
    sources: tuple[int, ...],
    by: str,
    why: str,
    seen: int | None,
    dry_run: bool,
) -> None:
    """Settle a place with words of the chair.

    With --edit your editor ($VISUAL, $EDITOR) opens with the wordings brought together: what does not overlap
    is combined, and where wordings collide the words of the draft stand and each side is listed with who
    stands behind it. Nothing that collides is resolved for you. An empty text cancels.

    The wordings a merge was made from stay on record as its sources.

    \b
    Examples:
      negotext merge harbour 10:1 --text "decide on" --from 2
      negotext merge harbour 11:2 --edit
      negotext merge harbour 5:1 --text "2032" --from 1,2 --why "half way" --dry-run
    """
    from ..deciding import Signature, decide

    if edit == (text is not None):
        raise click.UsageError("give the words with --text, or write them with --edit")

    def make(store: Session, standing: Standing) -> Decision:
        from negotext.model import Act, Decision

        from ..deciding import alternative_in
        from ..merging_help import edited

        for number in sources:
            alternative_in(standing, number)
        made = edited(standing, sources, store.language) if edit else (text or "", sources)
        return Decision(standing.address, Act.MERGE, text=made[0], sources=made[1])

    decide(session, address, make, Signature(by, why, seen=seen, dry_run=dry_run))
