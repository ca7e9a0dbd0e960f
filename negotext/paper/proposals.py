"""The proposals of one delegation as its tracked changes, on the text without names and brackets."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from negotext.languages import OwnDelegations
from negotext.model import Act, Choice, Decision, Draft, Side
from negotext.outcome.pieces import outcome_pieces

from .redlining import redline
from .requests import Setting
from .unwrapping import resulting_text
from .values import Change, Revision


@dataclass(frozen=True, slots=True)
class Unshown:
    """A proposal that the document does not show.

    Attributes:
        address: of the choice it is made on.
        words: that it asks for; empty where it asks to leave out.
        behind: address of the choice that keeps it out: the one around it, whose wording is not in the text, or the
            same one, where the delegation asks for something else, too.
    """

    address: str
    words: str
    behind: str


@dataclass(frozen=True, slots=True)
class Proposals:
    """What one delegation asks for.

    Attributes:
        setting: the text with its proposals as tracked changes.
        unshown: those that are not in it, in the order of the draft.
    """

    setting: Setting
    unshown: tuple[Unshown, ...]


def proposals_text(
    draft: Draft,
    choices: Sequence[Choice],
    codes: Collection[str],
    author: str,
    date: str = "",
    *,
    delegations: OwnDelegations | None = None,
) -> Proposals:
    """The insertions, deletions and replacements that a delegation stands for, alone or with others.

    Rejecting all of them gives the text of the draft without what is only proposed, without names and brackets.
    Proposals inside words that are not in that text, nor proposed by the delegation, cannot be shown; neither can a
    second wording for one place.

    Args:
        draft: of the round.
        choices: its choices, outer before inner, with what was added from the floor.
        codes: of the delegation, and of the groups that speak for it if they are to count.
        author: its name, as shown in the margin.
        date: of the changes, ISO 8601 in UTC to the second, or empty.
        delegations: with which the draft was read, beside countries.
    """
    base = {choice.address: choice.base for choice in choices}
    wanted, unshown = _wanted(choices, codes)
    old = outcome_pieces(draft, choices, _decisions(base), names=False)
    new = outcome_pieces(draft, choices, _decisions(base | wanted), names=False)
    # Of two proposals for the same words of the draft, the outer one wins.
    made = {address for _, address in new.edits} | {address for _, address in old.edits}
    for choice in choices:
        if choice.address in wanted and choice.address not in made:
            words = choice.alternatives[wanted[choice.address]].text
            unshown.append(Unshown(choice.address, words, new.gone_for(choice.span.start)))
    revisions = {change: Revision(change, author, date) for change in Change}
    setting = redline(
        resulting_text(draft, old, delegations),
        resulting_text(draft, new, delegations),
        lambda change, _: revisions[change],
    )
    return Proposals(setting, tuple(unshown))


def _decisions(numbers: Mapping[str, int]) -> dict[str, Decision]:
    return {address: Decision(address, Act.ACCEPT, number) for address, number in numbers.items()}


def _wanted(choices: Sequence[Choice], codes: Collection[str]) -> tuple[dict[str, int], list[Unshown]]:
    """The alternative that the delegation wants at each place where it wants another than the base."""
    taken = {choice.address: choice.base for choice in choices}
    there: dict[str, bool] = {"": True}
    wanted: dict[str, int] = {}
    unshown: list[Unshown] = []
    for choice in choices:
        there[choice.address] = there[choice.parent] and (not choice.parent or taken[choice.parent] == choice.within)
        asked = dict.fromkeys(
            stand.alternative
            for stand in choice.stands
            if stand.side is Side.FOR and (stand.delegation in codes or stand.on_behalf_of in codes)
        )
        proposed = [number for number in asked if number != choice.base]
        if proposed and there[choice.address]:
            taken[choice.address] = wanted[choice.address] = proposed.pop(0)
        behind = choice.address if there[choice.address] else choice.parent
        for number in proposed:
            alternative = choice.alternative(number)
            unshown.append(Unshown(choice.address, alternative.text if alternative else "", behind))
    return wanted, unshown
