"""`negotext list`: the places of a session."""

from __future__ import annotations

from typing import Any

import click

from .. import completing_sessions as completing
from ..options import format_option
from ..session_options import no_pager_option, round_option, session_argument
from ..writing import DEFAULT, TABULAR, chosen, write

FIELDS = (
    "address",
    "paragraph",
    "kind",
    "state",
    "alternatives",
    "nearest",
    "backers",
    "holders",
    "linked",
    "parent",
    "gone_with",
    "decision",
    "decided_by",
    "decided_at",
    "why",
    "seen",
)


@click.command("list")
@session_argument
@click.option("--open", "-o", "opened", is_flag=True, help="What is open, the nearest to agreement first.")
@click.option("--agreed", "-a", is_flag=True, help="What is agreed.")
@click.option("--parked", is_flag=True, help="What is parked.")
@click.option(
    "--held-by",
    "-d",
    metavar="DE",
    shell_complete=completing.speakers,
    help="Open places that this delegation or group holds up.",
)
@click.option("--paragraph", "-p", metavar="P", help="Paragraph they stand in, with its items.")
@round_option
@format_option(*TABULAR, default=DEFAULT)
@no_pager_option
def command(
    session: str,
    *,
    opened: bool,
    agreed: bool,
    parked: bool,
    held_by: str | None,
    paragraph: str | None,
    number: int | None,
    form: str | None,
    no_pager: bool,
) -> None:
    """List the places of a session and who holds them up.

    With --open the list is ranked: first what nobody objects to, then what waits for one delegation, then the
    rest; places on which nobody has said anything come last. "Pending only RU" means that RU alone would have
    to give way for the nearest alternative. That nobody objects on record is not yet agreement.

    \b
    Examples:
      negotext list harbour --open
      negotext list harbour --held-by CN
      negotext list harbour --agreed --format csv > agreed.csv
      negotext list harbour --open --paragraph 5
      negotext list harbour --open --format jsonl | jq -r 'select(.holders == ["RU"]) | .address'

    \b
    In the table:
      + words       words offered             [words]      words in or out
      1 a → 2 b     b instead of a            1 a | 2 b    one of them
      1 a ⇒ 2 b     a whole paragraph         1 a ‖ 2 b    numbered options
      nearest       number of the wording with the fewest in its way; 0 leaves the words out
      same: 6:1     the same words stand open there, too
    """
    from negotext.model import State
    from negotext.query.addresses import is_within
    from negotext.query.places import Place, places, ranked, settled
    from negotext.query.progress import progress

    from ..placing import paragraph_in, party_in
    from ..sessions import opened as open_for

    with open_for(session) as store:
        code = party_in(store, held_by) if held_by else None
        under = paragraph_in(store, paragraph, number) if paragraph else None
        found = places(store.choices(round=number), store.listed(None, round=number))
        name, current = store.name, number or store.rounds()[-1].number
    counts = progress((place.standing.choice for place in found), settled(found))

    def wanted(place: Place) -> bool:
        asked = opened or agreed or parked or code is not None
        return (
            (not asked)
            or (opened and place.open and code is None)
            or (agreed and place.state is State.AGREED and not place.gone_with)
            or (parked and place.state is State.PARKED and not place.gone_with)
            or (code is not None and place.open and place.held_by(code))
        )

    shown = [p for p in found if wanted(p) and (under is None or is_within(p.standing.choice.paragraph, under))]
    ordered = opened or code is not None
    shown = ranked(shown) if ordered else shown
    if chosen(form) != "table":
        write(chosen(form), FIELDS, map(record, shown))
        return
    from rich.text import Text

    from ..draw.listing import draw_list, heading
    from ..draw.marks import styled
    from ..paging import print_pages
    from ..terminal import screen

    console = screen()
    title = heading(name, current, counts)
    if shown:
        print_pages(draw_list(title, shown, console.width, ranked=ordered), console, paged=not no_pager)
    else:
        none = f"{code} holds up no open place" if code else "no such place"
        print_pages([title, Text(), styled(none, "dim")], console)


def record(place: Any) -> dict[str, Any]:
    """A place for other programs; numbers and codes as in `who`."""
    standing, choice = place.standing, place.standing.choice
    decision = standing.decision
    return {
        "address": place.address,
        "paragraph": choice.paragraph,
        "kind": choice.kind.value,
        "state": standing.state.value,
        "alternatives": [{"number": each.number, "text": each.text, "label": each.label} for each in place.wordings],
        "nearest": place.nearest,
        "backers": list(place.backers),
        "holders": list(place.holders),
        "linked": list(place.linked),
        "parent": choice.parent or None,
        "gone_with": place.gone_with or None,
        "decision": None if decision is None else decision_record(decision),
        "decided_by": standing.decided_by or None,
        "decided_at": standing.decided_at or None,
        "why": standing.why or None,
        "seen": standing.seen,
    }


def decision_record(decision: Any) -> dict[str, Any]:
    """A decision for other programs."""
    return {
        "act": decision.act.value,
        "alternative": decision.alternative,
        "text": decision.text,
        "sources": list(decision.sources),
    }
