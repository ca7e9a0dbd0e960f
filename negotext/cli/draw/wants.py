"""Who wants what: positions as a table, paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from negotext.languages import Registry, load_registry
from negotext.model import BlockKind, Draft, Position
from negotext.query import ParagraphWants, by_paragraph
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


class WantsTable:
    """Draws the positions of one draft, so that the columns of all its paragraphs stand below each other."""

    def __init__(
        self, draft: Draft, registry: Registry, groups: Sequence[ParagraphWants], width: int
    ) -> None:
        self._draft = draft
        self._registry = registry
        self._flow = Flow(draft.source.text)
        self._groups = groups
        self._width = width
        positions = [position for group in groups for position in group.positions]
        self._lines = max((cell_len(self._line(position)) for position in positions), default=0)
        self._codes = max((cell_len(position.delegation) for position in positions), default=0)
        self._names = min(_NAME, max((self._name(position).cell_len for position in positions), default=0))
        taken = _INDENT + self._lines + self._codes + self._names + _STANCE + 4 * _GAP
        # A row loses a few cells where a word does not fit any more.
        self._words_width = max(20, width - taken)
        self._cut = _ROWS * self._words_width - 10

    def parts(self) -> Iterator[RenderableType]:
        """A heading and a table for each paragraph."""
        for group in self._groups:
            yield self._heading(group)
            yield self._table(group)
            yield Text()

    def _heading(self, group: ParagraphWants) -> Text:
        heading = Text(group.paragraph or "outside numbered paragraphs", "bold", end="", no_wrap=True)
        opening = self._opening(group.paragraph)
        if opening:
            room = max(8, self._width - heading.cell_len - _GAP)
            heading = Text(end="", no_wrap=True).append_text(heading)
            heading.append(" " * _GAP).append(shorten(opening, room), palette.DIM)
        return heading

    def _opening(self, address: str) -> str:
        """The words the paragraph begins with, after its label."""
        for block in self._draft.blocks:
            if address and block.paragraph == address and block.kind in _BEGIN:
                end = min(block.span.end, block.body + self._width)
                return self._flow.wording(min(block.body, end), end)
        return ""

    def _table(self, group: ParagraphWants) -> Table:
        table = Table.grid(padding=(0, _GAP, 0, 0))
        table.add_column(justify="right", width=_INDENT + self._lines, style=palette.DIM)
        table.add_column(width=self._codes, no_wrap=True)
        table.add_column(width=self._names)
        table.add_column(width=_STANCE, no_wrap=True)
        table.add_column(width=self._words_width, overflow="fold")
        above = Text()
        for position in group.positions:
            mark = palette.STANCES[position.stance]
            words = self._words(position)
            table.add_row(
                self._line(position),
                Text(position.delegation, "bold"),
                self._name(position),
                Text(f"{mark.sign} {position.stance.value}", mark.style),
                Text("″", palette.DIM) if words.plain == above.plain else words,
            )
            above = words
        return table

    def _line(self, position: Position) -> str:
        return str(self._draft.source.line(position.evidence.start))

    def _name(self, position: Position) -> Text:
        title = self._registry.title(position.delegation)
        unknown = position.delegation not in self._registry.titles
        name = Text("unknown name" if unknown else title, "yellow" if unknown else "")
        if position.on_behalf_of:
            name.append(f" for {self._registry.title(position.on_behalf_of)}", palette.DIM)
        return name

    def _words(self, position: Position) -> Text:
        """The words offered, and those it is about; the evidence itself where it has neither."""
        words = Text()
        if position.text is not None:
            words.append(shorten(position.text, self._cut), "green")
        if position.target is not None:
            if position.text is not None:
                words.append(" instead of ", palette.DIM)
            words.append(shorten(position.target, self._cut), "" if position.text is None else palette.DIM)
        if position.text is None and position.target is None:
            words.append(shorten(position.evidence.of(self._draft.source.text), self._cut), palette.DIM)
        return words


def draw_wants(draft: Draft, positions: Sequence[Position], console: Console) -> None:
    """Print `positions` of `draft`, and below them how many there are."""
    registry = load_registry(draft.language)
    groups = by_paragraph(draft, positions)
    for part in WantsTable(draft, registry, groups, console.width).parts():
        console.print(part)
    holders = len({position.delegation for position in positions})
    whole = f" of {len(draft.positions):,}" if len(positions) != len(draft.positions) else ""
    if positions:
        console.print(f"{len(positions):,}{whole} positions, held by {holders:,}", style=palette.DIM)
    else:
        console.print(f"no positions{whole} (silence is not consent)", style=palette.DIM)
