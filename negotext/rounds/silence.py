"""Silent deletions: words that are gone though nobody asked for it and nothing was decided."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from negotext.model import BlockKind, Choice

from .apparatus import Apparatus
from .asked import Requests, contains
from .elsewhere import Inserted
from .passages import Passage
from .reasons import Reason, Reasons
from .sides import Side
from .sites import telling
from .values import BlockMatch, SilentDeletion
from .wording import Correspondence

_ENDS = (".", ",", ";", ":", "。", "，", "；", "：", "、", "!", "?")
_CLOSERS = ']］)）”’"»」 '

# The choice and the number of the alternative that words went with; (None, 0) for words outside.
_Went = tuple[Choice | None, int]


class Silence:
    """Looks for silent deletions.

    Args:
        old: the old draft.
        reasons: why words may have gone.
        requests: what somebody asked for.
        inserted: the words that are new.
    """

    def __init__(self, old: Side, reasons: Reasons, requests: Requests, inserted: Inserted) -> None:
        self._old = old
        self._reasons = reasons
        self._inserted = inserted
        self._apparatus = Apparatus(old.draft)
        self._requests = requests
        self._cover = cover(old.passages)

    def of(self, match: BlockMatch) -> Iterator[SilentDeletion]:
        """The silent deletions in one passage, in its order."""
        passages = [each for each in match.old if not self._is_no_text(each)]
        if not passages or (match.new and not match.edits):
            return
        wording = match.correspondence.old
        text = self._apparatus.text_units(wording)
        found: list[tuple[_Went, range]] = []
        for went, units in _runs(self._gone(match.correspondence, text), text):
            passage = wording.passage_of(units.start)
            if passage in passages and not self._is_explained(went, match.correspondence, units, passage):
                found.append((went, units))
        if not match.new and any(choice is None for (choice, _), _ in found):
            # A paragraph that is gone with what was open in it is one loss.
            found = [((None, 0), range(found[0][1].start, found[-1][1].stop))]
        for went, units in found:
            yield _deletion(went, match.correspondence, units, wording.passage_of(units.start))

    def _is_no_text(self, passage: Passage) -> bool:
        return passage.index in self._old.statements or passage.index in self._cover

    def _gone(self, correspondence: Correspondence, text: set[int]) -> dict[int, _Went]:
        """The words that are gone and that nobody asked to, with what they went with."""
        moved = {move.a + i for move in correspondence.alignment.moves for i in range(move.size)}
        gone: dict[int, _Went] = {}
        agreed = self._reasons.was_agreed
        for unit in sorted(text):
            if unit in correspondence.forward or unit in moved:
                continue
            span = correspondence.old.unit(unit)
            reason, choice, number = self._reasons.why(span.start)
            if reason is not Reason.SETTLED and (agreed(span.start) or not self._requests.about_unit(span)):
                gone[unit] = (choice, number)
        return gone

    def _is_explained(self, went: _Went, correspondence: Correspondence, units: range, passage: Passage) -> bool:
        words = telling(correspondence.old.words[units.start : units.stop])
        start = correspondence.old.unit(units.start).start
        put_elsewhere = any(contains(stretch, words) for stretch in correspondence.inserted())
        if put_elsewhere or self._inserted.has(words) or self._reasons.is_decided(start, words):
            return True
        if self._reasons.was_agreed(start):
            return False
        choice, number = went
        if choice is not None and self._reasons.says_enough(choice, number):
            return True
        return self._requests.about_words(words, passage.paragraph)


def _deletion(went: _Went, correspondence: Correspondence, units: range, passage: Passage) -> SilentDeletion:
    old, new = correspondence.old, correspondence.new
    text, span = old.excerpt(units), old.span(units.start, units.stop)
    address = went[0].address if went[0] else ""
    if not new.passages:
        return SilentDeletion(text, span, None, "", passage.paragraph, address)
    place = correspondence.gap(units.start)
    instead = new.excerpt(place) if telling(new.words[place.start : place.stop]) else ""
    return SilentDeletion(text, span, new.span(place.start, place.stop), instead, passage.paragraph, address)


def _runs(gone: Mapping[int, _Went], text: set[int]) -> Iterator[tuple[_Went, range]]:
    """Words that are gone for one reason and stand together, but for punctuation between them."""
    places = {unit: place for place, unit in enumerate(sorted(text))}
    # As long as every word of the text is gone, its place and its rank among those gone grow alike.
    ranked = list(enumerate(sorted(gone)))
    for _, grouped in groupby(ranked, key=lambda each: (places[each[1]] - each[0], id(gone[each[1]][0]))):
        units = [unit for _, unit in grouped]
        yield gone[units[0]], range(units[0], units[-1] + 1)


def cover(passages: Sequence[Passage]) -> set[int]:
    """Passages before the first label that are no sentences: symbols, dates, titles."""
    found: set[int] = set()
    for passage in passages:
        if passage.label:
            break
        if passage.kind is not BlockKind.CHAIR and not passage.text.rstrip(_CLOSERS).endswith(_ENDS):
            found.add(passage.index)
    return found
