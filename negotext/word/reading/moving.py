"""Words that somebody moves: they stay where they stood, and a remark behind them says where they are moved to.

Word writes a move as words that go in one range and words that come in another; both ranges have one name. Where one of
the two is not there, or has another author, what is left is a deletion or an insertion like any other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from negotext.languages.written import Written
from negotext.merging import EditKind, compare

from .pieces import Body, Mark, Piece, Remark, Sign, Strand, Turn, Words

# So much of the words at the place is told: words, and characters where no spaces part them.
_WORDS, _LETTERS = 6, 24
_END = "\n"


def moved(body: Body, language: str, written: Written) -> Body:
    """The document with the words of each move where they stood, marked with what was changed in them on the way.

    Args:
        body: as read.
        language: code of its language.
        written: how that language says where words are moved to.
    """
    strands, remarks = body.strands, dict(body.remarks)
    moves = _moves(strands)
    if not moves:
        return body
    pieces: dict[Place, list[Piece]] = {}
    for name, move in moves.items():
        key = f"move {name}"
        new = _Coming.of(strands, move)
        pieces |= {place: [] for place in new.taken}
        pieces |= _back(strands, move.old, _Changes(_text(strands, move.old), new, move.mark, language), key)
        there = _place(strands, move, written)
        remarks[key] = Remark(move.mark.author, move.mark.date, there, moves=True)
    return replace(body, strands=tuple(_strands(strands, pieces)), remarks=remarks)


def _strands(strands: Sequence[Strand], pieces: Mapping[Place, Sequence[Piece]]) -> Iterator[Strand]:
    """The paragraphs with other pieces in the place of some, and their ends as they were."""
    touched = {index for index, _ in pieces}
    back = {index for (index, _), own in pieces.items() if own}
    for index, strand in enumerate(strands):
        if index not in touched:
            yield strand
            continue
        own = [each for at, piece in enumerate(strand.pieces) for each in pieces.get((index, at), (piece,))]
        kept = replace(strand, pieces=own)
        kept.ends = None if kept.empty else strand.ends
        # Where words are moved away with the end of their paragraph, both stay.
        kept.gone = None if index in back else strand.gone
        yield kept


Place = tuple[int, int]
"""Index of a strand, and of a piece in it."""


@dataclass(slots=True)
class _Move:
    """Where the words of a move stand, and where they come."""

    mark: Mark
    old: list[Place] = field(default_factory=list)
    new: list[Place] = field(default_factory=list)


def _moves(strands: Sequence[Strand]) -> dict[str, _Move]:
    """The moves whose two ends are there and of one author, by name."""
    old: dict[str, _Move] = {}
    new: dict[str, _Move] = {}
    for index, strand in enumerate(strands):
        for at, piece in enumerate(strand.pieces):
            if not isinstance(piece, Words):
                continue
            if piece.deleted and piece.deleted.move and not piece.inserted:
                old.setdefault(piece.deleted.move, _Move(piece.deleted)).old.append((index, at))
            elif piece.inserted and piece.inserted.move:
                new.setdefault(piece.inserted.move, _Move(piece.inserted)).new.append((index, at))
    both = {name: _Move(new[name].mark, old[name].old, new[name].new) for name in old if name in new}
    return {name: move for name, move in both.items() if old[name].mark.author == move.mark.author}


def _text(strands: Sequence[Strand], places: Sequence[Place]) -> str:
    """The words at some places, with a line end between paragraphs."""
    parts: list[str] = []
    last = places[0][0]
    for index, at in places:
        parts.append(_END if index != last else "")
        piece = strands[index].pieces[at]
        parts.append(piece.text if isinstance(piece, Words) else "")
        last = index
    return "".join(parts)


@dataclass(slots=True)
class _Coming:
    """The words that come, with what others did to them there.

    Attributes:
        text: those of the one who moves, with what that one put among them.
        taken: the places of all that stands there.
        gone: stretches of them that others want out.
        put: what others put among them, by offset.
    """

    text: str = ""
    taken: list[Place] = field(default_factory=list)
    gone: list[tuple[int, int, Mark]] = field(default_factory=list)
    put: list[tuple[int, Words]] = field(default_factory=list)

    @classmethod
    def of(cls, strands: Sequence[Strand], move: _Move) -> _Coming:
        """Look at what stands between the first and the last of the words that come."""
        found = cls()
        (first, start), (last, end) = move.new[0], move.new[-1]
        for index in range(first, last + 1):
            pieces = strands[index].pieces
            low, high = start if index == first else 0, end + 1 if index == last else len(pieces)
            found.text += _END if index > first else ""
            for at in range(low, high):
                piece = pieces[at]
                if isinstance(piece, Words) and piece.inserted:
                    found._add(piece, (index, at), move.mark.author)
        return found

    def _add(self, words: Words, place: Place, author: str) -> None:
        self.taken.append(place)
        if words.inserted is None or words.inserted.author != author:
            self.put.append((len(self.text), words))
            return
        if words.deleted:
            self.gone.append((len(self.text), len(self.text) + len(words.text), words.deleted))
        self.text += words.text


class _Changes:
    """What was changed in moved words, as changes where they stood."""

    def __init__(self, old: str, new: _Coming, mark: Mark, language: str) -> None:
        self._gone: list[Mark | None] = [None] * len(old)
        self._put: defaultdict[int, list[Words]] = defaultdict(list)
        own = mark._replace(move="")
        at = [len(old)] * (len(new.text) + 1)  # where each character that comes stood
        for edit in compare(old, new.text, language):
            if edit.kind is EditKind.EQUAL:
                at[edit.other.start : edit.other.end] = range(edit.base.start, edit.base.end)
                continue
            self._gone[edit.base.start : edit.base.end] = [own] * edit.base.length
            words = edit.other.of(new.text).replace(_END, " ")
            if words:
                self._put[edit.base.end].append(Words(words, own))
            at[edit.other.start : edit.other.end] = [edit.base.end] * edit.other.length
        for start, end, by in new.gone:
            for offset in at[start:end]:
                if offset < len(old):
                    self._gone[offset] = self._gone[offset] or by
        for offset, others in new.put:
            self._put[at[offset]].append(others)

    def words(self, text: str, start: int, *, last: bool) -> Iterator[Words]:
        """A piece of the words that were moved, which begins at offset `start`; `last` is the one that ends them."""
        end = start + len(text)
        marks = self._gone[start:end]
        cuts = {0, len(text), *(at for at in range(1, len(text)) if marks[at] != marks[at - 1])}
        cuts.update(at - start for at in self._put if start <= at < end)
        for low, high in pairwise(sorted(cuts)):
            yield from self._put.get(start + low, ())
            yield Words(text[low:high], None, marks[low])
        if last:
            yield from self._put.get(end, ())


def _back(strands: Sequence[Strand], places: Sequence[Place], changes: _Changes, key: str) -> dict[Place, list[Piece]]:
    """The words of a move where they stood, in the range `key`."""
    new: dict[Place, list[Piece]] = {}
    start = 0
    for number, (index, at) in enumerate(places):
        piece = strands[index].pieces[at]
        assert isinstance(piece, Words)
        last = number + 1 == len(places) or places[number + 1][0] != index
        new[index, at] = list(changes.words(piece.text, start, last=last))
        start += len(piece.text) + last  # a line end stands between paragraphs
    new[places[0]].insert(0, Sign(Turn.BEGINS, key, comment=True))
    new[places[-1]].append(Sign(Turn.ENDS, key, comment=True))
    return new


def _place(strands: Sequence[Strand], move: _Move, written: Written) -> str:
    """What says where words are moved to: the words of the base text that stand there."""
    index, at = move.new[0]
    own = frozenset(move.old)
    pieces = [piece for place, piece in enumerate(strands[index].pieces) if (index, place) not in own]
    at -= sum(1 for strand, place in own if strand == index and place < at)
    before, behind = _base(pieces[:at]), _base(pieces[at + 1 :])
    if before:
        return written.moves["behind"].format(text=_shortened(before, last=True))
    if behind:
        return written.moves["before"].format(text=_shortened(behind))
    away = {strand for strand, _ in own}
    for way, indexes in (("below", range(index - 1, -1, -1)), ("above", range(index + 1, len(strands)))):
        for other in indexes:
            words = _base(strands[other].pieces)
            if words and other not in away:
                return written.moves[way].format(text=_shortened(f"{strands[other].label} {words}"))
    return written.moves["above"].format(text="…")


def _base(pieces: Sequence[Piece]) -> str:
    """The words of the base text."""
    return " ".join("".join(p.text for p in pieces if isinstance(p, Words) and not p.inserted).split())


def _shortened(text: str, *, last: bool = False) -> str:
    """The first or the last words of a text."""
    words = text.split()
    cut = words[-_WORDS:] if last else words[:_WORDS]
    short = " ".join(cut)
    if len(short) > _LETTERS * 4:
        short = short[-_LETTERS:] if last else short[:_LETTERS]
    if len(short) >= len(" ".join(words)):
        return short
    return f"… {short}" if last else f"{short} …"
