"""Which paragraphs of one round are which of the next, as they are set."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from negotext.blocks.calls import footnotes
from negotext.model import BlockKind, Draft
from negotext.rounds import BlockMatch, Happening

from .outline import outline
from .requests import Place
from .setting import set_text
from .values import Edge, Note, NoteMark, Paragraph, Run


class Laid(NamedTuple):
    """A paragraph of a round.

    Attributes:
        start: offset of its first line in the draft.
        paragraph: as it is set.
    """

    start: int
    paragraph: Paragraph


@dataclass(frozen=True, slots=True)
class Page:
    """A whole round as it is set.

    Attributes:
        laid: its paragraphs in order, those without words left out.
        notes: its footnotes, each with the offset where it begins.
    """

    laid: tuple[Laid, ...]
    notes: tuple[tuple[int, Note], ...]


@dataclass(slots=True)
class Group:
    """Paragraphs that belong together, by their indexes; one side is empty where they are new or gone.

    Attributes:
        old: of the earlier round, ascending.
        new: of the later round, ascending.
        moved: whether they stand elsewhere now, or no longer stand together.
    """

    old: list[int] = field(default_factory=list)
    new: list[int] = field(default_factory=list)
    moved: bool = False


def page_of(draft: Draft) -> Page:
    """Set a round, each paragraph with where it begins."""
    spans = [outlined.span for outlined in outline(draft)]
    setting = set_text(draft, places=(Place(str(index), span) for index, span in enumerate(spans)))
    laid: list[Laid] = []
    start = 0
    for paragraph in setting.body:
        edges = [int(inline.key) for inline in paragraph.content if isinstance(inline, Edge) and inline.opens]
        content = tuple(inline for inline in paragraph.content if not isinstance(inline, Edge))
        start = spans[edges[-1]].start if edges else start
        if any(isinstance(inline, (Run, NoteMark)) for inline in content):
            # Keys of footnotes are those of one round alone.
            laid.append(Laid(start, replace(paragraph, content=content, below=())))
    starts = (footnote.follows for footnote in footnotes(draft))
    return Page(tuple(laid), tuple(zip(starts, setting.notes, strict=True)))


def groups(before: Page, after: Page, matches: Sequence[BlockMatch]) -> list[Group]:
    """Every paragraph of both rounds in one group, in the order of the earlier round, then what is new in its order."""
    sides = (_owners(matches, old=True), _owners(matches, old=False))
    found: dict[tuple[int, int], Group] = {}
    for side, page in enumerate((before, after)):
        for index, laid in enumerate(page.laid):
            owner = sides[side].at(laid.start)
            # What belongs to no passage is alone.
            group = found.setdefault((0, owner) if owner >= 0 else (1 + side, index), Group())
            (group.new if side else group.old).append(index)
            group.moved |= owner >= 0 and Happening.MOVED in matches[owner].happened
    listed = list(found.values())
    _mark_moved(listed)
    return listed


def note_names(before: Page, after: Page, matches: Sequence[BlockMatch]) -> list[int]:
    """A name for each footnote of the later round: the index of the one of the earlier round that it was.

    It has to have the same number, which is what calls it in the text; others have names of their own.
    """
    old, new = _owners(matches, old=True, notes=True), _owners(matches, old=False, notes=True)
    known: dict[tuple[int, str], int] = {}
    for index, (start, note) in enumerate(before.notes):
        known.setdefault((old.at(start), note.number), index)
    own = len(before.notes)
    names = []
    for index, (start, note) in enumerate(after.notes):
        owner = new.at(start)
        names.append(known.pop((owner, note.number), own + index) if owner >= 0 else own + index)
    return names


class _Owners:
    """Which match the passage at an offset of a round belongs to."""

    def __init__(self, owned: Iterable[tuple[int, int, int]]) -> None:
        self._owned = sorted(owned)
        self._starts = [start for start, _, _ in self._owned]

    def at(self, offset: int) -> int:
        """Index of the match, -1 where there is none."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0:
            return -1
        _, end, owner = self._owned[index]
        return owner if offset < end else -1


def _owners(matches: Sequence[BlockMatch], *, old: bool, notes: bool = False) -> _Owners:
    def owned() -> Iterator[tuple[int, int, int]]:
        for index, match in enumerate(matches):
            for passage in match.old if old else match.new:
                if (passage.kind is BlockKind.FOOTNOTE) is notes:
                    yield passage.span.start, passage.span.end, index

    return _Owners(owned())


def _mark_moved(found: Sequence[Group]) -> None:
    """The longest row of groups in the same order stays; the others have moved."""
    staying = [group for group in found if group.old and group.new]
    for group in staying:
        group.moved |= not (_together(group.old) and _together(group.new))
    row = sorted((group for group in staying if not group.moved), key=lambda group: group.old[0])
    tops: list[int] = []
    last: list[int] = []
    previous: list[int] = []
    for index, group in enumerate(row):
        pile = bisect_left(tops, group.new[0])
        previous.append(last[pile - 1] if pile else -1)
        tops[pile : pile + 1] = [group.new[0]]
        last[pile : pile + 1] = [index]
    kept: set[int] = set()
    index = last[-1] if last else -1
    while index >= 0:
        kept.add(index)
        index = previous[index]
    for index, group in enumerate(row):
        group.moved = index not in kept
    for group in found:
        group.moved &= bool(group.old and group.new)


def _together(indexes: Sequence[int]) -> bool:
    return indexes[-1] - indexes[0] == len(indexes) - 1
