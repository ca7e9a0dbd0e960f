"""What stands above the editor: where the alternatives collide, what was combined, and who stands behind each side."""

from __future__ import annotations

from typing import NamedTuple

from negotext.languages import Registry
from negotext.model import Side
from negotext.query.in_short import LEFT_OUT
from negotext.store import Standing

from .combining import Combining, Spot, Way
from .place_sheet import SIDES, SIGNS
from .sheet import Sheet, Word

_WORDS = 3
_NAMED = 8
HERE = "spot-here"
"""Mark of the row of the spot at the cursor."""

_REST = "rest"


class CombiningSheet:
    """Draws one merge as it is made; a part that looks as it did before is not folded again.

    Attributes:
        standing: the choice.
    """

    def __init__(self, standing: Standing, registry: Registry) -> None:
        """Begin to draw a merge.

        Args:
            standing: the choice.
            registry: what to call the delegations.
        """
        self.standing = standing
        self._registry = registry
        self._spots: dict[int, tuple[_Look, Sheet]] = {}
        self._rest: tuple[tuple[object, ...], Sheet] | None = None

    def draw(self, work: Combining, width: int, here: int | None) -> Sheet:
        """Draw the spots, and below them the alternatives with who stands where.

        Args:
            work: the words that are being made.
            width: cells of a row.
            here: number of the spot at the cursor.
        """
        sheet = Sheet(width)
        _heading(sheet, work)
        for number in sorted(range(len(work.spots)), key=lambda each: not work.spots[each].collides):
            if number == here:
                sheet.mark(HERE)
            sheet.put(self._spot(work, number, width, here=number == here))
        looks = work.sources, width
        if self._rest is None or self._rest[0] != looks:
            self._rest = looks, _alternatives(work, self.standing, width)
        sheet.put(self._rest[1])
        return sheet

    def _spot(self, work: Combining, number: int, width: int, *, here: bool) -> Sheet:
        spot = work.spots[number]
        own = work.text[spot.start : spot.end] if spot.taken is None else ""
        looks = _Look(spot.ways, spot.taken, spot.decided, spot.collides, own, work.defenders, here, width)
        known = self._spots.get(number)
        if known is None or known[0] != looks:
            part = Sheet(width)
            _spot(part, work, number, self.standing, self._registry, here=here)
            known = self._spots[number] = looks, part
        return known[1]


class _Look(NamedTuple):
    """All that the rows of a spot depend on."""

    ways: tuple[Way, ...]
    taken: int | None
    decided: bool
    collides: bool
    own: str
    defenders: tuple[str, ...]
    here: bool
    width: int


def combining_sheet(work: Combining, standing: Standing, registry: Registry, width: int, here: int | None) -> Sheet:
    """Draw a merge once; the arguments are those of `CombiningSheet`."""
    return CombiningSheet(standing, registry).draw(work, width, here)


def place_at(sheet: Sheet, row: int) -> tuple[int, int | None] | None:
    """Which spot is drawn in a row of the sheet, and which of its ways; None where none is."""
    above = [(at, name) for name, at in sheet.marks.items() if at <= row and name != HERE]
    _, name = max(above, default=(0, _REST))
    if name == _REST:
        return None
    spot, _, way = name.partition(" ")
    return int(spot), int(way) if way else None


def _heading(sheet: Sheet, work: Combining) -> None:
    collisions = sum(spot.collides for spot in work.spots)
    combined = len(work.spots) - collisions
    made = ", ".join(map(str, work.sources)) or "nothing"
    parts = [Word(work.address, "strong"), Word(f"  made from {made}", "dim")]
    if work.undecided:
        parts.append(Word(f"  ✗ {_count(work.undecided, 'collision')} of {collisions} undecided", "warning"))
    elif collisions:
        parts.append(Word(f"  ● {_count(collisions, 'collision')}, all decided", "agreed"))
    else:
        parts.append(Word("  nothing collides", "dim"))
    if combined:
        parts.append(Word(f"  + {_count(combined, 'edit')} combined", "for"))
    sheet.add(*parts)


def _count(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"


def _alternatives(work: Combining, standing: Standing, width: int) -> Sheet:
    """What is on the table, and who stands where."""
    sheet = Sheet(width)
    sheet.rows.append(())
    sheet.marks[_REST] = 0
    for alternative in standing.choice.alternatives:
        if alternative.number in standing.withdrawn:
            continue
        voices = _voices(standing, alternative.number)
        if not alternative.number and not voices:
            continue
        used = alternative.number in work.sources
        note = "  (draft)" if alternative.number and alternative.number == standing.choice.base else ""
        sheet.add(
            Word(f" {alternative.number} ", "number" if used else "dim"),
            Word(f" {alternative.text or LEFT_OUT}", "" if used else "dim"),
            Word(note, "dim"),
            hang=4,
            most=_WORDS,
        )
        if voices:
            sheet.add(*voices, indent=4, hang=2)
    return sheet


def _spot(sheet: Sheet, work: Combining, number: int, standing: Standing, registry: Registry, *, here: bool) -> None:
    spot = work.spots[number]
    sheet.mark(f"{number} ")
    sign, style = ("+ combined", "for") if not spot.collides else ("● decided", "agreed")
    if not spot.decided:
        sign, style = "✗ collision", "warning"
    written = work.text[spot.start : spot.end]
    own = [Word("  your words: ", "dim"), Word(written or LEFT_OUT, "chosen")] if spot.taken is None else []
    against = [
        Word(f"  {', '.join(work.defenders[:_NAMED])} would keep the draft’s words", "dim")
        for _ in work.defenders[:1]
        if not spot.decided
    ]
    sheet.add(Word("▶ " if here else "  ", "key"), Word(sign, style), *own, *against, hang=4, most=_WORDS)
    for index, way in enumerate(spot.ways):
        sheet.mark(f"{number} {index}")
        _way(sheet, spot, way, standing, registry, stands=index == spot.taken)


def _way(sheet: Sheet, spot: Spot, way: Way, standing: Standing, registry: Registry, *, stands: bool) -> None:
    numbers = ",".join(map(str, way.numbers))
    sign, style = "   ", ""
    if stands:
        sign, style = (" ● ", "chosen") if spot.decided else (" ○ ", "strong")
    names = ", ".join(registry.title(code) for code in way.backers[:_NAMED])
    more = ", …" if len(way.backers) > _NAMED else ""
    notes = ["draft"] if way.own and way.numbers == (standing.choice.base,) else []
    behind = f"  {names}{more}" if names else ""
    sheet.add(
        Word(f" {numbers} ", "number"),
        Word(sign, "agreed" if spot.decided else "open"),
        Word(f"“{way.text}”" if way.text else LEFT_OUT, style),
        Word(f"  ({', '.join(notes)})" if notes else "", "dim"),
        Word(behind, "for"),
        indent=4,
        hang=6,
        most=_WORDS,
    )


def _voices(standing: Standing, number: int) -> list[Word]:
    """Who is for an alternative, against it, or has a reservation."""
    found: list[Word] = []
    for side in (Side.FOR, Side.AGAINST, Side.RESERVES):
        names = dict.fromkeys(
            stand.delegation + (f" for {stand.on_behalf_of}" if stand.on_behalf_of else "")
            for stand in standing.choice.stands
            if stand.side is side and stand.alternative == number
        )
        if names:
            listed = ", ".join(list(names)[:_NAMED]) + (", …" if len(names) > _NAMED else "")
            found.append(Word(f"{SIGNS[side]} {SIDES[side]} {listed}  ", SIDES[side]))
    return found
