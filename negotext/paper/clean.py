"""The text that results so far, as a document: places still open in plain square brackets, without names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from negotext.languages import OwnDelegations
from negotext.model import Choice, Decision, Draft
from negotext.outcome.pieces import outcome_pieces

from .requests import Setting
from .unwrapping import resulting


def clean_text(
    draft: Draft,
    choices: Sequence[Choice],
    decisions: Mapping[str, Decision],
    *,
    delegations: OwnDelegations | None = None,
) -> Setting:
    """The outcome without names, set: a text like any other, whoever decided on it.

    Args:
        draft: of the round.
        choices: its choices, outer before inner, with what was added from the floor.
        decisions: the standing decision of each address.
        delegations: with which the draft was read, beside countries.
    """
    pieces = outcome_pieces(draft, choices, decisions, names=False)
    return resulting(draft, pieces, delegations)[0].run()
