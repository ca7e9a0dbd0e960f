"""Two rounds as a list of differences: side by side where there is room, else one above the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..lines_wrap import cells
from ..sheet import Row, Sheet, Word
from .compared import CHANGED, CLOSED, GONE, MOVED, NEW, OPENED, POSITION, SILENT, Compared, Difference, Note, Piece
from .roll import Roll, fit

WIDE = 96
"""From so many cells on the rounds stand side by side."""

_STYLES = {GONE: "against", NEW: "for", MOVED: "reserves"}
_SIGNS = {CLOSED: ("●", "agreed"), OPENED: ("○", "open"), CHANGED: ("↻", "reserves"), SILENT: ("✗", "against")}
_BETWEEN = " │ "


def summary(found: Compared) -> list[Word]:
    """What differs, in one line: `14 closed, 4 opened, 2 changed, 1 moved`, and whether words are gone."""
    counts = found.counts
    kinds = (CLOSED, OPENED, CHANGED, "reworded", "moved", "renumbered", "split", "merged", "new", "gone")
    words = ", ".join(f"{counts[kind]} {kind}" for kind in kinds if counts.get(kind)) or "nothing differs"
    if counts.get(POSITION):
        words += f", {counts[POSITION]} positions"
    silent = counts.get(SILENT, 0)
    if silent:
        many = "s" if silent > 1 else ""
        return [Word(words), Word(f"  ✗ {silent} deletion{many} without a decision", "against")]
    return [Word(words), Word("  ✓ no words gone without a decision", "for")]


def differences_roll(found: Compared, width: int) -> Roll:
    """The differences one below the other; the keys are their numbers from 0."""
    roll = Roll(width)
    roll.text(*summary(found))
    for number, difference in enumerate(found.differences):
        if difference.same:
            roll.gap()
            many = "s" if difference.same > 1 else ""
            roll.text(Word(f"⋯ {difference.same:,} paragraph{many} unchanged", "dim"))
        roll.gap()
        roll.block(str(number), _rows(found, difference, roll.width))
    return roll


def _rows(found: Compared, difference: Difference, width: int) -> list[Row]:
    sheet = Sheet(width)
    place = " → ".join(dict.fromkeys(filter(None, (difference.old, difference.new)))) or "–"
    happened = ", ".join(difference.happened) or "same words"
    sheet.add(Word(f"{place}  ", "title"), Word(happened, "dim"))
    for note in difference.notes:
        _note(sheet, note)
    rows = list(sheet.rows)
    if width >= WIDE:
        rows += _side_by_side(difference, width)
    else:
        rows += _below(f"{found.old}│ ", difference.before, width)
        rows += _below(f"{found.new}│ ", difference.after, width)
    return rows


def _note(sheet: Sheet, note: Note) -> None:
    sign, style = _SIGNS.get(note.kind, ("·", "dim"))
    if note.kind == SILENT:
        sheet.add(Word(f"{sign} gone without a decision: ", style), Word(note.words), indent=2, hang=2)
        return
    kind = "" if note.kind == POSITION else f"{note.kind} "
    sheet.add(
        Word(f"{sign} {kind}", style),
        Word(f"{note.address} ", "strong"),
        Word(note.words, "against" if note.bad else ""),
        indent=2,
        hang=2,
    )


def _signed(pieces: Sequence[Piece]) -> Iterator[Word]:
    """The words with signs around what is gone, new or moved."""
    for piece in pieces:
        yield Word(f"⟦{piece.mark}{piece.text}⟧", _STYLES[piece.mark]) if piece.mark else Word(piece.text)


def _folded(pieces: Sequence[Piece], width: int) -> list[Row]:
    sheet = Sheet(width)
    if pieces:
        sheet.add(*_signed(pieces))
    return sheet.rows


def _below(gutter: str, pieces: Sequence[Piece], width: int) -> list[Row]:
    head = Word(gutter, "dim")
    folded = _folded(pieces, width - cells(gutter)) or [(Word("–", "dim"),)]
    return [(head, *row) for row in folded]


def _side_by_side(difference: Difference, width: int) -> Iterator[Row]:
    half = (width - cells(_BETWEEN)) // 2
    left, right = _folded(difference.before, half), _folded(difference.after, half)
    for number in range(max(len(left), len(right), 1)):
        before = left[number] if number < len(left) else ()
        after = right[number] if number < len(right) else ()
        yield (*fit(before, half), Word(_BETWEEN, "dim"), *after)
