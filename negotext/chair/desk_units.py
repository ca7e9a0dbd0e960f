"""Units of a draft: how the words of a block are shown, and what becomes of the pieces of an outcome."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from negotext.model import Block, BlockKind, Draft
from negotext.outcome import pieces as outcome
from negotext.paper.head import MOST_BLOCKS, Heads

from .desk_places import Places
from .units import Fate, Piece, Unit


def words_from(draft: Draft, block: Block) -> int:
    """Where the words of a block begin behind its label; at its beginning, where a bracket opens before the label."""
    head = draft.source.text[block.span.start : block.body]
    return block.span.start if "[" in head or "［" in head else block.body


def unit_of(draft: Draft, index: int, pieces: tuple[Piece, ...]) -> Unit:
    """What is shown of the block with this index."""
    block = draft.blocks[index]
    tail = draft.source.text[max(block.span.start, block.span.end - 80) : block.span.end]
    after = tail[len(tail.rstrip()) :]
    whole = pieces[0].at == words_from(draft, block)
    return Unit(
        index,
        block.kind,
        label_of(block) if whole else "",
        pieces,
        gap=after.count("\n") > 1 or block.kind is BlockKind.HEADING,
        start=block.span.start if whole else -1,
        lines=index < MOST_BLOCKS and bool(Heads(draft).lines(block)),
    )


def label_of(block: Block) -> str:
    """What stands in the gutter: the address of a paragraph, the label of an item."""
    if block.kind is BlockKind.PARAGRAPH and block.label and not block.continues:
        return block.paragraph
    return "" if block.kind in (BlockKind.FURNITURE, BlockKind.FOOTNOTE) else block.label


def parted(draft: Draft, pieces: Iterable[outcome.Piece], places: Places) -> Iterator[tuple[int, Piece]]:
    """Pieces of an outcome, parted where blocks of the draft end; each with the index of its block."""
    blocks = draft.blocks
    for text, at, address, _ in pieces:
        if at < 0:
            standing = places.standings.get(address)
            anchor = standing.choice.span.start if standing is not None else 0
            yield draft.block_index(anchor), Piece(text, -1, Fate.KEPT if text.isspace() else Fate.NEW, anchor)
            continue
        index = draft.block_index(at)
        done = 0
        while done < len(text):
            room = max(1, blocks[index].span.end - at - done) if index + 1 < len(blocks) else len(text)
            yield index, Piece(text[done : done + room], at + done)
            done, index = done + room, index + 1


def units_of(draft: Draft, plain: Sequence[Unit], parts: Iterable[tuple[int, Piece]]) -> Iterator[Unit]:
    """Units of pieces that are parted by blocks; `plain` are those of the blocks as they are in the draft."""
    for index, group in groupby(parts, key=lambda one: one[0]):
        pieces = tuple(piece for _, piece in group)
        block = draft.blocks[index]
        start = words_from(draft, block)
        first = pieces[0]
        if first.at == block.span.start and len(first.text) >= start - first.at:
            pieces = (first._replace(text=first.text[start - first.at :], at=start), *pieces[1:])
        same = len(pieces) == 1 and pieces[0] == plain[index].pieces[0]
        yield plain[index] if same else unit_of(draft, index, pieces)
