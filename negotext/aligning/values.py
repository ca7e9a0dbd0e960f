"""What comes out of laying two language versions side by side."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from negotext.model import BlockKind, Choice, Span


class FaultKind(StrEnum):
    """What one version has and the other has not."""

    PARAGRAPH = "paragraph"
    """A paragraph, an item, a heading, a statement."""
    BRACKET = "bracket"
    """A bracket with words under negotiation."""
    NUMBER = "number"
    """A figure, a year, a percentage."""
    DELEGATION = "delegation"
    """A delegation that takes a position."""
    STANCE = "stance"
    """A delegation speaks in both and does not want the same."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, an item, a heading, a statement or a footnote of one version, page breaks taken out.

    Attributes:
        kind: of its first block.
        paragraph: address of the numbered paragraph it stands under, or empty.
        label: its own label as printed, or empty.
        key: its place and label in figures, the same in every language; empty where nothing is printed.
        body: where its words begin, behind the label.
        parts: its stretches of the draft, in order.
    """

    kind: BlockKind
    paragraph: str
    label: str
    key: tuple[str, ...]
    body: int
    parts: tuple[Span, ...]

    @property
    def span(self) -> Span:
        """From its words to its end."""
        return Span(self.body, self.parts[-1].end)

    def holds(self, offset: int) -> bool:
        """Whether the character at `offset` belongs to it."""
        return any(part.start <= offset < part.end for part in self.parts)


@dataclass(frozen=True, slots=True)
class Pair:
    """A passage and its partner in the other version; None where it has none.

    Attributes:
        passages: in the first and in the second version; one of them at least.
    """

    passages: tuple[Passage | None, Passage | None]

    @property
    def paragraph(self) -> str:
        """Address of the paragraph, as the first version that has it prints it."""
        found = self.passages[0] or self.passages[1]
        return found.paragraph if found else ""


@dataclass(frozen=True, slots=True)
class ChoicePair:
    """A choice and its partner in the other version; None where it has none."""

    choices: tuple[Choice | None, Choice | None]


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that stands in one version only.

    Attributes:
        kind: see `FaultKind`.
        present: 0 when the first version has it, 1 when the second has; 0 for a stance.
        spans: in the version that has it, where it stands; in the other, the words it should be among, an empty
            span between two paragraphs where a whole paragraph is missing.
        paragraph: address of the paragraph, in the version that has it.
        what: the figure, the code of the delegation with its stance, or empty.
        instead: for a stance, what the delegation wants in the other version.
        pair: index in `Alignment.pairs`.
    """

    kind: FaultKind
    present: int
    spans: tuple[Span, Span]
    paragraph: str
    what: str = ""
    instead: str = ""
    pair: int = -1


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two versions side by side.

    Attributes:
        pairs: passages in the order of the first version, those of the second alone where they belong.
        choices: in the order of the first version, then those of the second alone.
        faults: in the order of the pairs.
    """

    pairs: tuple[Pair, ...]
    choices: tuple[ChoicePair, ...]
    faults: tuple[Fault, ...]
    _partners: dict[str, Choice] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        partners = {
            one.address: other for one, other in (each.choices for each in self.choices) if one is not None and other
        }
        object.__setattr__(self, "_partners", partners)

    def partner(self, address: str) -> Choice | None:
        """The choice of the second version that belongs to the one at `address` in the first."""
        return self._partners.get(address)

    def faults_of(self, pair: int) -> tuple[Fault, ...]:
        """The faults of one pair, by its index."""
        return tuple(fault for fault in self.faults if fault.pair == pair)
