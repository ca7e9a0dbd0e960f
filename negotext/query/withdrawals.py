"""What was withdrawn in one round and is printed again by the draft of the next. Pure.

A draft is often printed from the one before, with what was taken back in the room still in it. A withdrawal goes on
to hold there, unless the new draft has somebody speak for the wording, or says of a delegation what it had not said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from negotext.model import Side, Stand
from negotext.rounds import ChoiceMatch
from negotext.store import Ledger, Standing, Traced, Withdrawal

_Said = tuple[str, str | None, Side, int]


def withdrawals(
    match: ChoiceMatch, standing: Standing, traced: Sequence[Traced], ledger: Ledger
) -> Iterator[Withdrawal]:
    """The withdrawals on the old choice of a match that go on to hold on the new one, said of its alternatives.

    First those of whole alternatives, then those of single delegations, by alternative and code.

    Args:
        match: the two choices.
        standing: the old one, as it stands.
        traced: all stands on it, ended ones among them.
        ledger: the replay of the old round.
    """
    numbers = dict(match.alternatives)
    taken_back = _taken_back(standing, traced, ledger, numbers)
    printed = {_key(stand, stand.alternative) for stand in match.new.stands}
    whole = set()
    for entry in ledger.holding.get(standing.address, ()):
        held = entry.withdrawal
        number = None if held is None or held.delegation else held.alternative
        if number not in standing.withdrawn or numbers.get(number) in (None, 0, match.new.base):
            continue
        if not any(side is Side.FOR and on == numbers[number] for _, _, side, on in printed - taken_back):
            whole.add(numbers[number])
    yield from (Withdrawal(None, number) for number in sorted(whole))
    for delegation, number in sorted({(who, on) for who, _, _, on in taken_back & printed if on not in whole}):
        if all(said in taken_back for said in printed if (said[0], said[3]) == (delegation, number)):
            yield Withdrawal(delegation, number)


def _taken_back(standing: Standing, traced: Sequence[Traced], ledger: Ledger, numbers: dict[int, int]) -> set[_Said]:
    """What delegations had said, of the new alternatives, and have taken back since.

    Where an alternative was withdrawn as a whole and is on the table again, only those who were for it have taken
    something back: an objection to it counts again.
    """
    found, holding = set(), set()
    for each in traced:
        number = numbers.get(each.stand.alternative)
        if number is None:
            continue
        if each.ended is None:
            holding.add(_key(each.stand, number))
            continue
        withdrawal = ledger.entries[each.ended].withdrawal if each.ended in ledger.entries else None
        if withdrawal is not None and (withdrawal.delegation is not None or each.stand.side is Side.FOR):
            found.add(_key(each.stand, number))
    return found - holding


def _key(stand: Stand, number: int) -> _Said:
    return stand.delegation, stand.on_behalf_of, stand.side, number
