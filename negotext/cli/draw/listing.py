"""The places of a session as a list, those nearest to agreement first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.cells import cell_len
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from negotext.model import State
from negotext.query.places import Place
from negotext.query.progress import Progress

from . import palette
from .marks import STATES, decided, in_short, only, styled

_GAP = 2
_NEAREST = 7
_PENDING = 22
_NOTES = 26
_LINKED = 3
_NARROW = 84
_DECIDED = 34


class Listing:
    """Draws places so that the columns of all sections stand below each other."""

    def __init__(self, found: Sequence[Place], width: int) -> None:
        width = min(width, 140)
        self._narrow = width < _NARROW
        self._address = max((cell_len(place.address) for place in found), default=5)
        self._settled = any(place.state is not State.OPEN or place.gone_with for place in found)
        self._answers = _DECIDED if self._settled and not self._narrow else _NEAREST
        needed = max((len(", ".join(place.holders)) + len("pending ") for place in found), default=0)
        self._pending = min(18 if self._narrow else _PENDING, max(needed, len("who is in its way")))
        self._notes = 0 if self._narrow else min(_NOTES, max((len(_notes(place)) for place in found), default=0))
        gaps = (3 if self._narrow else 4) * _GAP
        self._words = max(14, width - self._address - 2 - self._answers - self._pending - self._notes - gaps)

    def head(self) -> Table:
        """What the columns are."""
        table = self._grid(header=True)
        titles = ("  place", "wordings", "outcome" if self._settled else "nearest", "who is in its way", "note")
        table.add_row(*(styled(title, palette.DIM) for title in titles[: len(table.columns)]))
        return table

    def table(self, found: Iterable[Place]) -> Table:
        """The places as rows, in the order given."""
        table = self._grid()
        for place in found:
            cells = [
                Text("  ").append(place.address, "bold"),
                in_short(place.standing.choice, place.wordings, self._words),
                *self._answer(place, self._answers),
                styled(_notes(place), palette.DIM),
            ]
            table.add_row(*cells[: len(table.columns)])
        return table

    def _grid(self, *, header: bool = False) -> Table:
        table = Table.grid(padding=(0, _GAP, 0, 0))
        table.add_column(width=self._address + 2, no_wrap=True)
        table.add_column(width=self._words, no_wrap=True, overflow="ellipsis")
        table.add_column(width=self._answers, no_wrap=True, overflow="ellipsis")
        table.add_column(width=self._pending, no_wrap=header)
        if not self._narrow and self._notes:
            table.add_column(width=max(4, self._notes))
        return table

    def _answer(self, place: Place, cells: int) -> tuple[Text, Text]:
        """What it comes to, and who is in the way of that."""
        standing = place.standing
        if place.gone_with:
            return styled("gone", palette.DIM), styled(f"with {place.gone_with}", palette.DIM)
        if standing.state is not State.OPEN and standing.decision is not None:
            mark = STATES[standing.state]
            agreed = standing.state is State.AGREED
            words = decided(standing.decision, standing.choice, cells - 2) if agreed else Text(standing.state.value)
            return styled(f"{mark.sign} ", mark.style).append_text(words), styled(
                f"by {standing.decided_by}", palette.DIM
            )
        if not place.named:
            return styled("–", palette.DIM), styled("nobody recorded", palette.DIM)
        if not place.holders:
            return _nearest(place), styled("no objection", "green")
        return _nearest(place), Text("pending ").append(only(place.holders), "bold" if len(place.holders) == 1 else "")


def _nearest(place: Place) -> Text:
    """The number of the nearest alternative, with `in` or `out` where there is one wording only."""
    text = styled(str(place.nearest), "bold")
    if place.nearest == 0:
        return text.append(" out")
    return text.append(" in") if len(place.wordings) == 1 else text


def _notes(place: Place) -> str:
    """Who is for the nearest alternative, and where the same words stand open."""
    notes = []
    if place.open and place.backers:
        notes.append(f"for: {', '.join(place.backers)}")
    if place.linked:
        more = f" +{len(place.linked) - _LINKED}" if len(place.linked) > _LINKED else ""
        notes.append(f"same: {', '.join(place.linked[:_LINKED])}{more}")
    return "; ".join(notes)


def draw_list(heading: Text, found: Sequence[Place], width: int, *, ranked: bool) -> Iterator[RenderableType]:
    """The list under its heading; with `ranked`, in sections by how many hold a place up."""
    listing = Listing(found, width)
    yield heading
    yield Text()
    yield listing.head()
    if not ranked:
        yield listing.table(found)
        return
    for title, section in _sections(found):
        yield styled(title, "bold").append(f"  {len(section)}", palette.DIM)
        yield listing.table(section)
        yield Text()


def heading(name: str, round: int, progress: Progress) -> Text:
    """`harbour, round 1   ○ 63 open   ● 2 agreed   ◌ 1 parked`."""
    text = styled(name, "bold").append(f"  round {round}", palette.DIM)
    for state, count in (
        (State.OPEN, progress.open),
        (State.AGREED, progress.agreed),
        (State.PARKED, progress.parked),
    ):
        if count or state is State.OPEN:
            mark = STATES[state]
            text.append("   ").append(f"{mark.sign} {count:,} {state.value}", mark.style)
    if progress.gone:
        text.append(f"   {progress.gone:,} gone with the choice around them", palette.DIM)
    return text


def _sections(found: Sequence[Place]) -> Iterator[tuple[str, list[Place]]]:
    named = [place for place in found if place.named]
    parts = (
        ("No objection recorded", [place for place in named if not place.holders]),
        ("Pending one", [place for place in named if len(place.holders) == 1]),
        ("Pending two or more", [place for place in named if len(place.holders) > 1]),
        ("Nobody recorded", [place for place in found if not place.named]),
    )
    return ((title, section) for title, section in parts if section)
