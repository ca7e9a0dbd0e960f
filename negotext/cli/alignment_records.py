"""An alignment for other programs: a record for each pair of paragraphs, each pair of choices and each fault."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from negotext.aligning import Alignment, Fault
from negotext.model import Choice, Draft, Span

from .versions import Version


def records(first: Version, second: Version, found: Alignment, *, only_faults: bool) -> Iterator[dict[str, Any]]:
    """The records, `record` telling them apart; lists have the first version first, null where it has nothing.

    Lines count from 1, `start` and `end` are offsets in characters.
    """
    drafts = first.draft, second.draft
    head = {
        "versions": [first.name, second.name],
        "languages": [draft.language for draft in drafts],
    }
    if not only_faults:
        for pair in found.pairs:
            yield {
                "record": "paragraph",
                **head,
                "paragraph": pair.paragraph,
                "labels": [passage and passage.label for passage in pair.passages],
                "spans": [
                    passage and _place(draft, passage.span)
                    for draft, passage in zip(drafts, pair.passages, strict=True)
                ],
            }
        for each in found.choices:
            yield {"record": "choice", **head, "choices": [_choice(choice) for choice in each.choices]}
    for fault in found.faults:
        yield {"record": "fault", **head, **_fault(fault, drafts)}


def _fault(fault: Fault, drafts: tuple[Draft, Draft]) -> dict[str, Any]:
    return {
        "kind": fault.kind.value,
        "only_in": None if fault.instead else drafts[fault.present].language,
        "paragraph": fault.paragraph,
        "what": fault.what or None,
        "instead": fault.instead or None,
        "text": fault.spans[fault.present].of(drafts[fault.present].source.text),
        "spans": [_place(draft, span) for draft, span in zip(drafts, fault.spans, strict=True)],
    }


def _place(draft: Draft, span: Span) -> dict[str, int]:
    return {"line": draft.source.line(span.start), "start": span.start, "end": span.end}


def _choice(choice: Choice | None) -> dict[str, Any] | None:
    if choice is None:
        return None
    return {
        "address": choice.address,
        "kind": choice.kind.value,
        "alternatives": [each.text for each in choice.alternatives[1:]],
    }
