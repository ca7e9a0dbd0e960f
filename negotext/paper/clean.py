"""The text that results so far, as a document: places still open in plain square brackets, without names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from negotext.languages import OwnDelegations
from negotext.model import Choice, Decision, Draft, Span
from negotext.outcome.pieces import Pieces, outcome_pieces
from negotext.reading import reread
from negotext.source import from_text

from .requests import Mark, Setting
from .setting import set_text
from .values import Role


def clean_text(
    draft: Draft,
    choices: Sequence[Choice],
    decisions: Mapping[str, Decision],
    *,
    delegations: OwnDelegations | None = None,
) -> Setting:
    """The outcome without names, set. Words that a decision put there have the role `AGREED`.

    Args:
        draft: of the round.
        choices: its choices, outer before inner, with what was added from the floor.
        decisions: the standing decision of each address.
        delegations: with which the draft was read, beside countries.
    """
    pieces = outcome_pieces(draft, choices, decisions, names=False)
    after = reread(from_text(pieces.text, draft.source.name), draft.language, delegations)
    return set_text(after, marks=_agreed(pieces, decisions))


def _agreed(pieces: Pieces, decisions: Mapping[str, Decision]) -> Iterator[Mark]:
    """The words that were put in for a decision, not the brackets of open places."""
    at = 0
    for piece in pieces.pieces:
        end = at + len(piece.text)
        if piece.at < 0 and piece.address in decisions:
            yield Mark(Span(at, end), Role.AGREED)
        at = end
