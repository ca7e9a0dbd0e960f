"""The text of a draft as a page: line numbers, coloured text, and beside each line who takes a position in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from negotext.model import Block, Draft, Position, Span, Stance

from . import palette
from .paint import Paint
from .visible import visible

# Names stand beside the text where lines fit with them, otherwise below their line.
_MARGIN = 24
_MOST_TEXT = 100


class Page:
    """Lays out blocks of a draft for a console."""

    def __init__(self, draft: Draft, blocks: Sequence[Block], console: Console) -> None:
        self._draft = draft
        self._blocks = blocks
        self._console = console
        self._paint = Paint(draft)
        self._gutter = len(str(len(draft.source.lines)))
        room = console.width - self._gutter - 3
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
        """What stands on the screen, row by row."""
        last = 0
        for block in self._blocks:
            first = self._draft.source.line(block.span.start)
            if last and first > last + 1:
                yield Text(" " * self._gutter + " ┆", palette.DIM)
            last = self._draft.source.line(max(block.span.start, block.span.end - 1))
            for number in range(first, last + 1):
                yield from self._line(number)

    def _line(self, number: int) -> Iterator[Text]:
        wrapped = self._styled(number).wrap(self._console, self._width, tab_size=4) or [Text()]
        names = self._names(number)
        if self._beside:
            margin = names.wrap(self._console, _MARGIN) if names else []
            for index in range(max(len(wrapped), len(margin))):
                row = self._numbered(number if index == 0 else None)
                text = wrapped[index] if index < len(wrapped) else Text()
                row.append_text(text)
                if index < len(margin):
                    row.append(" " * (self._width - text.cell_len + 2))
                    row.append_text(margin[index])
                row.rstrip()
                yield row
            return
        for index, text in enumerate(wrapped):
            yield self._numbered(number if index == 0 else None).append_text(text)
        for text in names.wrap(self._console, self._width - 4) if names else []:
            yield self._numbered(None).append("  ╰ ", palette.DIM).append_text(text)

    def _numbered(self, number: int | None) -> Text:
        shown = str(number) if number is not None else ""
        return Text(end="").append(f"{shown:>{self._gutter}} │ ", palette.DIM)

    def _styled(self, number: int) -> Text:
        source = self._draft.source
        line = source.line_text(number)
        start = source.lines[number - 1]
        text = Text(visible(line), end="")
        for run in self._paint.runs(Span(start, start + len(line))):
            text.stylize(run.style, run.start - start, run.end - start)
        return text

    def _names(self, number: int) -> Text:
        """Who takes a position that begins in this line: a mark for the stance, and the code."""
        names = Text(end="")
        for position in self._speakers.get(number, ()):
            mark = palette.STANCES[position.stance]
            if names:
                names.append("  ")
            # A no-break space keeps a mark and its name on one line.
            names.append(f"{mark.sign}\u00a0", mark.style).append(position.delegation, mark.style)
            if position.on_behalf_of:
                names.append(f"\u00a0for\u00a0{position.on_behalf_of}", palette.DIM)
        return names


def legend(draft: Draft) -> Text:
    """What the marks of the page mean: those stances that occur in `draft`."""
    used = {position.stance for position in draft.positions}
    text = Text(end="")
    for stance in Stance:
        if stance in used:
            mark = palette.STANCES[stance]
            text.append(f"{mark.sign}\u00a0", mark.style).append(f"{stance.value}   ", palette.DIM)
    text.rstrip()
    return text
