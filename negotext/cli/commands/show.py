"""`negotext show`: the text of a draft."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from itertools import chain

import click

from negotext import query
from negotext.model import Block, Draft

from .. import completing
from ..loading import load
from ..lookup import address_in
from ..options import draft_argument, language_option
from ..terminal import draws, is_terminal, screen


@click.command("show")
@draft_argument
@click.argument("address", required=False, shell_complete=completing.addresses)
@language_option
@click.option("--no-pager", is_flag=True, help="Print a long text at once instead of page by page.")
def command(draft: str, address: str | None, language: str | None, no_pager: bool) -> None:
    """Show the text in colour, with the names beside it.

    ADDRESS is a paragraph as people say it: 5, "5 bis", 8(b), C10(1) in a chair's alternative to paragraph
    10, A for the heading of section A. Items of a paragraph, and the statements under it, belong to it.

    On a terminal each depth and kind of bracket has its own colour, brackets without a partner stand out, and
    beside a line is who takes a position in it. In a file or a pipe it is the text itself, unchanged.

    \b
    Examples:
      negotext show draft.txt
      negotext show draft.txt 5
      negotext show draft.txt "C10(1)"
      negotext show draft.txt 12 > paragraph-12.txt
    """
    read = load(draft, language)
    blocks: Sequence[Block] = read.blocks
    if address is not None:
        blocks = query.blocks_at(read, address_in(read, address))
    if not draws():
        sys.stdout.write("".join(block.span.of(read.source.text) for block in blocks))
    else:
        _draw(read, blocks, paged=is_terminal() and not no_pager)


def _draw(draft: Draft, blocks: Sequence[Block], *, paged: bool) -> None:
    from rich.text import Text

    from ..draw.legend import draw_legend
    from ..draw.page import Page

    console = screen()

    def rows() -> Iterator[str]:
        """One row of the screen after the other, as the terminal takes it."""
        page = Page(draft, blocks, console)
        for text in chain(page.rows(), (Text(), draw_legend(draft, blocks))):
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
