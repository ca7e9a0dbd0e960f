"""`negotext list`: the places of a session."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click

from .. import completing_sessions as completing
from ..options import format_option
from ..session_options import no_pager_option, round_option, session_argument
from ..writing import DEFAULT, TABULAR, chosen, write

if TYPE_CHECKING:
    from negotext.model import Decision
    from negotext.query.places import Place, WordedPlace
    from negotext.store import Session

ROWS = 300
"""How many places a table shows unless another number is asked for: a screen takes long to draw thousands."""
_BATCH = 2000

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
@click.option(
    "--limit",
    "-n",
    type=click.IntRange(min=0),
    metavar="N",
    help=f"The first N places only, 0 for all. A table has {ROWS} when left out, the other formats all.",
)
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
    limit: int | None,
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
      pending RU    RU would have to give way for it; offices such as the chair are in nobody's way
      same: 6:1     the same words stand open there, too
    """
    from negotext.model import State
    from negotext.query.addresses import is_within
    from negotext.query.places import held_by as holding
    from negotext.query.places import places, ranked, worded
    from negotext.query.progress import progress

    from ..placing import paragraph_in, party_in
    from ..sessions import opened as open_for

    with open_for(session) as store:
        code = party_in(store, held_by) if held_by else None
        under = paragraph_in(store, paragraph, number) if paragraph else None
        rows = store.listed(None, round=number)
        decisions = {decision.address: decision for decision in store.decisions(number)}
        found = places(rows, decisions)
        held = holding(found, code, store.speaking_for(code, number)) if code else []
        held_at = {place.address for place in held}

        def wanted(place: Place) -> bool:
            asked = opened or agreed or parked or code is not None
            return (
                (not asked)
                or (opened and place.open and code is None)
                or (agreed and place.state is State.AGREED and not place.gone_with)
                or (parked and place.state is State.PARKED and not place.gone_with)
                or (code is not None and place.address in held_at)
            )

        chose = [each for each in found if wanted(each) and (under is None or is_within(each.row.paragraph, under))]
        ordered = opened or code is not None
        chose = ranked(chose) if ordered else chose
        if chosen(form) != "table":
            write(chosen(form), FIELDS, _records(store, chose[: limit or None], number))
            return
        from rich.text import Text

        from ..draw.listing import draw_list, heading
        from ..draw.marks import styled
        from ..paging import print_pages
        from ..terminal import screen

        console = screen()
        title = heading(store.name, number or store.rounds()[-1].number, progress(rows, decisions))
        if not chose:
            none = f"{code} holds up no open place" if code else "no such place"
            print_pages([title, Text(), styled(none, "dim")], console)
            return
        first = worded(store, chose[: (ROWS if limit is None else limit) or None], number)
        drawn = draw_list(title, first, console.width, every=chose, ranked=ordered)
        print_pages(drawn, console, paged=not no_pager)


def _records(store: Session, chose: Sequence[Place], number: int | None) -> Iterator[dict[str, Any]]:
    """Places for other programs. Their words are fetched by and by: thousands need not be in memory at once."""
    from negotext.query.places import worded

    for start in range(0, len(chose), _BATCH):
        yield from map(record, worded(store, chose[start : start + _BATCH], number))


def record(shown: WordedPlace) -> dict[str, Any]:
    """A place for other programs; numbers and codes as in `who`."""
    place, standing, choice = shown.place, shown.standing, shown.standing.choice
    decision = standing.decision
    return {
        "address": place.address,
        "paragraph": choice.paragraph,
        "kind": choice.kind.value,
        "state": standing.state.value,
        "alternatives": [{"number": each.number, "text": each.text, "label": each.label} for each in shown.wordings],
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


def decision_record(decision: Decision) -> dict[str, Any]:
    """A decision for other programs."""
    return {
        "act": decision.act.value,
        "alternative": decision.alternative,
        "text": decision.text,
        "sources": list(decision.sources),
    }
