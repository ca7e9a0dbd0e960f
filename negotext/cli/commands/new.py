"""`negotext new`: a session from a draft."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import click

from ..manner import Manner, manner_options
from ..options import language_option
from ..own_delegations import delegations_option, load_own
from ..session_options import by_option


@click.command("new")
@click.argument("session")
@click.option("--draft", required=True, type=click.Path(allow_dash=True), help="The draft it begins with.")
@click.option("--name", metavar="NAME", help="What the negotiation is called; the session's name when left out.")
@by_option
@language_option
@delegations_option
@manner_options
def command(
    session: str,
    *,
    draft: str,
    name: str | None,
    by: str,
    language: str | None,
    parties: str | None,
    manner: Manner,
) -> None:
    """Make a session from a draft.

    A session is one file that holds the draft, who wants what, what is said in the room, and what the chair
    decides. SESSION is a path, or a name: then it is sessions/NAME.db of the current folder, or NAME.db where
    there is no folder sessions. A file that is there already is left alone.

    \b
    Examples:
      negotext new harbour --draft draft.txt
      negotext new harbour --draft draft.txt --name "Clean air in ports" --by "Secretariat"
      negotext new council --draft draft.txt --delegations parties.toml
      pdftotext -layout draft.pdf - | negotext new harbour --draft -

    Countries and their groups are known. Who negotiates in a parliament, a company or a city council is written
    into a file, one code in square brackets for each, and below it the names as drafts have them. The session
    keeps it; negotext check, show, positions and stats take it for a draft without a session.

    \b
    A file of delegations:
      iso = false             # countries are not known; leave this line out to have both
      [GREENS]
      names = ["The Greens", "Green Party"]
      [TENANTS]
      names = ["Tenants' Association"]
      title = "Association of Tenants"        # in tables; the first name when left out
      [OPPOSITION]
      names = ["the Opposition"]
      members = ["GREENS", "TENANTS"]         # makes it a group
      [FR]
      aliases = ["the Republic"]              # one more name for somebody who is known
      [HARBOUR_CO.names]                      # names by language, for drafts in several
      en = ["Harbour Company"]
      fr = ["Société du port"]
    """
    from negotext.model import Severity
    from negotext.outcome import choices_of
    from negotext.store import create

    from ..draw.counting import counted
    from ..loading import load
    from ..sessions import default_path, told

    path = default_path(session)
    own = load_own(parties)
    read = load(draft, language, own=own, manner=manner)
    choices = choices_of(read)
    kept = own.text if own is not None else ""
    with told(session), create(path, read, choices, name=name or Path(session).stem, by=by, delegations=kept):
        pass
    codes = Counter(position.delegation for position in read.positions)
    said = Counter(stand.delegation for choice in choices for stand in choice.stands)
    named = sum(1 for choice in choices if choice.stands)
    click.echo(f"{path}: {counted(len(choices), 'place')} open, on {named:,} of them somebody is on record")
    listed = ", ".join(code for code, _ in codes.most_common(12)) + (", …" if len(codes) > 12 else "")
    click.echo(f"{counted(len(codes), 'delegation')} with {counted(len(read.positions), 'position')}: {listed}")
    errors = sum(1 for fault in read.diagnostics if fault.severity is Severity.ERROR)
    warnings = sum(1 for fault in read.diagnostics if fault.severity is Severity.WARNING)
    if errors or warnings:
        faults = " and ".join(
            counted(number, word) for number, word in ((errors, "error"), (warnings, "warning")) if number
        )
        beside = f" --delegations {parties}" if parties else ""
        click.echo(f"{faults} in the draft: negotext check {draft}{beside}")
    if choices and not said:
        click.echo("nobody is on record yet: names in brackets, or negotext say, put them there")
    click.echo(f"next: negotext list {session} --open")
