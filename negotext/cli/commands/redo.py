"""`negotext redo`: bring back what was undone."""

from __future__ import annotations

import click

from ..session_options import by_option, session_argument, why_option


@click.command("redo")
@session_argument
@click.argument("entry", type=click.IntRange(min=1), required=False)
@by_option
@why_option
def command(session: str, entry: int | None, *, by: str, why: str) -> None:
    """Bring back what was undone last, or an entry of the log.

    Without a number it works until something new is done. An ENTRY can be brought back as long as its place
    is as it was when the entry was made.

    \b
    Examples:
      negotext redo harbour
      negotext redo harbour 12
    """
    from ..sessions import opened
    from ..taking_back import told_of

    with opened(session, writing=True) as store:
        made = store.redo(by=by, why=why, entry=entry)
        told_of(store, made)
