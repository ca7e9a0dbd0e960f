"""`negotext compare`: two rounds side by side."""

from __future__ import annotations

import click

from .. import completing_sessions as completing
from ..manner import Manner, manner_options
from ..options import format_option, language_option
from ..own_delegations import delegations_option, load_own
from ..session_options import no_pager_option
from ..terminal import is_terminal
from ..writing import write_json

FINDINGS = 1
"""Exit code: words are gone without a decision."""


@click.command("compare")
@click.argument("old", metavar="A", shell_complete=completing.drafts_and_sessions)
@click.argument("new", metavar="[B]", required=False, shell_complete=completing.drafts_and_sessions)
@language_option
@delegations_option
@manner_options
@format_option("table", "json", default="a table on a terminal, otherwise json")
@no_pager_option
@click.pass_context
def command(
    ctx: click.Context,
    old: str,
    new: str | None,
    *,
    language: str | None,
    parties: str | None,
    manner: Manner,
    form: str | None,
    no_pager: bool,
) -> None:
    """Compare two rounds: what closed, opened, shifted and vanished.

    A and B are drafts, sessions, or rounds of a session: harbour:1 is its first. Of a session alone the two
    latest rounds are compared. Line wraps, page breaks and page headers never count as a difference.

    Told are the places that were closed, opened and changed; the positions that delegations took, dropped or
    shifted; paragraphs moved, split and renumbered, old and new number side by side; and silent deletions: words
    that are gone although nobody asked for it and no decision says so. The exit code is 1 when there are any.

    \b
    Examples:
      negotext compare draft.txt draft-rev1.txt
      negotext compare harbour:1 harbour:2
      negotext compare harbour
      negotext compare harbour:1 harbour:2 --format json | jq '.silent[].text'
    """
    from negotext.query.carrying import for_matching, of_draft
    from negotext.rounds import compare_rounds

    from ..sides import both
    from ..waiting import waiting

    one, other = both(old, new, language, load_own(parties), manner)
    with waiting("comparing", len(one.draft.source.text), len(other.draft.source.text)):
        choices = for_matching(one.choices, other.draft.source.text)
        found = compare_rounds(one.draft, other.draft, choices, of_draft(other.choices), one.decisions)
    if form == "json" or (form is None and not is_terminal()):
        from ..comparison_records import as_record

        write_json(as_record(one, other, found))
    else:
        from ..draw.comparison import draw_comparison
        from ..paging import print_pages
        from ..terminal import screen

        console = screen()
        print_pages(draw_comparison(one, other, found, console.width), console, paged=not no_pager)
    if found.silent:
        ctx.exit(FINDINGS)
