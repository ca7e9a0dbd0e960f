"""What was understood of a statement from the floor."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from negotext.languages import Registry
from negotext.model import Alternative, Stand
from negotext.outcome import Addition
from negotext.store import LogEntry, Standing

from . import palette
from .marks import SIDE_WORDS, SIDES, numbered, styled

_NAME = 34


def draw_statement(
    words: str, added: Addition, after: Standing, *, entry: LogEntry | None, registry: Registry, width: int
) -> Iterator[RenderableType]:
    """A statement as it was understood.

    Args:
        words: as typed.
        added: what was read from them.
        after: the place; with the statement where it was taken down.
        entry: its entry in the log; None where nothing was changed.
        registry: names of delegations.
        width: of the screen.
    """
    # New wordings get their numbers from the session, which others may be writing to as well.
    said = entry.statement if entry is not None else None
    stands = said.stands if said is not None else added.stands
    new = said.alternatives if said is not None else added.alternatives
    heading = styled(after.address, "bold").append(f"  {words}", "italic")
    yield heading.append(f"   entry {entry.id}, {entry.by}" if entry else "", palette.DIM)
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(width=12, no_wrap=True)
    table.add_column(max_width=_NAME)
    table.add_column(overflow="fold")
    known = {each.number: each for each in (*after.choice.alternatives, *new)}
    for stand in stands:
        mark = SIDES[stand.side]
        label = styled(f"  {mark.sign} {SIDE_WORDS[stand.side]}", mark.style)
        table.add_row(label, _speaker(stand, registry), _about(stand, known, new, width))
    yield table
    if entry is None:
        yield styled("nothing was changed (--dry-run)", palette.DIM)


def _speaker(stand: Stand, registry: Registry) -> Text:
    title = registry.title(stand.delegation)
    name = styled(stand.delegation, "bold").append(f" {title}" if title != stand.delegation else "")
    return name.append(f" for {registry.title(stand.on_behalf_of)}" if stand.on_behalf_of else "", palette.DIM)


def _about(stand: Stand, known: dict[int, Alternative], new: tuple[Alternative, ...], width: int) -> Text:
    text = numbered(known.get(stand.alternative), max(30, width - 60))
    if any(each.number == stand.alternative for each in new):
        text.append("  a new alternative", "green")
    return text
