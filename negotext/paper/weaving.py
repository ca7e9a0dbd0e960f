"""Paragraphs from the stretches of a draft, and from what edits did to the ends of its paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from .outline import Outlined
from .requests import Edit
from .stretch import Break, Stretch, Token
from .values import Change, Edge, Inline, Kind, NoteMark, Paragraph, Revision, Run

_SPACES = re.compile(" {2,}")


def weave(stretches: Iterable[tuple[Outlined, Stretch]], gone: Mapping[int, Edit]) -> tuple[Paragraph, ...]:
    """The paragraphs.

    Args:
        stretches: each paragraph of the draft with what stands in it.
        gone: indexes of those whose end an edit takes away.
    """
    body: list[Paragraph] = []
    pending: list[Inline] = []  # what came before an end that is silently gone
    opened: Outlined | None = None
    below: tuple[str, ...] = ()
    for index, (follows, stretch) in enumerate(stretches):
        edit = gone.get(index)
        tokens = stretch.tokens()
        below = (*below, *follows.below)
        outlined = opened if opened is not None and _says(pending) else follows
        parts = _parts(tokens)
        own = next((number for number, (part, _) in enumerate(parts) if _is_own(part)), 0)
        for number, (content, revision) in enumerate(parts[:-1]):
            body.append(_paragraph(outlined, [*pending, *content], revision, own=number == own))
            pending = []
        content = [*pending, *parts[-1][0]]
        if edit is not None and edit.revision is None:
            pending, opened = content, outlined
            continue
        revision = replace(edit.revision, change=Change.DELETED) if edit and edit.revision else None
        pending, opened = [], None
        if content or not stretch.edits:
            body.append(_paragraph(outlined, content, revision, own=len(parts) - 1 == own, below=below))
            below = ()
    if opened is not None and pending:
        body.append(_paragraph(opened, pending, None, own=True, below=below))
    return tuple(paragraph for paragraph in body if paragraph.content)


def _parts(tokens: list[Token]) -> list[tuple[list[Inline], Revision | None]]:
    """What stands between the paragraph ends that are put in, each with the revision of the end behind it."""
    parts: list[tuple[list[Inline], Revision | None]] = []
    content: list[Inline] = []
    for token in tokens:
        if isinstance(token, Break):
            parts.append((content, token.revision))
            content = []
        else:
            content.append(token)
    return [*parts, (content, None)]


def _is_own(content: list[Inline]) -> bool:
    """Whether words of the draft stand in it."""
    return any(
        isinstance(inline, Run) and (inline.revision is None or inline.revision.change is Change.DELETED)
        for inline in content
    )


def _says(content: list[Inline]) -> bool:
    return any(isinstance(inline, (Run, NoteMark)) for inline in content)


def _paragraph(
    outlined: Outlined, content: list[Inline], revision: Revision | None, *, own: bool, below: tuple[str, ...] = ()
) -> Paragraph:
    kind, level = (outlined.kind, outlined.level) if own else (Kind.PARAGRAPH, 0)
    return Paragraph(kind, _tidy(content), level, outlined.address, outlined.language, revision, below)


def _tidy(content: list[Inline]) -> tuple[Inline, ...]:
    """Without the spaces that what went silently has left: at both ends, and two side by side."""
    tidied: list[Inline] = []
    before = " "
    for inline in content:
        if isinstance(inline, Run) and inline.revision is None:
            text = _SPACES.sub(" ", inline.text)
            text = text.lstrip(" ") if before in (" ", "\t") else text
            if not text:
                continue
            before = text[-1]
            tidied.append(replace(inline, text=text) if text != inline.text else inline)
            continue
        if not isinstance(inline, Edge):
            before = ""
        tidied.append(inline)
    last = next((i for i in range(len(tidied) - 1, -1, -1) if not isinstance(tidied[i], Edge)), -1)
    run = tidied[last] if last >= 0 else None
    if isinstance(run, Run) and run.revision is None:
        text = run.text.rstrip(" ")
        tidied[last : last + 1] = [replace(run, text=text)] if text else []
    return tuple(tidied)
