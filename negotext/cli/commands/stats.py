"""`negotext stats`: what a draft holds, in numbers."""

from __future__ import annotations

import click

from negotext import query
from negotext.languages import registry_for
from negotext.model import State

from ..errors import Unusable
from ..loading import load
from ..manner import Manner, manner_options
from ..narrowing import Narrowing, narrowing
from ..options import format_option, language_option
from ..own_delegations import delegations_option, kept_by, load_own
from ..session_options import draft_or_session_argument, round_option
from ..sessions import is_session
from ..terminal import is_terminal, screen
from ..writing import write_json


@click.command("stats")
@draft_or_session_argument
@narrowing
@click.option("--open", "-o", "opened", is_flag=True, help="Positions on places that are open; for a session.")
@click.option("--agreed", "-a", is_flag=True, help="Positions on places that are agreed; for a session.")
@round_option
@language_option
@delegations_option
@manner_options
@format_option("table", "json", default="a table on a terminal, otherwise json")
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
    """Count brackets, positions and delegations.

    The table also says who stands in whose way: who objects to words that another has proposed. DRAFT is a
    draft or a session; of a session, brackets and words are counted in the text as it stands, and positions are
    those that hold, what was said in the room among them. The options narrow the counts of positions and
    delegations; brackets and words are those of the whole text.

    \b
    Examples:
      negotext stats draft.txt
      negotext stats draft.txt --format json | jq .brackets.contested
      negotext stats draft.txt --group AFRICAN_GROUP --stance oppose
      negotext stats harbour --open --delegation CN

    \b
    In the JSON:
      paragraphs          numbered paragraphs of the draft itself
      brackets.contested  brackets with words under negotiation, outermost; contested_all is every one,
                          max_depth how deep they are nested
      brackets.editorial  brackets without such words; placeholder and attribution are among them
      brackets.unclosed   brackets without their partner; and unopened
      positions           how many of each stance
      delegations         how many positions each holds
      words_in_brackets   words in contested brackets, of all words; a Han character is a word
      diagnostics         how many faults of each code
      choices             of a session: how many are open, agreed, parked, gone with one around them
    """
    as_json = form == "json" or (form is None and not is_terminal())
    if opened and agreed:
        raise click.UsageError("--open and --agreed leave nothing over; give one of them")
    if is_session(draft):
        kept_by(draft, parties)
        manner.refused(draft, "a session")
        from ..session_figures import print_figures

        state = State.OPEN if opened else State.AGREED if agreed else None
        print_figures(draft, asked, state=state, number=number, as_json=as_json)
        return
    if opened or agreed or number is not None:
        raise Unusable(f"{draft} is a draft: nothing is decided in it", "--open, --agreed and --round are for sessions")
    own = load_own(parties)
    read = load(draft, language, own=own, manner=manner)
    figures = query.statistics(read)
    if asked:
        figures = query.recounted(figures, query.select(read.positions, asked.in_draft(read, own)))
    if as_json:
        write_json(figures)
        return
    from ..draw.figures import draw_figures

    console = screen()
    console.print(draw_figures(read, registry_for(read.language, own), console.width, figures=figures))
