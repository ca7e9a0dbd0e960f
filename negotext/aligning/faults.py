"""What stands in one version only, as values that say where it is and where it should be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from negotext.model import Draft, Position, Span

from .counterparts import Counterparts
from .passages import Features
from .values import Fault, FaultKind


def faults_of_pair(
    drafts: tuple[Draft, Draft], both: tuple[Features, Features], found: Counterparts, pair: int
) -> list[Fault]:
    """The faults of two passages that belong together: what the first has alone, then the second, in their order."""
    faults = [*_alone(drafts, both, found, pair), *_differing(both, found, pair)]
    return sorted(faults, key=lambda fault: (fault.present, fault.spans[fault.present]))


def _alone(
    drafts: tuple[Draft, Draft], both: tuple[Features, Features], found: Counterparts, pair: int
) -> Iterator[Fault]:
    for side in (0, 1):
        here = both[side]
        paragraph = here.passage.paragraph
        gone = [here.brackets[index][0].span for index in found.brackets_alone[side]]
        for span in gone:
            yield Fault(FaultKind.BRACKET, side, _spans(side, span, both, found), paragraph, pair=pair)
        for index in found.numbers_alone[side]:
            number = here.numbers[index]
            # What is in a bracket that the other version lacks is told with the bracket.
            if not any(bracket.holds(number.span) for bracket in gone):
                spans = _spans(side, number.span, both, found)
                what = number.span.of(drafts[side].source.text)
                yield Fault(FaultKind.NUMBER, side, spans, paragraph, what, pair=pair)
        for index in found.positions_alone[side]:
            position = here.positions[index]
            if not any(bracket.holds(position.evidence) for bracket in gone):
                spans = _spans(side, position.evidence, both, found)
                yield Fault(FaultKind.DELEGATION, side, spans, paragraph, spoken(position), pair=pair)


def _differing(both: tuple[Features, Features], found: Counterparts, pair: int) -> Iterator[Fault]:
    for one, other in found.stances:
        first, second = both[0].positions[one], both[1].positions[other]
        spans = first.evidence, second.evidence
        paragraph = both[0].passage.paragraph
        yield Fault(FaultKind.STANCE, 0, spans, paragraph, spoken(first), second.stance.value, pair)


def spoken(position: Position) -> str:
    """`BR oppose`: who wants what, in short."""
    behalf = f" for {position.on_behalf_of}" if position.on_behalf_of else ""
    return f"{position.delegation}{behalf} {position.stance.value}"


def _spans(side: int, span: Span, both: tuple[Features, Features], found: Counterparts) -> tuple[Span, Span]:
    """Where it stands and where it should: in the partner of the innermost bracket around it, or of the passage."""
    here, there = both[side], both[1 - side]
    among = there.passage.span
    for pair in found.brackets:
        around = here.brackets[pair[side]][0].span
        # Brackets come in the order of their opening characters: the last one that holds it is the innermost.
        if around.holds(span) and around != span:
            among = there.brackets[pair[1 - side]][0].span
    return _ordered(side, span, among)


def missing_passage(side: int, passages: Sequence[Features], index: int, after: int, pair: int) -> Fault:
    """The fault of a passage that the other version lacks.

    Args:
        side: of the version that has it.
        passages: of that version.
        index: which one.
        after: offset in the other version behind which it should stand.
        pair: its index among the pairs.
    """
    passage = passages[index].passage
    spans = _ordered(side, passage.span, Span(after, after))
    return Fault(FaultKind.PARAGRAPH, side, spans, passage.paragraph, passage.label, pair=pair)


def _ordered(side: int, here: Span, there: Span) -> tuple[Span, Span]:
    return (here, there) if side == 0 else (there, here)
