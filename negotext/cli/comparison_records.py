"""A comparison of two rounds for other programs."""

from __future__ import annotations

from typing import Any

from negotext.model import Choice, Position, Source
from negotext.query import record
from negotext.rounds import Comparison, Happening

from .sides import Side


def as_record(old: Side, new: Side, found: Comparison) -> dict[str, Any]:
    """Everything that differs, as lists; lines count from 1, in the draft that has the words."""
    return {
        "old": old.name,
        "new": new.name,
        "choices": {
            "old": len(old.choices),
            "new": len(new.choices),
            "matched": len(found.choices),
            "closed": len(found.closed),
            "opened": len(found.opened),
            "changed": len(found.changed),
        },
        "silent": [
            {
                "text": each.text,
                "line": old.draft.source.line(each.old.start),
                "paragraph": each.paragraph,
                "address": each.choice or None,
                "instead": each.instead or None,
            }
            for each in found.silent
        ],
        "closed": [
            {
                "address": each.choice.address,
                "alternatives": _wordings(each.choice),
                "alternative": each.alternative,
                "text": each.text,
                "line": None if each.new is None else new.draft.source.line(each.new.start),
                "decided": each.decision is not None,
                "as_decided": each.as_decided,
            }
            for each in found.closed
        ],
        "opened": [
            {
                "address": each.choice.address,
                "alternatives": _wordings(each.choice),
                "text": each.text,
                "line": new.draft.source.line(each.choice.span.start),
            }
            for each in found.opened
        ],
        "changed": [
            {
                "old": each.old.address,
                "new": each.new.address,
                "confidence": round(each.confidence, 3),
                "added": [_wording(each.new, number) for number in each.added],
                "removed": [_wording(each.old, number) for number in each.removed],
            }
            for each in found.changed
        ],
        "positions": [
            {
                "kind": each.kind.value,
                "delegation": each.delegation,
                "on_behalf_of": each.on_behalf_of,
                "old": _position(each.old, old.draft.source),
                "new": _position(each.new, new.draft.source),
            }
            for each in found.positions
        ],
        "numbering": [
            {
                "old": each.old or None,
                "new": each.new or None,
                "happened": [happening.value for happening in each.happened],
                "confidence": round(each.confidence, 3),
            }
            for each in found.concordance
            if each.happened != (Happening.SAME,) or each.old != each.new
        ],
    }


def _wordings(choice: Choice) -> list[str]:
    return [each.text for each in choice.alternatives[1:]]


def _wording(choice: Choice, number: int) -> dict[str, Any]:
    alternative = choice.alternative(number)
    return {"number": number, "text": alternative.text if alternative else ""}


def _position(position: Position | None, source: Source) -> dict[str, Any] | None:
    return None if position is None else dict(record(position, source))
