"""`negotext align`: language versions of one draft side by side."""

from __future__ import annotations

import click

from negotext.languages import LANGUAGES

from ..manner import Manner, manner_options
from ..options import format_option
from ..own_delegations import delegations_option, load_own
from ..session_options import no_pager_option
from ..writing import chosen

FINDINGS = 1
"""Exit code: one version has something that another has not."""


@click.command("align")
@click.argument("drafts", metavar="DRAFT DRAFT [MORE]...", nargs=-1, type=click.Path(allow_dash=True))
@click.option("--faults", "only_faults", is_flag=True, help="Show only what stands in one version alone.")
@click.option(
    "--language",
    "-l",
    "languages",
    multiple=True,
    type=click.Choice(LANGUAGES),
    help="Language of a draft; once for each draft, in their order. Guessed when left out.",
)
@delegations_option
@manner_options
@format_option("table", "jsonl", default="a table on a terminal, otherwise jsonl")
@no_pager_option
@click.pass_context
def command(
    ctx: click.Context,
    drafts: tuple[str, ...],
    *,
    only_faults: bool,
    languages: tuple[str, ...],
    parties: str | None,
    manner: Manner,
    form: str | None,
    no_pager: bool,
) -> None:
    """Lay language versions of a draft side by side.

    Paragraphs and places are paired by their labels, their order, and what is the same in every language:
    numbers, delegations, brackets. Marked is what one version alone has: a paragraph, a bracket under
    negotiation, a number, a delegation, or a delegation that wants something else. Numbers in words, Chinese
    numerals and Arabic-Indic digits count as numbers. More than two drafts are each laid beside the first.

    The exit code is 1 when something stands in one version alone.

    \b
    Examples:
      negotext align plan.en.txt plan.zh.txt
      negotext align plan.en.txt plan.fr.txt plan.ar.txt --faults
      negotext align plan.txt plan-rev.txt -l es -l ru
      negotext align plan.en.txt plan.zh.txt --format jsonl | jq 'select(.record == "fault")'
    """
    from ..versions import laid_out

    versions, alignments = laid_out(drafts, languages, load_own(parties), manner)
    if chosen(form) == "jsonl":
        from ..alignment_records import records
        from ..writing import write

        for index, found in enumerate(alignments, 1):
            write("jsonl", (), records(versions[0], versions[index], found, only_faults=only_faults))
    else:
        from ..draw.alignment import draw_alignment
        from ..paging import print_pages
        from ..terminal import screen

        console = screen()
        drawn = (
            part
            for index, found in enumerate(alignments, 1)
            for part in draw_alignment(versions[0], versions[index], found, console.width, only_faults=only_faults)
        )
        print_pages(drawn, console, paged=not no_pager)
    if any(found.faults for found in alignments):
        ctx.exit(FINDINGS)
