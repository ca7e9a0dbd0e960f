"""Who wants what: positions as a table, paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from negotext.languages import OwnDelegations, Registry, registry_for
from negotext.model import Block, BlockKind, Draft, Position
from negotext.query import by_paragraph
from negotext.source import Flow

from . import palette
from .visible import shorten

_NAME = 30
_STANCE = 9
_GAP = 2
# Cells to the left of the line numbers.
_INDENT = 2
_BEGIN = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.OPTION, BlockKind.HEADING})
# Rows of the screen that the words of one position may take. The other formats give them in full.
_ROWS = 2


class Row(NamedTuple):
    """A position as it is shown.

    Attributes:
        position: the position.
        line: where it was read from: a line of the draft, an entry of the log.
        evidence: the words it was read from.
        place: the choice it is about, for a session; or empty.
    """

    position: Position
    line: str
    evidence: str
    place: Text = Text()


Paragraphs = Mapping[str, Sequence[Row]]
"""Rows by the address of their paragraph, in the order of the paragraphs."""


class WantsTable:
    """Draws positions so that the columns of all paragraphs stand below each other.

    Args:
        paragraphs: the positions.
        blocks: of the draft, for the words its paragraphs begin with.
        text: of the draft.
        registry: names of delegations.
        width: of the screen.
    """

    def __init__(
        self, paragraphs: Paragraphs, blocks: Sequence[Block], text: str, registry: Registry, width: int
    ) -> None:
        self._paragraphs = paragraphs
        self._blocks = blocks
        self._registry = registry
        self._flow = Flow(text)
        self._width = width
        rows = [row for group in paragraphs.values() for row in group]
        positions = [row.position for row in rows]
        self._lines = max((cell_len(row.line) for row in rows), default=0)
        self._places = max((row.place.cell_len for row in rows), default=0)
        self._codes = max((cell_len(position.delegation) for position in positions), default=0)
        self._names = min(_NAME, max((self._name(position).cell_len for position in positions), default=0))
        taken = _INDENT + self._lines + self._codes + self._names + _STANCE + 4 * _GAP
        taken += self._places + _GAP if self._places else 0
        # A row loses a few cells where a word does not fit any more.
        self._words_width = max(20, width - taken)
        self._cut = _ROWS * self._words_width - 10

    def parts(self) -> Iterator[RenderableType]:
        """A heading and a table for each paragraph."""
        for paragraph, rows in self._paragraphs.items():
            yield self._heading(paragraph)
            yield self._table(rows)
            yield Text()

    def _heading(self, paragraph: str) -> Text:
        heading = Text(paragraph or "outside numbered paragraphs", "bold", end="", no_wrap=True)
        opening = self._opening(paragraph)
        if opening:
            room = max(8, self._width - heading.cell_len - _GAP)
            heading = Text(end="", no_wrap=True).append_text(heading)
            heading.append(" " * _GAP).append(shorten(opening, room), palette.DIM)
        return heading

    def _opening(self, address: str) -> str:
        """The words the paragraph begins with, after its label."""
        for block in self._blocks:
            if address and block.paragraph == address and block.kind in _BEGIN:
                end = min(block.span.end, block.body + self._width)
                return self._flow.wording(min(block.body, end), end)
        return ""

    def _table(self, rows: Sequence[Row]) -> Table:
        table = Table.grid(padding=(0, _GAP, 0, 0))
        table.add_column(justify="right", width=_INDENT + self._lines, style=palette.DIM)
        if self._places:
            table.add_column(width=self._places, no_wrap=True)
        table.add_column(width=self._codes, no_wrap=True)
        table.add_column(width=self._names)
        table.add_column(width=_STANCE, no_wrap=True)
        table.add_column(width=self._words_width, overflow="fold")
        above = Text()
        for row in rows:
            position = row.position
            mark = palette.STANCES[position.stance]
            words = self._words(row)
            table.add_row(
                row.line,
                *([row.place] if self._places else []),
                Text(position.delegation, "bold"),
                self._name(position),
                Text(f"{mark.sign} {position.stance.value}", mark.style),
                Text("″", palette.DIM) if words.plain == above.plain else words,
            )
            above = words
        return table

    def _name(self, position: Position) -> Text:
        title = self._registry.title(position.delegation)
        unknown = position.delegation not in self._registry.titles
        name = Text("unknown name" if unknown else title, "yellow" if unknown else "")
        if position.on_behalf_of:
            name.append(f" for {self._registry.title(position.on_behalf_of)}", palette.DIM)
        return name

    def _words(self, row: Row) -> Text:
        """The words offered, and those it is about; the evidence itself where it has neither."""
        position = row.position
        words = Text()
        if position.text is not None:
            words.append(shorten(position.text, self._cut), "green")
        if position.target is not None:
            if position.text is not None:
                words.append(" instead of ", palette.DIM)
            words.append(shorten(position.target, self._cut), "" if position.text is None else palette.DIM)
        if position.text is None and position.target is None:
            words.append(shorten(row.evidence, self._cut), palette.DIM)
        if position.date:
            words.append(f"  {shorten(position.date[:10], 10)}", palette.DIM)
        return words


def draw_wants(
    draft: Draft, positions: Sequence[Position], console: Console, own: OwnDelegations | None = None
) -> None:
    """Print `positions` of `draft`, and below them how many there are."""
    source = draft.source
    rows = {
        group.paragraph: [
            Row(position, str(source.line(position.evidence.start)), position.evidence.of(source.text))
            for position in group.positions
        ]
        for group in by_paragraph(draft, positions)
    }
    registry = registry_for(draft.language, own)
    for part in WantsTable(rows, draft.blocks, source.text, registry, console.width).parts():
        console.print(part)
    console.print(summary(positions, len(draft.positions)))


def summary(positions: Sequence[Position], of: int) -> Text:
    """How many positions there are of how many, and how many hold them."""
    holders = len({position.delegation for position in positions})
    whole = f" of {of:,}" if len(positions) != of else ""
    if positions:
        return Text(f"{len(positions):,}{whole} positions, held by {holders:,}", palette.DIM)
    return Text(f"no positions{whole} (silence is not consent)", palette.DIM)
