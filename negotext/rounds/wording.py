"""The words of one or several passages in a row, and how two such rows lie on each other."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property

from negotext.merging import Alignment, Edit, EditKind, align_words, is_wording
from negotext.merging.aligning import Run
from negotext.model import Span

from .passages import Passage


class Wording:
    """The units of passages, the one after the other, each with its place in the draft."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self.passages = tuple(passages)
        self.words = [word for passage in passages for word in passage.words]
        self._firsts: list[int] = []
        size = 0
        for passage in passages:
            self._firsts.append(size)
            size += len(passage.words)

    def _passage(self, index: int) -> tuple[Passage, int]:
        at = bisect_right(self._firsts, index) - 1
        return self.passages[at], index - self._firsts[at]

    def passage_of(self, index: int) -> Passage:
        """The passage a unit stands in."""
        return self._passage(index)[0]

    def unit(self, index: int) -> Span:
        """Where a unit stands in the draft."""
        passage, own = self._passage(index)
        return Span(passage.start(own), passage.end(own))

    def span(self, first: int, end: int) -> Span:
        """Where the units from `first` to before `end` stand; empty where there are none, at their place."""
        if first < end:
            return Span(self.unit(first).start, self.unit(end - 1).end)
        if first < len(self.words):
            at = self.unit(first).start
        else:
            at = self.unit(first - 1).end if self.words else self.passages[-1].span.end
        return Span(at, at)

    def excerpt(self, units: range) -> str:
        """Units as one string, without line wraps."""
        parts: list[str] = []
        for passage, first in zip(self.passages, self._firsts, strict=True):
            low, high = max(units.start, first), min(units.stop, first + len(passage.words))
            if low < high:
                parts.append(passage.excerpt(low - first, high - first))
        return " ".join(parts)

    def at(self, offset: int) -> int:
        """Index of the first unit that ends after an offset of the draft; their number where none does."""
        for passage, first in zip(self.passages, self._firsts, strict=True):
            if offset < passage.span.end:
                return first + passage.at(offset)
        return len(self.words)

    def units(self, span: Span) -> range:
        """Indexes of the units that lie in a span of the draft, wholly or in part."""
        first = self.at(span.start)
        end = self.at(span.end - 1)
        if end < len(self.words) and self.unit(end).start < span.end:
            end += 1
        return range(first, max(first, end))


class Correspondence:
    """Which units of an old wording are which of a new one."""

    def __init__(self, old: Wording, new: Wording) -> None:
        self.old = old
        self.new = new

    @cached_property
    def alignment(self) -> Alignment:
        """What stands in both, in the same order or elsewhere."""
        if self.old.words == self.new.words:
            size = len(self.old.words)
            return Alignment((Run(0, 0, size),) if size else (), ())
        return align_words(self.old.words, self.new.words)

    @cached_property
    def forward(self) -> dict[int, int]:
        """For each unit of the old wording that stands in the new one, in order, its index there."""
        return {run.a + i: run.b + i for run in self.alignment.runs for i in range(run.size)}

    def gap(self, unit: int) -> range:
        """What stands in the new wording where a unit of the old one, which is gone, stood."""
        runs = self.alignment.runs
        at = bisect_right(runs, unit, key=lambda run: run.a)
        start = runs[at - 1].b + runs[at - 1].size if at else 0
        end = runs[at].b if at < len(runs) else len(self.new.words)
        return range(start, end)

    def inserted(self) -> Iterator[tuple[str, ...]]:
        """The stretches of the new wording that do not stand in the old one, without punctuation."""
        at = 0
        for run in (*self.alignment.runs, Run(len(self.old.words), len(self.new.words), 0)):
            words = tuple(word for word in self.new.words[at : run.b] if is_wording(word))
            if words:
                yield words
            at = run.b + run.size

    def reversed(self) -> Correspondence:
        """The same, from the new wording to the old one."""
        turned = Correspondence(self.new, self.old)
        runs, moves = (
            tuple(Run(run.b, run.a, run.size) for run in found) for found in (self.alignment.runs, self.alignment.moves)
        )
        turned.__dict__["alignment"] = Alignment(runs, tuple(sorted(moves)))
        return turned

    def edits(self) -> tuple[Edit, ...]:
        """What differs and what does not, in the order of the old draft, with spans in both drafts."""
        found: list[tuple[int, int, Edit]] = []
        taken = {move.b + i for move in self.alignment.moves for i in range(move.size)}
        moved = {move.a + i for move in self.alignment.moves for i in range(move.size)}
        a = b = 0
        end = Run(len(self.old.words), len(self.new.words), 0)
        for run in (*self.alignment.runs, end):
            gone = _stretches(a, run.a, moved)
            come = _stretches(b, run.b, taken)
            if len(gone) == len(come) == 1 and gone[0] == (a, run.a) and come[0] == (b, run.b):
                found.append((a, 1, self._edit(EditKind.REPLACE, gone[0], come[0])))
            else:
                found += [(low, 0, self._edit(EditKind.DELETE, (low, high), (b, b))) for low, high in gone]
                found += [(run.a, 1, self._edit(EditKind.INSERT, (run.a, run.a), at)) for at in come]
            if run.size:
                both = (run.a, run.a + run.size), (run.b, run.b + run.size)
                found.append((run.a, 2, self._edit(EditKind.EQUAL, *both)))
            a, b = run.a + run.size, run.b + run.size
        for move in self.alignment.moves:
            both = (move.a, move.a + move.size), (move.b, move.b + move.size)
            found.append((move.a, 0, self._edit(EditKind.MOVE, *both)))
        return tuple(edit for _, _, edit in sorted(found, key=lambda entry: entry[:2]))

    def _edit(self, kind: EditKind, old: tuple[int, int], new: tuple[int, int]) -> Edit:
        return Edit(kind, self.old.span(*old), self.new.span(*new))


def _stretches(low: int, high: int, without: set[int]) -> list[tuple[int, int]]:
    """A range without some of its members, as the ranges that are left."""
    left: list[tuple[int, int]] = []
    for index in range(low, high):
        if index in without:
            continue
        if left and left[-1][1] == index:
            left[-1] = (left[-1][0], index + 1)
        else:
            left.append((index, index + 1))
    return left
