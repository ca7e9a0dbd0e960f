"""`negotext version`: the draft of a round in another language."""

from __future__ import annotations

import click

from ..manner import Manner, manner_options
from ..options import language_option
from ..session_options import by_option, dry_run_option, session_argument

FINDINGS = 1
"""Exit code: the version is kept, and one of the two has something that the other has not."""


@click.command("version")
@session_argument
@click.option("--draft", required=True, type=click.Path(allow_dash=True), help="The draft in the other language.")
@by_option
@dry_run_option
@language_option
@manner_options
@click.pass_context
def command(
    ctx: click.Context, session: str, *, draft: str, by: str, dry_run: bool, language: str | None, manner: Manner
) -> None:
    """Keep the current round's draft in another language.

    The version is laid beside the draft of the round, and `negotext who` shows the wording of a place in each
    language. What is negotiated is the draft of the round: a version changes no place and no position. A version
    of the same language that was brought in before is kept, and not shown any more.

    Told is what stands in one of the two alone, as `negotext align` tells it. The exit code is 1 when there is
    anything; the version is kept all the same.

    \b
    Examples:
      negotext version harbour --draft harbour.fr.txt
      negotext version harbour --draft harbour.txt --language es --by Secretariat
      negotext version harbour --draft harbour.zh.txt --dry-run
    """
    from negotext.aligning import align
    from negotext.outcome import choices_of
    from negotext.query.kept import draft_of, own_of

    from ..draw.alignment import draw_alignment
    from ..loading import load
    from ..paging import print_pages
    from ..sessions import opened
    from ..terminal import screen
    from ..versions import Version

    with opened(session, writing=not dry_run) as store:
        number = store.rounds()[-1].number
        read = load(draft, language, own=own_of(store), manner=manner)
        of_round = draft_of(store)
        first = Version(f"{store.name}, round {number}", of_round, choices_of(of_round))
        second = Version(draft, read, choices_of(read))
        found = align(first.draft, second.draft, (first.choices, second.choices))
        if not dry_run:
            store.add_version(read, by=by)
    console = screen()
    print_pages(draw_alignment(first, second, found, console.width, only_faults=True), console, paged=False)
    if not dry_run:
        click.echo(f"kept as the {read.language} version of round {number}")
    if found.faults:
        ctx.exit(FINDINGS)
