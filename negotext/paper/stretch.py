"""One paragraph or footnote of a draft as inlines: its unwrapped words cut where something begins or ends."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from negotext.model import Span
from negotext.source import Region

from .colouring import Colours
from .requests import Edit
from .values import Change, Edge, Inline, NoteMark, Revision, Role, Run

_BREAK = re.compile(r"[ \t\r\f\v]*\n[ \t\r\f\v]*\n\s*")
_WHITE = re.compile(r"\s+")
_NOTHING = Span(0, 0)


@dataclass(frozen=True, slots=True)
class Break:
    """The end of a paragraph that is put in; `revision` None where that is done silently."""

    revision: Revision | None


Token = Inline | Break


@dataclass(slots=True)
class Stretch:
    """What stands in one paragraph. Spans are characters of the draft.

    Attributes:
        region: its unwrapped words.
        label: as printed; empty where there is none.
        colours: of the whole draft.
        edits: those that touch it, in order, disjoint.
        inserted: of these the ones whose words come in here.
        calls: of footnotes, in order.
        edges: where places begin and end: offset and edge, in the order in which they are met.
        late: footnotes called at its end.
        gap: the white space in front of its right column; empty where it has one column.
    """

    region: Region
    label: Span
    colours: Colours
    edits: list[Edit] = field(default_factory=list)
    inserted: list[Edit] = field(default_factory=list)
    calls: list[tuple[Span, str]] = field(default_factory=list)
    edges: list[tuple[int, Edge]] = field(default_factory=list)
    late: list[NoteMark] = field(default_factory=list)
    gap: Span = _NOTHING

    def tokens(self) -> list[Token]:
        """Its inlines in order, neighbours of one look as one run, with the breaks that edits put in."""
        return _united([token for token, _ in self.placed()])

    def inlines(self) -> tuple[Inline, ...]:
        """Its inlines as one paragraph, whatever breaks are put in."""
        return tuple(token for token in self.tokens() if not isinstance(token, Break))

    def placed(self) -> Iterator[tuple[Token, int]]:
        """The same, not united, each with its offset in the clean text; -1 for what is shown elsewhere than it is.

        A run of words has its first character there; the tab behind a label has that of the words behind it.
        """
        clean, offset = self.region.clean, self.region.offset
        gone = [(offset(edit.span.start), offset(edit.span.end), edit.revision) for edit in self.edits]
        gone = [each for each in gone if each[0] < each[1]]
        calls = dict(self._calls())
        inserted: dict[int, list[Edit]] = {}
        for edit in self.inserted:
            inserted.setdefault(offset(edit.span.end), []).append(edit)
        edges: dict[int, list[Edge]] = {}
        for at, edge in self.edges:
            edges.setdefault(at, []).append(edge)
        label, tab = self._label(calls)
        column = offset(self.gap.end) if self.gap.length else -1
        cuts = {0, len(clean), label.start, label.end, tab, max(column, 0), *inserted, *edges}
        cuts.update(cut for start, end, _ in gone for cut in (start, end))
        cuts.update(cut for start, (end, _) in calls.items() for cut in (start, end))
        if clean:
            cuts.update(map(offset, self.colours.cuts(self.region.span(0, len(clean)))))
        called = 0
        behind: list[NoteMark] = []  # called in the label, shown in front of the words
        out, revision = False, None
        for start, end in pairwise([*sorted(cuts), len(clean) + 1]):
            if start in (tab, column) and 0 < start < len(clean) and not out and (label.length or start == column):
                yield Run("\t", Role.LABEL if start == tab else Role.TEXT, revision=revision), start
            for token in self._events(inserted.get(start, ()), edges.get(start, ())):
                yield token, start
            if start >= tab:
                yield from ((mark, -1) for mark in behind)
                behind = []
            if start in calls:
                called, number = calls[start]
                out, revision = _change(gone, start)
                mark = NoteMark(number, revision)
                if label.start <= start < tab:
                    behind.append(mark)
                elif not out:
                    yield mark, start
            if end <= called or start >= len(clean):
                continue
            out, revision = _change(gone, start)
            text = clean[start:end].rstrip(" ") if end == tab > 0 or end == column else clean[start:end]
            if text and not out:
                yield self._run(text, start, revision, named=label.start <= start < tab), start
        yield from ((mark, -1) for mark in self.late)

    def _calls(self) -> Iterator[tuple[int, tuple[int, str]]]:
        """Where footnotes are called in the clean text: start, end and number. A space in front of a call goes."""
        clean, offset = self.region.clean, self.region.offset
        starts = {offset(span.start) for span, _ in self.calls}
        for span, number in self.calls:
            start, end = offset(span.start), offset(span.end)
            parted = clean[start - 1 : start] == " " and (clean[end : end + 1] in ("", " ") or end in starts)
            yield start - parted, (end, number)

    def _label(self, calls: dict[int, tuple[int, str]]) -> tuple[Span, int]:
        """The label in the clean text, and where the words behind it begin: there stands the tab."""
        clean = self.region.clean
        if not self.label.length:
            return Span(0, 0), 0
        start, end = self.region.offset(self.label.start), self.region.offset(self.label.end)
        end = start + len(clean[start:end].rstrip(" "))
        tab = end
        while tab in calls:
            tab = calls[tab][0]
        if clean[tab : tab + 1] == " ":
            tab += 1
        return Span(start, end), tab

    @staticmethod
    def _events(inserted: Sequence[Edit], edges: Sequence[Edge]) -> Iterator[Token]:
        """What happens at one place: words behind a deletion, places that end, places that begin, words put in."""
        for edit in inserted:
            if edit.span.length:
                yield from put_in(edit)
        yield from edges
        for edit in inserted:
            if not edit.span.length:
                yield from put_in(edit)

    def _run(self, text: str, start: int, revision: Revision | None, *, named: bool) -> Run:
        mark = self.colours.at(self.region.raw(start))
        if named or mark is None:
            return Run(text, Role.LABEL if named else Role.TEXT, revision=revision)
        return Run(text, mark.role, mark.delegation, mark.depth, revision)


def _change(gone: list[tuple[int, int, Revision | None]], at: int) -> tuple[bool, Revision | None]:
    """Whether a character goes silently, and its revision where it goes as a tracked change."""
    index = bisect_right(gone, at, key=lambda each: each[0]) - 1
    if index < 0 or at >= gone[index][1]:
        return False, None
    revision = gone[index][2]
    return revision is None, replace(revision, change=Change.DELETED) if revision else None


def put_in(edit: Edit) -> Iterator[Token]:
    """The words that an edit puts in, with the paragraphs that end in them."""
    revision = replace(edit.revision, change=Change.INSERTED) if edit.revision else None
    at = 0
    for match in _BREAK.finditer(edit.words):
        yield from _words(edit, edit.words[at : match.start()], revision)
        yield Break(revision)
        at = match.end()
    yield from _words(edit, edit.words[at:], revision)


def _words(edit: Edit, words: str, revision: Revision | None) -> Iterator[Run]:
    text = _WHITE.sub(" ", words)
    if text:
        yield Run(text, edit.role, edit.delegation, edit.depth, revision)


def _united(tokens: Sequence[Token]) -> list[Token]:
    """Neighbouring runs of one look as one."""
    united: list[Token] = []
    for token in tokens:
        last = united[-1] if united else None
        if isinstance(token, Run) and isinstance(last, Run) and replace(last, text=token.text) == token:
            united[-1] = replace(last, text=last.text + token.text)
        else:
            united.append(token)
    return united
