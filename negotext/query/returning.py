"""A document of the session that has come back: what was done to it, and what its places were in the session. Pure.

It is held against the document as it went out, not against the draft of the round: what was decided stands in both,
and only what somebody did in Word differs.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from negotext.model import Act, Choice, Decision, Draft, Span, Stand, State
from negotext.outcome import choices_of
from negotext.rounds import ChoiceMatch, Closed, Comparison, Edited, compare_rounds, edited, through
from negotext.store import Standing

from .carrying import for_matching
from .progress import gone_with

Places = Mapping[str, Span]
"""Where the places of the round stand in a document, by their addresses, as far as its bookmarks say so."""


@dataclass(frozen=True, slots=True)
class Document:
    """A document of the session, as it went out or as it has come back.

    Attributes:
        draft: as read.
        places: see `Places`.
        agreed: of one as it went out, addresses of what was agreed when it was written.
        pending: addresses of places with tracked changes of the session that nobody has accepted or rejected.
    """

    draft: Draft
    places: Places
    agreed: frozenset[str] = frozenset()
    pending: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Returned:
    """What was done to a document.

    Attributes:
        comparison: of the round with the new draft; what is told in it beside places is what was done.
        done: comparison of the document as it went out with the new draft.
        edits: words that were changed, see `rounds.edited`.
        accepted: where the tracked changes of a place were accepted, by its old address.
        rejected: new addresses of places that are agreed, and whose brackets are back.
        later: new addresses of places that were agreed after the document was written.
        reopened: old addresses of places that were opened again after it was written; they are closed in it.
        missing: old addresses of places that were open in it when it was written, and that do not read as places.
        extra: new addresses of places that read as such though the round has none there, and nobody has made them.
        unread: by old address of a place that is not agreed, what delegations say on it and does not read so in the
            document as it went out.
        called: by the addresses of places in the document as it went out, their old ones.
    """

    comparison: Comparison
    done: Comparison
    edits: tuple[Edited, ...]
    accepted: Mapping[str, Span]
    rejected: tuple[str, ...]
    later: tuple[str, ...]
    reopened: tuple[str, ...]
    missing: tuple[str, ...]
    extra: tuple[str, ...]
    unread: Mapping[str, tuple[Stand, ...]]
    called: Mapping[str, str]

    @property
    def untouched(self) -> bool:
        """Whether nothing was done to it."""
        done = self.done
        told = self.edits or self.accepted or self.renumbered
        return not (told or done.closed or done.opened or done.changed or done.positions)

    @property
    def renumbered(self) -> tuple[tuple[str, str], ...]:
        """Old and new address of the paragraphs that have another one now."""
        rows = self.done.concordance
        return tuple((row.old, row.new) for row in rows if row.old and row.new and row.old != row.new)


def returned(
    before: Draft,
    standings: Mapping[str, Standing],
    sent: Document,
    back: Document,
    choices: Sequence[Choice],
) -> Returned:
    """What was done to a document since it went out.

    Args:
        before: the draft of the round.
        standings: its places as they stand, by address, in order.
        sent: the document as it went out.
        back: the same as it has come back.
        choices: of the new draft, which is `back`.
    """
    return _Return(before, standings, sent, back, choices).returned()


class _Return:
    def __init__(
        self,
        before: Draft,
        standings: Mapping[str, Standing],
        sent: Document,
        back: Document,
        choices: Sequence[Choice],
    ) -> None:
        self._before, self._standings, self._sent, self._choices = before, standings, sent, choices
        self._back, self._places, self._pending = back.draft, back.places, back.pending
        self._between = choices_of(sent.draft)
        self._agreed = {address for address, each in standings.items() if each.state is State.AGREED}

    def returned(self) -> Returned:
        sent = self._sent
        out = self._from_round(sent.draft, self._between, dict(self._telling()))
        first = tuple(map(self._as_sent, out.choices))
        known = {each.new.address: self._places[each.old.address] for each in first if each.old.address in self._places}
        decisions = dict(self._moved_decisions(first))
        done = compare_rounds(sent.draft, self._back, self._between, self._choices, decisions, known=known)
        edits = edited(sent.draft, self._back, done)
        bracketed = self._bracketed_again(first, done)
        matches = (*through(first, done.choices), *bracketed)
        again = {each.new.address for each in bracketed}
        later = {each.new.address for each in first if each.old.address in self._agreed - sent.agreed}
        reopened = sent.agreed - self._agreed
        comparison = replace(
            done,
            choices=tuple(sorted(matches, key=lambda each: (each.old.span.start, -each.old.span.end))),
            closed=tuple(self._closed(out, first, done, edits, {each.old.address for each in matches})),
            opened=tuple(each for each in done.opened if each.choice.address not in again),
        )
        return Returned(
            comparison,
            done,
            edits,
            self._accepted({each.old.address for each in bracketed} | dict(self._otherwise(edits)).keys()),
            tuple(each.new.address for each in bracketed),
            tuple(each.new.address for each in done.choices if each.old.address in later),
            tuple(address for address in self._standings if address in reopened and address in sent.places),
            tuple(self._missing({each.old.address for each in first})),
            tuple(
                each.new.address for each in done.choices if each.old.address not in {one.new.address for one in first}
            ),
            {
                each.old.address: tuple(_unread(each))
                for each in first
                if each.old.address not in self._agreed and any(_unread(each))
            },
            {each.new.address: each.old.address for each in first},
        )

    def _from_round(self, draft: Draft, choices: Sequence[Choice], places: Places) -> Comparison:
        """The comparison of the round with a document."""
        old = for_matching((each.choice for each in self._standings.values()), draft.source.text)
        decisions = {address: decision for address, decision in self._decisions()}
        return compare_rounds(self._before, draft, old, choices, decisions, known=places)

    def _telling(self) -> Iterator[tuple[str, Span]]:
        """The places in the document as it went out, without agreed words in which almost all is still open."""
        sent = self._sent
        still_open = {span for address, span in sent.places.items() if address not in sent.agreed}
        for address, span in sent.places.items():
            if address not in sent.agreed or not any(span.holds(each) and _most(each, span) for each in still_open):
                yield address, span

    def _decisions(self) -> Iterator[tuple[str, Decision]]:
        for address, each in self._standings.items():
            if each.decision is not None and each.state is not State.OPEN:
                yield address, each.decision

    def _as_sent(self, match: ChoiceMatch) -> ChoiceMatch:
        """A match with the document as it went out: where a place stands in it is certain, and what it says, too."""
        address = match.old.address
        if address not in self._sent.places:
            return match
        pairs, decision = dict(match.alternatives), self._standings[address].decision
        if address in self._sent.agreed and decision is not None and decision.act is Act.ACCEPT:
            # What was agreed is what the text says there, whatever names still stand around it.
            number = decision.alternative
            if number is not None and number not in pairs and match.new.base not in pairs.values():
                pairs[number] = match.new.base
        printed = [each.number for each in match.old.alternatives if each.span and each.number not in pairs]
        left = [each.number for each in match.new.alternatives if each.number not in pairs.values()]
        if len(printed) == len(left):
            # What was decided inside a wording has changed its words.
            pairs |= zip(printed, left, strict=True)
        return replace(match, confidence=1.0, alternatives=tuple(sorted(pairs.items())))

    def _moved_decisions(self, first: Sequence[ChoiceMatch]) -> Iterator[tuple[str, Decision]]:
        """What was decided on places that are still open in the document, by their addresses in it."""
        for match in first:
            standing, numbers = self._standings[match.old.address], dict(match.alternatives)
            decision = standing.decision
            if decision is None or standing.state is State.OPEN:
                continue
            if decision.alternative is None or decision.alternative in numbers:
                moved = None if decision.alternative is None else numbers[decision.alternative]
                sources = tuple(numbers[each] for each in decision.sources if each in numbers)
                here = match.new.address
                yield here, replace(decision, address=here, alternative=moved, sources=sources)

    def _bracketed_again(self, first: Sequence[ChoiceMatch], done: Comparison) -> tuple[ChoiceMatch, ...]:
        """The places that were agreed words in the document, and are choices in the new draft."""
        there = {each.old.address for each in first}
        opened = {each.choice.address for each in done.opened}
        if not opened or not any(address in self._places for address in self._sent.agreed - there):
            return ()
        found = self._from_round(self._back, self._choices, self._places)
        return tuple(
            match
            for match in found.choices
            if match.old.address in (self._sent.agreed & self._agreed) - there
            and match.old.address in self._places
            and match.new.address in opened
        )

    def _closed(
        self,
        out: Comparison,
        first: Sequence[ChoiceMatch],
        done: Comparison,
        edits: Sequence[Edited],
        kept: Collection[str],
    ) -> Iterator[Closed]:
        """The places of the round that are none in the new draft, in the order of the round."""
        settled = {each.choice.address: each for each in out.closed}
        gone = gone_with([each.choice for each in self._standings.values()], dict(self._decisions()))
        ended = {each.choice.address: each for each in done.closed}
        between = {each.old.address: each for each in first}
        otherwise = dict(self._otherwise(edits))
        for address, standing in self._standings.items():
            if address in kept:
                continue
            match = between.get(address)
            decision = standing.decision if standing.state is not State.OPEN else None
            if match is not None and match.new.address in ended:
                last = ended[match.new.address]
                numbers = {new: old for old, new in match.alternatives}
                number = None if last.alternative is None else numbers.get(last.alternative)
                yield Closed(standing.choice, number, last.text, last.new, decision, last.as_decided)
            elif address in settled:
                text = otherwise.get(address)
                agrees = None if address not in self._agreed or address in gone else text is None
                place = self._places.get(address)
                yield replace(settled[address], text=text or settled[address].text, new=place, as_decided=agrees)

    def _missing(self, found: Collection[str]) -> Iterator[str]:
        for address in self._standings:
            if address in self._sent.places and address not in self._sent.agreed and address not in found:
                yield address

    def _accepted(self, changed: Collection[str]) -> dict[str, Span]:
        """The places that were agreed whose tracked changes are gone, and whose words are there."""
        gone = (self._sent.pending - self._pending) & self._sent.agreed
        return {address: place for address, place in self._places.items() if address in gone and address not in changed}

    def _otherwise(self, edits: Sequence[Edited]) -> Iterator[tuple[str, str]]:
        """Places that were agreed words in the document, and have other words in the new draft, with those."""
        sent, back = _Innermost(self._sent.places), _Innermost(self._places)
        for each in edits:
            address = sent.around(each.old) or (back.around(each.new) if each.new is not None else "")
            if address in self._agreed & self._sent.agreed:
                place = self._places.get(address)
                yield address, " ".join(place.of(self._back.source.text).split()) if place is not None else ""


def _unread(match: ChoiceMatch) -> Iterator[Stand]:
    """What is said on a place in the draft of the round, and not in the document."""
    numbers = dict(match.alternatives)
    there = {(each.delegation, each.on_behalf_of, each.side, each.alternative) for each in match.new.stands}
    for each in match.old.stands:
        number = numbers.get(each.alternative)
        if each.position >= 0 and (each.delegation, each.on_behalf_of, each.side, number) not in there:
            yield each


def _most(inner: Span, outer: Span) -> bool:
    """Whether one stretch is more than half of another around it."""
    return 2 * (inner.end - inner.start) > outer.end - outer.start


class _Innermost:
    """Finds the smallest place around words."""

    def __init__(self, places: Places) -> None:
        self._places = sorted(places.items(), key=lambda item: item[1].end - item[1].start)

    def around(self, span: Span) -> str:
        """Its address; empty where there is none, or for no words."""
        if span.start == span.end:
            return ""
        return next((address for address, place in self._places if place.holds(span)), "")
