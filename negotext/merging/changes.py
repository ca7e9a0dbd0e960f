"""The edits of each alternative, and which of them cannot stand side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from .aligning import Run
from .comparing import Alignment, align_words
from .words import Word, is_han, is_wording, words


@dataclass(frozen=True, slots=True)
class Change:
    """An edit, whoever wants it: units `start` to before `end` of the base become `words`.

    Attributes:
        start: index of the first unit of the base.
        end: index after the last; the same for an insertion.
        words: the units in their place; empty for a deletion.
    """

    start: int
    end: int
    words: tuple[str, ...]

    @property
    def inserts(self) -> bool:
        """Whether it only puts words in."""
        return self.start == self.end

    def order(self) -> tuple[int, int, tuple[str, ...]]:
        """Sorts changes as they stand in the base, an insertion before what begins at its place."""
        return (self.start, self.end, self.words)


@dataclass(frozen=True, slots=True)
class Aligned:
    """An alternative laid on the base.

    Attributes:
        text: the alternative.
        units: its units.
        kept: for each unit of the base its index here, None where it is not kept.
        changes: its edits: the stretch of the base, and the first of its own units in the place of it.
        moved: pairs of indexes of changes: passages that went from the one to the other.
    """

    text: str
    units: tuple[Word, ...]
    kept: tuple[int | None, ...]
    changes: tuple[tuple[Change, int], ...]
    moved: tuple[tuple[int, int], ...]


@dataclass(slots=True)
class Wanted:
    """All edits to a base.

    Attributes:
        by: for each edit the numbers of the alternatives that want it, ascending.
        clashes: for each edit those it cannot stand beside.
        colliding: edits that are left to the chair.
    """

    by: dict[Change, list[int]] = field(default_factory=dict)
    clashes: dict[Change, list[Change]] = field(default_factory=dict)
    colliding: set[Change] = field(default_factory=set)


def lay(base: Sequence[Word], text: str, language: str) -> Aligned:
    """Lay an alternative on the base, given as units."""
    units = words(text, language)
    first, second = [word.text for word in base], [word.text for word in units]
    alignment = align_words(first, second)
    kept: list[int | None] = [None] * len(first)
    changes: list[tuple[Change, int]] = []
    a = b = 0
    for run in (*alignment.runs, Run(len(first), len(second), 0)):
        if (run.a, run.b) != (a, b):
            changes.append((Change(a, run.a, tuple(second[b : run.b])), b))
        kept[run.a : run.a + run.size] = range(run.b, run.b + run.size)
        a, b = run.a + run.size, run.b + run.size
    return Aligned(text, tuple(units), tuple(kept), tuple(changes), _moved(changes, alignment))


def _moved(changes: Sequence[tuple[Change, int]], alignment: Alignment) -> tuple[tuple[int, int], ...]:
    pairs: set[tuple[int, int]] = set()
    for move in alignment.moves:
        away = next(i for i, (change, _) in enumerate(changes) if change.start <= move.a < change.end)
        here = next(i for i, (change, at) in enumerate(changes) if at <= move.b < at + len(change.words))
        if away != here:
            pairs.add((away, here))
    return tuple(sorted(pairs))


def gather(alternatives: Mapping[int, Aligned]) -> Wanted:
    """Bring the edits of all alternatives together and find those that collide."""
    wanted = Wanted()
    for number in sorted(alternatives):
        for change, _ in alternatives[number].changes:
            wanted.by.setdefault(change, []).append(number)
    _find_clashes(wanted)
    todo = [change for change, others in wanted.clashes.items() if others]
    while todo:
        change = todo.pop()
        if change in wanted.colliding:
            continue
        wanted.colliding.add(change)
        # A passage must not be put in at one place and still stand at the other: both halves are the chair's.
        for number in wanted.by[change]:
            changes = alternatives[number].changes
            for pair in alternatives[number].moved:
                halves = [changes[index][0] for index in pair]
                if change in halves:
                    todo += halves
    return wanted


def _find_clashes(wanted: Wanted) -> None:
    reached: list[Change] = []
    insertions: dict[int, list[Change]] = {}
    for change in sorted(wanted.by, key=Change.order):
        wanted.clashes[change] = []
        if change.inserts:
            insertions.setdefault(change.start, []).append(change)
        reached = [other for other in reached if other.end >= change.start]
        for other in reached:
            if _clash(other, change):
                _note(wanted, other, change)
        reached.append(change)
    pairs = [(one, two) for one, others in wanted.clashes.items() for two in others]
    for one, two in pairs:
        for at in {one.start, one.end}:
            for insertion in insertions.get(at, ()):
                if insertion not in (one, two) and _drawn_in(insertion, one, two, wanted):
                    _note(wanted, insertion, one)


def _note(wanted: Wanted, one: Change, two: Change) -> None:
    if two not in wanted.clashes[one]:
        wanted.clashes[one].append(two)
        wanted.clashes[two].append(one)


def _clash(one: Change, two: Change) -> bool:
    """Whether two different edits are about the same words, or one leans on the other."""
    if one.inserts and two.inserts:
        return one.start == two.start
    if max(one.start, two.start) < min(one.end, two.end):
        return True
    insertion, other = (one, two) if one.inserts else (two, one)
    if insertion.inserts and other.start < insertion.start < other.end:
        return True
    if one.end != two.start and two.end != one.start:
        return False
    # "within 30 days" after "publish the results" says something else where those words are deleted.
    leans = insertion.inserts and not other.words
    return leans or not _telling(one.words).isdisjoint(_telling(two.words))


def _drawn_in(insertion: Change, one: Change, two: Change, wanted: Wanted) -> bool:
    """Whether an insertion beside the colliding `one` and `two` cannot be had without deciding between them.

    It stands between the two, or is of a piece with one of them: the same alternative wants both.
    """
    if one.end == two.start == insertion.start or two.end == one.start == insertion.start:
        return True
    return not set(wanted.by[insertion]).isdisjoint(wanted.by[two])


def _telling(units: Sequence[str]) -> set[tuple[str, ...]]:
    """Words and numbers; of Han characters two in a row, as one is in many words."""
    pairs = {pair for pair in pairwise(units) if is_han(pair[0]) and is_han(pair[1])}
    return pairs | {(unit,) for unit in units if is_wording(unit) and not is_han(unit)}
