"""What a search found, with the words marked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from negotext.store import Hit

from . import palette
from .directions import isolated_text
from .marks import styled
from .visible import visible

_ROWS = 2
_AROUND = 40


def draw_finds(typed: str, hits: Sequence[Hit], width: int) -> Iterator[RenderableType]:
    """The finds of a search, by kind."""
    terms = [phrase or word for phrase, word in re.findall(r'"([^"]+)"|(\S+)', typed)]
    marked = re.compile("|".join(map(re.escape, terms)) or r"(?!)", re.IGNORECASE)
    if not hits:
        yield styled(f"nothing in this round holds {typed!r}", palette.DIM)
        return
    address = max(cell_len(hit.address or hit.paragraph or "–") for hit in hits)
    who = min(24, max(cell_len(_source(hit)) for hit in hits))
    for kind in dict.fromkeys(hit.kind for hit in hits):
        found = [hit for hit in hits if hit.kind == kind]
        yield styled(f"{kind}s", "bold").append(f"  {len(found)}", palette.DIM)
        table = Table.grid(padding=(0, 2, 0, 0))
        table.add_column(width=address + 2, no_wrap=True)
        table.add_column(width=who, style=palette.DIM)
        table.add_column(overflow="fold")
        room = max(24, width - address - who - 6)
        for hit in found:
            words = _excerpt(hit.text, marked, _ROWS * room)
            words.highlight_regex(marked, "bold yellow")
            if not hit.holds:
                words.append("  no longer holds", palette.DIM)
            table.add_row(Text("  ").append(hit.address or hit.paragraph or "–", "bold"), _source(hit), words)
        yield table
        yield Text()


def _source(hit: Hit) -> str:
    if hit.line is not None:
        return f"{hit.delegation} line {hit.line}"
    return f"{hit.delegation} entry {hit.entry}".strip() if hit.entry is not None else "draft"


def _excerpt(text: str, marked: re.Pattern[str], cells: int) -> Text:
    """The words around the first find."""
    line = " ".join(visible(text).split())
    match = marked.search(line)
    start = max(0, match.start() - _AROUND) if match and cell_len(line) > cells else 0
    if start and match:
        # Words with spaces between them are not cut.
        start = max(start, line.find(" ", start, match.start()) + 1)
    shown = Text(("… " if start else "") + line[start:])
    shown.truncate(cells, overflow="ellipsis")
    return isolated_text(shown)
