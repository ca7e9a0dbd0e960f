"""Which strands are one paragraph of the base text, and pieces put right before they are written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from .grouping import Group, stray_brackets
from .pieces import Piece, Strand, Words

_ROUND = str.maketrans("[]［］", "()()")


def lines(strands: Sequence[Strand]) -> Iterator[list[Strand]]:
    """What stands in one paragraph of the base text: what an insertion parts is joined, what it adds stands alone."""
    run: list[Strand] = []
    for strand in strands:
        run.append(strand)
        if strand.ends is None:
            yield from _of_run(run)
            run = []
    yield from _of_run(run)


def _of_run(run: Sequence[Strand]) -> Iterator[list[Strand]]:
    base = [place for place, strand in enumerate(run) if not strand.new and not strand.empty]
    if len(base) < 2:
        yield from ([strand] for strand in run)
        return
    yield from ([strand] for strand in run[: base[0]])
    yield list(run[base[0] : base[-1] + 1])
    yield from ([strand] for strand in run[base[-1] + 1 :])


def without_mark(pieces: Sequence[Piece], number: str) -> list[Piece]:
    """The words of a note without the mark that is printed in front of them."""
    found = list(pieces)
    for place, piece in enumerate(found):
        if isinstance(piece, Words):
            words = piece.text.lstrip()
            alone = words == number
            if not number.isdecimal() or alone or words.startswith((f"{number} ", f"{number}\t")):
                words = words.removeprefix(number)
            found[place] = piece._replace(text=words or " ")
            if not alone:
                break
            # LibreOffice prints a mark of a note's own twice.
    return found


def evened(group: Group) -> Group:
    """An insertion in which brackets without a partner are parentheses, so that the tree stays whole."""
    stray = set(stray_brackets(group.text))
    if not stray:
        return group
    at = 0
    found: list[Piece] = []
    for piece in group.pieces:
        if isinstance(piece, Words):
            even = (c.translate(_ROUND) if at + i in stray else c for i, c in enumerate(piece.text))
            found.append(piece._replace(text="".join(even)))
            at += len(piece.text)
        else:
            found.append(piece)
    return replace(group, pieces=found)
