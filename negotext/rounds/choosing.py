"""Matching the choices of two rounds."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from negotext.model import Choice

from .fields import Field, fields_of
from .known import Known, pairs, sureness, without
from .sites import Form, Site, Words, alike, same_words
from .values import BlockMatch, ChoiceMatch
from .wording import Correspondence

# Words further from where they are expected than this, in units, may be another choice with the same words.
_NEAR = 12
# How far from its place a choice with other words is looked for, in units.
_REACH = 40
_LEAST = 0.5
# A reworded alternative is still that alternative from here on.
_REWORDED = 0.6
# Words that a choice must have to be found again in another paragraph.
_TELLING = 3
_ELSEWHERE = 0.8
_FAR = 0.75
# Whether two passages are the same is itself a guess below this.
_SURE = 0.6
# Brackets that touch are one choice or several, as reading understands them.
_REGROUPED = 0.75

_Key = tuple[bool, tuple[Words, ...]]


def match_choices(
    old: Sequence[Choice], new: Sequence[Choice], matches: Sequence[BlockMatch], known: Known | None = None
) -> tuple[ChoiceMatch, ...]:
    """Match the choices of two rounds.

    A choice has the same words when its alternatives have, but for choices inside them; who stands where, and
    what the choice is called, makes no difference. With the same words in the same place it is the same for
    certain. With other words in the same place, or the same words elsewhere, it is so with some confidence.

    Args:
        old: choices of the old draft, those from the floor among their alternatives.
        new: choices of the new draft.
        matches: the passages of the two drafts, as `match_blocks` gives them.
        known: where old choices stand in the new draft, by their addresses, as far as the file says so.

    Returns:
        The matches in the order of the old draft. Each choice is in one at most, unless brackets that touch were
        several choices and are one now, or the other way round.
    """
    return match_fields(fields_of(old, new, matches), known)


def match_fields(
    fields: Sequence[Field], known: Known | None = None, decided: Collection[str] = ()
) -> tuple[ChoiceMatch, ...]:
    """The same for choices whose passages are already found, with the old addresses where something is decided."""
    found: list[ChoiceMatch] = []
    if known:
        found = [_matched(ours, theirs, sureness(ours, theirs, decided)) for ours, theirs in pairs(fields, known)]
        fields = without(fields, {id(choice) for each in found for choice in (each.old, each.new)}, known)
    for field in fields:
        if field.old and field.new:
            sure = field.match.confidence >= _SURE
            found += [
                each if sure else replace(each, confidence=min(each.confidence, _FAR))
                for each in _Matching(field).run()
            ]
    done_old, done_new = {id(each.old) for each in found}, {id(each.new) for each in found}
    left_old = [site for field in fields for site in field.old if id(site.choice) not in done_old]
    left_new = [site for field in fields for site in field.new if id(site.choice) not in done_new]
    found += _elsewhere(left_old, left_new)
    return tuple(sorted(found, key=lambda each: (each.old.span.start, -each.old.span.end)))


class _Matching:
    """Matches the choices within one match of passages."""

    def __init__(self, field: Field) -> None:
        self._old, self._new = field.old, field.new
        self._expected = [self._place(site, field.match.correspondence) for site in field.old]
        self._done_old: set[int] = set()
        self._done_new: set[int] = set()
        self._found: list[ChoiceMatch] = []

    def run(self) -> list[ChoiceMatch]:
        self._take(self._same_words())
        self._take(self._same_place())
        self._regrouped()
        return self._found

    def _place(self, site: Site, correspondence: Correspondence) -> range:
        """Where a choice is expected in the new passages: between what stood before it and after it."""
        forward = correspondence.forward
        units = [forward[index] for index in site.units if index in forward]
        if units:
            return range(units[0], units[-1] + 1)
        runs = correspondence.alignment.runs
        at = bisect_left(runs, site.units.start, key=lambda run: run.a) - 1
        start = runs[at].b + runs[at].size if at >= 0 else 0
        return range(start, start)

    def _take(self, scored: Iterator[tuple[float, float, int, int]]) -> None:
        """Takes (rank, confidence, old, new), the highest rank first."""
        for _, confidence, old, new in sorted(scored, key=lambda each: (-each[0], each[2], each[3])):
            if old in self._done_old or new in self._done_new:
                continue
            self._done_old.add(old)
            self._done_new.add(new)
            self._found.append(_matched(self._old[old], self._new[new], confidence))

    def _same_words(self) -> Iterator[tuple[float, float, int, int]]:
        by_key: dict[_Key, list[int]] = defaultdict(list)
        for index, site in enumerate(self._new):
            by_key[site.key].append(index)
        times: dict[_Key, int] = defaultdict(int)
        for site in self._old:
            times[site.key] += 1
        for index, site in enumerate(self._old):
            same = by_key.get(site.key, [])
            at = bisect_left(same, self._expected[index].start, key=lambda new: self._new[new].units.start)
            for new in same[max(0, at - 2) : at + 2]:
                distance = _distance(self._expected[index], self._new[new].units)
                alone = len(same) == times[site.key] == 1
                yield -distance, 1.0 if alone or distance <= _NEAR else _FAR, index, new

    def _same_place(self) -> Iterator[tuple[float, float, int, int]]:
        order = sorted(range(len(self._new)), key=lambda index: self._new[index].units.start)
        starts = [self._new[index].units.start for index in order]
        for index, site in enumerate(self._old):
            if index in self._done_old:
                continue
            expected = self._expected[index]
            low = bisect_left(starts, expected.start - _REACH)
            high = bisect_left(starts, expected.stop + _REACH)
            for new in order[low:high]:
                if new not in self._done_new and site.form is self._new[new].form:
                    confidence = _confidence(site, self._new[new], expected)
                    if confidence >= _LEAST:
                        yield confidence, confidence, index, new

    def _regrouped(self) -> None:
        """Brackets that were two choices and are rivals now, or the other way round."""
        done_old, done_new = sorted(self._done_old), sorted(self._done_new)
        for old in range(len(self._old)):
            for new in done_new if old not in self._done_old else ():
                place, around = self._expected[old], self._new[new].units
                if _joined(self._old[old], place, self._new[new], around):
                    self._found.append(_matched(self._old[old], self._new[new], _REGROUPED))
                    self._done_old.add(old)
                    break
        for new in range(len(self._new)):
            for old in done_old if new not in self._done_new else ():
                if _joined(self._new[new], self._new[new].units, self._old[old], self._expected[old]):
                    self._found.append(_matched(self._old[old], self._new[new], _REGROUPED))
                    self._done_new.add(new)
                    break


def _joined(part: Site, place: range, whole: Site, around: range) -> bool:
    """Whether one choice is among the rivals of another that stands around it."""
    if part.form is not Form.BRACKET or whole.form is not Form.BRACKET:
        return False
    if not (around.start <= place.start and place.stop <= around.stop):
        return False
    return all(any(same_words(one, other) for other in _by_number(whole)) for one in _by_number(part))


def _distance(expected: range, units: range) -> int:
    return max(0, units.start - expected.stop, expected.start - units.stop)


def _confidence(old: Site, new: Site, expected: range) -> float:
    """How sure it is that a choice with other words is the same; 1 where only choices inside it differ."""
    ours, theirs = _by_number(old), _by_number(new)
    if len(ours) == len(theirs) and all(map(same_words, ours, theirs)):
        return 1.0 if _distance(expected, new.units) <= _NEAR else _FAR
    likeness = _likeness(old, new)
    shared = len(range(max(expected.start, new.units.start), min(expected.stop, new.units.stop)))
    covered = max(expected.stop, new.units.stop) - min(expected.start, new.units.start)
    place = shared / covered if covered else 0.0
    if likeness + place < 0.8 and likeness < _REWORDED:
        return 0.0
    return min(0.99, 0.5 + 0.35 * likeness + 0.14 * place)


def _by_number(site: Site) -> list[Words]:
    return [words for number, words in sorted(site.wordings.items()) if number]


def _likeness(old: Site, new: Site) -> float:
    """How much of the alternatives of two choices is alike, counted by the side with more of them."""
    ours, theirs = _by_number(old), _by_number(new)
    if not ours or not theirs:
        return 0.0
    fewer, more = sorted((ours, theirs), key=len)
    return sum(max(alike(one, other) for other in more) for one in fewer) / len(more)


def _matched(old: Site, new: Site, confidence: float) -> ChoiceMatch:
    pairs = [(0, 0)]
    left = {number: words for number, words in new.wordings.items() if number}
    waiting: list[int] = []
    reworded: list[int] = []
    for number, words in sorted(old.wordings.items()):
        same = next((each for each, others in left.items() if same_words(words, others)), None)
        if same is not None and number:
            del left[same]
            pairs.append((number, same))
        elif number:
            waiting.append(number)
    for number in waiting:
        best = max(left, key=lambda each: alike(old.wordings[number], left[each]), default=None)
        if best is not None and alike(old.wordings[number], left[best]) >= _REWORDED:
            del left[best]
            pairs.append((number, best))
            reworded.append(number)
    return ChoiceMatch(old.choice, new.choice, confidence, tuple(sorted(pairs)), tuple(reworded))


def _elsewhere(old: Sequence[Site], new: Sequence[Site]) -> Iterator[ChoiceMatch]:
    """Choices with words of their own that stand in another paragraph now."""
    ours: dict[_Key, list[Site]] = defaultdict(list)
    theirs: dict[_Key, list[Site]] = defaultdict(list)
    for sites, found in ((old, ours), (new, theirs)):
        for site in sites:
            found[site.key].append(site)
    for key, (site, *more) in ours.items():
        others = theirs.get(key, [])
        if not more and len(others) == 1 and sum(map(len, key[1])) >= _TELLING:
            yield _matched(site, others[0], _ELSEWHERE)
