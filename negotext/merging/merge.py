"""Bringing any number of alternatives together over one base."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from negotext.model import Span

from .changes import Aligned, Change, Wanted, gather, lay
from .drawing import Drawing
from .spacing import BASE, Piece, Wordings
from .values import Collision, Competitor, Merge, Segment, SegmentKind
from .words import Word, words


@dataclass(frozen=True, slots=True)
class _Part:
    """A stretch of the base, in units, and what becomes of it: an edit, a collision, or nothing."""

    start: int
    end: int
    change: Change | None = None
    collision: tuple[Change, ...] = ()


def three_way(
    base: str, alternatives: Mapping[int, str], backers: Mapping[int, tuple[str, ...]], language: str
) -> Merge:
    """Merge alternatives that were made from one base.

    Edits that do not overlap are all made. The same edit made by several is one edit. Edits of the same
    words, or of the same place, are a collision: the base words stay, and each side is listed. So is a
    touching pair that would say the same words twice, and the other half of a move of which one half
    collides. White space is never a reason to collide.

    Each alternative can be had back from the result: take its own edits and its side of the collisions, and
    the base elsewhere. With no alternative the text is the base, with one it is that alternative, character
    by character. The order and the numbers of the alternatives make no difference to the text.

    Args:
        base: the wording that the alternatives start from; may be empty.
        alternatives: the wordings by number.
        backers: who stands behind each; a number without an entry has none.
        language: code of the language of all.
    """
    if not alternatives:
        common = (Segment(SegmentKind.COMMON, base, Span(0, len(base))),) if base else ()
        return Merge(base, common)
    units = words(base, language)
    laid = {number: lay(units, text, language) for number, text in sorted(alternatives.items())}
    return _Merging(base, units, laid, backers).merge()


class _Merging:
    def __init__(
        self,
        base: str,
        units: Sequence[Word],
        laid: Mapping[int, Aligned],
        backers: Mapping[int, tuple[str, ...]],
    ) -> None:
        self._base = base
        self._units = units
        self._laid = laid
        self._backers = backers
        self._ends = [0, *(unit.end for unit in units)]
        wordings: dict[int | None, tuple[str, Sequence[Word]]] = {BASE: (base, units)}
        wordings |= {number: (aligned.text, aligned.units) for number, aligned in laid.items()}
        self._wordings = Wordings(wordings)
        self._beginning = Piece("", dict.fromkeys(wordings, -1))
        self._end = Piece("", {number: len(found) for number, (_, found) in wordings.items()})
        self._own = {(number, change): at for number, aligned in laid.items() for change, at in aligned.changes}

    def merge(self) -> Merge:
        wanted = gather(self._laid)
        drawing = Drawing()
        before = self._beginning
        for part in _parts(wanted, len(self._units)):
            segment = self._segment(part, wanted)
            written: list[str] = []
            whole = self._whole(part)
            if whole:
                written += (self._wordings.between(before, self._kept(part.start)), whole)
                before = self._kept(part.end - 1)
            else:
                for piece in self._pieces(part, wanted):
                    written += (self._wordings.between(before, piece), piece.text)
                    before = piece
            drawing.add(replace(segment, text="".join(written)), self._white(part.start))
        white = self._wordings.between(before, self._end)
        drawing.add(Segment(SegmentKind.COMMON, white, Span(self._ends[-1], len(self._base))), "")
        return Merge("".join(segment.text for segment in drawing.segments), tuple(drawing.segments))

    def _white(self, index: int) -> str:
        """The white space of the base before a unit; none at its end."""
        start = self._units[index].start if index < len(self._units) else self._ends[index]
        return self._base[self._ends[index] : start]

    def _pieces(self, part: _Part, wanted: Wanted) -> Iterable[Piece]:
        if part.change is not None:
            owners = wanted.by[part.change]
            for offset, unit in enumerate(part.change.words):
                yield Piece(unit, {number: self._own[number, part.change] + offset for number in owners})
            return
        yield from map(self._kept, range(part.start, part.end))

    def _kept(self, index: int) -> Piece:
        """A unit of the base, with where it is kept."""
        at: dict[int | None, int] = {BASE: index}
        for number, aligned in self._laid.items():
            kept = aligned.kept[index]
            if kept is not None:
                at[number] = kept
        return Piece(self._units[index].text, at)

    def _whole(self, part: _Part) -> str:
        """The characters of a common part, where they are the same in all wordings, with all white space; else none."""
        if part.change is not None or part.collision:
            return ""
        last = part.end - 1
        text = self._base[self._units[part.start].start : self._units[last].end]
        for aligned in self._laid.values():
            low, high = aligned.kept[part.start], aligned.kept[last]
            if low is None or high is None or high - low != last - part.start:
                return ""
            if aligned.text[aligned.units[low].start : aligned.units[high].end] != text:
                return ""
        return text

    def _segment(self, part: _Part, wanted: Wanted) -> Segment:
        """The segment of a part, its text still to be written."""
        span = Span(self._ends[part.start], self._ends[part.end])
        if part.change is not None:
            numbers = tuple(wanted.by[part.change])
            return Segment(SegmentKind.EDIT, "", span, numbers, self._behind(numbers))
        if not part.collision:
            return Segment(SegmentKind.COMMON, "", span)
        collision = Collision(span, self._competitors(part, wanted))
        numbers = tuple(sorted(number for side in collision.competitors for number in side.alternatives))
        return Segment(SegmentKind.COLLISION, "", span, numbers, self._behind(numbers), collision)

    def _competitors(self, part: _Part, wanted: Wanted) -> tuple[Competitor, ...]:
        """What each alternative that takes part in a collision has for the whole stretch of it."""
        sides: dict[tuple[str, ...], list[int]] = {}
        texts: dict[tuple[str, ...], str] = {}
        taking_part = sorted({number for change in part.collision for number in wanted.by[change]})
        for number in taking_part:
            aligned = self._laid[number]
            own = [change for change in part.collision if number in wanted.by[change]]
            first, end = self._range(number, part, own)
            units = aligned.units[first:end]
            key = tuple(unit.text for unit in units)
            sides.setdefault(key, []).append(number)
            texts.setdefault(key, aligned.text[units[0].start : units[-1].end] if units else "")
        return tuple(Competitor(tuple(numbers), texts[key], self._behind(numbers)) for key, numbers in sides.items())

    def _range(self, number: int, part: _Part, own: Sequence[Change]) -> tuple[int, int]:
        """Which units of an alternative stand for a stretch of the base that its edits `own` lie in."""
        first, last = own[0], own[-1]
        start, end = self._own[number, first], self._own[number, last] + len(last.words)
        return start - (first.start - part.start), end + (part.end - last.end)

    def _behind(self, numbers: Iterable[int]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(name for number in numbers for name in self._backers.get(number, ())))


def _parts(wanted: Wanted, size: int) -> Iterable[_Part]:
    """The base cut into what is common, edited and colliding, in order."""
    parts = [_Part(change.start, change.end, change) for change in wanted.by if change not in wanted.colliding]
    parts += _collisions(wanted)
    at = 0
    for part in sorted(parts, key=lambda part: (part.start, part.end)):
        if part.start > at:
            yield _Part(at, part.start)
        yield part
        at = part.end
    if at < size:
        yield _Part(at, size)


def _collisions(wanted: Wanted) -> Iterable[_Part]:
    """Colliding edits that hang together, each group with the stretch it takes."""
    left = dict.fromkeys(sorted(wanted.colliding, key=Change.order))
    while left:
        group: list[Change] = []
        todo = [next(iter(left))]
        while todo:
            change = todo.pop()
            if change in left:
                del left[change]
                group.append(change)
                todo += wanted.clashes[change]
        group.sort(key=Change.order)
        yield _Part(group[0].start, max(change.end for change in group), collision=tuple(group))
