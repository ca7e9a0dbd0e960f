"""A document after all its tracked changes were accepted, or rejected, as a word processor does it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from .called import Waiting, calls_in
from .requests import Setting
from .values import Block, Change, Edge, Inline, Note, NoteMark, Paper, Paragraph, Revision, Run, Table


def accepted(paper: Paper | Setting) -> Paper | Setting:
    """The document without what is deleted; what is inserted is text like any other."""
    return _resolved(paper, Change.DELETED)


def rejected(paper: Paper | Setting) -> Paper | Setting:
    """The document as it was before the changes."""
    return _resolved(paper, Change.INSERTED)


def _resolved(paper: Paper | Setting, without: Change) -> Paper | Setting:
    body = _blocks(paper.body, without)
    notes = tuple(_note(note, without) for note in _still_called(paper, without))
    if isinstance(paper, Paper):
        return replace(paper, body=body, notes=notes)
    return Setting(tuple(block for block in body if isinstance(block, Paragraph)), notes)


def _still_called(paper: Paper | Setting, without: Change) -> Iterator[Note]:
    """The footnotes but for those whose call goes; of several with one number each has its own call, in order."""
    waiting = Waiting((note.number, note) for note in paper.notes)
    for mark in calls_in(paper.body):
        note = waiting.next(mark.number)
        if note is not None and not _is(mark.revision, without):
            yield note
    yield from waiting.left()


def _blocks(blocks: Sequence[Block], without: Change) -> tuple[Block, ...]:
    resolved: list[Block] = []
    open_ends: list[Paragraph] = []
    for block in blocks:
        if isinstance(block, Table):
            resolved.append(block)
            continue
        open_ends.append(block)
        if not _is(block.revision, without):
            resolved += _joined(open_ends, without)
            open_ends = []
    return (*resolved, *_joined(open_ends, without))


def _joined(paragraphs: Sequence[Paragraph], without: Change) -> list[Block]:
    """Paragraphs whose ends went, but for the last, as one: with the looks of the first that has words left."""
    contents = [_inlines(paragraph.content, without) for paragraph in paragraphs]
    said = [paragraph for paragraph, content in zip(paragraphs, contents, strict=True) if _says(content)]
    if not said:
        return []
    below = tuple(dict.fromkeys(key for paragraph in paragraphs for key in paragraph.below))
    return [replace(said[0], content=tuple(chain.from_iterable(contents)), revision=None, below=below)]


def _says(content: Sequence[Inline]) -> bool:
    return any(isinstance(inline, (Run, NoteMark)) for inline in content)


def _inlines(content: Sequence[Inline], without: Change) -> tuple[Inline, ...]:
    return tuple(
        inline if isinstance(inline, Edge) or not inline.revision else replace(inline, revision=None)
        for inline in content
        if isinstance(inline, Edge) or not _is(inline.revision, without)
    )


def _is(revision: Revision | None, change: Change) -> bool:
    return revision is not None and revision.change is change


def _note(note: Note, without: Change) -> Note:
    return replace(note, content=_inlines(note.content, without))
