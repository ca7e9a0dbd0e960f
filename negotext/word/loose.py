"""Tying up loose ends: nothing of a paper is lost, and no mark of the document is without its other half."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from negotext.paper.values import Block, Edge, Inline, Kind, NoteMark, Paper, Paragraph, Role, Run


def tied(paper: Paper) -> tuple[Block, ...]:
    """The text of a paper with what stands nowhere in it.

    Notes that nothing calls stand behind the text, remarks about places that are not there at its beginning, and
    places that nobody closes end where the text ends.
    """
    calls: Counter[str] = Counter()
    opened: dict[str, None] = {}
    closed: set[str] = set()
    for inline in _inlines(paper):
        if isinstance(inline, NoteMark):
            calls[inline.number] += 1
        elif isinstance(inline, Edge):
            if inline.opens:
                opened.setdefault(inline.key)
            elif inline.key in opened:
                closed.add(inline.key)
    body = list(paper.body)
    astray = dict.fromkeys(remark.key for remark in paper.remarks if remark.key not in opened)
    if astray:
        _put(body, 0, [Edge(key, opens) for key in astray for opens in (True, False)], paper.language)
    ends = [Edge(key, False) for key in opened if key not in closed]
    if ends:
        _put(body, len(body) - 1, ends, paper.language)
    for note in paper.notes:
        calls[note.number] -= 1
        if calls[note.number] < 0:
            label = Run(f"{note.number}\t", Role.LABEL)
            body.append(Paragraph(Kind.NOTE, (label, *note.content), language=paper.language))
    return tuple(body)


def _inlines(paper: Paper) -> Iterator[Inline]:
    yield from _of_blocks(paper.body)
    for note in paper.notes:
        yield from (each for each in note.content if isinstance(each, Edge))
    yield from _of_blocks(paper.annex)


def _of_blocks(blocks: Iterable[Block]) -> Iterator[Inline]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield from (each for each in block.content if not isinstance(each, Run))
        else:
            yield from (each for row in block.rows for cell in row for line in cell.content for each in line)


def _put(body: list[Block], index: int, edges: list[Edge], language: str) -> None:
    """Put edges at the beginning of the first paragraph or at the end of the last one, or into one of their own."""
    first = edges[0].opens
    block = body[index] if body else None
    if isinstance(block, Paragraph):
        body[index] = replace(block, content=(*edges, *block.content) if first else (*block.content, *edges))
    else:
        body.insert(0 if first else len(body), Paragraph(Kind.PARAGRAPH, tuple(edges), language=language))
