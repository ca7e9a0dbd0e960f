"""`negotext show`: the text of a draft."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from itertools import chain

import click

from negotext import query
from negotext.model import Block, Draft, Span

from .. import completing
from ..errors import Unusable
from ..loading import load
from ..lookup import address_in
from ..manner import Manner, manner_options
from ..options import language_option
from ..own_delegations import delegations_option, kept_by, load_own
from ..session_options import draft_or_session_argument, round_option
from ..sessions import is_session, opened
from ..terminal import draws, is_terminal, screen

OUTCOME, ORIGINAL, PLAIN = "outcome", "original", "plain"


@click.command("show")
@draft_or_session_argument
@click.argument("address", required=False, shell_complete=completing.addresses)
@click.option("--outcome", "view", flag_value=OUTCOME, help="Of a session: with the decisions applied (the default).")
@click.option("--original", "view", flag_value=ORIGINAL, help="Of a session: the draft as it was brought in.")
@click.option("--plain", "view", flag_value=PLAIN, help="Of a session: as --outcome, in plain brackets without names.")
@round_option
@language_option
@delegations_option
@manner_options
@click.option("--no-pager", is_flag=True, help="Print a long text at once instead of page by page.")
def command(
    draft: str,
    address: str | None,
    *,
    view: str | None,
    number: int | None,
    language: str | None,
    parties: str | None,
    manner: Manner,
    no_pager: bool,
) -> None:
    """Show the text in colour, with the names beside it.

    ADDRESS is a paragraph as people say it: 5, "5 bis", 8(b), C10(1) in a chair's alternative to paragraph
    10, A for the heading of section A. Items of a paragraph, and the statements under it, belong to it.

    On a terminal each depth and kind of bracket has its own colour, brackets without a partner stand out, and
    beside a line is who takes a position in it. In a file or a pipe it is the text itself, unchanged.

    Of a session it is the text as it stands: what is agreed is in it or gone, what is open keeps its brackets
    and names. On a terminal the agreed words are underlined.

    \b
    Examples:
      negotext show draft.txt
      negotext show draft.txt 5
      negotext show draft.txt "C10(1)"
      negotext show draft.txt 12 > paragraph-12.txt
      negotext show harbour 10
      negotext show harbour --plain > clean.txt
    """
    if is_session(draft):
        kept_by(draft, parties)
        manner.refused(draft, "a session")
        read, agreed = _of_session(draft, view or OUTCOME, number)
        # A place is shown with its paragraph.
        address = address.partition(":")[0] if address else None
    elif view or number is not None:
        hint = "--outcome, --original, --plain and --round are for sessions"
        raise Unusable(f"{draft} is a draft: nothing is decided in it", hint)
    else:
        read, agreed = load(draft, language, own=load_own(parties), manner=manner), ()
    blocks: Sequence[Block] = read.blocks
    if address is not None:
        blocks = query.blocks_at(read, address_in(read, address))
    if not draws():
        sys.stdout.write("".join(block.span.of(read.source.text) for block in blocks))
    else:
        _draw(read, blocks, agreed, paged=is_terminal() and not no_pager)


def _of_session(name: str, view: str, number: int | None) -> tuple[Draft, tuple[Span, ...]]:
    """The text that is asked for, with the words that were agreed."""
    from negotext.query.kept import draft_of

    from ..session_texts import agreed_words, as_it_stands

    with opened(name) as store:
        if view == ORIGINAL:
            return draft_of(store, number), ()
        names = view != PLAIN
        return as_it_stands(store, number, names=names), agreed_words(store, number, names=names) if draws() else ()


def _draw(draft: Draft, blocks: Sequence[Block], agreed: Sequence[Span], *, paged: bool) -> None:
    from rich.text import Text

    from ..draw.legend import draw_legend
    from ..draw.page import Page

    console = screen()

    def rows() -> Iterator[str]:
        """One row of the screen after the other, as the terminal takes it."""
        page = Page(draft, blocks, console, agreed)
        for text in chain(page.rows(), (Text(), draw_legend(draft, blocks, agreed))):
            with console.capture() as capture:
                console.print(text, soft_wrap=True)
            yield capture.get()

    lines = sum(block.span.of(draft.source.text).count("\n") for block in blocks)
    if paged and lines > console.height - 2:
        # Whether the pager takes colours is for click to find out.
        click.echo_via_pager(rows())
    else:
        for row in rows():
            sys.stdout.write(row)
