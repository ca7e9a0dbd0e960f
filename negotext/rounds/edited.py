"""The words of the text that were changed from one draft to the next, apart from places, names and what they say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from negotext.merging import EditKind
from negotext.model import Alternative, Draft, Span

from .apparatus import Apparatus, covers, disjoint
from .values import BlockMatch, Comparison, Shift
from .wording import Wording


@dataclass(frozen=True, slots=True)
class Edited:
    """Words that were put in, taken out, replaced or moved.

    Attributes:
        paragraph: address of the paragraph, in the new draft where it is there; empty for one without a label.
        gone: the words taken out, or those that were moved; empty where none were.
        come: the words put in; empty where none were.
        old: where they stood; empty at the place.
        new: where the new ones stand; empty at the place; None where the whole passage is gone.
        moved: whether they stand elsewhere in their paragraph now.
    """

    paragraph: str
    gone: str
    come: str
    old: Span
    new: Span | None
    moved: bool = False


def edited(old: Draft, new: Draft, found: Comparison) -> tuple[Edited, ...]:
    """The words that differ, in the order of the new draft; page furniture, line wraps and white space never do.

    What is told as a place that was closed, opened or changed, or as a position that was taken or dropped, is not
    told again.

    Args:
        old: the earlier draft.
        new: the later one.
        found: their comparison.
    """
    return tuple(chain.from_iterable(map(_Edits(old, new, found).of, found.blocks)))


class _Edits:
    def __init__(self, old: Draft, new: Draft, found: Comparison) -> None:
        self._texts = Apparatus(old), Apparatus(new)
        self._told = disjoint(_told_old(found)), disjoint(_told_new(found))

    def of(self, match: BlockMatch) -> Iterator[Edited]:
        if match.old and match.new and not match.edits:
            return
        before, after = match.correspondence.old, match.correspondence.new
        words = self._words(before, 0), self._words(after, 1)
        if not match.old or not match.new:
            yield from self._whole(match, words)
            return
        for edit in match.edits:
            if edit.kind is EditKind.EQUAL:
                continue
            gone = _within(before, edit.base, words[0])
            come = _within(after, edit.other, words[1])
            if not gone and not come:
                # It is in what somebody says, and what they want is the same.
                parts = self._said(before, edit.base, 0), self._said(after, edit.other, 1)
                if None in parts:
                    continue
                gone, come = (_spread(part or ()) for part in parts)
            if not gone and not come:
                continue
            moved = edit.kind is EditKind.MOVE
            yield Edited(
                _paragraph(match),
                before.excerpt(gone),
                "" if moved else after.excerpt(come),
                _span(before, gone, edit.base),
                _span(after, come, edit.other),
                moved,
            )

    def _whole(self, match: BlockMatch, words: tuple[set[int], set[int]]) -> Iterator[Edited]:
        """A passage that is new, or gone with all that was open in it."""
        if not match.new:
            wording = match.correspondence.old
            span = Span(match.old[0].span.start, match.old[-1].span.end)
            yield Edited(_paragraph(match), wording.excerpt(range(len(wording.words))), "", span, None)
        elif units := _spread(words[1]):
            wording = match.correspondence.new
            text, span = wording.excerpt(units), wording.span(units.start, units.stop)
            yield Edited(_paragraph(match), "", text, Span(0, 0), span)

    def _words(self, wording: Wording, side: int) -> set[int]:
        """The units of the text that are told of nowhere else."""
        if not wording.passages:
            return set()
        told = self._told[side]
        found = self._texts[side].printed_units(wording)
        return {unit for unit in found if not covers(told, wording.unit(unit).start)}

    def _said(self, wording: Wording, span: Span, side: int) -> list[int] | None:
        """The units of a stretch in what somebody says, without brackets; None where it is told of elsewhere."""
        units = wording.units(span) if span.start < span.end else range(0)
        if any(covers(self._told[side], wording.unit(unit).start) for unit in units):
            return None
        return [unit for unit in units if wording.words[unit] not in ("[", "]")]


def _within(wording: Wording, span: Span, among: set[int]) -> range:
    return _spread({unit for unit in wording.units(span) if unit in among} if span.start < span.end else set())


def _spread(units: Iterable[int]) -> range:
    """From the first to the last of them."""
    ordered = sorted(units)
    return range(ordered[0], ordered[-1] + 1) if ordered else range(0)


def _span(wording: Wording, units: range, place: Span) -> Span:
    return wording.span(units.start, units.stop) if units else Span(place.start, place.start)


def _paragraph(match: BlockMatch) -> str:
    passage = (match.new or match.old)[0]
    return passage.address or passage.paragraph


def _told_old(found: Comparison) -> list[Span]:
    spans = [each.choice.span for each in found.closed]
    spans += [each.old for each in found.opened if each.old is not None]
    for match in found.changed:
        spans += _alternatives(match.old.alternatives, match.removed)
    for change in found.positions:
        if change.old is not None and change.kind is not Shift.TAKEN:
            spans.append(change.old.evidence)
    return spans


def _told_new(found: Comparison) -> list[Span]:
    spans = [each.choice.span for each in found.opened]
    spans += [each.new for each in found.closed if each.new is not None]
    for match in found.changed:
        spans += _alternatives(match.new.alternatives, match.added)
    for change in found.positions:
        if change.new is not None:
            spans += [change.new.evidence, *([change.new.offered] if change.new.offered else [])]
    return spans


def _alternatives(alternatives: Sequence[Alternative], numbers: Sequence[int]) -> list[Span]:
    return [each.span for each in alternatives if each.number in numbers and each.span is not None]
