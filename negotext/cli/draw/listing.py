"""The places of a session as a list, those nearest to agreement first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from rich.cells import cell_len
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from negotext.model import State
from negotext.query.places import Place, WordedPlace
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

    def __init__(self, worded: Sequence[WordedPlace], width: int) -> None:
        found = [each.place for each in worded]
        width = min(width, 140)
        self._narrow = width < _NARROW
        self._address = max([len("place"), *(cell_len(place.address) for place in found)])
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

    def table(self, found: Iterable[WordedPlace]) -> Table:
        """The places as rows, in the order given."""
        table = self._grid()
        for each in found:
            place = each.place
            cells = [
                Text("  ").append(place.address, "bold"),
                in_short(each.standing.choice, each.wordings, self._words),
                *self._answer(each, self._answers),
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

    def _answer(self, each: WordedPlace, cells: int) -> tuple[Text, Text]:
        """What it comes to, and who is in the way of that."""
        place, standing = each.place, each.standing
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
            return _nearest(each), styled("no objection", "green")
        return _nearest(each), Text("pending ").append(only(place.holders), "bold" if len(place.holders) == 1 else "")


def _nearest(each: WordedPlace) -> Text:
    """The number of the nearest alternative, with `in` or `out` where there is one wording only."""
    text = styled(str(each.place.nearest), "bold")
    if each.place.nearest == 0:
        return text.append(" out")
    return text.append(" in") if len(each.wordings) == 1 else text


def _notes(place: Place) -> str:
    """Who is for the nearest alternative, and where the same words stand open."""
    notes = []
    if place.open and place.backers:
        notes.append(f"for: {', '.join(place.backers)}")
    others = len(place.alike) - 1
    if others > 0:
        # One more than are named, as it may be among the first itself.
        first = [other for other in place.alike[: _LINKED + 1] if other != place.address][:_LINKED]
        notes.append(f"same: {', '.join(first)}{f' +{others - _LINKED}' if others > _LINKED else ''}")
    return "; ".join(notes)


def draw_list(
    heading: Text, shown: Sequence[WordedPlace], width: int, *, every: Sequence[Place], ranked: bool
) -> Iterator[RenderableType]:
    """The list under its heading; with `ranked`, in sections by how many hold a place up.

    Args:
        heading: what it is a list of.
        shown: the places to draw, the first of `every`.
        width: of the screen.
        every: all places that the list has.
        ranked: whether they are in the order of their sections.
    """
    listing = Listing(shown, width)
    yield heading
    yield Text()
    yield listing.head()
    if not ranked:
        yield listing.table(shown)
    start = 0
    for title, count in _sections(every) if ranked else ():
        section = shown[start : start + count]
        start += count
        if section:
            yield styled(title, "bold").append(f"  {count:,}", palette.DIM)
            yield listing.table(section)
            yield Text()
    if len(shown) < len(every):
        yield styled(f"and {len(every) - len(shown):,} more; --limit 0 lists all", palette.DIM)


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


def _sections(found: Sequence[Place]) -> list[tuple[str, int]]:
    """The titles of the sections with how many places each has, in the order of ranking."""
    titles = ("No objection recorded", "Pending one", "Pending two or more", "Nobody recorded")
    counts = Counter(min(len(place.holders), 2) if place.named else 3 for place in found)
    return [(title, counts[index]) for index, title in enumerate(titles) if counts[index]]
