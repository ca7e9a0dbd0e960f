"""What stands now where a choice was, and what stood where one is now."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, product

from negotext.merging import is_wording
from negotext.model import Act, Decision, Span

from .fate import Fate
from .fields import Field
from .known import Named
from .passages import folded
from .sites import Form, Site, Words, own, telling
from .values import Closed, Opened
from .wording import Correspondence

# Choices that touch are settled together; this many ways of doing it are tried.
_WAYS = 4_096
# How much of an alternative has to stand there to be told from other words.
_ENOUGH = 0.8
# White space and brackets that may stand before and in words, in characters.
_ROOM = 40


def closed(
    fields: Sequence[Field], kept: set[int], decisions: Mapping[str, Decision], fate: Fate, named: Named
) -> list[Closed]:
    """The old choices that are none any more, in the order of the old draft.

    Args:
        fields: the matches of passages with their choices.
        kept: identities of the old choices that were matched.
        decisions: the standing decision of each old address.
        fate: what became of the words of the old draft.
        named: where the file itself says that old choices stand.
    """
    found: list[Closed] = []
    for field in fields:
        gone = [site for site in field.old if id(site.choice) not in kept]
        settled: dict[int, _Standing] = {}
        if gone and field.match.new:
            settled = _Settling(field.match.correspondence, gone, field.new).run()
        for site in gone:
            language = field.match.old[0].language
            stands = _at_its_place(site, fate, named, language) or _elsewhere(site, fate)
            stands = stands or settled.get(id(site), _GONE)
            decision = decisions.get(site.choice.address)
            agrees = _agrees(site, stands, decision, language)
            found.append(Closed(site.choice, stands.alternative, stands.text, stands.span, decision, agrees))
    return sorted(found, key=lambda each: (each.choice.span.start, -each.choice.span.end))


def opened(fields: Sequence[Field], kept: set[int]) -> list[Opened]:
    """The new choices that were none, in the order of the new draft; `kept` are the others."""
    found: list[Opened] = []
    for field in fields:
        fresh = [site for site in field.new if id(site.choice) not in kept]
        stood: dict[int, _Standing] = {}
        if fresh and field.match.old:
            stood = _Settling(field.match.correspondence.reversed(), fresh, field.old).run()
        for site in fresh:
            before = stood.get(id(site), _GONE)
            found.append(Opened(site.choice, before.text, before.span))
    return sorted(found, key=lambda each: (each.choice.span.start, -each.choice.span.end))


@dataclass(frozen=True, slots=True)
class _Standing:
    """What stands at the place of a choice: the alternative, the words, and where."""

    alternative: int | None
    text: str
    span: Span | None


_GONE = _Standing(0, "", None)


def _at_its_place(site: Site, fate: Fate, named: Named, language: str) -> _Standing | None:
    """What stands where the file says that a choice was: one of its wordings, or nothing."""
    place = named.at(site.choice.address)
    if place is None:
        return None
    text, span = place
    words = telling(folded(text, language))
    # Where comments stand, LibreOffice sets the ends of a bookmark a character too early.
    if words and len(text.strip()) > 1:
        same = (number for number, wording in sorted(site.wordings.items()) if number and telling(wording) == words)
        number = next(same, None)
        return _Standing(number or _best(site, words, alone=True), text.strip(), span)
    # Its place is empty, and a wording that was not in it stands behind it, or still where the draft had it.
    for alternative in site.choice.alternatives:
        if alternative.span is None or site.choice.span.overlaps(alternative.span):
            continue
        wording = telling(site.wordings[alternative.number])
        behind = telling(folded(named.after(span, 2 * len(alternative.text) + _ROOM), language))
        if wording and behind[: len(wording)] == wording:
            return _Standing(alternative.number, alternative.text, Span(span.end, span.end + len(alternative.text)))
        if fate.kept(alternative.span) >= _ENOUGH:
            return _Standing(alternative.number, alternative.text, fate.place(alternative.span))
    return _Standing(0, "", span)


def _elsewhere(site: Site, fate: Fate) -> _Standing | None:
    """An alternative that stood in another paragraph and was taken: its words stand, those here do not."""
    for alternative in site.choice.alternatives:
        if alternative.span is None or alternative.number in site.here:
            continue
        own_words = [each.span for each in site.choice.alternatives if each.number in site.here and each.span]
        if fate.kept(alternative.span) >= _ENOUGH and all(fate.kept(span) < 1 - _ENOUGH for span in own_words):
            return _Standing(alternative.number, alternative.text, fate.place(alternative.span))
    return None


def _agrees(site: Site, stands: _Standing, decision: Decision | None, language: str) -> bool | None:
    """Whether what stands there is what was decided."""
    if decision is None or decision.act not in (Act.ACCEPT, Act.MERGE):
        return None
    if decision.act is Act.ACCEPT and stands.alternative == decision.alternative:
        return True
    if decision.act is Act.ACCEPT:
        # Another wording may say the same; words that stand nowhere else tell that it is this one.
        wording = telling(site.wordings.get(decision.alternative or 0, ()))
        return bool(wording) and telling(folded(stands.text, language)) == wording
    decided = telling(folded(decision.text or "", language))
    return telling(folded(stands.text, language)) == decided


class _Settling:
    """Finds what choices of one side became on the other.

    Args:
        correspondence: from the side of the choices to the other side.
        gone: the choices, which the other side does not have.
        others: the choices of the other side.
    """

    def __init__(self, correspondence: Correspondence, gone: Sequence[Site], others: Sequence[Site]) -> None:
        self._forward = correspondence.forward
        self._old, self._new = correspondence.old, correspondence.new
        self._gone = sorted(gone, key=lambda site: (site.units.start, -site.units.stop))
        self._open = sorted((site.units.start, site.units.stop) for site in others if site.form is Form.BRACKET)
        self._innermost: dict[int, Site] = {}
        for site in self._gone:
            self._innermost.update(dict.fromkeys(site.units, site))
        self._standing: dict[int, _Standing] = {}

    def run(self) -> dict[int, _Standing]:
        """What stands for each choice, by the identity of its site."""
        by_address = {site.choice.address: site for site in self._gone}
        clusters: dict[tuple[str, int, int], list[Site]] = defaultdict(list)
        for site in self._gone:
            clusters[site.choice.parent, *self._anchors(site)].append(site)
        # The outer ones come first: what became of them says whether those inside are still there.
        for (parent, left, right), cluster in clusters.items():
            outer = self._standing.get(id(by_address.get(parent)))
            alive = [site for site in cluster if outer is None or outer.alternative in (site.choice.within, None)]
            self._standing |= {id(site): _Standing(None, "", None) for site in cluster}
            start = self._forward[left] + 1 if left >= 0 else 0
            end = self._forward[right] if right < len(self._old.words) else len(self._new.words)
            self._settle(alive, range(start, max(start, end)))
        return self._standing

    def _anchors(self, site: Site) -> tuple[int, int]:
        """The nearest units before and after a choice that stand on both sides, and in no other choice."""
        left, right = site.units.start - 1, site.units.stop
        while left >= 0 and not self._holds_still(left, site):
            left -= 1
        while right < len(self._old.words) and not self._holds_still(right, site):
            right += 1
        return left, right

    def _holds_still(self, unit: int, site: Site) -> bool:
        other = self._innermost.get(unit)
        around = other is None or (
            other.units.start <= site.units.start and site.units.stop <= other.units.stop and other is not site
        )
        return around and unit in self._forward

    def _open_within(self, region: range) -> set[int]:
        """Units in brackets of the other side that stand inside a region and not around it."""
        first = bisect_left(self._open, (region.start, 0))
        inside: set[int] = set()
        for start, stop in self._open[first:]:
            if start >= region.stop:
                break
            if (start, stop) != (region.start, region.stop):
                inside.update(range(start, stop))
        return inside

    def _settle(self, cluster: Sequence[Site], region: range) -> None:
        words = self._new.words
        # What is still open inside is no part of what was settled, unless there is nothing else.
        telling_own = any(own(each) for site in cluster for each in site.here.values())
        elsewhere = self._open_within(region) if telling_own else set()
        units = [index for index in region if is_wording(words[index]) and index not in elsewhere]
        there = tuple(words[index] for index in units)
        way = _way(cluster, there)
        at = 0
        for place, site in enumerate(cluster):
            here = units
            if way is not None:
                number: int | None = way[place]
                size = len(telling(site.here[way[place]]))
                here = units[at : at + size]
                at += size
            else:
                number = _best(site, there, alone=len(cluster) == 1)
            found = range(here[0], here[-1] + 1) if here else range(region.start, region.start)
            span = self._new.span(found.start, found.stop)
            self._standing[id(site)] = _Standing(number, self._new.excerpt(found), span)


def _way(cluster: Sequence[Site], there: Words) -> list[int] | None:
    """Numbers of alternatives, one for each choice, that together are the words that stand there."""
    options = [[(number, telling(words)) for number, words in sorted(site.here.items())] for site in cluster]
    for way in islice(product(*options), _WAYS):
        if tuple(word for _, words in way for word in words) == there:
            return [number for number, _ in way]
    return None


def _best(site: Site, there: Words, *, alone: bool) -> int | None:
    """The alternative that makes most of what stands there, None where none does."""
    scores = {number: _score(wording, there, alone=alone) for number, wording in site.here.items()}
    best = max(scores, key=lambda number: (scores[number], -number))
    return best if scores[best] >= _ENOUGH else None


def _score(wording: Words, there: Words, *, alone: bool) -> float:
    """How much of the words outside inner brackets stands there and, of one choice alone, how little else."""
    full, outside = Counter(telling(wording)), Counter(own(wording) or telling(wording))
    found = Counter(there)
    if not full or not there:
        return float(not full and not there)
    recall = (outside & found).total() / outside.total()
    return (recall + (full & found).total() / found.total()) / 2 if alone else recall
