"""`negotext sql`: a question to the session's file."""

from __future__ import annotations

import sys

import click

from ..errors import complain
from ..options import format_option
from ..session_options import no_pager_option, session_argument
from ..writing import DEFAULT, TABULAR, chosen, write


@click.command("sql")
@session_argument
@click.argument("query")
@click.option("--limit", type=click.IntRange(min=1), default=10_000, metavar="N", help="At most so many rows.")
@click.option("--seconds", type=float, default=10.0, metavar="S", help="Give up after so many seconds.")
@format_option(*TABULAR, default=DEFAULT)
@no_pager_option
def command(session: str, query: str, *, limit: int, seconds: float, form: str | None, no_pager: bool) -> None:
    """Ask the session's file a question in SQL.

    The query can read and nothing else. Stable for programs are the views positions, choices, alternatives,
    decisions, statements and rounds, which any SQLite client shows as well. A QUERY of - is read from standard
    input.

    \b
    Examples:
      negotext sql harbour "SELECT delegation, count(*) FROM positions GROUP BY 1 ORDER BY 2 DESC"
      negotext sql harbour "SELECT address, opposed_by FROM choices WHERE state = 'open'" --format csv
      negotext sql harbour "SELECT * FROM decisions WHERE holds" --format json
    """
    from ..sessions import opened

    with opened(session) as store:
        text = sys.stdin.read() if query == "-" else query
        result = store.sql(text, seconds=seconds, limit=limit)
    form = chosen(form)
    if form == "table":
        from ..draw.rows import draw_rows
        from ..paging import print_pages
        from ..terminal import screen

        console = screen()
        print_pages(draw_rows(result, console.width), console, paged=not no_pager)
    else:
        names = _distinct(result.columns)
        write(form, names, (dict(zip(names, map(_plain, row), strict=True)) for row in result.rows))
    if result.cut:
        complain(f"only the first {limit:,} rows are shown", "--limit shows more")


def _distinct(columns: tuple[str, ...]) -> list[str]:
    """The names of columns, told apart where a query gives two the same name."""
    names: list[str] = []
    for column in columns:
        name, number = column, 1
        while name in names:
            number += 1
            name = f"{column}_{number}"
        names.append(name)
    return names


def _plain(value: object) -> object:
    return value.hex() if isinstance(value, bytes) else value
