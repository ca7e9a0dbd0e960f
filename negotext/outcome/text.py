"""The text that results from a draft and the decisions so far."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from negotext.model import Choice, Decision, Draft

from .pieces import outcome_pieces


@dataclass(frozen=True, slots=True)
class Outcome:
    """A resulting text.

    Attributes:
        text: the words.
        open: addresses of the choices that stand in it undecided, in the order of the text.
    """

    text: str
    open: tuple[str, ...]


def outcome(
    draft: Draft, choices: Sequence[Choice], decisions: Mapping[str, Decision], *, names: bool = True
) -> Outcome:
    """The outcome of decisions on the choices of a draft.

    Args:
        draft: as read.
        choices: its choices, outer before inner; those offered from the floor have their alternatives in them.
        decisions: the standing decision of each address; addresses without one are open.
        names: whether open places keep their attributions. Without names they are plain square brackets,
            and the lines in which delegations speak are left out. With names, and nothing decided, the outcome is
            the draft, character for character.
    """
    pieces = outcome_pieces(draft, choices, decisions, names=names)
    return Outcome(pieces.text, pieces.open)
