"""What comes over from one round to the next: decisions, what was said and withdrawn in the room, wordings that
the new draft leaves out. Pure.

The new draft says anew what it says: positions of the old draft are not carried. A position from the floor
comes over unless the new draft has it, or has something new of the same delegation on that place. A wording
that the new draft leaves out although nobody has decided or withdrawn it stays listed, with its supporters.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from negotext.model import Act, Alternative, Choice, Decision, Side, Stand, State
from negotext.rounds import ChoiceMatch
from negotext.store import Carried, Ledger, Standing, Statement, Traced, Withdrawal

from .withdrawals import withdrawals


def for_matching(choices: Iterable[Choice], text: str) -> list[Choice]:
    """Choices of the old round as they are matched with a new draft.

    What was offered in the room and is nowhere in the text of the new draft tells nothing about which place is which.
    """
    folded = _fold(text)
    found: list[Choice] = []
    for choice in choices:
        kept = list(choice.alternatives)
        # Numbers are places in the list, so it is cut from its end alone.
        while kept[-1].number and kept[-1].span is None and _fold(kept[-1].text) not in folded:
            kept.pop()
        found.append(choice if len(kept) == len(choice.alternatives) else replace(choice, alternatives=tuple(kept)))
    return found


def of_draft(choices: Iterable[Choice]) -> list[Choice]:
    """Choices of the new round without what was added in the room, which is no difference between the drafts."""
    found: list[Choice] = []
    for choice in choices:
        own = tuple(each for each in choice.alternatives if each.span is not None or not each.number)
        found.append(replace(choice, alternatives=own))
    return found


def _fold(text: str) -> str:
    return "".join(text.split()).casefold()


@dataclass(frozen=True, slots=True)
class Heritage:
    """What a choice of the new round takes over from the one it was.

    Attributes:
        match: the two choices.
        standing: the old one, as it stands.
        carried: for the session; the last may be a mere link, if there is nothing to take over.
        kept: numbers of the old alternatives that the new draft leaves out and that stay listed.
        lost_decision: whether what was decided cannot be taken over, because the new draft lacks the wording.
        unread: what is taken over from the old draft because the document that it was written in does not show it.
    """

    match: ChoiceMatch
    standing: Standing
    carried: tuple[Carried, ...]
    kept: tuple[int, ...]
    lost_decision: bool
    unread: tuple[Stand, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether there is nothing to take over but the link itself."""
        return not any(one.decision or one.statement or one.withdrawal for one in self.carried)

    @property
    def decision(self) -> Decision | None:
        """The decision that is taken over."""
        return next((one.decision for one in self.carried if one.decision is not None), None)

    @property
    def open_again(self) -> bool:
        """Whether the choice was agreed, and the new draft without its brackets would not say what was agreed."""
        if self.standing.state is not State.AGREED:
            return False
        decision, new = self.decision, self.match.new
        base = new.alternative(new.base)
        if decision is None or base is None:
            return True
        agreed = base.text if decision.alternative == new.base else decision.text
        return agreed is None or _fold(agreed) != _fold(base.text)

    @property
    def statements(self) -> int:
        """How many statements from the floor are taken over."""
        return sum(one.statement is not None for one in self.carried) - len(self.kept) - len(self.unread)

    @property
    def withdrawals(self) -> tuple[Withdrawal, ...]:
        """What was withdrawn and stays so, though the new draft prints it again."""
        return tuple(one.withdrawal for one in self.carried if one.withdrawal is not None)


def heritage(
    match: ChoiceMatch,
    standing: Standing,
    traced: Sequence[Traced],
    ledger: Ledger,
    unread: Sequence[Stand] = (),
) -> Heritage:
    """What the new choice of a match takes over from the old one.

    Args:
        match: the two choices.
        standing: the old one, as it stands.
        traced: all stands on it with what they were read from, ended ones among them.
        ledger: the replay of the old round.
        unread: stands on the old choice that the new draft does not say though nobody took them out.
    """
    return _Heir(match, standing, traced, ledger).heritage(unread)


class _Heir:
    def __init__(self, match: ChoiceMatch, standing: Standing, traced: Sequence[Traced], ledger: Ledger) -> None:
        self._match = match
        self._standing = standing
        self._traced = traced
        self._ledger = ledger
        # Old numbers of alternatives and the new ones; grows as wordings are put on the table again.
        self._numbers = dict(match.alternatives)
        self._next = len(match.new.alternatives)

    def heritage(self, unread: Sequence[Stand]) -> Heritage:
        kept = [each for each in self._left_out() if each.span is not None]
        # What is taken down after a withdrawal may take its subject up again, so withdrawals come first.
        gone = withdrawals(self._match, self._standing, self._traced, self._ledger)
        carried = [self._one(withdrawal=each) for each in gone]
        carried += [self._one(self._kept(each)) for each in kept]
        carried += [self._one(statement) for statement in self._said()]
        again = [(each, statement) for each in unread for statement in self._again(each)]
        carried += [self._one(statement) for _, statement in again]
        decision = self._decision()
        if decision is not None or not carried:
            carried.append(self._one(decision=decision))
        settled = self._standing.decision is not None and self._standing.state is not State.OPEN
        numbers = tuple(each.number for each in kept)
        lost = settled and decision is None
        return Heritage(self._match, self._standing, tuple(carried), numbers, lost, tuple(each for each, _ in again))

    def _one(
        self,
        statement: Statement | None = None,
        decision: Decision | None = None,
        withdrawal: Withdrawal | None = None,
    ) -> Carried:
        match = self._match
        return Carried(match.new.address, match.old.address, decision, statement, match.confidence, withdrawal)

    def _left_out(self) -> list[Alternative]:
        """Wordings that are still on the table and not in the new draft; of a place that is agreed, what was chosen."""
        every = {each.number for each in self._standing.choice.alternatives}
        gone = every - {old for old, _ in self._match.alternatives} - self._standing.withdrawn
        decision = self._standing.decision
        if decision is not None and self._standing.state is State.AGREED:
            gone &= {decision.alternative, *decision.sources}
        return [each for each in self._standing.choice.alternatives if each.number in gone]

    def _kept(self, alternative: Alternative) -> Statement:
        """A wording of the old draft, put on the table again by those who were for it."""
        backing = [
            each
            for each in self._traced
            if each.entry is None
            and each.ended is None
            and each.stand.side is Side.FOR
            and each.stand.alternative == alternative.number
        ]
        words = "; ".join(dict.fromkeys(each.evidence for each in backing)) or alternative.text
        number = self._offer(alternative.number)
        stands = tuple(
            replace(each.stand, alternative=number, position=-1) for each in backing if not self._says_anew(each.stand)
        )
        return Statement(words, stands, (Alternative(number, alternative.text, None, alternative.label),))

    def _said(self) -> Iterator[Statement]:
        """What was said from the floor and still holds, statement by statement."""
        left_out = {each.number for each in self._left_out()}
        for entry in self._ledger.holding.get(self._standing.address, ()):
            if entry.statement is None:
                continue
            offered = [each for each in entry.statement.alternatives if each.number in left_out]
            new = tuple(Alternative(self._offer(each.number), each.text, None, each.label) for each in offered)
            stands = tuple(self._stands(entry.id))
            if stands or new:
                yield Statement(entry.statement.words, stands, new)

    def _stands(self, entry: int) -> Iterator[Stand]:
        for each in self._traced:
            stand = each.stand
            if each.entry != entry or each.ended is not None or stand.alternative not in self._numbers:
                continue
            moved = replace(stand, alternative=self._numbers[stand.alternative], position=-1)
            if not self._says_anew(stand) and _said(moved) not in map(_said, self._match.new.stands):
                yield moved

    def _again(self, stand: Stand) -> Iterator[Statement]:
        """What the draft says of the choice, in the words that say so, as long as it holds."""
        number = self._numbers.get(stand.alternative)
        said = next((each for each in self._traced if each.stand == stand and each.ended is None), None)
        if number is not None and said is not None and not self._says_anew(stand):
            yield Statement(said.evidence, (replace(stand, alternative=number, position=-1),))

    def _offer(self, old: int) -> int:
        self._numbers[old] = self._next
        self._next += 1
        return self._numbers[old]

    def _says_anew(self, stand: Stand) -> bool:
        """Whether the new draft has something of a delegation here that the old one did not have."""
        speaker = (stand.delegation, stand.on_behalf_of)
        before = {
            (each.stand.side, self._numbers.get(each.stand.alternative))
            for each in self._traced
            if each.entry is None and (each.stand.delegation, each.stand.on_behalf_of) == speaker
        }
        return any(
            (each.delegation, each.on_behalf_of) == speaker and (each.side, each.alternative) not in before
            for each in self._match.new.stands
        )

    def _decision(self) -> Decision | None:
        """What was decided, said of the new choice; None where that cannot be said."""
        decision = self._standing.decision
        if decision is None or self._standing.state is State.OPEN:
            return None
        number = decision.alternative
        if decision.act is Act.ACCEPT and number not in self._numbers:
            return None
        sources = tuple(self._numbers[each] for each in decision.sources if each in self._numbers)
        moved = None if number is None else self._numbers[number]
        return Decision(self._match.new.address, decision.act, moved, decision.text, sources)


def _said(stand: Stand) -> tuple[str, str | None, Side, int]:
    return stand.delegation, stand.on_behalf_of, stand.side, stand.alternative


def in_order(found: Sequence[Heritage], places: Mapping[str, int]) -> list[Carried]:
    """Everything that is carried, in the order of the new draft."""
    ordered = sorted(found, key=lambda each: places[each.match.new.address])
    return [one for each in ordered for one in each.carried]
