"""The paragraph as it would read with the words that are being written. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter

from negotext.model import Act, Decision, Draft, Span
from negotext.outcome.pieces import outcome_pieces

from .desk_places import Places
from .lines_wrap import breaks
from .sheet import Sheet, Word
from .units import unwrapped, visible

WORDS = "words"
"""Mark of the row in which the words begin."""


class Result:
    """The blocks in which a choice lies, as they would read."""

    def __init__(self, draft: Draft, places: Places, address: str, near: Iterable[str]) -> None:
        """Find what matters for a choice, once.

        Args:
            draft: as read.
            places: the choices as they stand.
            address: of the choice.
            near: addresses, outer before inner, among which are all whose decisions reach into the same blocks.
        """
        choice = places.standings[address].choice
        first = draft.block_index(choice.span.start)
        last = draft.block_index(max(choice.span.start, choice.span.end - 1))
        self._draft = draft
        self._address = address
        self._stretch = Span(draft.blocks[first].span.start, draft.blocks[last].span.end)
        self._choices = [places.standings[each].choice for each in near]
        self._starts = {each.address: each.span.start for each in self._choices}
        self._decisions = {a: d for a, d in places.decisions.items() if a in self._starts}

    def words(self, text: str) -> list[tuple[str, bool]]:
        """The words of the paragraph in order, and whether they come of the decision."""
        decisions = {**self._decisions, self._address: Decision(self._address, Act.MERGE, text=text)}
        found = []
        for piece in outcome_pieces(self._draft, self._choices, decisions).pieces:
            words, new = piece.text, piece.address == self._address
            if piece.kept:
                low = max(0, self._stretch.start - piece.at)
                words = words[low : max(low, self._stretch.end - piece.at)]
            elif not self._stretch.start <= self._starts.get(piece.address, -1) <= self._stretch.end:
                continue
            if words:
                found.append((words, new))
        return found

    def sheet(self, text: str, width: int) -> Sheet:
        """Draw the paragraph with a text in its place."""
        sheet = Sheet(width)
        runs = list(unwrapped_parts(self.words(text)))
        first = next((number for number, (_, new) in enumerate(runs) if new), None)
        if first is not None:
            before = visible("".join(words for words, _ in runs[:first]))
            sheet.marks[WORDS] = len(breaks(before, sheet.width)) - 1
        sheet.add(*(Word(words, "chosen" if new else "") for words, new in runs))
        return sheet


def unwrapped_parts(words: Iterable[tuple[str, bool]]) -> Iterator[tuple[str, bool]]:
    """The words with the line wraps of the file undone, each still knowing whether it is new."""
    parts = [("".join(text for text, _ in group), new) for new, group in groupby(words, key=lambda one: one[1])]
    whole = "".join(text for text, _ in parts)
    shown = unwrapped(whole)
    raw, ends = 0, []
    for text, _ in parts:
        raw += len(text)
        ends.append(_shown(whole, raw, shown))
    starts = [0, *ends]
    stretches = ((shown[start:end], new) for start, end, (_, new) in zip(starts, ends, parts, strict=False))
    for new, group in groupby(filter(itemgetter(0), stretches), key=lambda one: one[1]):
        yield "".join(text for text, _ in group), new


def _shown(whole: str, raw: int, shown: str) -> int:
    """Where in the words shown an offset of the words as they are in the file is; a space goes with the first of it."""
    if raw == len(whole):
        return len(shown)
    # What comes behind changes nothing of the words before but the white space at their end.
    end = len(unwrapped(whole[:raw]))
    return end + whole[raw - 1 : raw].isspace() * shown[end : end + 1].isspace()
