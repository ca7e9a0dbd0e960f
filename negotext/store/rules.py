"""What may be done to a choice as it stands. Each rule raises what the caller is to be told. Pure, no database."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from negotext.model import Act, Choice, Decision, Side, Stand, State

from .effect import Effect, next_number, withdraws
from .entry import Statement, Withdrawal
from .errors import Unstorable
from .ledger import Ledger
from .refusals import (
    AlreadyOpen,
    CannotWithdraw,
    NothingToWithdraw,
    StaleChoice,
    UnknownAlternative,
)


def check_decision(decision: Decision, now: Effect, ledger: Ledger, seen: int | None) -> None:
    """Whether `decision` may be taken on a choice that stands as `now`.

    Args:
        decision: what is to be decided.
        now: the choice as it stands.
        ledger: the log of the choice.
        seen: id of the latest entry on the choice that the caller knows, 0 for none. None when the caller has
            not looked: then a choice that is agreed stays as it is, unless it is reopened.

    Raises:
        StaleChoice: somebody has dealt with the choice meanwhile.
        UnknownAlternative: no such alternative, or it is no longer on the table.
        AlreadyOpen: reopening what is open.
        Unstorable: the decision lacks something, or has too much.
    """
    check_form(decision)
    if seen is None:
        if decision.act is not Act.REOPEN and now.state is State.AGREED and now.decided is not None:
            raise StaleChoice(decision.address, now.decided)
    elif seen != now.last:
        raise StaleChoice(decision.address, ledger.entries[now.last])
    if decision.act is Act.REOPEN and now.state is State.OPEN:
        raise AlreadyOpen(decision.address)
    if decision.alternative is not None:
        on_the_table(decision.address, now, [decision.alternative])
    listed(decision.address, now, decision.sources)


def check_form(decision: Decision) -> None:
    """Whether `decision` has what its act needs, and nothing else.

    Raises:
        Unstorable: it has not.
    """
    needs = {Act.ACCEPT: (True, False), Act.MERGE: (False, True)}.get(decision.act, (False, False))
    if (decision.alternative is not None, decision.text is not None) != needs:
        raise Unstorable(f"{decision.act} of {decision.address} is not complete, or says too much")


def numbered(statement: Statement, choice: Choice, now: Effect, ledger: Ledger) -> Statement:
    """The statement with the numbers its new wordings really get.

    The caller numbers new wordings as it likes (as a rule after those it has seen); stands that name such a
    number mean the new wording. All other numbers have to be on the table, or be taken up again by somebody
    who is for them.

    Raises:
        UnknownAlternative: a stand on something that is not there.
        Unstorable: nothing was said.
    """
    if not (statement.words.strip() or statement.stands or statement.alternatives):
        raise Unstorable(f"nothing was said on {choice.address}", "give the words of the statement")
    first = next_number(choice, ledger)
    numbers = {alternative.number: first + place for place, alternative in enumerate(statement.alternatives)}
    if len(numbers) < len(statement.alternatives):
        raise Unstorable(f"two new wordings of {choice.address} have the same number")
    listed = {worded.alternative.number for worded in now.alternatives}
    taken_up = {stand.alternative for stand in statement.stands if stand.side is Side.FOR} & listed
    named = {stand.alternative for stand in statement.stands}
    on_the_table(choice.address, now, sorted(named - taken_up - set(numbers)))
    return Statement(
        statement.words,
        tuple(_renumbered(stand, numbers) for stand in statement.stands),
        tuple(
            replace(alternative, number=numbers[alternative.number], span=None)
            for alternative in statement.alternatives
        ),
    )


def check_withdrawal(withdrawal: Withdrawal, choice: Choice, now: Effect) -> None:
    """Whether `withdrawal` takes back something that may be taken back.

    Raises:
        UnknownAlternative: no such alternative, or it is no longer on the table.
        NothingToWithdraw: the delegation does not stand there, or nothing is named.
        CannotWithdraw: the draft's own text, or what was agreed.
    """
    number, address = withdrawal.alternative, choice.address
    if number is not None:
        on_the_table(address, now, [number])
    if withdrawal.delegation is not None:
        if not any(held.ended is None and withdraws(withdrawal, held.stand) for held in now.stands):
            on_it = "" if number is None else f" on alternative {number}"
            raise NothingToWithdraw(
                f"{withdrawal.delegation} has nothing to withdraw{on_it} at {address}",
                f"who stands where: negotext who SESSION {address}",
            )
    elif number is None:
        raise NothingToWithdraw(
            f"nothing is named that is withdrawn at {address}", "name a delegation or an alternative"
        )
    elif number in (0, choice.base):
        raise CannotWithdraw(
            f"alternative {number} of {address} is the draft's own text, nobody's proposal",
            "to leave it out, accept 0",
        )
    elif now.decision is not None and now.state is State.AGREED and number == now.decision.alternative:
        raise CannotWithdraw(
            f"alternative {number} of {address} is what was agreed", f"reopen {address} first, if it is to go"
        )


def on_the_table(address: str, now: Effect, numbers: Iterable[int]) -> None:
    """Whether all these alternatives can be chosen.

    Raises:
        UnknownAlternative: the first that cannot.
    """
    open_to_choice = now.on_the_table()
    for number in numbers:
        if number not in open_to_choice:
            known = any(worded.alternative.number == number for worded in now.alternatives)
            why = " any more: it was withdrawn or undone" if known else ""
            raise UnknownAlternative(address, number, open_to_choice, why)


def listed(address: str, now: Effect, numbers: Iterable[int]) -> None:
    """Whether the choice has had all these alternatives; those withdrawn can be what a merge was made from.

    Raises:
        UnknownAlternative: the first that it has not had.
    """
    known = [worded.alternative.number for worded in now.alternatives]
    for number in numbers:
        if number not in known:
            raise UnknownAlternative(address, number, known)


def _renumbered(stand: Stand, numbers: dict[int, int]) -> Stand:
    return replace(stand, alternative=numbers.get(stand.alternative, stand.alternative), position=-1)
