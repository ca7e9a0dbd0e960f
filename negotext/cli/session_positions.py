"""The positions of a session, from its drafts and from the floor."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from negotext import query
from negotext.model import State
from negotext.query.kept import own_of, registry_of

from .sessions import opened
from .writing import write

if TYPE_CHECKING:
    from rich.text import Text

    from negotext.store import Noted, Session

    from .narrowing import Narrowing

FIELDS = (*query.FIELDS, "address", "state", "entry")


def print_positions(session: str, asked: Narrowing, *, state: State | None, number: int | None, form: str) -> None:
    """Print the positions that are asked for: those that hold, of the round, on places of the state."""
    from negotext.store import Asked

    with opened(session) as store:
        wanted = asked.in_session(store, number)
        every = store.positions(round=number)
        found = store.positions(Asked(state=state), round=number) if state is not None else every
        found = [noted for noted in found if wanted.matches(noted.position)]
        if form == "table":
            _draw(store, found, len(every), number)
        else:
            write(form, FIELDS, map(_record, found))


def _record(noted: Noted) -> dict[str, Any]:
    position = noted.position
    dated = {"date": position.date} if position.date else {}
    return {
        "line": noted.line,
        "start": position.evidence.start,
        "end": position.evidence.end,
        "paragraph": position.paragraph,
        "delegation": position.delegation,
        "on_behalf_of": position.on_behalf_of,
        "stance": position.stance.value,
        "text": position.text,
        "target": position.target,
        "evidence": "".join(noted.evidence.split()),
        **dated,
        "address": noted.address or None,
        "state": noted.state.value if noted.state else None,
        "entry": noted.entry,
    }


def _draw(store: Session, found: list[Noted], of: int, number: int | None) -> None:
    from .context import blocks_of
    from .draw.wants import Row, WantsTable, summary
    from .paging import print_pages
    from .terminal import screen

    source = store.source(number)
    blocks = store.blocks(number) or blocks_of(source, store.language, own_of(store))
    order = dict.fromkeys(block.paragraph for block in blocks)
    order |= dict.fromkeys(noted.position.paragraph for noted in found)
    rows: dict[str, list[Row]] = {paragraph: [] for paragraph in order}
    for noted in found:
        line = str(noted.line) if noted.line is not None else f"e{noted.entry}"
        rows[noted.position.paragraph].append(Row(noted.position, line, noted.evidence, _place(noted)))
    console = screen()
    shown = {paragraph: listed for paragraph, listed in rows.items() if listed}
    table = WantsTable(shown, blocks, source.text, registry_of(store), console.width)
    parts = [*table.parts(), summary([noted.position for noted in found], of)]
    print_pages(parts, console, paged=False)


def _place(noted: Noted) -> Text:
    from rich.text import Text

    from .draw.marks import STATES, styled

    if noted.state is None:
        return Text(" ")
    mark = STATES[noted.state]
    return styled(f"{mark.sign} ", mark.style).append(noted.address, "")
