"""Who stands in whose way: whoever opposes or deletes what another has proposed."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass

from negotext.model import Draft, Position, Span, Stance

_PROPOSALS = frozenset({Stance.INSERT, Stance.REPLACE, Stance.DELETE, Stance.MOVE})
# What can be in the way of a proposal. To delete what another deletes is no objection to it.
_AGAINST = {
    Stance.OPPOSE: _PROPOSALS,
    Stance.DELETE: frozenset({Stance.INSERT, Stance.REPLACE}),
    Stance.RETAIN: frozenset({Stance.DELETE, Stance.REPLACE, Stance.MOVE}),
}


@dataclass(frozen=True, slots=True)
class Obstacle:
    """How often one delegation stands in the way of another.

    Attributes:
        objector: code of who objects.
        proposer: code of whose proposal it is.
        count: number of proposals.
    """

    objector: str
    proposer: str
    count: int


def obstacles(draft: Draft) -> list[Obstacle]:
    """Who objects to whose proposals, the most frequent first.

    Counted is what stands beside the proposal in its bracket, and what is said elsewhere about words of it.
    An objection to a whole paragraph is an objection to none of the proposals in it.
    """
    proposals = sorted(
        (position for position in draft.positions if _proposes(position)),
        key=lambda position: position.evidence.start,
    )
    starts = [proposal.evidence.start for proposal in proposals]
    in_bracket: dict[int | None, list[Position]] = defaultdict(list)
    for proposal in proposals:
        in_bracket[proposal.bracket].append(proposal)

    # The words a delegation proposes at one place are one proposal, however many of its sentences say so.
    met: dict[tuple[str, str], set[int]] = defaultdict(set)
    for objection in draft.positions:
        if objection.stance not in _AGAINST:
            continue
        meant = _about(draft, objection, proposals, starts) or _beside(objection, in_bracket[objection.bracket])
        for proposal in meant:
            met[objection.delegation, proposal.delegation].add(proposal.evidence.start)
    found = [Obstacle(objector, proposer, len(places)) for (objector, proposer), places in met.items()]
    return sorted(found, key=lambda obstacle: (-obstacle.count, obstacle.objector, obstacle.proposer))


def _proposes(position: Position) -> bool:
    """Whether it is about words; that the chair has an alternative to a paragraph is no proposal of words."""
    return position.stance in _PROPOSALS and not (position.stance is Stance.REPLACE and position.text is None)


def _contradicts(objection: Position, proposal: Position) -> bool:
    return proposal.stance in _AGAINST[objection.stance] and proposal.delegation != objection.delegation


def _about(draft: Draft, objection: Position, proposals: list[Position], starts: list[int]) -> list[Position]:
    """The proposals in whose bracket the words objected to stand."""
    about = objection.about
    if about is None:
        return []
    touched = []
    for index in range(bisect_left(starts, about.end) - 1, -1, -1):
        proposal = proposals[index]
        if not proposal.evidence.overlaps(about):
            break
        if _contradicts(objection, proposal) and _bracket(draft, proposal).holds(about):
            touched.append(proposal)
    return touched


def _bracket(draft: Draft, proposal: Position) -> Span:
    return proposal.evidence if proposal.bracket is None else draft.tree.brackets[proposal.bracket].span


def _beside(objection: Position, proposals: list[Position]) -> list[Position]:
    """The last proposal before an objection in the same bracket, with all who made it."""
    if objection.bracket is None:
        return []
    before = [
        proposal
        for proposal in proposals
        if proposal.evidence.start < objection.evidence.start and _contradicts(objection, proposal)
    ]
    return [proposal for proposal in before if proposal.evidence == before[-1].evidence]
