"""Pairs of passages, one of each draft, that are the same passage."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence

from negotext.merging.aligning import align
from negotext.model import BlockKind

from .candidates import Index
from .likeness import Features, contained, likeness
from .passages import Passage
from .speakers import Speakers

# From here on words alone make two passages one.
_ALIKE = 0.5
# Less is needed where both stand between the same passages, or carry the same number.
_ALIKE_IN_PLACE = 0.35
_ALIKE_WITH_NUMBER = 0.3
_CANDIDATES = 6
# Between two matched passages, more pairs than this are not tried.
_GAP = 900


# Rank, confidence, old and new index.
_Scored = tuple[float, float, int, int]
_Key = Callable[[Passage], Hashable]


class Pairing:
    """Finds for each passage of the old draft at most one of the new draft, the surest first.

    Attributes:
        partner: index of the new passage for that of the old one.
        confidence: how sure it is, by the index of the old passage.
    """

    def __init__(self, old: Sequence[Features], new: Sequence[Features], speakers: tuple[Speakers, Speakers]) -> None:
        self._old, self._new = old, new
        self._speakers = speakers
        self._taken: set[int] = set()
        self.partner: dict[int, int] = {}
        self.confidence: dict[int, float] = {}

    def run(self) -> None:
        """Find the pairs, the surest first."""
        self._same_words()
        self._like_words()
        self._same_place()
        self._same_speaker()

    def left(self) -> tuple[list[Features], list[Features]]:
        """What has no partner, of the old draft and of the new."""
        return (
            [each for each in self._old if each.passage.index not in self.partner],
            [each for each in self._new if each.passage.index not in self._taken],
        )

    def _take(self, old: int, new: int, confidence: float) -> None:
        if old not in self.partner and new not in self._taken:
            self.partner[old] = new
            self.confidence[old] = confidence
            self._taken.add(new)

    def _take_best(self, scored: Iterable[_Scored]) -> None:
        """Takes pairs, the highest rank first."""
        for _, confidence, old, new in sorted(scored, key=lambda each: (-each[0], each[2], each[3])):
            self._take(old, new, confidence)

    def _same_words(self) -> None:
        numbers: dict[tuple[str, ...], int] = {}
        old, new = (
            [numbers.setdefault(each.passage.words, len(numbers)) for each in side] for side in (self._old, self._new)
        )
        for run in align(old, new):
            for offset in range(run.size):
                self._take(run.a + offset, run.b + offset, 1.0)
        # What is left was moved: first to where the same number stands, then in order.
        for key in (_words_and_number, _words):
            self._in_order(key, 1.0)

    def _in_order(self, key: _Key, confidence: float) -> None:
        old, new = self.left()
        waiting: dict[Hashable, list[int]] = defaultdict(list)
        for each in new:
            waiting[key(each.passage)].append(each.passage.index)
        for each in old:
            found = waiting.get(key(each.passage))
            if found:
                self._take(each.passage.index, found.pop(0), confidence)

    def _like_words(self) -> None:
        old, new = self.left()
        index = Index(new)
        scored: list[_Scored] = []
        for each in old:
            for candidate in index.like(each, _CANDIDATES):
                alike = likeness(each, self._new[candidate])
                if alike >= _ALIKE:
                    rank = alike + _context(each.passage, self._new[candidate].passage)
                    scored.append((rank, alike, each.passage.index, candidate))
        self._take_best(scored)

    def _same_place(self) -> None:
        numbered: dict[tuple[str, BlockKind], list[Features]] = defaultdict(list)
        gaps: dict[int, list[Features]] = defaultdict(list)
        before = {index: at for at, index in self.partner.items()}
        last = -1
        for each in self._new:
            index = each.passage.index
            last = before.get(index, last)
            if index not in self._taken:
                gaps[last].append(each)
                if each.passage.address:
                    numbered[each.passage.address, each.passage.kind].append(each)
        scored: list[_Scored] = []
        last = -1
        sizes = self._gap_sizes()
        for each in self._old:
            index = each.passage.index
            if index in self.partner:
                last = index
                continue
            if sizes[last] * len(gaps[last]) <= _GAP:
                scored += _scored(each, gaps[last], _ALIKE_IN_PLACE)
            named = numbered[each.passage.address, each.passage.kind] if each.passage.address else []
            scored += _scored(each, named, _ALIKE_WITH_NUMBER)
        self._take_best(scored)

    def _gap_sizes(self) -> dict[int, int]:
        sizes: dict[int, int] = defaultdict(int)
        last = -1
        for each in self._old:
            if each.passage.index in self.partner:
                last = each.passage.index
            else:
                sizes[last] += 1
        return sizes

    def _same_speaker(self) -> None:
        """What a delegation says on a paragraph, though it says something else now."""
        paragraphs = {
            self._old[old].passage.paragraph: self._new[new].passage.paragraph
            for old, new in self.partner.items()
            if self._old[old].passage.label
        }
        old, new = self.left()
        waiting: dict[Hashable, list[int]] = defaultdict(list)
        for each in new:
            speaker = self._speakers[1].get(each.passage.index)
            if speaker:
                waiting[speaker, each.passage.paragraph].append(each.passage.index)
        for each in old:
            speaker = self._speakers[0].get(each.passage.index)
            paragraph = paragraphs.get(each.passage.paragraph, each.passage.paragraph)
            found = waiting.get((speaker, paragraph))
            if speaker and found:
                index = found.pop(0)
                self._take(each.passage.index, index, likeness(each, self._new[index]))


def _scored(old: Features, new: Iterable[Features], least: float) -> Iterator[_Scored]:
    for each in new:
        alike = likeness(old, each)
        if contained(old, each):
            alike = max(alike, _ALIKE)
        if alike >= least:
            rank = alike + _context(old.passage, each.passage)
            yield rank, alike, old.passage.index, each.passage.index


def _context(old: Passage, new: Passage) -> float:
    """What speaks for a pair beside the words."""
    return 0.1 * (old.address == new.address != "") + 0.05 * (old.kind is new.kind)


def _words(passage: Passage) -> Hashable:
    return passage.words


def _words_and_number(passage: Passage) -> Hashable:
    return passage.words, passage.paragraph
