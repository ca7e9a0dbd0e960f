"""What goes from the text with what was decided: choices in words that were left out, and lines that are done with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol

from .choice import Choice
from .decision import Act, Decision, State
from .span import Span


class Nested(Protocol):
    """What is known of a choice and the one around it: a `Choice`, or a row of a list."""

    @property
    def address(self) -> str:
        """As in `Choice`."""

    @property
    def parent(self) -> str:
        """As in `Choice`."""

    @property
    def within(self) -> int:
        """As in `Choice`."""


def gone_with(choices: Iterable[Nested], decisions: Mapping[str, Decision]) -> dict[str, str]:
    """The choices that are no longer in the text, each with the decided choice around it that took it along.

    Args:
        choices: of one round, outer before inner.
        decisions: the decision that holds of each address; addresses without one are open.
    """
    gone: dict[str, str] = {}
    for choice in choices:
        if choice.parent in gone:
            gone[choice.address] = gone[choice.parent]
        elif choice.parent:
            outer = decisions.get(choice.parent)
            if outer is not None and outer.state is State.AGREED and not _keeps(outer, choice):
                gone[choice.address] = choice.parent
    return gone


def _keeps(outer: Decision, choice: Nested) -> bool:
    """Whether a decision on the choice around it leaves a choice in the text. The words of a merge have none."""
    return outer.act is Act.ACCEPT and outer.alternative == choice.within


def vanished(
    choices: Iterable[Choice], decisions: Mapping[str, Decision], gone: Mapping[str, str]
) -> dict[Span, str | None]:
    """The lines of delegations that are spoken for when choices are decided, each with the choice for which it goes.

    A line on several choices goes when none of them is open in the text: until then nothing of it goes, and its value
    is None. Choices that are gone do not take a line with them.

    Args:
        choices: of one round, outer before inner.
        decisions: the decision that holds of each address; addresses without one are open.
        gone: see `gone_with`.
    """
    found: dict[Span, str | None] = {}
    still: list[Span] = []
    for choice in choices:
        decision = decisions.get(choice.address)
        if not choice.vanishing or choice.address in gone:
            continue
        if decision is None or decision.state is not State.AGREED:
            still += choice.vanishing
            continue
        for span in choice.vanishing:
            found.setdefault(span, choice.address)
    found.update(dict.fromkeys(still))
    return found
