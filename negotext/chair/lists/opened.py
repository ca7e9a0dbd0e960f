"""What is still open, ranked by how few hold it up: the list of the screen Open."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import groupby

from negotext.query.places import Place

from ..lines_wrap import widest
from ..sheet import Row, Word
from .roll import GAP, Roll, columns, fit
from .short import in_short
from .situation import Situation

TITLES = ("No objection recorded", "Pending one", "Pending two or more", "Nobody recorded")
"""The sections, the nearest to agreement first."""

_NEAREST = 5
_PENDING = (20, 28)
_NOTE = 30
_WIDE = 100
_LINKED = 3
_SAME = 8


def section_of(place: Place) -> int:
    """Number of the section that a place stands in."""
    return min(len(place.holders), 2) if place.named else 3


def open_roll(situation: Situation, width: int, code: str = "") -> Roll:
    """The open places in their sections; the keys are addresses.

    Args:
        situation: of the session.
        width: cells of a row.
        code: of a delegation or group, for what it holds up; empty for all.
    """
    found = situation.held_by(code) if code else situation.open
    roll = Roll(width)
    if not found:
        roll.text(
            Word(f"{code} holds up no open place." if code else "Nothing is open: every place is decided or parked.")
        )
        return roll
    address = min(14, max(5, widest([place.address for place in found])))
    needed = max((len(", ".join(place.holders)) + len("pending ") for place in found if place.named), default=0)
    pending = min(max(needed, len("nobody recorded")), _PENDING[roll.width >= _WIDE])
    draw = partial(_row, situation, width=roll.width, address=address, pending=pending)
    for section, within in groupby(found, key=section_of):
        lines = [(place.address, partial(draw, place)) for place in within]
        roll.title(TITLES[section], len(lines))
        roll.lines(lines)
    return roll


def _row(situation: Situation, place: Place, *, width: int, address: int, pending: int) -> Row:
    wide = width >= _WIDE
    note = min(_NOTE, width // 4) if wide else _SAME
    words = max(12, width - address - _NEAREST - pending - note - GAP * 4)
    standing = situation.desk.places.standings.get(place.address)
    short = in_short(standing.choice, words, standing.withdrawn) if standing is not None else []
    nearest = f"→ {place.nearest}" if place.named else "–"
    row = columns(
        ([Word(place.address, "strong")], address),
        (short, words),
        ([Word(nearest, "strong" if place.named else "dim")], _NEAREST),
        (_pending(place), pending),
        ([Word(_note(place) if wide else _same(place), "dim")], note),
    )
    return tuple(fit(row, width, pad=False))


def _pending(place: Place) -> list[Word]:
    """Who is in its way: `pending only RU`, `pending CN, IN`."""
    if not place.named:
        return [Word("nobody recorded", "silent")]
    if not place.holders:
        return [Word("✓ no objection", "for")]
    return [Word("pending ", "dim"), Word(only(place.holders), "against" if len(place.holders) == 1 else "")]


def only(codes: Sequence[str]) -> str:
    """`only RU`, or `RU, IR`."""
    return f"only {codes[0]}" if len(codes) == 1 else ", ".join(codes)


def _same(place: Place) -> str:
    """How many others want the same answer, where there is no room for their addresses."""
    others = len(place.alike) - 1
    return f"+{others} same" if others > 0 else ""


def _note(place: Place) -> str:
    """Where the same words stand open, and who is for the nearest alternative."""
    notes = []
    others = len(place.alike) - 1
    if others > 0:
        # One more than are named, as it may be among the first itself.
        first = [other for other in place.alike[: _LINKED + 1] if other != place.address][:_LINKED]
        notes.append(f"same: {', '.join(first)}{f' +{others - _LINKED}' if others > _LINKED else ''}")
    if place.backers:
        notes.append(f"for: {', '.join(place.backers)}")
    return "; ".join(notes)
