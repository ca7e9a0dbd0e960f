"""Positions: which delegation wants which words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from .span import Span


class Stance(StrEnum):
    """What a delegation does about words; the most specific one holds."""

    INSERT = "insert"
    REPLACE = "replace"
    DELETE = "delete"
    RETAIN = "retain"
    SUPPORT = "support"
    OPPOSE = "oppose"
    MOVE = "move"
    BRACKET = "bracket"
    RESERVE = "reserve"
    COMMENT = "comment"


@dataclass(frozen=True, slots=True)
class Position:
    """One delegation, one stance, one place.

    Attributes:
        delegation: ISO 3166 alpha-2 code, group code, role, or the name as printed where it is unknown.
        on_behalf_of: group code where the delegation speaks for a group, else None.
        stance: see `Stance`.
        text: words offered, line wraps and outer quotes removed; None where none are.
        target: words (or a pointer such as "the last two items") the stance is about; None for a plain insertion.
        evidence: the smallest verbatim span that carries delegation and stance.
        paragraph: address of the paragraph it stands under or concerns, or empty.
        bracket: index of the bracket it was read from, or None for a statement outside brackets.
        about: span of the words it is about, where they are words of this draft.
        offered: span of the words offered.
        date: when it was made, where the file says so (tracked changes, comments): ISO 8601; empty elsewhere.
    """

    delegation: str
    on_behalf_of: str | None
    stance: Stance
    text: str | None
    target: str | None
    evidence: Span
    paragraph: str = ""
    bracket: int | None = None
    about: Span | None = None
    offered: Span | None = None
    date: str = ""
