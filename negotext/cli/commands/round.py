"""`negotext round`: the next draft of a session."""

from __future__ import annotations

import click

from ..manner import Manner, manner_options
from ..options import language_option
from ..session_options import by_option, dry_run_option, session_argument, why_option


@click.command("round")
@session_argument
@click.option("--draft", required=True, type=click.Path(allow_dash=True), help="The new draft.")
@click.option("--name", metavar="NAME", help="What the round is called; the name of the draft when left out.")
@click.option("--yes", "-y", "take", flag_value="yes", help="Take over doubtful matches without asking.")
@click.option("--no", "take", flag_value="no", help="Leave doubtful matches behind without asking.")
@click.option("--confirm", "take", flag_value="ask", help="Ask about each doubtful match (the default on a terminal).")
@by_option
@why_option
@dry_run_option
@language_option
@manner_options
def command(
    session: str,
    *,
    draft: str,
    name: str | None,
    take: str | None,
    by: str,
    why: str,
    dry_run: bool,
    language: str | None,
    manner: Manner,
) -> None:
    """Bring in the next draft of a session.

    The places of the new draft are matched with the old ones, also where a paragraph was moved, split, reworded
    or renumbered. Where the words are the same, what was decided and what was said in the room comes over.
    Where a match is doubtful you are asked, with how sure it is. Positions are those of the new draft. A wording
    that the new draft leaves out, and that nobody has decided or withdrawn, stays listed with its supporters.
    What was withdrawn stays so where the new draft prints it again, until somebody new speaks for it.

    Of an annotated or tracked document of the session, edited in Word, is told what was done to it since it went out.
    The proposals of one delegation alone are no draft: that is told, and no round is made (exit code 2).

    The round before is closed: it can be read (--round N) and not changed any more.

    \b
    Examples:
      negotext round harbour --draft draft-rev1.txt --dry-run
      negotext round harbour --draft draft-rev1.txt --yes --by Secretariat
      negotext compare harbour:1 harbour:2
    """
    from ..bringing_in import bring_in
    from ..sessions import opened

    with opened(session, writing=not dry_run) as store:
        bring_in(
            store,
            session,
            draft,
            name,
            take=take,
            by=by,
            why=why,
            dry_run=dry_run,
            language=language,
            manner=manner,
        )
