"""The replay of the log, without a database: any sequence of acts, and what must hold of it."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotext.model import Act, Alternative, Choice, ChoiceKind, Decision, Side, Span, Stand
from negotext.store import DamagedLog, Kind, LogEntry, Statement, StoreError, Withdrawal, replay
from negotext.store.effect import effect
from negotext.store.ledger import NOTHING
from negotext.store.payload import decode, encode
from negotext.store.rules import check_decision, check_withdrawal, numbered
from negotext.store.undoing import to_redo, to_undo


def choice(address: str) -> Choice:
    wordings = (Alternative(0, ""), Alternative(1, "shall"), Alternative(2, "should"))
    stands = (Stand("US", None, Side.FOR, 1, 0, "support"), Stand("RU", "LMG", Side.AGAINST, 1, 1, "oppose"))
    return Choice(address, ChoiceKind.RIVALS, "5", Span(0, 9), wordings, 1, stands)


CHOICES = {address: choice(address) for address in ("5:1", "5:2", "5:2.1")}


class Desk:
    """A chair with nothing but rules and a log: what a session does, without a file."""

    def __init__(self) -> None:
        self.log: list[LogEntry] = []

    def do(self, act: tuple) -> bool:
        """Try an act; whether it was allowed."""
        try:
            self._do(*act)
        except StoreError:
            return False
        return True

    def _do(self, kind: Kind, address: str | None, what) -> None:
        ledger = replay(self.log)
        if kind in (Kind.UNDO, Kind.REDO):
            meant = (to_undo if kind is Kind.UNDO else to_redo)(ledger, what)
            self._add(kind, meant.address, None, meant.id)
            return
        on, now = CHOICES[address], effect(CHOICES[address], ledger)
        if kind is Kind.SAY:
            what = numbered(what, on, now, ledger)
        elif kind is Kind.WITHDRAW:
            check_withdrawal(what, on, now)
        else:
            check_decision(replace(what, address=address), now, ledger, now.last)
            what = replace(what, address=address)
        self._add(kind, address, what, None)

    def _add(self, kind, address, what, entry) -> None:
        self.log.append(LogEntry(len(self.log) + 1, "2026", "chair", "", 1, kind, address, what, entry))

    def seen(self) -> dict:
        """Each choice as people see it: no numbers of entries, which depend on what was done elsewhere."""
        ledger = replay(self.log)
        shown = {}
        for address, on in CHOICES.items():
            now = effect(on, ledger)
            shown[address] = (
                now.decision,
                [(w.alternative, w.ended is None) for w in now.alternatives],
                [(h.stand, h.ended is None) for h in now.stands],
            )
        return shown


codes = st.sampled_from(["US", "RU", "CL"])
numbers = st.integers(0, 5)
stands = st.builds(
    Stand, codes, st.sampled_from([None, "LMG"]), st.sampled_from(Side), numbers, st.just(-1), st.just("support")
)
statements = st.builds(
    Statement,
    st.text("ab 美国", min_size=1),
    st.lists(stands, max_size=3).map(tuple),
    st.lists(st.builds(Alternative, st.integers(3, 5), st.text("xy", min_size=1)), max_size=2).map(tuple),
)
decisions = st.one_of(
    st.builds(Decision, st.just(""), st.just(Act.ACCEPT), numbers),
    st.builds(Decision, st.just(""), st.just(Act.MERGE), st.none(), st.text("mn"), st.just((1, 2))),
    st.builds(Decision, st.just(""), st.sampled_from([Act.PARK, Act.REOPEN])),
)
withdrawals = st.builds(Withdrawal, st.none() | codes, st.none() | numbers)
addresses = st.sampled_from(list(CHOICES))
decided = decisions.flatmap(lambda d: st.tuples(st.just(Kind(d.act.value)), addresses, st.just(d)))
said = st.tuples(st.just(Kind.SAY), addresses, statements)
withdrawn = st.tuples(st.just(Kind.WITHDRAW), addresses, withdrawals)
undone = st.tuples(st.sampled_from([Kind.UNDO, Kind.REDO]), st.none(), st.none() | st.integers(1, 12))
new = st.one_of(decided, said, withdrawn)
acts = st.lists(st.one_of(new, undone), max_size=15)


def desk_after(done) -> Desk:
    desk = Desk()
    for act in done:
        desk.do(act)
    return desk


@given(acts)
def test_undoing_everything_gives_back_the_draft(done):
    desk = desk_after(done)
    while desk.do((Kind.UNDO, None, None)):
        pass
    assert not replay(desk.log).holding
    assert desk.seen() == Desk().seen()


@given(acts)
def test_replay_is_deterministic_and_never_loses_an_entry(done):
    desk = desk_after(done)
    ledger = replay(desk.log)
    assert ledger == replay(desk.log)
    assert list(ledger.entries.values()) == desk.log


@given(acts, st.integers(1, 6))
def test_redo_brings_back_what_undo_took(done, steps):
    desk = desk_after(done)
    before = desk.seen()
    undone = [desk.do((Kind.UNDO, None, None)) for _ in range(steps)].count(True)
    for _ in range(undone):
        assert desk.do((Kind.REDO, None, None))
    assert desk.seen() == before


@given(st.lists(new, max_size=12), st.randoms(use_true_random=False))
def test_what_is_done_to_different_choices_commutes(done, dice):
    """The acts on each choice keep their order; how those on different choices are mixed does not matter."""
    queues = {address: [act for act in done if act[1] == address] for address in CHOICES}
    mixed = []
    while any(queues.values()):
        mixed.append(queues[dice.choice([address for address in CHOICES if queues[address]])].pop(0))
    assert desk_after(mixed).seen() == desk_after(done).seen()


@given(acts)
def test_a_choice_depends_on_its_own_entries_alone(done):
    log = desk_after(done).log
    for address, on in CHOICES.items():
        own = replay(entry for entry in log if entry.address == address)
        assert effect(on, own) == effect(on, replay(log))


@given(acts)
def test_a_number_belongs_to_one_wording_for_good(done):
    ledger = replay(desk_after(done).log)
    for address, on in CHOICES.items():
        offered = [alternative.number for _, alternative in ledger.offered.get(address, ())]
        assert offered == sorted(set(offered))
        listed = [worded.alternative.number for worded in effect(on, ledger).alternatives]
        assert listed == list(range(len(listed)))


@given(acts)
def test_nothing_is_taken_out_of_the_record(done):
    """Every stand and wording that is recorded is shown or is in an entry that was undone."""
    log = desk_after(done).log
    ledger = replay(log)
    for address, on in CHOICES.items():
        now = effect(on, ledger)
        shown = [held.stand for held in now.stands]
        assert shown[: len(on.stands)] == list(on.stands)
        for entry in log:
            if entry.address == address and entry.statement and entry.id not in ledger.undone:
                assert [held.stand for held in now.stands if held.entry == entry.id] == list(entry.statement.stands)


@given(acts)
def test_what_an_entry_holds_comes_back_from_the_log(done):
    for entry in desk_after(done).log:
        assert decode(entry.kind, entry.address, encode(entry.what)) == entry.what


def test_an_empty_log_is_the_draft():
    now = effect(CHOICES["5:1"], NOTHING)
    assert (now.decision, now.last) == (None, 0)
    assert tuple(worded.alternative for worded in now.alternatives) == CHOICES["5:1"].alternatives


@pytest.mark.parametrize(
    "forged",
    [
        [(Kind.UNDO, 7)],
        [(Kind.PARK, None), (Kind.UNDO, 1), (Kind.UNDO, 1)],
        [(Kind.PARK, None), (Kind.REDO, 1)],
        [(Kind.PARK, None), (Kind.PARK, None), (Kind.UNDO, 1)],
    ],
)
def test_a_log_that_negotext_did_not_write_is_refused(forged):
    log = [LogEntry(number, "", "x", "", 1, kind, "5:1", None, entry) for number, (kind, entry) in enumerate(forged, 1)]
    with pytest.raises(DamagedLog):
        replay(log)
