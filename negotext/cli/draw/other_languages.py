"""The wordings of a place in other languages."""

from __future__ import annotations

from collections.abc import Sequence

from rich.table import Table
from rich.text import Text

from negotext.model import Choice

from . import palette
from .folding import folded
from .marks import styled
from .visible import shorten

_CODE = 4
_ROWS = 2


def draw_others(others: Sequence[tuple[str, Choice | None]], width: int) -> Table:
    """A row for each wording, the code of the language in front of the first."""
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(width=_CODE, no_wrap=True)
    table.add_column(overflow="fold")
    room = width - _CODE - 2
    for language, choice in others:
        code = styled(f" {language}", "bold")
        if choice is None:
            table.add_row(code, styled("no place of this version surely belongs to this one", palette.DIM))
            continue
        for alternative in choice.alternatives[1:]:
            text = styled(f"{alternative.number} ", palette.DIM)
            text.append(shorten(alternative.text, _ROWS * (room - 4)))
            # The address stands once, as it may be another one there.
            if code:
                text.append(f"   {choice.address}", palette.DIM)
            table.add_row(code, folded(text, room))
            code = Text()
    return table
