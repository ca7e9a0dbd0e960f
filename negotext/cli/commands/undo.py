"""`negotext undo`: take back what was done."""

from __future__ import annotations

import click

from ..session_options import by_option, session_argument, why_option


@click.command("undo")
@session_argument
@click.argument("entry", type=click.IntRange(min=1), required=False)
@by_option
@why_option
def command(session: str, entry: int | None, *, by: str, why: str) -> None:
    """Take back what was done last, or an entry of the log.

    Decisions, statements and withdrawals of the current round are taken back, the latest first; with the number
    of an ENTRY that one, unless something on the same place rests on it. Nothing is erased: the undo is
    an entry, too. Undoing everything gives back the draft.

    \b
    Examples:
      negotext undo harbour
      negotext undo harbour 12 --why "taken down at the wrong place"
      negotext redo harbour
    """
    from ..sessions import opened
    from ..taking_back import told_of

    with opened(session, writing=True) as store:
        made = store.undo(by=by, why=why, entry=entry)
        told_of(store, made)
