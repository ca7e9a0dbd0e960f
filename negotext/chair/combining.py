"""Words that are being made from alternatives: what was combined, what collides, and what the chair has taken.

Pure. The text is what stands in the editor; its spots are the places in which the alternatives differ. A spot follows
its words while the chair types, and stays undecided until the chair takes a side of it or writes other words there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from negotext.merging import EditKind, Segment, SegmentKind, compare
from negotext.model import Alternative, ChoiceKind
from negotext.outcome.spacing import join
from negotext.query.bringing_together import backers, brought_together, defenders, wordings
from negotext.store import Standing


@dataclass(frozen=True, slots=True)
class Way:
    """One way in which a spot can read.

    Attributes:
        numbers: of the alternatives that have it so, ascending.
        text: the words; empty where they are left out.
        backers: codes of who stands behind it.
        own: whether they are the words that the others were compared with.
    """

    numbers: tuple[int, ...]
    text: str
    backers: tuple[str, ...] = ()
    own: bool = False


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of the text in which the alternatives differ.

    Attributes:
        start: offset in the text of its words.
        end: of their end; equal to `start` where nothing stands there.
        ways: how it can read, that of the draft first.
        taken: index of the way that stands there; None for words of the chair.
        decided: whether the alternatives go together here, or the chair has had a say.
        collides: whether the alternatives do not go together here.
    """

    start: int
    end: int
    ways: tuple[Way, ...]
    taken: int | None = 0
    decided: bool = False
    collides: bool = True


@dataclass(frozen=True, slots=True)
class Combining:
    """The chair's words for a choice, while they are being made.

    Attributes:
        address: of the choice.
        text: the words so far.
        spots: where the alternatives differ, in the order of the text.
        sources: numbers of the alternatives it is made from.
        base: number of the alternative whose words stand where the alternatives collide; -1 for none.
        defenders: codes of those who would keep the draft's own words, so that every edit of them collides.
    """

    address: str
    text: str
    spots: tuple[Spot, ...]
    sources: tuple[int, ...]
    base: int = -1
    defenders: tuple[str, ...] = ()

    @property
    def undecided(self) -> int:
        """In how many places the alternatives collide and the chair has not had a say."""
        return sum(not spot.decided for spot in self.spots)

    def at(self, offset: int) -> int | None:
        """Number of the spot at an offset of the text; where two meet, an undecided one before the other."""
        found = [number for number, spot in enumerate(self.spots) if spot.start <= offset <= spot.end]
        return min(found, key=lambda number: self.spots[number].decided, default=None)

    def after(self, offset: int) -> int | None:
        """Number of the next undecided spot behind an offset, from the beginning again; None where there is none."""
        numbers = [number for number, spot in enumerate(self.spots) if not spot.decided]
        return next((n for n in numbers if self.spots[n].start > offset), numbers[0] if numbers else None)

    def take(self, number: int, way: int) -> Combining:
        """Put one way in which a spot can read in its place, with spaces and commas in order."""
        spot = self.spots[number]
        words = spot.ways[way].text
        left, middle = join(self.text[: spot.start], words)
        before, after = join(left + middle, self.text[spot.end :])
        text = before + after
        start = min(len(left), len(before))
        taken = replace(spot, start=start, end=min(start + len(middle), len(before)), taken=way, decided=True)
        further = len(text) - len(self.text)
        spots = [
            *(replace(s, start=min(s.start, start), end=min(s.end, start)) for s in self.spots[:number]),
            taken,
            *(_moved(s, further, taken.end) for s in self.spots[number + 1 :]),
        ]
        return replace(self, text=text, spots=tuple(spots))

    def typed(self, text: str) -> Combining:
        """The same with another text: what was typed in a spot is the chair's own words for it."""
        if text == self.text:
            return self
        start, end, new = changed(self.text, text)
        further = new - end
        spots = []
        for spot in self.spots:
            touches = start < spot.end and end > spot.start
            inside = start == end and spot.start <= start <= spot.end and spot.start == spot.end
            if touches or inside:
                low = min(spot.start, start)
                high = spot.end + further if end <= spot.end else new
                spots.append(_written(spot, low, max(low, high), text))
            else:
                spots.append(_moved(spot, further, new) if spot.start >= end else spot)
        return replace(self, text=text, spots=tuple(spots))

    def found_again(self, text: str, language: str) -> Combining:
        """The same with a text that was written from it earlier; what still stands in it unchanged is as it was.

        Args:
            text: the words that were kept.
            language: code of their language.
        """
        edits = compare(self.text, text, language)

        def other(offset: int, *, end: bool) -> int:
            edit = next((e for e in edits if e.base.start <= offset - end < e.base.end), None)
            if edit is None:
                return len(text)
            if edit.kind in (EditKind.EQUAL, EditKind.MOVE):
                return edit.other.start + min(offset - edit.base.start, edit.other.length)
            return edit.other.end if end else edit.other.start

        spots = []
        for spot in self.spots:
            low = other(spot.start, end=False)
            high = max(low, other(spot.end, end=True) if spot.end > spot.start else low)
            low, high = _narrowed(spot, low, high, text)
            same = text[low:high] == self.text[spot.start : spot.end]
            here = replace(spot, start=low, end=high)
            spots.append(here if same else _written(spot, low, min(high, len(text)), text))
        return replace(self, text=text, spots=tuple(spots))


def combine(standing: Standing, numbers: tuple[int, ...], language: str) -> Combining:
    """Bring the alternatives of a choice together, as far as they go.

    Edits of the draft's words that do not overlap are made. Where alternatives collide, the words of the draft stand
    for now. So they do at every edit where somebody would keep them, or where they are a proposal like the others.

    Args:
        standing: the choice as it stands.
        numbers: of the alternatives to be brought together; all on the table when empty.
        language: code of their language.
    """
    chosen = wordings(standing, numbers)
    merged, base = brought_together(standing, chosen, language)
    against = tuple(defenders(standing, chosen))
    rivals = not standing.choice.base or standing.choice.kind in (ChoiceKind.RIVALS, ChoiceKind.OPTIONS)
    text, spots = "", []
    for segment in merged.segments:
        words = segment.text
        if segment.kind is not SegmentKind.COMMON and base is not None:
            own = base.text[slice(*segment.base)].strip()
            ways = tuple(_ways(segment, own, standing, base))
            collides = segment.kind is SegmentKind.COLLISION or bool(against) or rivals
            if collides and segment.kind is SegmentKind.EDIT:
                words = base.text[slice(*segment.base)]
            text, start = _put(text, words)
            size = len(words.strip())
            spots.append(Spot(start, start + size, ways, 0 if collides else 1, not collides, collides))
        else:
            text, _ = _put(text, words)
    sources = tuple(each.number for each in chosen)
    return Combining(standing.address, text, tuple(spots), sources, base.number if base else -1, against)


def _put(text: str, words: str) -> tuple[str, int]:
    """Words put behind a text, and where they begin without the spaces in front of them."""
    start = len(text) + len(words) - len(words.lstrip())
    return text + words, min(start, len(text) + len(words))


def _ways(segment: Segment, own: str, standing: Standing, base: Alternative) -> Iterator[Way]:
    """How a stretch can read: as in the draft, and as each side has it."""
    yield Way((base.number,), own, backers(standing, base.number), own=True)
    if segment.collision is None:
        yield Way(segment.alternatives, segment.text.strip(), segment.backers)
        return
    for side in segment.collision.competitors:
        yield Way(side.alternatives, side.text.strip(), side.backers)


def _moved(spot: Spot, by: int, least: int) -> Spot:
    """A spot so many characters further on, and not before `least`."""
    return replace(spot, start=max(least, spot.start + by), end=max(least, spot.end + by))


def _narrowed(spot: Spot, start: int, end: int, text: str) -> tuple[int, int]:
    """Where in a stretch one of the ways of a spot stands by itself; the stretch where none does."""
    words = text[start:end]
    for way in sorted(spot.ways, key=lambda each: -len(each.text)):
        found = _alone(way.text, words) if way.text else -1
        if found >= 0:
            return start + found, start + found + len(way.text)
    return start, end


def _alone(words: str, text: str) -> int:
    """Where words stand in a text and are no part of others; -1 where they do not."""
    found = text.find(words)
    while found >= 0 and (_of_word(text[found - 1 : found]) or _of_word(text[found + len(words) :][:1])):
        found = text.find(words, found + 1)
    return found


def _of_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def _written(spot: Spot, start: int, end: int, text: str) -> Spot:
    """A spot in which something was written: one of the ways again, or words of the chair."""
    words = text[start:end].strip()
    taken = next((index for index, way in enumerate(spot.ways) if way.text == words), None)
    return replace(spot, start=start, end=end, taken=taken, decided=True)


def changed(old: str, new: str) -> tuple[int, int, int]:
    """The stretch of a text that was changed: its start, its end in the old text, and its end in the new one."""
    start = _alike(min(len(old), len(new)), lambda low, high: old[low:high] == new[low:high])
    old_end, new_end = len(old), len(new)
    tail = _alike(
        min(old_end, new_end) - start,
        lambda low, high: old[old_end - high : old_end - low] == new[new_end - high : new_end - low],
    )
    return start, old_end - tail, new_end - tail


def _alike(most: int, same: Callable[[int, int], bool]) -> int:
    """Up to which of `most` characters two texts are the same, where `same` tells it of a stretch of them."""
    low, high = 0, most
    while low < high:
        # Comparing halves as a whole is much quicker than comparing characters one by one.
        middle = (low + high + 1) // 2
        if same(low, middle):
            low = middle
        else:
            high = middle - 1
    return low
