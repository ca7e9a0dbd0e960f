"""Two rounds side by side: what closed, opened, shifted and vanished."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from rich.cells import cell_len
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from negotext.model import Position, Span
from negotext.rounds import ChoiceMatch, Closed, Comparison, Happening, PositionChange, Shift
from negotext.source import Flow

from ..sides import Side
from . import palette
from .counting import counted
from .directions import isolated_text
from .folding import folded
from .marks import in_short, quoted, styled
from .palette import Mark
from .visible import shorten, visible

SHIFTS = {
    Shift.TAKEN: Mark("+", "green"),
    Shift.DROPPED: Mark("−", "red"),
    Shift.SHIFTED: Mark("↻", "magenta"),
    Shift.SETTLED: Mark("●", "dim"),
}

# Characters of the old draft that are shown on either side of words that are gone.
_AROUND = 36


class Sheet:
    """Draws a comparison section by section."""

    def __init__(self, old: Side, new: Side, found: Comparison, width: int) -> None:
        self._old = old
        self._new = new
        self._found = found
        self._width = min(width, 140)

    def parts(self) -> Iterator[RenderableType]:
        """The sheet from top to bottom; sections without anything to tell are left out."""
        yield self._heading()
        yield Text()
        for title, count, table in (
            ("Gone without a decision", len(self._found.silent), self._silent),
            ("Closed", len(self._found.closed), self._closed),
            ("Opened", len(self._found.opened), self._opened),
            ("Changed", len(self._found.changed), self._changed),
            ("Positions", len(self._found.positions), self._positions),
            ("Numbering", len(self._rows()), self._numbering),
        ):
            if count:
                style = "bold red" if title.startswith("Gone") else "bold"
                yield styled(title, style).append(f"  {count}", palette.DIM)
                yield table()
                yield Text()
        yield self._verdict()

    def _heading(self) -> Text:
        old, new = self._old.name, self._new.name
        if Path(old).is_file() and Path(new).is_file() and Path(old).name != Path(new).name:
            old, new = Path(old).name, Path(new).name
        text = styled(old, "bold").append("  →  ", palette.DIM).append(new, "bold")
        places = f"   {len(self._old.choices):,} → {len(self._new.choices):,} places"
        return text.append(places, palette.DIM)

    def _verdict(self) -> Text:
        found = self._found
        parts = [
            f"{len(found.closed)} closed",
            f"{len(found.opened)} opened",
            f"{len(found.changed)} changed",
            f"{counted(len(found.positions), 'position')} moved",
        ]
        text = styled(", ".join(parts), palette.DIM)
        if found.silent:
            return text.append(f"; {counted(len(found.silent), 'silent deletion')}", "bold red")
        return text.append("; no words gone without a decision", "green")

    def _grid(self, *widths: int) -> Table:
        table = Table.grid(padding=(0, 2, 0, 0))
        for width in widths:
            table.add_column(width=width or None, no_wrap=bool(width), overflow="fold")
        return table

    def _silent(self) -> Table:
        source = self._old.draft.source
        table = self._grid(self._addresses([each.paragraph for each in self._found.silent]) + 2, 9, 0)
        for each in self._found.silent:
            words = self._around(each.old)
            if each.instead:
                words.append(" became ", palette.DIM).append(quoted(each.instead, self._width))
            where = each.choice or each.paragraph or "–"
            line = styled(f"line {source.line(each.old.start)}", palette.DIM)
            table.add_row(Text("  ").append(where, "bold"), line, words)
        return table

    def _around(self, span: Span) -> Text:
        """Words that are gone, with what stood beside them."""
        text = self._old.draft.source.text
        start, end = max(0, span.start - _AROUND), min(len(text), span.end + _AROUND)
        region = Flow(text).region(start, end)
        first, last = region.offset(span.start), region.offset(span.end)
        clean = visible(region.clean)
        gone = clean[first:last].rstrip()
        shown = styled(f"…{clean[:first]}", palette.DIM)
        # Without colour, too, the words have to be told from those around them.
        shown.append("⟦", "bold red").append(shorten(gone, 2 * self._width), "red strike").append("⟧", "bold red")
        shown.append(f"{clean[first + len(gone) :]}…", palette.DIM)
        return folded(isolated_text(shown), self._width - 24)

    def _closed(self) -> Table:
        table = self._grid(self._addresses([each.choice.address for each in self._found.closed]) + 2, 0)
        for each in self._found.closed:
            choice = each.choice
            half = max(20, self._width // 2 - 16)
            text = in_short(choice, choice.alternatives[1:], half).append("  ⇒  ", palette.DIM)
            table.add_row(Text("  ").append(choice.address, "bold"), text.append_text(self._became(each, half)))
        return table

    def _became(self, closed: Closed, cells: int) -> Text:
        if closed.alternative == 0:
            text = Text("left out")
        elif closed.new is None:
            text = styled("went with the words around it", palette.DIM)
        else:
            number = f"{closed.alternative} " if closed.alternative is not None else ""
            text = styled(number, "bold").append(quoted(closed.text, cells))
        if closed.as_decided is False:
            text.append("  not as decided", "bold red")
        elif closed.as_decided:
            text.append("  as decided", "green")
        return text

    def _opened(self) -> Table:
        table = self._grid(self._addresses([each.choice.address for each in self._found.opened]) + 2, 0)
        for each in self._found.opened:
            half = max(20, self._width // 2 - 16)
            text = in_short(each.choice, each.choice.alternatives[1:], half)
            if each.text:
                text.append("  where the text had  ", palette.DIM).append(quoted(each.text, half))
            table.add_row(Text("  ").append(each.choice.address, "bold"), text)
        return table

    def _changed(self) -> Table:
        changed = self._found.changed
        table = self._grid(self._addresses([_both(each) for each in changed]) + 2, 9, 0)
        for each in changed:
            sure = "" if each.certain else f"{each.confidence:.0%} sure"
            text = wordings_in_short(each, self._width // 2)
            if not text:
                text = styled("reworded: ", palette.DIM)
                text.append_text(in_short(each.new, each.new.alternatives[1:], self._width // 2))
            table.add_row(Text("  ").append(_both(each), "bold"), styled(sure, palette.DIM), text)
        return table

    def _positions(self) -> Table:
        found = self._found.positions
        table = self._grid(max(len(each.delegation) for each in found) + 2, 9, 0)
        before = ""
        for each in found:
            mark = SHIFTS[each.kind]
            who = Text("  ").append("" if each.delegation == before else each.delegation, "bold")
            table.add_row(who, styled(f"{mark.sign} {each.kind.value}", mark.style), self._shift(each))
            before = each.delegation
        return table

    def _shift(self, change: PositionChange) -> Text:
        half = max(24, self._width // 2 - 20)
        text = Text()
        if change.old is not None:
            text.append_text(position_in_short(change.old, half if change.new else 2 * half))
        if change.old is not None and change.new is not None:
            text.append("  →  ", palette.DIM)
        if change.new is not None:
            text.append_text(position_in_short(change.new, half if change.old else 2 * half))
        return text.append(f"  for {change.on_behalf_of}", palette.DIM) if change.on_behalf_of else text

    def _rows(self) -> list[tuple[str, str, str]]:
        """Paragraphs that were moved, split, merged, renumbered, new or gone."""
        plain = (Happening.SAME, Happening.REWORDED)
        return [
            (each.old or "–", each.new or "–", ", ".join(h.value for h in each.happened if h not in plain))
            for each in self._found.concordance
            if any(h not in plain for h in each.happened)
        ]

    def _numbering(self) -> Table:
        rows = self._rows()
        before, after = (self._addresses([row[side] for row in rows]) for side in (0, 1))
        table = self._grid(before + 2, 2, after, 0)
        for old, new, happened in rows:
            table.add_row(Text("  ").append(old, "bold"), "→", styled(new, "bold"), styled(happened, palette.DIM))
        return table

    def _addresses(self, found: Sequence[str]) -> int:
        return max((cell_len(each) for each in found), default=1)


def draw_comparison(old: Side, new: Side, found: Comparison, width: int) -> Iterator[RenderableType]:
    """A comparison of two rounds for a screen of `width` cells."""
    return Sheet(old, new, found, width).parts()


def _both(match: ChoiceMatch) -> str:
    old, new = match.old.address, match.new.address
    return old if old == new else f"{old} → {new}"


def wordings_in_short(match: ChoiceMatch, cells: int) -> Text:
    """The wordings that a place has got and those it has lost, in `cells` each; empty where there are none."""
    text = Text()
    come, gone = (match.new, match.added, "+", "green"), (match.old, match.removed, "−", "red")
    for choice, numbers, sign, style in (come, gone):
        for number in numbers:
            alternative = choice.alternative(number)
            text.append(f"{sign} {quoted(alternative.text if alternative else '', cells)} ", style)
    return text


def position_in_short(position: Position, cells: int) -> Text:
    """A stance, where, and the words it is about or offers."""
    mark = palette.STANCES[position.stance]
    text = styled(f"{mark.sign} {position.stance.value}", mark.style)
    if position.paragraph:
        text.append(f" {position.paragraph}", "bold")
    words = position.text or position.target or ""
    return text.append(f" {quoted(words, cells)}" if words else "")
