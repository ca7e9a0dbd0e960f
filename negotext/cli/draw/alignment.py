"""Two language versions side by side, with what stands in one of them alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from rich.box import SIMPLE_HEAD
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from negotext.aligning import Alignment, Fault, FaultKind, Pair, Passage
from negotext.model import BlockKind, Draft, Span
from negotext.source import Flow

from ..versions import Version
from . import palette
from .counting import counted
from .directions import isolated_text
from .folding import folded
from .marks import styled
from .visible import shorten, visible

_LABEL = 8
_WORDS = 4_000
# Rows that a fault's words may take.
_ROWS = 3
_NAMES = {
    FaultKind.PARAGRAPH: "paragraph",
    FaultKind.BRACKET: "bracket",
    FaultKind.NUMBER: "number",
    FaultKind.DELEGATION: "delegation",
    FaultKind.STANCE: "stance",
}


def draw_alignment(
    first: Version, second: Version, found: Alignment, width: int, *, only_faults: bool
) -> Iterator[RenderableType]:
    """A heading, a row for each pair of paragraphs, the faults below it, and a count."""
    sheet = _Sheet((first, second), found, min(width, 160))
    yield sheet.heading()
    if found.faults or not only_faults:
        yield sheet.table(only_faults=only_faults)
    yield sheet.verdict()


class _Sheet:
    def __init__(self, versions: tuple[Version, Version], found: Alignment, width: int) -> None:
        self._versions = versions
        self._drafts: tuple[Draft, Draft] = (versions[0].draft, versions[1].draft)
        self._found = found
        self._column = (width - _LABEL - 6) // 2

    def heading(self) -> Text:
        names = [styled(_short(each.name), "bold").append(f" {each.draft.language}") for each in self._versions]
        return Text("  |  ", palette.DIM).join(names)

    def table(self, *, only_faults: bool) -> Table:
        table = Table(box=SIMPLE_HEAD, padding=(0, 1), show_edge=False, pad_edge=False)
        table.add_column("", width=_LABEL, overflow="fold")
        for draft in self._drafts:
            right = draft.language == "ar"
            table.add_column(draft.language, width=self._column, overflow="fold", justify="right" if right else "left")
        for index, pair in enumerate(self._found.pairs):
            faults = self._found.faults_of(index)
            if faults or not only_faults:
                if not only_faults:
                    table.add_row(self._label(pair), *self._words(pair, faults))
                for number, fault in enumerate(faults):
                    label = self._address(pair) if only_faults and not number else Text()
                    table.add_row(label, *self._fault(fault))
        return table

    def verdict(self) -> Text:
        paired = sum(None not in pair.passages for pair in self._found.pairs)
        choices = sum(None not in each.choices for each in self._found.choices)
        text = styled(f"{counted(paired, 'paragraph')} and {counted(choices, 'place')} paired", palette.DIM)
        if not self._found.faults:
            return text.append("; nothing stands in one version alone", "green")
        counts = [
            f"{count} {_NAMES[kind]}"
            for kind in FaultKind
            if (count := sum(f.kind is kind for f in self._found.faults))
        ]
        faults = counted(len(self._found.faults), "fault")
        return text.append("; ").append(f"{faults}: {', '.join(counts)}", "bold red")

    def _label(self, pair: Pair) -> Text:
        """The address where a numbered paragraph begins, the label of an item, otherwise only a dot."""
        passage = pair.passages[0] or pair.passages[1]
        label = passage.label if passage else ""
        if passage and label and passage.kind is BlockKind.PARAGRAPH:
            label = passage.paragraph
        return Text(shorten(label, _LABEL), "bold") if label else Text("·", palette.DIM)

    def _address(self, pair: Pair) -> Text:
        return Text(shorten(pair.paragraph, _LABEL) or "·", "bold")

    def _words(self, pair: Pair, faults: tuple[Fault, ...]) -> list[Text]:
        """The words of both, what stands in one alone in the style of a fault."""
        cells = []
        for side in (0, 1):
            passage = pair.passages[side]
            if passage is None:
                cells.append(styled("— not here —", "bold red"))
                continue
            marked = [fault.spans[side] for fault in faults if fault.present == side or fault.instead]
            cells.append(self._marked(self._drafts[side], passage, marked))
        return cells

    def _marked(self, draft: Draft, passage: Passage, marked: list[Span]) -> Text:
        text = Text()
        for part in passage.parts:
            start = max(part.start, passage.body)
            if start >= part.end:
                continue
            words, spots = _flat(draft, Span(start, min(part.end, start + _WORDS)), marked)
            piece = Text(words)
            for first, last in spots:
                piece.stylize(palette.FAULT, first, last)
            text.append(" " if text else "").append_text(piece)
        return folded(isolated_text(text), self._column)

    def _fault(self, fault: Fault) -> list[Text]:
        """What is wrong, in the column of the version that it stands in; in the other, that it is not there."""
        cells = []
        for side in (0, 1):
            draft = self._drafts[side]
            line = draft.source.line(fault.spans[side].start)
            if fault.instead:
                stance = fault.what if side == 0 else f"{fault.what.rpartition(' ')[0]} {fault.instead}"
                told = styled(f"≠ {stance}", "bold red").append(f"  line {line}", palette.DIM)
            elif side == fault.present:
                what = "" if fault.kind is FaultKind.PARAGRAPH else f" {_words_of(draft, fault, self._column)}"
                name = "only here" if fault.kind is FaultKind.PARAGRAPH else f"{_NAMES[fault.kind]} only here:"
                told = styled(f"✗ {name}{what}", "bold red").append(f"  line {line}", palette.DIM)
            else:
                told = styled(f"? expected at line {line}", palette.DIM)
            cells.append(folded(told, self._column))
            # What is told reads from left to right in an Arabic column too.
            cells[-1].justify = "left"
        return cells


def _words_of(draft: Draft, fault: Fault, cells: int) -> str:
    if fault.kind is FaultKind.DELEGATION:
        return fault.what
    return shorten(fault.spans[fault.present].of(draft.source.text), _ROWS * cells - 20)


def _flat(draft: Draft, span: Span, marked: list[Span]) -> tuple[str, list[tuple[int, int]]]:
    """Words without line wraps, and where the marked spans are in them."""
    region = Flow(draft.source.text).region(*span)
    spots = []
    for each in marked:
        if each.overlaps(span):
            first, last = max(each.start, span.start), min(each.end, span.end)
            spots.append((region.offset(first), region.offset(last)))
    return visible(region.clean), spots


def _short(name: str) -> str:
    return Path(name).name if Path(name).is_file() else name
