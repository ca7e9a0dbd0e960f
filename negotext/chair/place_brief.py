"""A choice where there is little room: who wants what in few rows, and the whole of it with the evidence below."""

from __future__ import annotations

from negotext.languages import Registry
from negotext.model import Alternative, Side
from negotext.query.in_short import LEFT_OUT
from negotext.query.who import Who

from .place_sheet import SIDES, SIGNS, facts, heading, is_chosen, listed, place_sheet, source
from .sheet import Sheet, Word

_WORDS = (4, 2, 1)
"""Rows that the words of an alternative have at most; the first that lets everything fit is taken."""


def place_within(found: Who, registry: Registry, width: int, height: int) -> Sheet:
    """Draw a choice so that who stands where is in sight.

    Args:
        found: what is asked of it.
        registry: what to call the delegations.
        width: cells of a row.
        height: rows in sight.

    Returns:
        the whole of it where it fits; else in few rows, and below them the whole, to be scrolled to.
    """
    whole = place_sheet(found, registry, width)
    if len(whole.rows) <= height:
        return whole
    brief = Sheet(width)
    for most in _WORDS:
        brief = _brief(found, width, most)
        if len(brief.rows) <= height:
            break
    brief.gap()
    brief.add(Word("With the evidence", "title"))
    brief.rows += whole.rows
    return brief


def _brief(found: Who, width: int, most: int) -> Sheet:
    sheet = Sheet(width)
    heading(sheet, found, gap=False)
    for alternative in listed(found):
        _alternative(sheet, found, alternative, most)
        sides = list(_sides(found, alternative.number))
        if sides:
            sheet.add(*sides, indent=4, hang=2, most=max(1, most // 2))
    facts(sheet, found, most=max(1, most // 2))
    return sheet


def _alternative(sheet: Sheet, found: Who, alternative: Alternative, most: int) -> None:
    chosen = is_chosen(found, alternative)
    note = source(found, alternative)
    words = f"{alternative.label}: {alternative.text}" if alternative.label else alternative.text
    style = "chosen" if chosen else "strong" if words else "dim"
    sheet.add(
        Word(f" {alternative.number} ", "number"),
        Word(" ● " if chosen else "   ", "agreed"),
        Word(f"({note}) " if note else "", "dim"),
        Word(words or LEFT_OUT, style),
        hang=6,
        most=most,
    )


def _sides(found: Who, number: int) -> list[Word]:
    """Who stands on each side of an alternative, by code, with those whom their groups bind behind them."""
    words: list[Word] = []
    bound = found.bound(number)
    for side in Side:
        codes = [
            f"{voice.delegation} for {voice.speaks_for}" if voice.speaks_for else voice.delegation
            for voice in found.on(number)
            if voice.side is side
        ]
        codes += [f"{len(members)} of {group}" for (group, each), members in bound.items() if each is side]
        if codes:
            words += [Word(f"{SIGNS[side]} {SIDES[side]} ", SIDES[side]), Word(f"{', '.join(codes)}  ")]
    return words
