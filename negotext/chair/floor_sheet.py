"""What was understood of a line from the floor, as a sheet: who, which side, which alternative, new wording."""

from __future__ import annotations

from negotext.languages import Registry
from negotext.model import Alternative, Stand
from negotext.query.in_short import LEFT_OUT
from negotext.store import Standing

from .floor import Understood
from .place_sheet import SIDES, SIGNS
from .sheet import Sheet, Word

_WORDS = 2


def floor_sheet(
    understood: Understood, standing: Standing, registry: Registry, width: int, *, asked: bool = False
) -> Sheet:
    """Draw what was understood.

    Args:
        understood: a line; with nothing typed the alternatives are listed that it can be about.
        standing: the choice it is about.
        registry: what to call the delegations.
        width: cells of a row.
        asked: whether it was to be taken down, so that a fault is said aloud.
    """
    sheet = Sheet(width)
    if not understood.typed:
        for each in standing.choice.alternatives:
            if each.number not in standing.withdrawn:
                _alternative(sheet, each)
        return sheet
    if understood.fault:
        style = "warning" if asked else "dim"
        sign = "✗ " if asked else "… "
        nothing = "; nothing was taken down" if asked else ""
        sheet.add(Word(f"{sign}{understood.fault}{nothing}", style), Word(f"  {understood.hint}", "dim"), hang=2)
        return sheet
    for taken in understood.withdrawn:
        for stand in taken.stands:
            _stand(sheet, stand, standing, (), registry, withdrawn=True)
    if understood.added is not None:
        for stand in understood.added.stands:
            _stand(sheet, stand, standing, understood.added.alternatives, registry)
    if understood.aside:
        sheet.add(Word("… ", "dim"), Word(f"“{understood.aside}”", "quote"), Word("  kept as it is", "dim"), hang=2)
    return sheet


def _alternative(sheet: Sheet, each: Alternative) -> None:
    words = Word(f" {each.text}") if each.text else Word(f" {LEFT_OUT}", "dim")
    sheet.add(Word(f" {each.number} ", "number"), words, hang=4, most=_WORDS)


def _stand(
    sheet: Sheet,
    stand: Stand,
    standing: Standing,
    new: tuple[Alternative, ...],
    registry: Registry,
    *,
    withdrawn: bool = False,
) -> None:
    title = registry.title(stand.delegation)
    name = stand.delegation if title == stand.delegation else f"{stand.delegation} {title}"
    behalf = f" for {registry.title(stand.on_behalf_of)}" if stand.on_behalf_of else ""
    known = {each.number: each for each in (*standing.choice.alternatives, *new)}
    text = known[stand.alternative].text if stand.alternative in known else ""
    added = any(each.number == stand.alternative for each in new)
    side = Word("– withdraws ", "warning") if withdrawn else Word("", "")
    sheet.add(
        side,
        Word(f"{SIGNS[stand.side]} {SIDES[stand.side]:8} ", "gone" if withdrawn else SIDES[stand.side]),
        Word(f"{name}{behalf}  ", "strong"),
        Word(f" {stand.alternative} ", "number"),
        Word(f" {text or LEFT_OUT}", "chosen" if added else ""),
        Word("  new alternative" if added else "", "for"),
        hang=4,
        most=_WORDS,
    )
