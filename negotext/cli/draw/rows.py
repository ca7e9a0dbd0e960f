"""The rows of a query: a table where it fits, otherwise one record below the other."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from negotext.query.in_short import shares
from negotext.store import Result

from . import palette
from .marks import styled
from .visible import shorten

_CELL = 2_000
# A column of words may be folded down to this before the table gives way to records.
_NARROWEST = 18
_GAP = 2


def draw_rows(result: Result, width: int) -> Iterator[RenderableType]:
    """What a query found, and below it how many rows."""
    widths = [
        max([cell_len(name), *(_cell(row[index]).cell_len for row in result.rows)])
        for index, name in enumerate(result.columns)
    ]
    if sum(min(each, _NARROWEST) + _GAP for each in widths) <= width:
        yield _table(result, widths, width)
    else:
        yield from _records(result, width)
    count = len(result.rows)
    yield styled(f"{count:,} {'row' if count == 1 else 'rows'}{', and more' if result.cut else ''}", palette.DIM)


def _table(result: Result, widths: list[int], width: int) -> Table:
    table = Table.grid(padding=(0, _GAP, 0, 0))
    for index, share in enumerate(shares(widths, width - _GAP * len(widths))):
        numeric = any(isinstance(row[index], (int, float)) for row in result.rows)
        table.add_column(width=share, justify="right" if numeric else "left", overflow="fold")
    table.add_row(*(styled(name, "bold") for name in result.columns))
    for row in result.rows:
        table.add_row(*(_cell(value) for value in row))
    return table


def _records(result: Result, width: int) -> Iterator[RenderableType]:
    names = max(cell_len(name) for name in result.columns)
    for number, row in enumerate(result.rows, 1):
        yield styled(f"─ {number} ".ljust(min(width, names + 40), "─"), palette.DIM)
        table = Table.grid(padding=(0, _GAP, 0, 0))
        table.add_column(width=names, style="bold", justify="right")
        table.add_column(overflow="fold")
        for name, value in zip(result.columns, row, strict=True):
            table.add_row(name, _cell(value))
        yield table


def _cell(value: object) -> Text:
    match value:
        case None:
            return styled("–", palette.DIM)
        case bytes():
            return styled(f"{len(value):,} bytes", palette.DIM)
        case _:
            return Text(shorten(str(value), _CELL))
