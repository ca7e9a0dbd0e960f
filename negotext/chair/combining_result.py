"""The paragraph as it would read with the words that are being written. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from negotext.model import Act, Decision, Draft, Span
from negotext.outcome.pieces import outcome_pieces

from .desk_places import Places
from .sheet import Sheet, Word
from .units import unwrapped

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
        runs = list(_unwrapped(self.words(text)))
        first = next((number for number, (_, new) in enumerate(runs) if new), None)
        if first is not None:
            sheet.marks[WORDS] = _rows("".join(words for words, _ in runs[:first]), width)
        sheet.add(*(Word(words, "chosen" if new else "") for words, new in runs))
        return sheet


def _rows(before: str, width: int) -> int:
    """How many rows the words before take, at least."""
    probe = Sheet(width)
    probe.add(before)
    return max(0, len(probe.rows) - 1)


def _unwrapped(words: list[tuple[str, bool]]) -> Iterator[tuple[str, bool]]:
    """The words with the line wraps of the file undone, each still knowing whether it is new."""
    whole = "".join(text for text, _ in words)
    flags = [new for text, new in words for _ in text]
    # The same characters but for white space, so both can be walked side by side.
    news: list[bool] = []
    raw = 0
    shown = unwrapped(whole)
    for character in shown:
        if not character.isspace():
            while whole[raw].isspace():
                raw += 1
        news.append(flags[raw])
        raw += 1
    start = 0
    for end in range(1, len(shown) + 1):
        if end == len(shown) or news[end] != news[start]:
            yield shown[start:end], news[start]
            start = end
