"""What is known of the units that were drawn: their styles, their signs, and their rows as they are on the screen."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import NamedTuple

from textual.strip import Strip

from ..paint import Run, Sign
from ..units import Unit

# So many units are remembered: some screens full of them, in each view.
_MOST = 250


class Place(NamedTuple):
    """A row of a unit as it was laid out.

    Attributes:
        row: counted from the first row of the unit.
        laid: cells of a row of words.
        width: cells of the whole row.
        look: number of the look in which it was drawn.
    """

    row: int
    laid: int
    width: int
    look: int


@dataclass(slots=True)
class Drawn:
    """What is known of one unit.

    Attributes:
        unit: the unit.
        runs: its styles; None while nobody has asked.
        signs: the choices that begin in it; None while nobody has asked.
        rows: those that were drawn.
    """

    unit: Unit
    runs: list[Run] | None = None
    signs: list[Sign] | None = None
    rows: dict[Place, Strip] = field(default_factory=dict)


class DrawnUnits:
    """Remembers what was drawn of units, in whatever view and wherever they stood."""

    def __init__(self) -> None:
        self._known: dict[int, Drawn] = {}

    def of(self, unit: Unit) -> Drawn:
        """What is known of a unit."""
        drawn = self._known.get(id(unit))
        if drawn is None:
            if len(self._known) >= _MOST:
                self._known.clear()
            drawn = self._known[id(unit)] = Drawn(unit)
        return drawn

    def forget(self, blocks: Collection[int]) -> None:
        """Something has happened to what stands in some blocks of the draft."""
        if blocks:
            self._known = {key: drawn for key, drawn in self._known.items() if drawn.unit.block not in blocks}

    def clear(self) -> None:
        """Everything looks otherwise."""
        self._known.clear()
