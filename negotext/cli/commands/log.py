"""`negotext log`: what was done, by whom, when and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from .. import completing_sessions as completing
from ..options import format_option
from ..session_options import no_pager_option, round_option, session_argument
from ..writing import DEFAULT, TABULAR, chosen, write

if TYPE_CHECKING:
    from negotext.store import LogEntry

FIELDS = (
    "entry",
    "at",
    "by",
    "round",
    "kind",
    "address",
    "decision",
    "words",
    "stands",
    "withdrawn",
    "origin",
    "names",
    "why",
    "undone_by",
)


@click.command("log")
@session_argument
@click.option("--address", "-a", metavar="A", shell_complete=completing.places, help="Only what is about one place.")
@click.option("--since", type=int, default=0, metavar="ENTRY", help="Only what came after this entry.")
@click.option("--all", "-A", "every", is_flag=True, help="List each place that was carried into a round.")
@round_option
@format_option(*TABULAR, default=DEFAULT)
@no_pager_option
def command(
    session: str,
    *,
    address: str | None,
    since: int,
    every: bool,
    number: int | None,
    form: str | None,
    no_pager: bool,
) -> None:
    """Show what was done, by whom, when and why.

    Entries are only ever added. What was undone is listed with the entry that undid it. Times are UTC. In the other
    formats `names` is the entry that an undo or a redo is about, and `origin` the place of the round before that a
    place was carried over from.

    \b
    Examples:
      negotext log harbour
      negotext log harbour --address 10:1
      negotext log harbour --format csv > record-of-the-meeting.csv
    """
    from negotext.store import replay

    from ..placing import place_in
    from ..sessions import opened

    with opened(session) as store:
        place = place_in(store, address, session, number) if address else None
        log = store.log(since, address=place, round=number)
        undone: dict[int, int] = {}
        for each in store.rounds():
            undone |= replay(store.log(round=each.number)).undone
        if chosen(form) != "table":
            write(chosen(form), FIELDS, (_record(entry, undone.get(entry.id)) for entry in log))
            return
        from ..draw.history import draw_log
        from ..paging import print_pages
        from ..terminal import screen

        console = screen()
        drawn = draw_log(log, undone, console.width, fold=not (every or place))
        print_pages(drawn, console, paged=not no_pager)


def _record(entry: LogEntry, undone: int | None) -> dict[str, Any]:
    from negotext.store import Carried

    from .list import decision_record

    decision, statement, withdrawal = entry.decision, entry.statement, entry.withdrawal
    stands = statement.stands if statement else ()
    return {
        "entry": entry.id,
        "at": entry.at,
        "by": entry.by,
        "round": entry.round,
        "kind": entry.kind.value,
        "address": entry.address or None,
        "decision": decision_record(decision) if decision else None,
        "words": statement.words if statement else None,
        "stands": [
            {
                "delegation": stand.delegation,
                "on_behalf_of": stand.on_behalf_of,
                "side": stand.side.value,
                "alternative": stand.alternative,
            }
            for stand in stands
        ],
        "withdrawn": withdrawal and {"delegation": withdrawal.delegation, "alternative": withdrawal.alternative},
        "origin": entry.what.origin if isinstance(entry.what, Carried) else None,
        "names": entry.entry,
        "why": entry.why or None,
        "undone_by": undone,
    }
