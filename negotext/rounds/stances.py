"""Positions that were taken, dropped, shifted or settled between two rounds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass

from negotext.model import Position, Span, Stance

from .passages import Passage, Places, folded
from .rooms import Rooms
from .sides import Side
from .sites import Words, alike, own, same_words, telling
from .values import BlockMatch, Closed, Happening, PositionChange, Shift

_PROPOSALS = (Stance.INSERT, Stance.REPLACE)
# Words are about the same from here on, when delegation and place are the same.
_ALIKE = 0.6
# Words that tell enough to be found again in another paragraph.
_TELLING = 3


@dataclass(frozen=True, slots=True)
class _Held:
    """A position and where it is held.

    Attributes:
        position: the position.
        index: its place in its draft.
        place: number of the match of the passage it was read from; -1 for none.
        paragraph: address in the new draft of the paragraph it is about, or empty.
        evidence: the words it was read from.
        text: the words offered.
        target: the words it is about.
    """

    position: Position
    index: int
    place: int
    paragraph: str
    evidence: Words
    text: Words
    target: Words

    @property
    def subject(self) -> Words:
        """What it says something about: words that stand there, or those it offers."""
        return self.target or self.text


def position_changes(
    old: Side, new: Side, matches: Sequence[BlockMatch], closed: Sequence[Closed]
) -> tuple[PositionChange, ...]:
    """What each delegation does not say any more, says now, or says otherwise of the same words.

    A position is the same when delegation, stance and words are, wherever its paragraph went and however its
    sentence was wrapped; and when its sentence is the same. To propose words and to propose them in the place
    of others is one stance.

    Returns:
        The changes by delegation, in each by the order of `Shift`, then of the drafts.
    """
    before, after = _held(old, new, matches)
    changes: list[PositionChange] = []
    settled = _settled(old, matches, closed)
    for who in sorted(before.keys() | after.keys(), key=lambda each: (each[0], each[1] or "")):
        pairing = _Pairing(before.get(who, []), after.get(who, []))
        pairing.run()
        found = [PositionChange(Shift.SHIFTED, *who, a.position, b.position) for a, b in pairing.shifted]
        for held in pairing.left_old():
            kind = Shift.SETTLED if settled(held.index, held.position) else Shift.DROPPED
            found.append(PositionChange(kind, *who, held.position, None))
        found += [PositionChange(Shift.TAKEN, *who, None, held.position) for held in pairing.left_new()]
        order = list(Shift)
        changes += sorted(found, key=lambda change: order.index(change.kind))
    return tuple(changes)


_By = dict[tuple[str, str | None], list[_Held]]


def _held(old: Side, new: Side, matches: Sequence[BlockMatch]) -> tuple[_By, _By]:
    paragraphs: dict[str, str] = {}
    for match in matches:
        if match.old and match.new and match.old[0].label:
            paragraphs.setdefault(match.old[0].paragraph, match.new[0].paragraph)
    sides: list[_By] = []
    for side, number in ((old, 0), (new, 1)):
        numbers = {
            passage.index: index for index, match in enumerate(matches) for passage in (match.old, match.new)[number]
        }
        places = Places(side.passages)
        by: _By = defaultdict(list)
        for index, position in enumerate(side.draft.positions):
            passage = places.at(position.evidence.start)
            language = side.draft.language
            held = _Held(
                position,
                index,
                numbers[passage.index] if passage else -1,
                paragraphs.get(position.paragraph, position.paragraph) if number == 0 else position.paragraph,
                _words_in(passage, position.evidence),
                folded(position.text or "", language),
                folded(position.target or "", language),
            )
            by[position.delegation, position.on_behalf_of].append(held)
        sides.append(by)
    return sides[0], sides[1]


def _words_in(passage: Passage | None, span: Span) -> Words:
    if passage is None or not passage.words:
        return ()
    return passage.words[passage.at(span.start) : passage.at(span.end - 1) + 1]


def _settled(old: Side, matches: Sequence[BlockMatch], closed: Sequence[Closed]) -> Callable[[int, Position], bool]:
    """Whether a position of the old draft went with what it was about."""
    stands = {stand.position for each in closed for stand in each.choice.stands}
    rooms = Rooms([each.choice for each in closed])
    vanished = {span.start for each in closed for span in each.choice.vanishing}
    moved = {passage.index for match in matches if Happening.MOVED in match.happened for passage in match.old}
    places = Places(old.passages)

    def settled(index: int, position: Position) -> bool:
        passage = places.at(position.evidence.start)
        if index in stands or (passage is not None and passage.span.start in vanished):
            return True
        about = position.about
        if position.stance is Stance.MOVE and about is not None:
            there = places.at(about.start)
            return there is not None and there.index in moved
        return any(rooms.around(span.start) for span in (position.evidence, about) if span is not None)

    return settled


class _Pairing:
    """Pairs the positions of one delegation in two drafts, the surest first."""

    def __init__(self, old: Sequence[_Held], new: Sequence[_Held]) -> None:
        self._old, self._new = old, new
        self._done_old: set[int] = set()
        self._done_new: set[int] = set()
        self.shifted: list[tuple[_Held, _Held]] = []

    def run(self) -> None:
        """Pair what is the same, then what is said otherwise of the same words."""
        for where, same in (
            (_place, _same_sentence),
            (_place, _says_the_same),
            (_paragraph, _says_the_same),
            (_place, _says_about_the_same),
            (_words, _says_the_same),
        ):
            list(self._pair(where, same))
        for where, otherwise in ((_place, _same_subject), (_place, _like_subject), (_words, _same_subject)):
            self.shifted += self._pair(where, otherwise)

    def left_old(self) -> list[_Held]:
        """What is not said any more."""
        return [held for held in self._old if held.index not in self._done_old]

    def left_new(self) -> list[_Held]:
        """What was not said before."""
        return [held for held in self._new if held.index not in self._done_new]

    def _pair(
        self, where: Callable[[_Held], Hashable], belong: Callable[[_Held, _Held], bool]
    ) -> Iterator[tuple[_Held, _Held]]:
        """Pairs that belong together, among those that have the same `where`, which is not None."""
        waiting: dict[Hashable, list[_Held]] = defaultdict(list)
        for held in self.left_new():
            waiting[where(held)].append(held)
        for one in self.left_old():
            key = where(one)
            others = waiting.get(key, []) if key is not None else []
            for other in others:
                if belong(one, other):
                    others.remove(other)
                    self._done_old.add(one.index)
                    self._done_new.add(other.index)
                    yield one, other
                    break


def _place(held: _Held) -> Hashable:
    return held.place if held.place >= 0 else None


def _paragraph(held: _Held) -> Hashable:
    return held.paragraph or None


def _words(held: _Held) -> Hashable:
    """Words that are found again anywhere."""
    return own(held.subject) if len(telling(held.subject)) >= _TELLING else None


def _same_stance(one: _Held, other: _Held) -> bool:
    stances = one.position.stance, other.position.stance
    return stances[0] is stances[1] or all(stance in _PROPOSALS for stance in stances)


def _same_sentence(one: _Held, other: _Held) -> bool:
    return one.evidence == other.evidence and one.position.stance is other.position.stance


def _says_the_same(one: _Held, other: _Held) -> bool:
    """Proposals are the same when the words offered are; all else when the words are that it is about."""
    if not _same_stance(one, other):
        return False
    if one.text and other.text:
        return same_words(one.text, other.text)
    return bool(one.subject) and same_words(one.subject, other.subject)


def _says_about_the_same(one: _Held, other: _Held) -> bool:
    if not _same_stance(one, other):
        return False
    return max(alike(one.subject, other.subject), alike(one.evidence, other.evidence)) >= _ALIKE


def _same_subject(one: _Held, other: _Held) -> bool:
    return any(same_words(old, new) for old in _subjects(one) for new in _subjects(other))


def _like_subject(one: _Held, other: _Held) -> bool:
    return bool(one.subject) and alike(one.subject, other.subject) >= _ALIKE


def _subjects(held: _Held) -> list[Words]:
    return [words for words in (held.target, held.text) if words]
