"""`negotext backup`: a copy of a session."""

from __future__ import annotations

from pathlib import Path

import click

from ..session_options import session_argument


@click.command("backup")
@session_argument
@click.argument("out", type=click.Path())
def command(session: str, out: str) -> None:
    """Copy a session, safely while others use it.

    The copy is one file that holds the session as it stood at one moment, also while somebody is writing to
    it. OUT is a file that is not there yet, or a folder. Copying the file by hand may miss the latest changes,
    which lie beside it in a -wal file.

    \b
    Examples:
      negotext backup harbour harbour-thursday.db
      negotext backup harbour backups/
    """
    from ..sessions import opened, session_path

    with opened(session) as store:
        target = Path(out)
        if target.is_dir():
            target /= session_path(session).name
        store.backup(target)
        entries = store.last
    click.echo(f"{target}: {target.stat().st_size / 1000:,.0f} kB, the log up to entry {entries}")
