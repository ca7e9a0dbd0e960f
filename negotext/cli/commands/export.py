"""`negotext export`: a document that can be issued."""

from __future__ import annotations

from typing import Any

import click

from ..export_options import FORMATS, STYLES, delegations, head_options
from ..manner import manner_options
from ..options import format_option, language_option
from ..own_delegations import delegations_option
from ..session_options import draft_or_session_argument, round_option

FINDINGS = 1
"""Exit code: places are open, and the final text was asked for."""


@click.command("export")
@draft_or_session_argument
@click.argument("out", metavar="OUT", type=click.Path(allow_dash=True))
@click.option(
    "--style",
    "-s",
    type=click.Choice(STYLES),
    help="Which document; see above. Needless where an option of one style is given.",
)
@format_option(*FORMATS, default="by the ending of OUT")
@click.option("--final", is_flag=True, help="Clean, and only if nothing is open: otherwise say what is, and exit 1.")
@click.option(
    "--by-delegation",
    "-d",
    "delegation",
    metavar="DE",
    shell_complete=delegations,
    help="Tracked: the proposals of this delegation alone, on the text of the draft.",
)
@click.option(
    "--against",
    metavar="ROUND|DRAFT",
    help="Comparison: with which round, by its number, or with which draft. Default: the round before.",
)
@click.option("--template", metavar="FILE.docx", type=click.Path(), help="Take styles and page from this Word file.")
@click.option(
    "--date",
    metavar="DATE",
    help="Of the document: 2026-03-04 or 2026-03-04T14:05Z. Default: of the latest entry of the log.",
)
@head_options
@click.option("--force", is_flag=True, help="Replace OUT if it is there.")
@round_option
@language_option
@delegations_option
@manner_options
@click.pass_context
def command(ctx: click.Context, /, draft: str, out: str, **options: Any) -> None:
    """Write a document: the text, who wants what, what was decided, what is new.

    \b
    --style clean       the text: what is agreed is in it, what is open in plain brackets without names
            annotated   the draft with its names in colour, a remark on each open place that says who stands
                        where, and at the end a table of the places and one of the delegations
            tracked     the draft with what was decided as tracked changes, to accept or reject in Word;
                        with --by-delegation what one delegation proposes
            comparison  this round beside an earlier one, word by word, with what is gone in silence

    OUT is a Word file (.docx), Markdown (.md), a web page that needs nothing else (.html) or all of it as data
    (.json); - is standard output. A file that is there is not replaced without --force. The same session gives
    the same bytes. SESSION may be a draft; then tracked needs --by-delegation, and comparison --against.

    \b
    Examples:
      negotext export harbour draft-rev1.docx --style clean --symbol HA/7/CRP.3/Rev.1 --title "Clean air"
      negotext export harbour agreed.docx --final
      negotext export harbour room.docx --style annotated --template secretariat.docx
      negotext export harbour changes.docx --style tracked
      negotext export harbour chile.docx --by-delegation CL
      negotext export harbour compared.html --style comparison --against 1
      negotext export draft.txt - --style annotated --format md | less

    \b
    The head: the draft's own head stays in the text, and its symbol heads every page but the first. --symbol, --title,
    --date and the like take the place of what the head says; what it does not say is printed above the text.
    The date of the file and of its changes is that of --date, else that of the session's latest entry, else (of a
    draft) SOURCE_DATE_EPOCH, else 1980-01-01. It is printed with --date, and where the head has another value from
    you and no date of its own.
    """
    from ..exporting import export

    if not export(draft, out, options):
        ctx.exit(FINDINGS)
