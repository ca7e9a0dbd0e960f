"""The end of the last paragraph among tracked changes."""

from __future__ import annotations

from dataclasses import replace

from .values import Paragraph


def ended(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """The end of the last paragraph never changes: what comes or goes behind it takes the end in front of it along."""
    last = len(paragraphs) - 1
    while last >= 0 and paragraphs[last].revision is not None:
        last -= 1
    if last < 0 or last == len(paragraphs) - 1:
        return paragraphs
    revisions = [*(paragraph.revision for paragraph in paragraphs[last + 1 :]), None]
    changed = [replace(each, revision=revision) for each, revision in zip(paragraphs[last:], revisions, strict=True)]
    return [*paragraphs[:last], *changed]
