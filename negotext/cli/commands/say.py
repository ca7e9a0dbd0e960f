"""`negotext say`: a statement from the floor."""

from __future__ import annotations

import click

from negotext.languages import LANGUAGES

from ..session_options import address_argument, by_option, dry_run_option, session_argument, why_option


@click.command("say")
@session_argument
@address_argument
@click.argument("words", nargs=-1, required=True)
@by_option
@why_option
@dry_run_option
@click.option("--as-is", is_flag=True, help="Take down names that nobody knows as they are.")
@click.option(
    "--language",
    "-l",
    type=click.Choice(LANGUAGES),
    help="Language of the statement; told from its letters when left out.",
)
def command(
    session: str,
    address: str,
    words: tuple[str, ...],
    *,
    by: str,
    why: str,
    dry_run: bool,
    as_is: bool,
    language: str | None,
) -> None:
    """Take down a statement from the floor.

    WORDS are in the notation of drafts: names first, then what they say. A number is an alternative of the
    place as `negotext who` shows it, words in quotation marks are a wording; one that nobody has offered yet
    becomes a new alternative. Printed is what was understood. Undo takes it back.

    What a delegation says holds from then on in the place of what it said before on the same wording.

    \b
    Examples:
      negotext say harbour 5:1 "RU, IR: delete; US supports 2"
      negotext say harbour 5:1 'Chile: "2032"; Norway supports'
      negotext say harbour 9:2 "Algeria on behalf of the African Group: retain"
      negotext say harbour 5:1 "RU reserves its position on 2" --dry-run
    """
    from negotext.outcome import UnclearStatement, addition
    from negotext.query.hearing import heard
    from negotext.query.kept import own_of, registry_of

    from ..draw.statement import draw_statement
    from ..errors import Unusable
    from ..hearing import unknown
    from ..paging import print_pages
    from ..placing import place_in
    from ..sessions import opened
    from ..terminal import screen

    statement = " ".join(words)
    with opened(session, writing=not dry_run) as store:
        place = place_in(store, address, session)
        standing = store.choice(place)
        own = own_of(store)
        spoken = heard(statement, language, store.language, own)
        if not as_is:
            unknown(spoken, language or store.language, own)
        try:
            added = addition(standing.choice, spoken)
        except UnclearStatement as error:
            raise Unusable(str(error), error.hint.replace("SESSION", session)) from None
        entry = None
        if not dry_run:
            entry = store.say(place, statement, added.stands, added.alternatives, by=by, why=why)
        console = screen()
        after = standing if dry_run else store.choice(place)
        drawn = draw_statement(statement, added, after, entry=entry, registry=registry_of(store), width=console.width)
        print_pages(drawn, console, paged=False)
