"""Choices: the places of a draft where the outcome is open, and who stands where on each."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from .span import Span

NOWHERE = -1
"""In no alternative of the choice around it."""


class ChoiceKind(StrEnum):
    """What the delegations choose between."""

    OPTIONAL = "optional"
    """Words in a bracket: in or out."""
    RIVALS = "rivals"
    """Brackets side by side, or wordings parted by a slash: one of them."""
    INSERTION = "insertion"
    """Words somebody wants in."""
    REPLACEMENT = "replacement"
    """Words somebody wants in the place of others."""
    DELETION = "deletion"
    """Words without brackets that somebody wants out."""
    OPTIONS = "options"
    """Numbered options."""
    PASSAGE = "passage"
    """A paragraph or an item: delegations' new wordings for it, a chair's alternative, its deletion."""


class Side(StrEnum):
    """How a delegation stands to an alternative."""

    FOR = "for"
    AGAINST = "against"
    RESERVES = "reserves"
    REMARKS = "remarks"


@dataclass(frozen=True, slots=True)
class Alternative:
    """One wording of a choice.

    Attributes:
        number: 0 is always "leave it out"; 1, 2, ... are the wordings in the order of the draft,
            and after them those offered from the floor.
        text: the words without line wraps, attributions and outer quotation marks; empty for 0.
        span: where they stand in the draft; None for 0 and for words from the floor.
        label: as printed (`Option 2`, `Alt 1`), or empty.
    """

    number: int
    text: str
    span: Span | None = None
    label: str = ""


@dataclass(frozen=True, slots=True)
class Stand:
    """Where one delegation stands on a choice.

    Attributes:
        delegation: code of the delegation, group or role.
        on_behalf_of: code of the group it speaks for, or None.
        side: see `Side`.
        alternative: number of the alternative it is about.
        position: index of the position in `Draft.positions`, or -1 for a statement from the floor.
        stance: the stance it was read from (`Stance` value).
    """

    delegation: str
    on_behalf_of: str | None
    side: Side
    alternative: int
    position: int
    stance: str


@dataclass(frozen=True, slots=True)
class Choice:
    """A place where the outcome is open.

    Attributes:
        address: `5:2`, nested `5:2.1`; stable within a round.
        kind: see `ChoiceKind`.
        paragraph: address of the paragraph it stands in, or empty.
        span: the stretch of the draft that the chosen words take the place of.
        alternatives: by number, from 0.
        base: number of the alternative that is the draft's own text; 0 where only additions are offered.
        stands: who stands where, in the order of the draft.
        parent: address of the choice around it, or empty.
        within: number of the alternative of the parent that it lies in; 0 without a parent; `NOWHERE` where it lies in
            none of them, but in an attribution or a line that goes whatever is decided.
        vanishing: other spans that go when it is decided, with all the other choices that list them: lines of the
            delegations that spoke on it.
    """

    address: str
    kind: ChoiceKind
    paragraph: str
    span: Span
    alternatives: tuple[Alternative, ...]
    base: int
    stands: tuple[Stand, ...] = ()
    parent: str = ""
    within: int = 0
    vanishing: tuple[Span, ...] = ()

    def alternative(self, number: int) -> Alternative | None:
        """The alternative with this number, None where there is none."""
        return self.alternatives[number] if 0 <= number < len(self.alternatives) else None

    @property
    def inside(self) -> str:
        """Where it lies, for people: `5:1, alternative 2`, or `5:1` where it lies in no alternative; else empty."""
        return f"{self.parent}, alternative {self.within}" if self.parent and self.within != NOWHERE else self.parent
