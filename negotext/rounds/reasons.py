"""Why words went: with which alternative of which choice, and whether that says enough."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from enum import Enum
from itertools import pairwise

from negotext.model import Act, Choice, Decision, Draft, State

from .asked import contains, unwanted
from .passages import folded
from .rooms import Rooms
from .sites import Form, Words, form_of, telling
from .values import ChoiceMatch, Closed


class Reason(Enum):
    """What is known of a word that is gone."""

    SETTLED = "settled"
    """The choice it stood in was settled otherwise, or it was no more than a name in its brackets."""
    WITH_CHOICE = "with choice"
    """It went with the alternative it stood in."""
    NONE = "none"
    """It stood in no alternative that went."""


class Reasons:
    """Looks up the choices around words that are gone.

    Args:
        draft: the old draft.
        choices: its choices.
        closed: those that are none any more.
        kept: those that still are.
        decisions: the standing decision of each address.
    """

    def __init__(
        self,
        draft: Draft,
        choices: Sequence[Choice],
        *,
        closed: Sequence[Closed],
        kept: Sequence[ChoiceMatch],
        decisions: Mapping[str, Decision],
    ) -> None:
        self._text = draft.source.text
        self._language = draft.language
        self._rooms = Rooms(choices)
        self._closed = {id(each.choice): each for each in closed}
        self._kept: dict[int, list[ChoiceMatch]] = defaultdict(list)
        for match in kept:
            self._kept[id(match.old)].append(match)
        self._decisions = decisions
        self._groups = self._touching(closed)

    def why(self, offset: int) -> tuple[Reason, Choice | None, int]:
        """Why the word at an offset is gone; for `WITH_CHOICE` with the outermost choice, and its alternative."""
        went: tuple[Reason, Choice | None, int] = (Reason.NONE, None, 0)
        for choice, number in self._rooms.around(offset):
            closed = self._closed.get(id(choice))
            form = form_of(choice, self._text[choice.span.start : choice.span.start + 1])
            if closed is not None and closed.alternative is None and not self._agreed(choice, number):
                # It went with the choice around it; or other words were found than any alternative has.
                if closed.new is None or form is Form.PASSAGE:
                    continue
                return (Reason.SETTLED, None, 0) if went[1] is None else went
            if number is None:
                if form is Form.BRACKET and went[1] is None:
                    return Reason.SETTLED, None, 0
                continue
            matches = self._kept.get(id(choice), [])
            removed = matches and all(number in match.removed for match in matches)
            if removed or (closed is not None and number != closed.alternative):
                went = (Reason.WITH_CHOICE, choice, number)
        return went

    def was_agreed(self, offset: int) -> bool:
        """Whether the word at an offset was accepted, so that no request can have taken it out."""
        return any(self._agreed(choice, number) for choice, number in self._rooms.around(offset))

    def _agreed(self, choice: Choice, number: int | None) -> bool:
        decision = self._decisions.get(choice.address)
        return decision is not None and decision.act is Act.ACCEPT and decision.alternative == number

    def says_enough(self, choice: Choice, number: int) -> bool:
        """Whether an alternative went as somebody asked, or because words right beside it were taken instead."""
        return unwanted(choice, number) or any(each.alternative for each in self._groups.get(id(choice), ()))

    def is_decided(self, offset: int, words: Words) -> bool:
        """Whether a decision on a choice around an offset leaves these words out."""
        for choice, _ in self._rooms.around(offset):
            decision = self._decisions.get(choice.address)
            if decision is None or decision.state is not State.AGREED:
                continue
            agreed = decision.text or ""
            if decision.act is Act.ACCEPT:
                alternative = choice.alternative(decision.alternative or 0)
                agreed = alternative.text if alternative else ""
            if not contains(telling(folded(agreed, self._language)), words):
                return True
        return False

    def _touching(self, closed: Sequence[Closed]) -> dict[int, list[Closed]]:
        """For each closed choice those that stood side by side with it, itself among them."""
        groups: dict[int, list[Closed]] = {id(each.choice): [each] for each in closed}
        ordered = sorted(closed, key=lambda each: (each.choice.parent, each.choice.span.start))
        for before, after in pairwise(ordered):
            gap = self._text[before.choice.span.end : after.choice.span.start]
            beside = before.choice.parent == after.choice.parent and before.choice.span.end <= after.choice.span.start
            if beside and not telling(folded(gap, self._language)):
                group = groups[id(before.choice)]
                group.append(after)
                groups[id(after.choice)] = group
        return groups
