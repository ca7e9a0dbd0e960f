"""`negotext positions`: who wants which words."""

from __future__ import annotations

import click

from negotext import query
from negotext.model import State

from ..errors import Unusable
from ..manner import Manner, manner_options
from ..narrowing import Narrowing, narrowing
from ..options import format_option, language_option
from ..own_delegations import delegations_option, kept_by, load_own
from ..session_options import draft_or_session_argument, round_option
from ..sessions import is_session
from ..terminal import screen
from ..writing import DEFAULT, TABULAR, chosen, write


@click.command("positions")
@draft_or_session_argument
@narrowing
@click.option("--open", "-o", "opened", is_flag=True, help="Only on places that are open; for a session.")
@click.option("--agreed", "-a", is_flag=True, help="Only on places that are agreed; for a session.")
@round_option
@language_option
@delegations_option
@manner_options
@format_option(*TABULAR, default=DEFAULT)
def command(
    draft: str,
    *,
    asked: Narrowing,
    opened: bool,
    agreed: bool,
    number: int | None,
    language: str | None,
    parties: str | None,
    manner: Manner,
    form: str | None,
) -> None:
    """List who wants which words, and where.

    DRAFT is a draft or a session; of a session, what was said in the room is listed too, and what was withdrawn
    or replaced is not. One position is one delegation, one stance, one place. Several options narrow the
    list together; an option given twice widens it again. A delegation that is not listed has said nothing,
    which is not consent.

    \b
    Examples:
      negotext positions draft.txt
      negotext positions draft.txt --delegation PK --delegation "United States"
      negotext positions draft.txt --stance oppose --stance delete --paragraph 12
      negotext positions draft.txt --group AFRICAN_GROUP --format csv > african-group.csv
      negotext positions draft.txt | jq -r 'select(.stance == "oppose") | .delegation'
      negotext positions harbour --open --delegation CN

    \b
    Fields of jsonl, json and csv, in this order:
      line, start, end   where: line from 1, offsets in characters from 0
      paragraph          its address
      delegation         ISO 3166 alpha-2, a group, a role, or the name as printed where it is unknown
      on_behalf_of       the group it speaks for
      stance             insert replace delete retain support oppose move bracket reserve comment
      text               the words offered
      target             the words, or the place, it is about
      evidence           what it was read from, without white space
    and of a session: address and state of the place, entry of the log for what was said in the room
    """
    state = State.OPEN if opened else State.AGREED if agreed else None
    if opened and agreed:
        raise click.UsageError("--open and --agreed leave nothing over; give one of them")
    form = chosen(form)
    if is_session(draft):
        kept_by(draft, parties)
        manner.refused(draft, "a session")
        from ..session_positions import print_positions

        print_positions(draft, asked, state=state, number=number, form=form)
        return
    if state is not None or number is not None:
        raise Unusable(f"{draft} is a draft: nothing is decided in it", "--open, --agreed and --round are for sessions")
    from ..loading import load

    own = load_own(parties)
    read = load(draft, language, own=own, manner=manner)
    found = query.select(read.positions, asked.in_draft(read, own))
    if form == "table":
        from ..draw.wants import draw_wants

        draw_wants(read, found, screen(), own)
    else:
        write(form, query.FIELDS, (query.record(position, read.source) for position in found))
