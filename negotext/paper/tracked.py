"""What was decided in a round as tracked changes against its draft."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from negotext.languages import OwnDelegations
from negotext.model import Choice, Decision, Draft
from negotext.outcome.pieces import outcome_pieces

from .redlining import redline
from .requests import Mark, Place, Setting
from .setting import Setter
from .spelling import spelled
from .unwrapping import resulting
from .values import Change, Revision


@dataclass(frozen=True, slots=True)
class Authorship:
    """Who decided, and when.

    Attributes:
        author: as it is shown in the margin.
        date: ISO 8601 in UTC to the second; empty where nobody knows.
    """

    author: str
    date: str = ""


def tracked_text(
    draft: Draft,
    choices: Sequence[Choice],
    decisions: Mapping[str, Decision],
    authors: Mapping[str, Authorship],
    *,
    otherwise: Authorship,
    delegations: OwnDelegations | None = None,
    marks: Iterable[Mark] = (),
    places: Iterable[Place] = (),
) -> Setting:
    """The draft with the decisions on it as tracked changes.

    Accepting all of them gives the outcome, rejecting all the draft. Words that stand in both are never retyped.

    Args:
        draft: of the round.
        choices: its choices, outer before inner, with what was added from the floor.
        decisions: the standing decision of each address.
        authors: who took the decision at an address, and when.
        otherwise: for changes of addresses that are not in `authors`.
        delegations: with which the draft was read, beside countries.
        marks: how the words of the draft look.
        places: stretches of the draft that get a name.
    """
    pieces = outcome_pieces(draft, choices, decisions)
    after, flat = resulting(draft, pieces, delegations)
    revisions: dict[tuple[Change, str], Revision] = {}

    def revise(change: Change, offset: int) -> Revision:
        address = pieces.gone_for(offset) if change is Change.DELETED else flat.put_in_for(offset)
        made = revisions.get((change, address))
        if made is None:
            by = authors.get(address, otherwise)
            made = revisions[change, address] = Revision(change, by.author, by.date)
        return made

    old = spelled(Setter(draft, marks, places=places), lambda offset: offset)
    new = spelled(after, flat.origin)
    return redline(old, new, revise)
