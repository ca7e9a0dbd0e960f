"""Setting a draft as paragraphs, with colours, tracked changes and named places. Linear in the size of the draft."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from negotext.blocks.calls import Footnote, footnotes
from negotext.model import BlockKind, Draft, Span
from negotext.source import Flow

from .called import Waiting, calls_in
from .colouring import Colours
from .outline import Outlined, outline
from .requests import Edit, Mark, Place, Setting
from .stretch import Stretch
from .values import Edge, Kind, Note, NoteMark
from .weaving import weave

_NO_LABEL = Span(0, 0)


def set_text(
    draft: Draft, *, marks: Iterable[Mark] = (), edits: Iterable[Edit] = (), places: Iterable[Place] = ()
) -> Setting:
    """Set a draft as paragraphs and footnotes.

    Each block is one paragraph; what a page break cut is one again, line wraps are gone, and what belongs to the page
    is left out. The number of a footnote run into the text becomes a note mark; where it cannot be told which one it
    is, the mark stands at the end of the paragraph in front of the footnote.

    Args:
        draft: as read.
        marks: how words look; spans in characters of the draft, nested in any order.
        edits: what goes and what comes in; disjoint, in any order.
        places: stretches that get a name, each key once.

    Raises:
        ValueError: two edits overlap.
    """
    return Setter(draft, marks, edits, places).run()


def _apart(draft: Draft, notes: Sequence[Footnote]) -> list[Span]:
    """The blocks of the page and of the footnotes, in order."""
    starts = [note.follows for note in notes]
    apart: list[Span] = []
    for block in draft.blocks:
        if block.kind is BlockKind.FOOTNOTE:
            index = bisect_right(starts, block.span.start) - 1
            if index >= 0 and block.span.start < notes[index].body.end:
                apart.append(block.span)
        elif block.kind is BlockKind.FURNITURE:
            apart.append(block.span)
    return apart


def _nothing(draft: Draft) -> Outlined:
    """A paragraph without words, for the footnotes of a draft that has nothing else."""
    return Outlined(Kind.PARAGRAPH, Span(0, 0), _NO_LABEL, 0, "", draft.language)


def _with_notes(outlined: Sequence[Outlined], notes: Sequence[Footnote]) -> list[Outlined]:
    """The paragraphs with the keys of the footnotes behind them: their indexes."""
    starts = [each.span.start for each in outlined]
    below: dict[int, list[str]] = {}
    for key, note in enumerate(notes):
        below.setdefault(max(0, bisect_right(starts, note.follows) - 1), []).append(str(key))
    return [replace(each, below=tuple(below.get(index, ()))) for index, each in enumerate(outlined)]


class Setter:
    """Gives everything that was asked for to the paragraph or footnote where it belongs.

    Attributes:
        paragraphs: of the draft, each with what stands in it.
        notes: its footnotes, each with what stands in it.
        keys: of the footnotes, see `Paragraph.below`.
        apart: blocks that are no paragraphs: footnotes, and what belongs to the page.
    """

    def __init__(
        self,
        draft: Draft,
        marks: Iterable[Mark] = (),
        edits: Iterable[Edit] = (),
        places: Iterable[Place] = (),
        *,
        known: Callable[[Outlined], Outlined] | None = None,
        keys: Callable[[Footnote], str] | None = None,
    ) -> None:
        """Prepare a draft; see `set_text`.

        What is `known` of a paragraph from elsewhere replaces what was read; with it go the `keys` of footnotes.
        """
        text = draft.source.text
        self._size = len(text)
        page = [b.span for b in draft.blocks if b.kind is BlockKind.FURNITURE]
        self._footnotes = footnotes(draft)
        self.apart = _apart(draft, self._footnotes)
        flow, note_flow = Flow(text, self.apart), Flow(text, page)
        colours = Colours(marks)
        outlined = list(outline(draft, self.apart)) or [_nothing(draft)]
        self._outlined = [*map(known, outlined)] if known else _with_notes(outlined, self._footnotes)
        self.keys = [keys(note) if keys else str(index) for index, note in enumerate(self._footnotes)]
        self._stretches = [
            Stretch(flow.region(*each.span), each.label, colours, gap=each.gap) for each in self._outlined
        ]
        self._starts = [each.span.start for each in self._outlined]
        self._notes = [Stretch(note_flow.region(*each.body), _NO_LABEL, colours) for each in self._footnotes]
        self._note_starts = [each.follows for each in self._footnotes]
        self._gone: dict[int, Edit] = {}
        self._call_of: dict[int, tuple[int, Span | None]] = {}
        self._place_calls()
        self._place_edits(edits)
        self._place_places(places)
        self.paragraphs = tuple(zip(self._outlined, self._stretches, strict=True))
        self.notes = tuple(zip(self._footnotes, self._notes, strict=True))

    def run(self) -> Setting:
        """The text as it was asked for."""
        body = weave(self.paragraphs, self._gone)
        keyed = zip(self.keys, self.notes, strict=True)
        waiting = Waiting((footnote.number, (key, stretch)) for key, (footnote, stretch) in keyed)
        called = ((mark.number, waiting.next(mark.number)) for mark in calls_in(body))
        return Setting(body, tuple(Note(number, found[1].inlines(), found[0]) for number, found in called if found))

    def _paragraph_at(self, offset: int) -> int:
        return max(0, bisect_right(self._starts, offset) - 1)

    def _note_at(self, offset: int) -> int | None:
        """The footnote that holds an offset."""
        index = bisect_right(self._note_starts, offset) - 1
        return index if index >= 0 and offset < self._footnotes[index].body.end else None

    def _place_calls(self) -> None:
        for index, footnote in enumerate(self._footnotes):
            at = self._paragraph_at(footnote.call.start if footnote.call else footnote.follows - 1)
            self._call_of[index] = (at, footnote.call)
            if footnote.call is None:
                self._stretches[at].late.append(NoteMark(footnote.number))
            else:
                self._stretches[at].calls.append((footnote.call, footnote.number))

    def _place_edits(self, edits: Iterable[Edit]) -> None:
        end = 0
        for edit in sorted(edits, key=lambda each: (each.span.start, each.span.end)):
            if edit.span.start < end:
                raise ValueError(f"two edits of one stretch of the text, at characters {edit.span.start} and {end}")
            end = max(end, edit.span.end)
            first, last = self._paragraph_at(edit.span.start), self._paragraph_at(max(edit.span.start, end - 1))
            low = bisect_left(self._note_starts, edit.span.start + 1) - 1
            for index in range(max(0, low), bisect_left(self._note_starts, max(end, edit.span.start + 1))):
                if self._footnotes[index].body.end > edit.span.start:
                    self._notes[index].edits.append(edit)
            for index in range(first, min(last + 1, len(self._stretches))):
                self._stretches[index].edits.append(edit)
            note = self._note_at(max(edit.span.start, edit.span.end - 1))
            home = self._notes[note] if note is not None else self._stretches[last]
            if home is not None and edit.words:
                home.inserted.append(edit)
            for index in range(first, last + 1):
                if edit.span.length and self._ends_in(index, edit.span):
                    self._gone[index] = edit

    def _ends_in(self, index: int, gone: Span) -> bool:
        """Whether a deletion takes the end of a paragraph with it: from its last word to the first of the next."""
        region = self._stretches[index].region
        if not region.clean:
            return False
        last = region.raw(len(region.clean) - 1) + 1
        following = self._starts[index + 1] if index + 1 < len(self._starts) else self._size
        whole = gone.start <= region.raw(0) and last <= gone.end
        return whole or (gone.start < last and following <= gone.end)

    def _place_places(self, places: Iterable[Place]) -> None:
        """Edges in the order in which they are met: what ends, what begins and ends, what begins."""
        edges: list[tuple[tuple[int, int, int, int, int], Edge]] = []
        for number, place in enumerate(places):
            first, start = self._spot(place.span.start, opens=True)
            last, end = self._spot(max(place.span.start, place.span.end), opens=False)
            last, end = max((last, end), (first, start))
            empty = (first, start) == (last, end)
            length = place.span.length
            opening = (first, start, 1 if empty else 2, number if empty else -length, 0)
            closing = (last, end, 1 if empty else 0, number if empty else length, 1)
            edges += [(opening, Edge(place.key, True)), (closing, Edge(place.key, False))]
        for (index, offset, *_), edge in sorted(edges, key=lambda each: each[0]):
            if index < len(self._stretches):
                self._stretches[index].edges.append((offset, edge))

    def _spot(self, offset: int, *, opens: bool) -> tuple[int, int]:
        """Paragraph and place in its clean text; a place in a footnote is that of its call."""
        note = self._note_at(offset if opens else max(offset - 1, 0))
        if note is not None and note in self._call_of:
            index, call = self._call_of[note]
            region = self._stretches[index].region
            if call is None:
                return index, len(region.clean)
            return index, region.offset(call.start if opens else call.end)
        index = self._paragraph_at(offset if opens else max(offset - 1, 0))
        if index >= len(self._stretches):
            return index, 0
        region = self._stretches[index].region
        at = region.offset(offset)
        if not opens and at > 0 and region.clean[at - 1] == " " and region.raw(at) >= offset:
            at -= 1
        return index, at
