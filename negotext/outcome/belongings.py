"""What stands in the midst of words that go, and does not go with them.

In a stretch that a decision takes out there can stand what belongs elsewhere: footnotes that the page brought there,
the wording of a place further up, a line that speaks of another paragraph.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from negotext.model import Choice, ChoiceKind, Decision, Draft, Span, State

from .edit import Edit
from .notes import Notes

# Other choices have all they have in their own stretch.
_REACHING = frozenset({ChoiceKind.PASSAGE, ChoiceKind.REPLACEMENT, ChoiceKind.DELETION, ChoiceKind.INSERTION})


@dataclass(frozen=True, slots=True)
class _Belonging:
    """A stretch that belongs to a choice and lies outside of it."""

    span: Span
    owner: Choice
    open: bool


class Belongings:
    """What belongs to the choices of a draft and stands outside of them, and its footnotes."""

    def __init__(
        self, draft: Draft, choices: Sequence[Choice], decisions: Mapping[str, Decision], gone: Collection[str]
    ) -> None:
        """Look at a draft; the arguments are those of `outcome`, and what `gone_with` gives."""
        self._draft = draft
        self._text = draft.source.text
        self._openings: dict[int, int] | None = None
        self._found = sorted(
            (
                _Belonging(span, choice, _is_open(decisions.get(choice.address)))
                for choice in choices
                if choice.kind in _REACHING and choice.address not in gone
                for span in _outside(choice)
            ),
            key=lambda each: each.span,
        )
        self._starts = [each.span.start for each in self._found]
        self._reach = list(accumulate((each.span.end for each in self._found), max))
        self._notes = Notes(draft)

    def spared(self, edit: Edit, choice: Choice) -> Iterator[Edit]:
        """What is to be done for a choice, without taking out what belongs elsewhere."""
        staying = [*self._others(edit.span, choice), *self._notes.staying(edit.span)] if edit.span.length > 1 else []
        at, end = edit.span
        parts: list[Span] = []
        for span in sorted(staying):
            start = span.start
            # The white space in front stays too: it parts what stays from the words above.
            while start > at and self._text[start - 1].isspace():
                start -= 1
            if start > at:
                parts.append(Span(at, start))
            at = max(at, span.end)
        if at < end:
            parts.append(Span(at, end))
        # What comes in does so beside what stays, never in the midst of it.
        yield edit._replace(span=parts[0] if parts else Span(end, end))
        for part in parts[1:]:
            yield Edit(part, address=edit.address, away=edit.away)

    def _others(self, span: Span, choice: Choice) -> Iterator[Span]:
        """What belongs to choices that neither stand in a stretch nor in the choice for which it goes."""
        low = bisect_left(self._starts, span.start)
        while low > 0 and self._reach[low - 1] > span.start:
            low -= 1
        for each in self._found[low : bisect_left(self._starts, span.end)]:
            owner = each.owner
            if not each.span.overlaps(span) or span in owner.vanishing or owner.address == choice.address:
                continue
            around = each.span.holds(span) and not (each.span == span and each.open)
            if not around and not span.holds(owner.span) and not choice.span.holds(owner.span):
                yield Span(max(span.start, each.span.start), min(span.end, self._closed(each)))

    def _closed(self, each: _Belonging) -> int:
        """Where a stretch ends with the brackets that close behind it, if they opened in it or in its heading."""
        if self._openings is None:
            self._openings = {bracket.end: bracket.start for bracket in self._draft.tree.brackets if bracket.closed}
        start, end = each.span
        start = next((line.start for line in each.owner.vanishing if line.end == start), start)
        while self._openings.get(end + 1, -1) >= start:
            end += 1
        return end


def _is_open(decision: Decision | None) -> bool:
    return decision is None or decision.state is not State.AGREED


def _outside(choice: Choice) -> Iterator[Span]:
    yield from choice.vanishing
    for alternative in choice.alternatives:
        if alternative.span is not None and not choice.span.holds(alternative.span):
            yield alternative.span
