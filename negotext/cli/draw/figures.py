"""The statistics of a draft as a sheet: brackets, stances and delegations side by side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from negotext.languages import Registry
from negotext.model import Draft, Stance, State
from negotext.query import Obstacle, Statistics, obstacles, statistics
from negotext.query.progress import Progress

from ..loading import LANGUAGE_NAMES
from . import palette
from .marks import STATES
from .visible import shorten

_BAR = 8
# Cells of a bar that stands for all places.
_PLACES = 40
_NAME = 22
# More delegations than these are summed up in one line.
_DELEGATIONS = 12
_OBJECTORS = 8
# Narrower than this, the three tables stand below each other.
_SIDE_BY_SIDE = 98


def draw_figures(
    draft: Draft,
    registry: Registry,
    width: int,
    *,
    name: str = "",
    figures: Statistics | None = None,
    progress: Progress | None = None,
) -> RenderableType:
    """The figures of a draft for a console of `width` cells.

    Args:
        draft: as read; of a session, the text as it stands.
        registry: names of delegations.
        width: of the screen.
        name: what to call it; the name of the draft when empty.
        figures: of a session; counted in the draft when None.
        progress: of a session, how far its choices are.
    """
    figures = figures or statistics(draft)
    parts = [_brackets(figures), _stances(figures), _delegations(figures, registry)]
    if width < _SIDE_BY_SIDE:
        body: RenderableType = Group(*(line for part in parts for line in (part, Text())))
    else:
        sheet = Table.grid(padding=(0, 3, 0, 0))
        sheet.add_row(*parts)
        body = Group(sheet, Text())
    found = obstacles(draft)
    blocked: list[RenderableType] = [_obstacles(found, registry), Text()] if found else []
    heading = _heading(name or draft.source.name, figures)
    steps: list[RenderableType] = [_progress(progress), Text()] if progress is not None else []
    return Group(heading, Text(), *steps, body, *blocked, _share(figures))


def _heading(name: str, figures: Statistics) -> Text:
    heading = Text().append(name, "bold")
    language = LANGUAGE_NAMES[figures["language"]]
    return heading.append(f"   {language}, {figures['paragraphs']:,} numbered paragraphs", palette.DIM)


def _progress(progress: Progress) -> Table:
    """How many places are open, agreed, parked, as one bar."""
    table = _titled("Places")
    counts = ((State.OPEN, progress.open), (State.AGREED, progress.agreed), (State.PARKED, progress.parked))
    most = max(progress.all, 1)
    for state, count in counts:
        mark = STATES[state]
        bar = Text("▪" * round(_PLACES * count / most), mark.style)
        table.add_row(Text(f"{mark.sign} {state.value}", mark.style), f"{count:,}", bar)
    if progress.gone:
        table.add_row("gone with the choice around them", f"{progress.gone:,}", "", style=palette.DIM)
    return table


def _brackets(figures: Statistics) -> Table:
    brackets = figures["brackets"]
    table = _titled("Brackets")
    table.add_row("contested, outermost", f"{brackets['contested']:,}", "")
    table.add_row("contested, all", f"{brackets['contested_all']:,}", "")
    table.add_row("nested up to", f"{brackets['max_depth']:,}", "")
    table.add_row("without contested words", f"{brackets['editorial']:,}", "")
    table.add_row("  placeholders", f"{brackets['placeholder']:,}", "", style=palette.DIM)
    table.add_row("  names only", f"{brackets['attribution']:,}", "", style=palette.DIM)
    for label, count in (("never closed", brackets["unclosed"]), ("never opened", brackets["unopened"])):
        table.add_row(label, f"{count:,}", "", style="bold red" if count else "")
    return table


def _stances(figures: Statistics) -> Table:
    counts = figures["positions"]
    table = _titled("Positions")
    most = max(counts.values(), default=0)
    for name, count in counts.items():
        mark = palette.STANCES[Stance(name)]
        table.add_row(Text(f"{mark.sign} {name}", mark.style), f"{count:,}", _bar(count, most, mark.style))
    table.add_row("in all", f"{sum(counts.values()):,}", "", style=palette.DIM)
    return table


def _delegations(figures: Statistics, registry: Registry) -> Table:
    counts = figures["delegations"]
    table = _titled("Delegations")
    most = max(counts.values(), default=0)
    for code, count in list(counts.items())[:_DELEGATIONS]:
        table.add_row(_party(code, registry), f"{count:,}", _bar(count, most, "blue"))
    rest = list(counts.values())[_DELEGATIONS:]
    if rest:
        table.add_row(f"{len(rest)} others", f"{sum(rest):,}", "", style=palette.DIM)
    if not counts:
        table.add_row("nobody is named", "", "", style=palette.DIM)
    return table


def _obstacles(found: Sequence[Obstacle], registry: Registry) -> Table:
    """Those who object to most proposals, a row each: to how many, and to whose."""
    by_objector: dict[str, list[Obstacle]] = defaultdict(list)
    for obstacle in found:
        by_objector[obstacle.objector].append(obstacle)
    ranked = sorted(by_objector.items(), key=lambda item: (-sum(each.count for each in item[1]), item[0]))
    table = _titled("Who stands in whose way")
    for code, met in ranked[:_OBJECTORS]:
        proposers = ", ".join(f"{each.proposer} ×{each.count}" if each.count > 1 else each.proposer for each in met)
        table.add_row(_party(code, registry), f"{sum(each.count for each in met):,}", proposers)
    if len(ranked) > _OBJECTORS:
        table.add_row(f"{len(ranked) - _OBJECTORS} others", "", "", style=palette.DIM)
    return table


def _party(code: str, registry: Registry) -> Text:
    title = registry.title(code)
    name = Text().append(code, "bold")
    if title != code:
        name.append(f"  {shorten(title, max(4, _NAME - cell_len(code)))}", palette.DIM)
    return name


def _titled(title: str) -> Table:
    """A table of label, number and bar."""
    table = Table(
        title=title,
        title_style="bold",
        title_justify="left",
        box=None,
        show_header=False,
        padding=(0, 2, 0, 0),
    )
    table.add_column(no_wrap=True)
    table.add_column(justify="right", no_wrap=True)
    table.add_column()
    return table


def _bar(count: int, most: int, style: str) -> Text:
    return Text("▪" * max(1, round(_BAR * count / most)), style)


def _share(figures: Statistics) -> Text:
    words, inside = figures["words"], figures["words_in_brackets"]
    share = inside / words if words else 0
    line = Text().append(f"{share:.0%} of the words stand in contested brackets", "bold")
    return line.append(f"   {inside:,} of {words:,}", palette.DIM)
