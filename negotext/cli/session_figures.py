"""What a session holds, in numbers."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from negotext.model import State
from negotext.query import recounted, select, statistics
from negotext.query.kept import registry_of
from negotext.query.progress import progress

from .session_texts import as_it_stands, decided
from .sessions import opened
from .terminal import screen
from .writing import write_json

if TYPE_CHECKING:
    from .narrowing import Narrowing


def print_figures(session: str, asked: Narrowing, *, state: State | None, number: int | None, as_json: bool) -> None:
    """Print the figures of a session: brackets of the text as it stands, positions that hold.

    Args:
        session: as a person typed it.
        asked: which positions.
        state: only positions on places in this state; None for all.
        number: of the round; the newest when None.
        as_json: for programs.
    """
    from negotext.store import Asked

    with opened(session) as store:
        text = as_it_stands(store, number)
        wanted = asked.in_session(store, number)
        noted = [each.position for each in store.positions(Asked(state=state), round=number)]
        counted = progress(*decided(store, number))
        registry = registry_of(store)
        title = f"{store.name}, round {number or store.rounds()[-1].number}"
    figures = recounted(statistics(text), select(noted, wanted))
    if as_json:
        choices: dict[str, Any] = asdict(counted)
        write_json({**figures, "choices": choices})
        return
    from .draw.figures import draw_figures

    console = screen()
    drawn = draw_figures(text, registry, console.width, name=title, figures=figures, progress=counted)
    console.print(drawn)
