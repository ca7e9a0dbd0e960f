"""The three views of the text, as units: the draft, the draft with the decisions marked up, the outcome."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import groupby
from typing import NamedTuple

from negotext.model import Act, Block, BlockKind, Draft, Span, State
from negotext.outcome.pieces import outcome_pieces
from negotext.paper.head import MOST_BLOCKS, Heads
from negotext.store import Standing

from .desk_places import Places
from .units import Fate, Piece, Unit

NEW_LEFT, NEW_RIGHT = "⟦", "⟧"
"""Signs around words that a decision brings in and that are not in the draft."""


class View(StrEnum):
    """How the text is seen."""

    MARKED = "marked-up"
    ORIGINAL = "original"
    OUTCOME = "outcome"


class _Mark(NamedTuple):
    """What a decision does with a stretch of the draft; with words, they come in at its end."""

    span: Span
    fate: Fate
    words: str = ""


class Texts:
    """The views of one draft. What did not change is the same `Unit` as before."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self._plain: list[Unit] = [self._whole(index, ()) for index in range(len(draft.blocks))]
        self._marked = list(self._plain)
        self._marks: dict[int, tuple[_Mark, ...]] = {}

    def units(self, view: View, places: Places) -> Sequence[Unit]:
        """The units of a view, in its order."""
        match view:
            case View.ORIGINAL:
                found: Iterable[Unit] = self._plain
            case View.MARKED:
                found = self._with_marks(places)
            case _:
                found = self._outcome(places)
        return [unit for unit in found if unit.text]

    def _with_marks(self, places: Places) -> list[Unit]:
        marks = self._by_block(places)
        for index in {*marks, *self._marks}:
            if marks.get(index) != self._marks.get(index):
                self._marked[index] = self._whole(index, marks[index]) if index in marks else self._plain[index]
        self._marks = marks
        return self._marked

    def _by_block(self, places: Places) -> dict[int, tuple[_Mark, ...]]:
        """What the decisions do in each block; outer choices before inner ones."""
        found: defaultdict[int, list[_Mark]] = defaultdict(list)
        for address, standing in places.standings.items():
            if standing.state is State.AGREED:
                if address not in places.gone:
                    for mark in _marks(standing, places.vanished):
                        self._spread(mark, found)
            elif address not in places.gone and _inside_agreed(standing, places):
                # What is open inside agreed words is open still.
                self._spread(_Mark(standing.choice.span, Fate.KEPT), found)
        return {index: tuple(marks) for index, marks in found.items()}

    def _spread(self, mark: _Mark, found: defaultdict[int, list[_Mark]]) -> None:
        first = self.draft.block_index(mark.span.start)
        last = self.draft.block_index(max(mark.span.start, mark.span.end - 1))
        for index in range(first, last + 1):
            found[index].append(mark if index == last else mark._replace(words=""))

    def _whole(self, index: int, marks: Sequence[_Mark]) -> Unit:
        """A block with what the decisions do in it."""
        block = self.draft.blocks[index]
        start = _words_from(self.draft, block)
        words = self.draft.source.text[start : block.span.end]
        pieces = (Piece(words, start),) if not marks else tuple(_pieces(words, start, marks))
        return _unit(self.draft, index, pieces)

    def _outcome(self, places: Places) -> Iterator[Unit]:
        draft = self.draft
        for index, group in groupby(self._split(places), key=lambda one: one[0]):
            pieces = tuple(piece for _, piece in group)
            block = draft.blocks[index]
            start = _words_from(draft, block)
            first = pieces[0]
            if first.at == block.span.start and len(first.text) >= start - first.at:
                pieces = (first._replace(text=first.text[start - first.at :], at=start), *pieces[1:])
            plain = self._plain[index]
            same = len(pieces) == 1 and pieces[0] == plain.pieces[0]
            yield plain if same else _unit(draft, index, pieces)

    def _split(self, places: Places) -> Iterator[tuple[int, Piece]]:
        """The pieces of the outcome, parted where blocks of the draft end."""
        blocks = self.draft.blocks
        for text, at, address, _ in outcome_pieces(self.draft, places.choices, places.decisions).pieces:
            if at < 0:
                standing = places.standings.get(address)
                anchor = standing.choice.span.start if standing is not None else 0
                yield self.draft.block_index(anchor), Piece(text, -1, Fate.KEPT if text.isspace() else Fate.NEW, anchor)
                continue
            index = self.draft.block_index(at)
            done = 0
            while done < len(text):
                room = max(1, blocks[index].span.end - at - done) if index + 1 < len(blocks) else len(text)
                yield index, Piece(text[done : done + room], at + done)
                done, index = done + room, index + 1


def _inside_agreed(standing: Standing, places: Places) -> bool:
    outer = places.standings.get(standing.choice.parent)
    return outer is not None and outer.state is State.AGREED


def _marks(standing: Standing, lines: Mapping[Span, str | None]) -> Iterator[_Mark]:
    """What the decision on one choice does with the draft; `lines` with an address are those that go."""
    choice, decision = standing.choice, standing.decision
    if decision is None:
        return
    for span in choice.vanishing:
        if lines[span] is not None:
            yield _Mark(span, Fate.GONE)
    chosen = None if decision.act is Act.MERGE else choice.alternative(decision.alternative or 0)
    words = chosen.span if chosen is not None and chosen.text else None
    if words is not None and choice.span.holds(words):
        yield _Mark(choice.span, Fate.GONE)
        yield _Mark(words, Fate.AGREED)
        return
    new = decision.text or "" if decision.act is Act.MERGE else chosen.text if chosen is not None else ""
    yield _Mark(choice.span, Fate.GONE, new)


def _pieces(words: str, start: int, marks: Sequence[_Mark]) -> Iterator[Piece]:
    """The words of a block parted by what becomes of them; a later mark lies on an earlier one."""
    fates = [Fate.KEPT] * len(words)
    new: defaultdict[int, list[Piece]] = defaultdict(list)
    for mark in marks:
        first = max(0, mark.span.start - start)
        last = min(len(words), mark.span.end - start)
        fates[first:last] = [mark.fate] * max(0, last - first)
        if mark.words:
            piece = Piece(f"{NEW_LEFT}{mark.words}{NEW_RIGHT}", -1, Fate.NEW, mark.span.start)
            new[max(0, last)].append(piece)
    at = 0
    cuts = sorted({*new, *(i for i in range(1, len(fates)) if fates[i] is not fates[i - 1]), len(words)})
    for cut in cuts:
        if cut > at:
            yield Piece(words[at:cut], start + at, fates[at])
        yield from new.get(cut, ())
        at = cut


def _words_from(draft: Draft, block: Block) -> int:
    """Where the words of a block begin behind its label; at its beginning, where a bracket opens before the label."""
    head = draft.source.text[block.span.start : block.body]
    return block.span.start if "[" in head or "［" in head else block.body


def _unit(draft: Draft, index: int, pieces: tuple[Piece, ...]) -> Unit:
    block = draft.blocks[index]
    tail = draft.source.text[max(block.span.start, block.span.end - 80) : block.span.end]
    after = tail[len(tail.rstrip()) :]
    whole = pieces[0].at == _words_from(draft, block)
    return Unit(
        index,
        block.kind,
        _label(block) if whole else "",
        pieces,
        gap=after.count("\n") > 1 or block.kind is BlockKind.HEADING,
        start=block.span.start if whole else -1,
        lines=index < MOST_BLOCKS and bool(Heads(draft).lines(block)),
    )


def _label(block: Block) -> str:
    """What stands in the gutter: the address of a paragraph, the label of an item."""
    if block.kind is BlockKind.PARAGRAPH and block.label and not block.continues:
        return block.paragraph
    return "" if block.kind in (BlockKind.FURNITURE, BlockKind.FOOTNOTE) else block.label
