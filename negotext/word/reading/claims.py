"""What a Word file knows of the positions in it: who, what, which words, when, and where they stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from negotext.model import Anchor, Diagnostic, Span, Stance

from .authors import Author


class Claim(NamedTuple):
    """A tracked change or comment, written into the transcript as a bracket.

    Attributes:
        stance: see `Stance`; None for a comment, of which the grammar tells what it says.
        author: whose it is.
        date: ISO 8601, or empty.
        at: offset of the opening bracket.
        evidence: what stands in the bracket.
        text: words offered; None where none are.
        offered: where they stand.
        about: the words of the text it is about; None where there are none.
    """

    stance: Stance | None
    author: Author
    date: str
    at: int
    evidence: Span
    text: str | None = None
    offered: Span | None = None
    about: Span | None = None


@dataclass(frozen=True, slots=True)
class Transcript:
    """A Word file as text in the notation of drafts.

    Attributes:
        text: paragraphs parted by blank lines.
        claims: in the order of their brackets.
        anchors: hidden bookmarks, in the order of the text.
        faults: what was met on the way and cannot be shown, or is not known.
    """

    text: str
    claims: tuple[Claim, ...]
    anchors: tuple[Anchor, ...]
    faults: tuple[Diagnostic, ...]
