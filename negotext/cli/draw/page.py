"""The text of a draft as a page: line numbers, coloured text, and beside a line who speaks in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from negotext.model import Block, Draft, Position, Span

from . import palette
from .directions import isolated_text
from .paint import Paint
from .visible import visible

# Names stand beside the text where lines fit with them, otherwise below their line.
_MARGIN = 24
_MOST_TEXT = 100


class Page:
    """Lays out blocks of a draft for a console; `agreed` are the words that were agreed, in order."""

    def __init__(self, draft: Draft, blocks: Sequence[Block], console: Console, agreed: Sequence[Span] = ()) -> None:
        self._draft = draft
        self._blocks = blocks
        self._console = console
        self._paint = Paint(draft)
        self._agreed = agreed
        self._gutter = len(str(len(draft.source.lines)))
        room = console.width - self._gutter - 2
        longest = max(map(cell_len, self._plain_lines()), default=0)
        self._beside = min(longest, _MOST_TEXT) + 2 + _MARGIN <= room
        self._width = min(longest, _MOST_TEXT) if self._beside else room
        self._speakers: dict[int, list[Position]] = defaultdict(list)
        for position in draft.positions:
            self._speakers[draft.source.line(position.evidence.start)].append(position)

    def _plain_lines(self) -> Iterator[str]:
        for block in self._blocks:
            yield from block.span.of(self._draft.source.text).splitlines()

    def rows(self) -> Iterator[Text]:
        """What stands on the screen, row by row, without the blank lines at the end."""
        source = self._draft.source
        shown = [number for block in self._blocks for number in self._numbers(block)]
        while shown and not source.line_text(shown[-1]).strip():
            shown.pop()
        for before, number in pairwise([0, *shown]):
            if before and number > before + 1:
                yield Text(end="").append(" " * self._gutter + "┆", palette.DIM)
            yield from self._line(number)

    def _numbers(self, block: Block) -> range:
        """The lines of a block."""
        source = self._draft.source
        return range(source.line(block.span.start), source.line(max(block.span.start, block.span.end - 1)) + 1)

    def _line(self, number: int) -> Iterator[Text]:
        rows = self._wrapped(number)
        names = self._names(number)
        if self._beside:
            margin = list(names.wrap(self._console, _MARGIN)) if names else []
            for index in range(max(len(rows), len(margin))):
                text = rows[index] if index < len(rows) else Text(end="")
                row = self._numbered(number if index == 0 else None).append_text(text)
                if index < len(margin):
                    row.append(" " * (self._width - text.cell_len + 2)).append_text(margin[index])
                row.rstrip()
                yield row
            return
        for index, text in enumerate(rows):
            yield self._numbered(number if index == 0 else None).append_text(text)
        for text in names.wrap(self._console, self._width - 4) if names else []:
            yield self._numbered(None).append("  ╰ ", palette.DIM).append_text(text)

    def _numbered(self, number: int | None) -> Text:
        shown = str(number) if number is not None else ""
        return Text(end="").append(f"{shown:>{self._gutter}}│ ", palette.DIM)

    def _wrapped(self, number: int) -> list[Text]:
        """A line of the draft as rows of the screen, the second and later ones indented like the first."""
        line = self._styled(number)
        indent = len(line.plain) - len(line.plain.lstrip(" "))
        if line.cell_len <= self._width or indent > self._width // 3:
            rows = line.wrap(self._console, self._width, tab_size=4)
            return [isolated_text(row, like=line.plain) for row in rows] or [Text(end="")]
        rows = line[indent:].wrap(self._console, self._width - indent, tab_size=4)
        return [Text(" " * indent, end="").append_text(isolated_text(row, like=line.plain)) for row in rows]

    def _styled(self, number: int) -> Text:
        source = self._draft.source
        line = source.line_text(number)
        start = source.lines[number - 1]
        text = Text(visible(line), end="")
        for run in self._paint.runs(Span(start, start + len(line))):
            text.stylize(run.style, run.start - start, run.end - start)
        for span in self._agreed:
            if span.start < start + len(line) and span.end > start:
                text.stylize(palette.AGREED, max(0, span.start - start), span.end - start)
        return text

    def _names(self, number: int) -> Text:
        """Who takes a position that begins in this line: a mark for the stance, and the code."""
        names = Text(end="")
        for position in self._speakers.get(number, ()):
            mark = palette.STANCES[position.stance]
            if names:
                names.append("  ")
            # A no-break space keeps a mark and its name on one line.
            names.append(f"{mark.sign}\u00a0{position.delegation}", mark.style)
            if position.on_behalf_of:
                names.append(f"\u00a0for\u00a0{position.on_behalf_of}", palette.DIM)
        return names
