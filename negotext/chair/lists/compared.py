"""Two rounds of a session, difference by difference, as plain values that another process can hand over."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from negotext.model import Alternative, Choice, Position
from negotext.rounds import (
    BlockMatch,
    ChoiceMatch,
    Closed,
    Comparison,
    Happening,
    Opened,
    Passage,
    PositionChange,
    Shift,
    SilentDeletion,
)
from negotext.rounds.passages import Places
from negotext.rounds.wording import Wording

from .short import STANCES, quoted

SAME, GONE, NEW, MOVED = "", "−", "+", "→"
"""Marks of a piece; they are its signs, too."""

CLOSED, OPENED, CHANGED, SILENT, POSITION = "closed", "opened", "changed", "silent", "position"
"""Kinds of notes."""

_WORDS = 90
_SHIFTS = {Shift.TAKEN: "takes", Shift.DROPPED: "drops", Shift.SHIFTED: "shifts", Shift.SETTLED: "settled:"}


class Piece(NamedTuple):
    """A stretch of a passage.

    Attributes:
        text: the words, no line wraps.
        mark: one of `SAME`, `GONE`, `NEW`, `MOVED`.
    """

    text: str
    mark: str


class Note(NamedTuple):
    """What else happened in a passage.

    Attributes:
        kind: what it is about.
        address: the choice, or the delegation of a position.
        words: what happened.
        bad: whether the chair should look at it: words that are gone, a decision that was not followed.
    """

    kind: str
    address: str
    words: str
    bad: bool = False


class Difference(NamedTuple):
    """A passage that is not as it was.

    Attributes:
        old: its label in the older round; empty for one that is new, or has none.
        new: its label in the newer round.
        happened: words such as `reworded`, `moved`.
        before: its words in the older round.
        after: its words in the newer round.
        notes: choices closed, opened and changed in it, words gone without a decision, positions.
        at: offset in the newer draft, -1 where nothing of it is there.
        same: how many passages in front of it are unchanged.
    """

    old: str
    new: str
    happened: tuple[str, ...]
    before: tuple[Piece, ...]
    after: tuple[Piece, ...]
    notes: tuple[Note, ...]
    at: int
    same: int


class Compared(NamedTuple):
    """Two rounds.

    Attributes:
        old: number of the older round.
        new: number of the newer one.
        differences: in the order of the newer draft.
        counts: how many of each kind, by word.
    """

    old: int
    new: int
    differences: tuple[Difference, ...]
    counts: Mapping[str, int]


def compared(old: int, new: int, found: Comparison, named: Callable[[str], str] = str) -> Compared:
    """A comparison as plain values.

    Args:
        old: number of the older round.
        new: number of the newer one.
        found: what differs.
        named: what to call the code of a group.
    """
    notes = _Notes(found, named)
    differences = []
    same = 0
    for number, match in enumerate(found.blocks):
        own = tuple(notes.of(number))
        if match.happened == (Happening.SAME,) and not own:
            same += 1
            continue
        before, after = _pieces(match)
        at = min((passage.span.start for passage in match.new), default=-1)
        labels = _labels(match.old), _labels(match.new)
        happened = tuple(each.value for each in match.happened if each is not Happening.SAME)
        differences.append(Difference(*labels, happened, before, after, own, at, same))
        same = 0
    counts = {
        CLOSED: len(found.closed),
        OPENED: len(found.opened),
        CHANGED: len(found.changed),
        SILENT: len(found.silent),
        POSITION: len(found.positions),
        **{each.value: len(found.that(each)) for each in Happening},
    }
    return Compared(old, new, tuple(differences), counts)


def from_plain(plain: Sequence[Any]) -> Compared:
    """The same from the lists that JSON makes of it."""
    old, new, differences, counts = plain
    return Compared(
        old,
        new,
        tuple(
            Difference(
                each[0],
                each[1],
                tuple(each[2]),
                tuple(Piece(*piece) for piece in each[3]),
                tuple(Piece(*piece) for piece in each[4]),
                tuple(Note(*note) for note in each[5]),
                each[6],
                each[7],
            )
            for each in differences
        ),
        counts,
    )


def _labels(passages: Sequence[Passage]) -> str:
    """What passages are called: their addresses, or what they are."""
    return ", ".join(dict.fromkeys(each.address or each.label or _kind(each) for each in passages))


def _kind(passage: Passage) -> str:
    under = f" under {passage.paragraph}" if passage.paragraph else ""
    return f"{passage.kind.value}{under}"


def _pieces(match: BlockMatch) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """The words of both sides, parted by what became of them."""
    both = match.correspondence
    old, new = [GONE] * len(both.old.words), [NEW] * len(both.new.words)
    for runs, mark in ((both.alignment.moves, MOVED), (both.alignment.runs, SAME)):
        for run in runs:
            old[run.a : run.a + run.size] = [mark] * run.size
            new[run.b : run.b + run.size] = [mark] * run.size
    return tuple(_grouped(both.old, old)), tuple(_grouped(both.new, new))


def _grouped(wording: Wording, marks: Sequence[str]) -> Iterator[Piece]:
    start = 0
    for at in range(1, len(marks) + 1):
        if at == len(marks) or marks[at] != marks[start]:
            # White space belongs to the stretch in front of it, unless that is marked.
            text = wording.excerpt(range(start, at))
            if start and _apart(wording, start):
                yield Piece(" ", SAME)
            yield Piece(text, marks[start])
            start = at


def _apart(wording: Wording, at: int) -> bool:
    """Whether white space stands in front of a unit."""
    both = wording.excerpt(range(at - 1, at + 1))
    return both != wording.excerpt(range(at - 1, at)) + wording.excerpt(range(at, at + 1))


class _Notes:
    """What happened to choices, words and positions, by the passage in which it happened."""

    def __init__(self, found: Comparison, named: Callable[[str], str]) -> None:
        self._found: defaultdict[int, list[Note]] = defaultdict(list)
        self._old = _Index(found.blocks, old=True)
        self._new = _Index(found.blocks, old=False)
        for silent in found.silent:
            self._add(self._old.at(silent.old.start), _silent(silent))
        for closed in found.closed:
            self._add(self._old.at(closed.choice.span.start), _closed(closed))
        for opened in found.opened:
            self._add(self._new.at(opened.choice.span.start), _opened(opened))
        for changed in found.changed:
            self._add(self._new.at(changed.new.span.start), _changed(changed))
        for change in found.positions:
            self._add(self._of_position(change), _position(change, named))

    def of(self, number: int) -> list[Note]:
        """The notes of a passage match, by its number in the comparison."""
        return self._found.get(number, [])

    def _add(self, number: int | None, note: Note) -> None:
        if number is not None:
            self._found[number].append(note)

    def _of_position(self, change: PositionChange) -> int | None:
        if change.new is not None:
            return self._new.at(change.new.evidence.start)
        return self._old.at(change.old.evidence.start) if change.old is not None else None


class _Index:
    """Finds the match that an offset of one of the drafts lies in."""

    def __init__(self, matches: Sequence[BlockMatch], *, old: bool) -> None:
        sides = ((number, match.old if old else match.new) for number, match in enumerate(matches))
        self._numbers = {passage.index: number for number, passages in sides for passage in passages}
        listed = [passage for match in matches for passage in (match.old if old else match.new)]
        self._places = Places(sorted(listed, key=lambda passage: passage.index))

    def at(self, offset: int) -> int | None:
        """Number of the match; None where no passage stands there."""
        passage = self._places.at(offset)
        return None if passage is None else self._numbers[passage.index]


def _silent(silent: SilentDeletion) -> Note:
    became = f", became {quoted(silent.instead, _WORDS)}" if silent.instead else ""
    words = f"{quoted(silent.text, _WORDS)}{became}"
    return Note(SILENT, silent.choice, words, bad=True)


def _closed(closed: Closed) -> Note:
    if closed.alternative == 0:
        words = "left out"
    elif closed.new is None:
        words = "went with the words around it"
    else:
        number = f"{closed.alternative} " if closed.alternative is not None else ""
        words = f"{number}{quoted(closed.text, _WORDS)}"
    followed = {None: "", True: ", as decided", False: ", not as decided"}[closed.as_decided]
    return Note(CLOSED, closed.choice.address, words + followed, bad=closed.as_decided is False)


def _opened(opened: Opened) -> Note:
    had = f", where the text had {quoted(opened.text, _WORDS)}" if opened.text else ""
    return Note(OPENED, opened.choice.address, _between(opened.choice) + had)


def _between(choice: Choice) -> str:
    return " | ".join(quoted(each.text, _WORDS // 2) for each in choice.alternatives[1:])


def _changed(match: ChoiceMatch) -> Note:
    old, new = match.old.address, match.new.address
    added = [f"+ {_wording(match.new.alternative(number))}" for number in match.added]
    removed = [f"− {_wording(match.old.alternative(number))}" for number in match.removed]
    words = ", ".join([*added, *removed]) or f"reworded: {_between(match.new)}"
    sure = "" if match.certain else f" ({match.confidence:.0%} sure)"
    return Note(CHANGED, old if old == new else f"{old} → {new}", words + sure)


def _wording(alternative: Alternative | None) -> str:
    return quoted(alternative.text if alternative is not None else "", _WORDS)


def _position(change: PositionChange, named: Callable[[str], str]) -> Note:
    sides = [_stance(each) for each in (change.old, change.new) if each is not None]
    behalf = f" for {named(change.on_behalf_of)}" if change.on_behalf_of else ""
    return Note(POSITION, change.delegation, f"{_SHIFTS[change.kind]}{behalf} {' → '.join(sides)}")


def _stance(position: Position) -> str:
    words = position.text or position.target or ""
    said = f" {quoted(words, _WORDS // 2)}" if words else ""
    return f"{STANCES[position.stance].text} {position.stance.value}{said}"
