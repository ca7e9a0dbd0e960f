"""`negotext audit`: that no proposal was lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from ..options import format_option
from ..session_options import no_pager_option, session_argument
from ..writing import DEFAULT, TABULAR, chosen, write

if TYPE_CHECKING:
    from negotext.query.fates import Proposal

FINDINGS = 1
"""Exit code: a proposal is lost, or the file does not hold together."""

FIELDS = (
    "round",
    "address",
    "alternative",
    "text",
    "supporters",
    "source",
    "fate",
    "now",
    "entry",
    "path",
)


@click.command("audit")
@session_argument
@click.option("--brief", "-b", is_flag=True, help="Only what is lost, and the sum.")
@format_option(*TABULAR, default=DEFAULT)
@no_pager_option
@click.pass_context
def command(ctx: click.Context, session: str, brief: bool, form: str | None, no_pager: bool) -> None:
    """Prove that no proposal was lost.

    Lists every wording that was ever on the table, from drafts and from the floor, with its supporters and where
    it is now: in the text, superseded and by what, still listed, parked, or withdrawn and by whom. What was
    carried into a later round is followed there. A wording that none of this holds of is lost.

    Checked as well is that all agreed words stand in the text made of the decisions, that later drafts say what was
    decided, that the file is sound, and that its tables say what a replay of the log gives. The exit code is 1 when
    something is lost or wrong.

    \b
    Examples:
      negotext audit harbour
      negotext audit harbour --brief
      negotext audit harbour --format csv > where-everything-is.csv
    """
    from negotext.query.fates import Fate, contradictions, proposals
    from negotext.query.missing import held_against

    from ..auditing import chapters, missing
    from ..sessions import opened

    with opened(session) as store:
        faults = store.verify()
        rounds = [] if faults else chapters(store)
        absent = [] if faults else missing(store)
        found, against = held_against(proposals(rounds), absent), contradictions(rounds)
        name = store.name
    lost = [each for each in found if each.fate is Fate.LOST]
    form = chosen(form)
    if form == "table":
        from ..draw.fates import draw_audit
        from ..paging import print_pages
        from ..terminal import screen

        console = screen()
        shown = lost if brief else found
        width = console.width
        drawn = draw_audit(name, shown, found, against=against, absent=absent, faults=faults, width=width)
        print_pages(drawn, console, paged=not no_pager)
    else:
        from ..errors import complain

        write(form, FIELDS, map(_record, lost if brief else found))
        for each in against:
            complain(f"{session}, {each.address}: decided was {each.decided}; {each.says}")
        for one in absent:
            complain(f"{session}, {one.address}: {one.says}")
        for fault in faults:
            complain(f"{session}: {fault}")
    if lost or against or absent or faults:
        ctx.exit(FINDINGS)


def _record(proposal: Proposal) -> dict[str, Any]:
    return {
        "round": proposal.round,
        "address": proposal.address,
        "alternative": proposal.number,
        "text": proposal.text,
        "supporters": list(proposal.supporters),
        "source": "floor" if proposal.floor else "draft",
        "fate": proposal.fate.value,
        "now": proposal.now,
        "entry": proposal.entry or None,
        "path": list(proposal.path),
    }
