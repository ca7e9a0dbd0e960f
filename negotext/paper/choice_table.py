"""The table of all choices: their wordings, who stands where, and what was decided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from negotext.model import Alternative, ChoiceKind, Side

from .points import Point
from .sayings import Sayings, shortened, spoken_of
from .values import Cell, Inline, Role, Run, Table

_WIDTHS = (1.5, 5.6, 2.5, 2.2, 1.8, 2.4)
# Columns of a wording, of one that is a whole paragraph or more, and of what was chosen; the text has them in full.
_WORDING, _PASSAGE, _CHOSEN = 160, 80, 24


def choice_table(points: Iterable[Point], sayings: Sayings) -> Table:
    """One row for each choice, in the order of the draft; a reservation and a remark share their column."""
    words = sayings.words
    heads = ("place", "wordings", "for", "against", "reserves", "state")
    rows = [tuple(text_cell(words[head]) for head in heads)]
    rows += [tuple(_row(point, sayings)) for point in points]
    return Table(tuple(rows), _WIDTHS, language=words.language)


def text_cell(text: str, shade: str = "") -> Cell:
    """A cell of plain words."""
    return Cell(((Run(text),),) if text else ((),), shade)


def _row(point: Point, sayings: Sayings) -> Iterator[Cell]:
    yield text_cell(point.address)
    yield Cell(tuple(_wording(each, point, sayings) for each in _listed(point)))
    yield Cell(_sides(point, sayings, Side.FOR))
    yield Cell(_sides(point, sayings, Side.AGAINST))
    yield Cell((*_sides(point, sayings, Side.RESERVES), *_sides(point, sayings, Side.REMARKS)) or ((),))
    yield text_cell(sayings.state(point, _CHOSEN))


def _listed(point: Point) -> list[Alternative]:
    """The wordings; "leave it out" where somebody speaks about it."""
    zero = [each for each in spoken_of(point.choice, point.voices.own) if not each.number]
    return [*point.choice.alternatives[1:], *zero] or [point.choice.alternatives[0]]


def _wording(alternative: Alternative, point: Point, sayings: Sayings) -> tuple[Inline, ...]:
    notes = []
    if alternative.number in point.standing.withdrawn:
        notes.append(sayings.words["withdrawn"])
    elif alternative.number and alternative.span is None:
        notes.append(sayings.words["floor"])
    note = f" ({notes[0]})" if notes else ""
    number = sayings.words.line(str(alternative.number), "")
    if not alternative.text:
        return (Run(f"{number}{sayings.words['leave_out']}{note}"),)
    label = f"{alternative.label} " if alternative.label else ""
    text = shortened(alternative.text, _PASSAGE if point.choice.kind is ChoiceKind.PASSAGE else _WORDING)
    backers = point.on(Side.FOR, alternative.number)
    words = Run(text, Role.OFFERED, backers[0].delegation) if backers else Run(text, Role.CONTESTED)
    return (Run(f"{number}{label}"), words, *((Run(note),) if note else ()))


def _sides(point: Point, sayings: Sayings, side: Side) -> tuple[tuple[Inline, ...], ...]:
    """`1: Norway, Chile`, a paragraph for each alternative; remarks say that they are."""
    words = sayings.words
    said = []
    for alternative in spoken_of(point.choice, point.voices.own):
        voices = point.on(side, alternative.number)
        if voices:
            label = f"{words['remarks']} {alternative.number}" if side is Side.REMARKS else str(alternative.number)
            said.append((Run(words.line(label, "")), *sayings.named(voices)))
    return tuple(said) or (() if side in (Side.RESERVES, Side.REMARKS) else ((),))
