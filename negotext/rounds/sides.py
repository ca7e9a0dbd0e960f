"""One of two drafts that are compared."""

from __future__ import annotations

from dataclasses import dataclass

from negotext.model import BracketKind, Draft, Span

from .apparatus import Apparatus
from .likeness import Features
from .passages import Passage, passages_of
from .speakers import Speakers, statements


@dataclass(frozen=True, slots=True)
class Side:
    """One of two drafts that are compared.

    Attributes:
        draft: the draft.
        passages: its passages.
        statements: those that only say who wants what, with the speaker.
    """

    draft: Draft
    passages: tuple[Passage, ...]
    statements: Speakers

    @classmethod
    def of(cls, draft: Draft) -> Side:
        """The passages of a draft."""
        passages = passages_of(draft)
        return cls(draft, passages, statements(draft, passages))

    def features(self) -> list[Features]:
        """What its passages are recognised by."""
        brackets, apparatus = _outermost(self.draft), Apparatus(self.draft)
        found: list[Features] = []
        at = 0
        for passage in self.passages:
            while at < len(brackets) and brackets[at].end <= passage.span.start:
                at += 1
            inside: list[Span] = []
            for bracket in brackets[at:]:
                if bracket.start >= passage.span.end:
                    break
                inside.append(bracket)
            found.append(Features(passage, inside, None if passage.index in self.statements else apparatus))
        return found


def _outermost(draft: Draft) -> list[Span]:
    """The brackets with words under negotiation that are in no other, or reach beyond it, in order."""
    spans: list[Span] = []
    for bracket in draft.tree.brackets:
        if bracket.kind in (BracketKind.CONTESTED, BracketKind.ATTRIBUTION) and (
            not spans or bracket.end > spans[-1].end
        ):
            spans.append(bracket.span)
    return spans
