"""What a session holds, in numbers."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict
from typing import Any

from negotext.model import Stance, State
from negotext.query import statistics
from negotext.query.progress import progress

from .placing import registry_of
from .session_texts import as_it_stands, decided
from .sessions import opened
from .terminal import screen
from .writing import write_json


def print_figures(session: str, state: State | None, number: int | None, *, as_json: bool) -> None:
    """Print the figures of a session: brackets of the text as it stands, positions that hold.

    Args:
        session: as a person typed it.
        state: only positions on places in this state; None for all.
        number: of the round; the newest when None.
        as_json: for programs.
    """
    from negotext.store import Asked

    with opened(session) as store:
        text = as_it_stands(store, number)
        noted = store.positions(Asked(state=state), round=number)
        counted = progress(*decided(store, number))
        registry = registry_of(store)
        title = f"{store.name}, round {number or store.rounds()[-1].number}"
    figures = statistics(text)
    stances = Counter(each.position.stance for each in noted)
    delegations = Counter(each.position.delegation for each in noted)
    figures["positions"] = {stance.value: stances[stance] for stance in Stance if stances[stance]}
    figures["delegations"] = dict(sorted(delegations.items(), key=lambda item: (-item[1], item[0])))
    if as_json:
        choices: dict[str, Any] = asdict(counted)
        write_json({**figures, "choices": choices})
        return
    from .draw.figures import draw_figures

    console = screen()
    drawn = draw_figures(text, registry, console.width, name=title, figures=figures, progress=counted)
    console.print(drawn)
