"""A choice while it is being put together: wordings by their spans, before it has an address."""

from __future__ import annotations

from dataclasses import dataclass, field

from negotext.model import Choice, ChoiceKind, Position, Side, Span, Stand


@dataclass(slots=True)
class Wording:
    """One wording of a choice-to-be. `offered` says whether a delegation brought it in."""

    span: Span
    offered: bool
    label: str = ""
    empty: bool = False


@dataclass(slots=True)
class Proto:
    """A choice-to-be.

    Attributes:
        span: the stretch of the draft that the chosen words take the place of.
        wordings: alternatives 1, 2, ... in the order of the draft.
        brackets: indexes of the brackets that make it.
        vanishing: spans that go when it is decided.
        kind: see `ChoiceKind`; None until it follows from the wordings.
        stands: index of a position, its side and its alternative.
        replaces: whether somebody wants words in the place of others.
        touching: whether two of the brackets touch without a space.
        numbers: of the wordings by their spans.
    """

    span: Span
    wordings: list[Wording] = field(default_factory=list)
    brackets: list[int] = field(default_factory=list)
    vanishing: list[Span] = field(default_factory=list)
    kind: ChoiceKind | None = None
    stands: list[tuple[int, Side, int]] = field(default_factory=list)
    replaces: bool = False
    touching: bool = False
    numbers: dict[Span, int] = field(default_factory=dict)

    def alternative_at(self, span: Span | None) -> int | None:
        """Number of the wording that is, holds or lies in `span`; None where there is none."""
        if span is None:
            return None
        if span in self.numbers:
            return self.numbers[span]
        for number, wording in enumerate(self.wordings, 1):
            if wording.span.holds(span) or span.holds(wording.span):
                return number
        return None

    def add(self, span: Span, *, offered: bool, label: str = "") -> int:
        """Add a wording unless it is there; returns its number."""
        if span not in self.numbers:
            self.wordings.append(Wording(span, offered, label))
            self.numbers[span] = len(self.wordings)
        return self.numbers[span]

    @property
    def base(self) -> int:
        """Number of the first wording that is the draft's own."""
        return next((n for n, w in enumerate(self.wordings, 1) if not w.offered), 0)

    def derived_kind(self) -> ChoiceKind:
        """The kind that follows from wordings and stances."""
        if self.kind is not None:
            return self.kind
        if self.replaces:
            return ChoiceKind.REPLACEMENT
        if len(self.wordings) > 1:
            return ChoiceKind.RIVALS
        return ChoiceKind.OPTIONAL if self.base else ChoiceKind.INSERTION


def stands_of(proto: Proto, positions: tuple[Position, ...]) -> tuple[Stand, ...]:
    """The stands of a proto-choice as values, in the order of the draft."""
    return tuple(
        Stand(
            positions[index].delegation,
            positions[index].on_behalf_of,
            side,
            alternative,
            index,
            str(positions[index].stance),
        )
        for index, side, alternative in sorted(set(proto.stands))
    )


__all__ = ["Choice", "Proto", "Wording", "stands_of"]
