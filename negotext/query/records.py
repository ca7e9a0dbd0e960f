"""Positions as records: the form in which other programs get them."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from negotext.model import Position, Source


class Record(TypedDict):
    """One position. The names and their order are a contract.

    `line` counts from 1; `start` and `end` are 0-based character offsets of the evidence in the decoded file;
    `evidence` is what stands there, without its white space. `date` (ISO 8601) is there only where the file says when
    a position was taken: in tracked changes and comments.
    """

    line: int
    start: int
    end: int
    paragraph: str
    delegation: str
    on_behalf_of: str | None
    stance: str
    text: str | None
    target: str | None
    evidence: str
    date: NotRequired[str]


FIELDS = tuple(name for name in Record.__annotations__ if name != "date")
"""The names of the fields that every record has, in order."""


def record(position: Position, source: Source) -> Record:
    """The record of a position that was read from `source`."""
    found = Record(
        line=source.line(position.evidence.start),
        start=position.evidence.start,
        end=position.evidence.end,
        paragraph=position.paragraph,
        delegation=position.delegation,
        on_behalf_of=position.on_behalf_of,
        stance=position.stance.value,
        text=position.text,
        target=position.target,
        evidence="".join(position.evidence.of(source.text).split()),
    )
    if position.date:
        found["date"] = position.date
    return found
