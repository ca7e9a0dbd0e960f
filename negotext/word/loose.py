"""Tying up loose ends: nothing of a paper is lost, and no mark of the document is without its other half."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from negotext.paper.values import Block, Edge, Inline, Kind, Note, NoteMark, Paper, Paragraph, Role, Run

TEXT = 0
"""The story of the body and the annex; each footnote is a story of its own, counted from 1."""


@dataclass(frozen=True, slots=True)
class Tied:
    """The content of a paper with nothing loose.

    Attributes:
        body: the text.
        notes: the footnotes that the text calls; the story of each is its index and 1.
        stories: the story that each place begins and ends in. Edges elsewhere belong to nothing.
    """

    body: tuple[Block, ...]
    notes: tuple[Note, ...]
    stories: Mapping[str, int]


def tied(paper: Paper) -> Tied:
    """The content of a paper, with what stands nowhere in it.

    Notes that nothing calls stand behind the text, remarks about places that are not there at its beginning, and
    places of the text that nobody closes end where it ends.
    """
    calls = Counter(each.number for each in _marks((*paper.body, *paper.annex)) if isinstance(each, NoteMark))
    body, notes = list(paper.body), []
    for note in paper.notes:
        calls[note.number] -= 1
        if calls[note.number] >= 0:
            notes.append(note)
        else:
            label = Run(f"{note.number}\t", Role.LABEL)
            body.append(Paragraph(Kind.NOTE, (label, *note.content), language=paper.language))
    stories = dict.fromkeys(_whole(_marks((*body, *paper.annex)))[0], TEXT)
    _, unclosed = _whole(_marks(body))
    ends = [key for key in unclosed if key not in stories]
    if ends:
        _put(body, len(body) - 1, [Edge(key, False) for key in ends], paper.language)
        stories |= dict.fromkeys(ends, TEXT)
    for story, note in enumerate(notes, start=1):
        for key in _whole(note.content)[0]:
            stories.setdefault(key, story)
    astray = dict.fromkeys(remark.key for remark in paper.remarks if remark.key not in stories)
    if astray:
        _put(body, 0, [Edge(key, opens) for key in astray for opens in (True, False)], paper.language)
    return Tied(tuple(body), tuple(notes), stories | dict.fromkeys(astray, TEXT))


def _whole(inlines: Iterable[Inline]) -> tuple[dict[str, None], dict[str, None]]:
    """The places that begin and end here, and those that only begin."""
    whole: dict[str, None] = {}
    opened: dict[str, None] = {}
    for each in inlines:
        if isinstance(each, Edge) and each.key not in whole:
            if each.opens:
                opened.setdefault(each.key)
            elif each.key in opened:
                del opened[each.key]
                whole[each.key] = None
    return whole, opened


def _marks(blocks: Iterable[Block]) -> Iterator[Inline]:
    """What is no run."""
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
