"""`negotext search`: words in a session."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from ..options import format_option
from ..session_options import no_pager_option, round_option, session_argument
from ..writing import DEFAULT, TABULAR, chosen, write

if TYPE_CHECKING:
    from negotext.store import Hit

FIELDS = ("kind", "round", "address", "paragraph", "text", "delegation", "line", "entry", "holds")


@click.command("search")
@session_argument
@click.argument("words", nargs=-1, required=True)
@round_option
@click.option("--limit", type=click.IntRange(min=1), default=200, metavar="N", help="At most so many of each kind.")
@format_option(*TABULAR, default=DEFAULT)
@no_pager_option
def command(
    session: str, words: tuple[str, ...], *, number: int | None, limit: int, form: str | None, no_pager: bool
) -> None:
    """Find words in positions, alternatives, statements and decisions.

    All the words have to be there, in any order and any letter case; what stands in quotation marks is one
    phrase. Chinese needs no spaces, and two characters are enough.

    \b
    Examples:
      negotext search harbour Facility
      negotext search harbour "shore power" Norway
      negotext search tor 美国
      negotext search harbour delete --format jsonl | jq -r .address
    """
    from ..sessions import opened

    with opened(session) as store:
        # What the shell was given as one word is one phrase.
        typed = " ".join(f'"{word}"' if " " in word and '"' not in word else word for word in words)
        hits = store.search(typed, limit=limit, round=number)
        if chosen(form) != "table":
            write(chosen(form), FIELDS, map(_record, hits))
            return
        from ..draw.finds import draw_finds
        from ..paging import print_pages
        from ..terminal import screen

        console = screen()
        print_pages(draw_finds(typed, hits, console.width), console, paged=not no_pager)


def _record(hit: Hit) -> dict[str, Any]:
    return {field: getattr(hit, field) for field in FIELDS}
