"""The place that is discussed, as a sheet for the room: its alternatives in large, and who asked for what if shown."""

from __future__ import annotations

from collections.abc import Callable

from negotext.languages import Registry
from negotext.model import Alternative, Side, State
from negotext.query.in_short import LEFT_OUT
from negotext.query.who import Who
from negotext.store import Standing

from .place_sheet import SIDES, SIGNS, STATES
from .sheet import Sheet, Word

SAID = {State.OPEN: "under discussion", State.AGREED: "agreed", State.PARKED: "put off"}
_MOST = 4


def room_sheet(
    standing: Standing,
    words: Callable[[int], str],
    width: int,
    height: int,
    *,
    found: Who | None,
    registry: Registry,
) -> Sheet:
    """Draw a place so that it fits; what has no room is counted, never cut without a word.

    Args:
        standing: the place as it stands.
        words: gives the words of an alternative by its number, without names.
        width: cells of a row.
        height: rows there are.
        found: who stands where; None where no names are shown.
        registry: what to call the delegations.
    """
    for most in range(_MOST, -1, -1):
        sheet = _drawn(standing, words, Sheet(width), found=found, registry=registry, most=most)
        if len(sheet.rows) <= height:
            return sheet
    marks = [row for name, row in sheet.marks.items() if row < height and name.isdecimal()]
    fits = marks[-1] if marks else 1
    left = sum(1 for name, row in sheet.marks.items() if row >= fits and name.isdecimal())
    sheet.rows = sheet.rows[:fits]
    sheet.add(Word(f"… and {left} more", "dim"), indent=2)
    return sheet


def _drawn(
    standing: Standing,
    words: Callable[[int], str],
    sheet: Sheet,
    *,
    found: Who | None,
    registry: Registry,
    most: int,
) -> Sheet:
    """Draw it with so many rows for each wording and each side; 0 for one row of each wording and one for all sides."""
    spaced, together, most = most == _MOST, not most, max(1, most)
    state = standing.state
    sheet.add(Word(standing.address, "title"), Word(f"   {STATES[state]} {SAID[state]}", state.value))
    decision = standing.decision if state is State.AGREED else None
    if decision is not None and decision.text is not None:
        _gap(sheet, spaced)
        sheet.add(Word("● ", "agreed"), Word(decision.text or LEFT_OUT, "chosen"), indent=2, hang=2, most=most)
    chosen = decision.alternative if decision is not None and decision.text is None else None
    for alternative in _shown(standing):
        _gap(sheet, spaced)
        sheet.mark(str(alternative.number))
        style = "chosen" if alternative.number == chosen else "dim" if decision is not None else "strong"
        text = words(alternative.number) or LEFT_OUT
        sign = "● " if alternative.number == chosen else "  "
        label = f"{alternative.label}: " if alternative.label else ""
        sheet.add(
            Word(f" {alternative.number} ", "number"),
            Word(f" {sign}", "agreed"),
            Word(label + text, style),
            hang=6,
            most=most,
        )
        if found is not None:
            _voices(sheet, found, alternative, registry, most, together=together)
    return sheet


def _gap(sheet: Sheet, spaced: bool) -> None:
    if spaced:
        sheet.gap()


def _shown(standing: Standing) -> list[Alternative]:
    """The alternatives on the table, 0 behind the others."""
    listed = [each for each in standing.choice.alternatives if each.number not in standing.withdrawn]
    return [*(each for each in listed if each.number), *(each for each in listed if not each.number)]


def _voices(
    sheet: Sheet, found: Who, alternative: Alternative, registry: Registry, most: int, *, together: bool
) -> None:
    """A row for each side, or one for all of them; a group's delegation is named with its group."""
    row: list[Word] = []
    for side in (Side.AGAINST, Side.RESERVES, Side.FOR) if together else (Side.FOR, Side.AGAINST, Side.RESERVES):
        voices = [voice for voice in found.on(alternative.number) if voice.side is side]
        if voices:
            names = [
                registry.title(voice.delegation)
                + (f" ({registry.title(voice.speaks_for)})" if voice.speaks_for else "")
                for voice in voices
            ]
            row += [Word("  " if row else ""), Word(f"{SIGNS[side]} ", SIDES[side]), Word(", ".join(names))]
            if not together:
                sheet.add(*row, indent=6, hang=2, most=most)
                row = []
    if row:
        sheet.add(*row, indent=6, hang=2, most=most)
