"""What was withdrawn in one round and is printed again by the draft of the next."""

from collections.abc import Callable

import pytest

from negotext.cli.auditing import chapters
from negotext.model import Alternative, Side, Stand
from negotext.outcome import choices_of
from negotext.query.carrying import for_matching, heritage, in_order
from negotext.query.fates import Fate, proposals
from negotext.reading import read_text
from negotext.rounds import compare_rounds
from negotext.store import Session, Withdrawal, create, replay

DRAFT = "1. Ports shall open [“at nine” – Chile, Peru; Norway opposes] every day of the week but one.\n"
PLACE = "1:1"


@pytest.fixture
def store(tmp_path):
    draft = read_text(DRAFT)
    with create(tmp_path / "s.db", draft, choices_of(draft), name="s", by="Secretariat") as session:
        yield session
        assert session.verify() == []


def go_on(store: Session, text: str) -> list[Withdrawal]:
    """Bring in the next draft with all that its places take over; gives the withdrawals among that."""
    draft, before = read_text(text), store.rounds()[-1]
    standings = {each.address: each for each in store.choices()}
    old = for_matching((each.choice for each in standings.values()), text)
    new = choices_of(draft)
    comparison = compare_rounds(read_text(store.source().text), draft, old, new, {})
    ledger = replay(store.log(round=before.number))
    heirs = [
        heritage(match, standings[match.old.address], store.stands(match.old.address, ended=True), ledger)
        for match in comparison.choices
    ]
    carried = in_order(heirs, {choice.address: place for place, choice in enumerate(new)})
    store.add_round(draft, new, carried, by="Secretariat")
    return [each for heir in heirs for each in heir.withdrawals]


def printed_again(words: str = DRAFT) -> str:
    return f"{words}\n2. This paragraph is new.\n"


def say(store: Session, delegation: str, side: Side, number: int = 1) -> None:
    store.say(PLACE, f"{delegation} {side}", [Stand(delegation, None, side, number, -1, "support")], by="Chair")


def sides(store: Session) -> list[str]:
    return [f"{stand.delegation} {stand.side}" for stand in store.choice(PLACE).choice.stands]


def test_a_wording_stays_withdrawn(store):
    store.withdraw(PLACE, alternative=1, by="Chair")
    assert go_on(store, printed_again()) == [Withdrawal(None, 1)]
    assert store.choice(PLACE).withdrawn == {1}
    assert sides(store) == []


def test_it_goes_on_to_the_third_round(store):
    store.withdraw(PLACE, alternative=1, by="Chair")
    go_on(store, printed_again())
    assert go_on(store, printed_again() + "\n3. This one, too.\n") == [Withdrawal(None, 1)]
    assert store.choice(PLACE).withdrawn == {1}
    (proposal,) = [each for each in proposals(chapters(store)) if each.number]
    assert (proposal.fate, proposal.now) == (Fate.WITHDRAWN, "withdrawn by Chair (entry 2)")
    assert proposal.path == ("1:1:1", "2:1:1", "3:1:1")


def test_a_new_supporter_puts_it_on_the_table_again(store):
    store.withdraw(PLACE, alternative=1, by="Chair")
    again = printed_again(DRAFT.replace("Chile, Peru", "Chile, Peru, Kenya"))
    assert go_on(store, again) == [Withdrawal("CL", 1), Withdrawal("PE", 1)]
    assert store.choice(PLACE).withdrawn == set()
    # The objection stands again with its object.
    assert sides(store) == ["KE for", "NO against"]


def test_a_delegation_stays_out(store):
    store.withdraw(PLACE, delegation="NO", by="Chair")
    assert go_on(store, printed_again()) == [Withdrawal("NO", 1)]
    assert sides(store) == ["CL for", "PE for"]


def test_what_the_new_draft_says_anew_holds(store):
    store.withdraw(PLACE, delegation="NO", by="Chair")
    again = printed_again(DRAFT.replace("Chile, Peru; Norway opposes", "Chile, Peru, Norway"))
    assert go_on(store, again) == []
    assert sides(store) == ["CL for", "PE for", "NO for"]


@pytest.mark.parametrize(
    ("afterwards", "expected", "carried"),
    [
        # The new draft prints what Chile has come back to.
        (lambda store: say(store, "CL", Side.FOR), ["CL for", "PE for", "NO against"], []),
        # What Chile said last holds, not what the draft prints; the withdrawal comes before it.
        (lambda store: say(store, "CL", Side.AGAINST), ["PE for", "NO against", "CL against"], [Withdrawal("CL", 1)]),
    ],
)
def test_what_was_said_after_a_withdrawal(store, afterwards: Callable, expected, carried):
    store.withdraw(PLACE, delegation="CL", by="Chair")
    afterwards(store)
    assert go_on(store, printed_again()) == carried
    assert sides(store) == expected


def test_a_withdrawal_that_was_undone_is_none(store):
    store.withdraw(PLACE, alternative=1, by="Chair")
    store.undo(by="Chair")
    assert go_on(store, printed_again()) == []
    assert sides(store) == ["CL for", "PE for", "NO against"]


def test_what_was_carried_can_be_undone(store):
    store.withdraw(PLACE, alternative=1, by="Chair")
    go_on(store, printed_again())
    store.undo(by="Chair", entry=store.log(address=PLACE, round=2)[-1].id)
    assert store.choice(PLACE).withdrawn == set()
    assert sides(store) == ["CL for", "PE for", "NO against"]


def test_what_the_new_draft_makes_its_own_is_nobodys_to_withdraw(store):
    store.say(
        PLACE, "India: “at ten”", [Stand("IN", None, Side.FOR, 2, -1, "insert")], [Alternative(2, "at ten")], by="Chair"
    )
    store.withdraw(PLACE, alternative=2, by="Chair")
    again = printed_again("1. Ports shall open [at ten][at nine] every day of the week but one.\n")
    taken = go_on(store, again)
    words = {each.number: each.text for each in store.choice(PLACE).choice.alternatives}
    # The first wording of the new draft is its own text, which nobody can withdraw.
    assert words[1] == "at ten"
    assert taken == []
    assert store.choice(PLACE).withdrawn == set()


def test_a_wording_from_the_floor_that_the_draft_prints_stays_withdrawn(store):
    store.say(
        PLACE, "India: “at ten”", [Stand("IN", None, Side.FOR, 2, -1, "insert")], [Alternative(2, "at ten")], by="Chair"
    )
    store.withdraw(PLACE, alternative=2, by="Chair")
    go_on(store, printed_again("1. Ports shall open [“at nine” – Chile, Peru; “at ten” – India] every day but one.\n"))
    listed = store.choice(PLACE)
    assert {listed.choice.alternatives[number].text for number in listed.withdrawn} == {"at ten"}
    assert "IN for" not in sides(store)
