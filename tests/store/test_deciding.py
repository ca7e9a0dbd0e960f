"""The chair's decisions, undo and redo, and what is refused."""

import sqlite3

import pytest

from negotext.model import Act, Alternative, Decision, Side, Stand, State
from negotext.store import (
    AlreadyOpen,
    CannotRedo,
    CannotUndo,
    NothingToRedo,
    NothingToUndo,
    StaleChoice,
    StoreError,
    UnknownAddress,
    UnknownAlternative,
    UnknownEntry,
    Unstorable,
    described,
)


def accept(address: str, number: int = 1) -> Decision:
    return Decision(address, Act.ACCEPT, number)


def test_decisions_are_recorded_with_who_when_and_why(session):
    entry = session.decide(accept("5:1"), by=" Chair ", why="agreed in informals\n")
    now = session.choice("5:1")
    assert (now.state, now.decision) == (State.AGREED, accept("5:1"))
    assert (now.decided_by, now.decided_at, now.why) == ("Chair", entry.at, "agreed in informals")
    assert (now.entry, now.seen) == (entry.id, entry.id)
    assert session.log(address="5:1") == [entry]
    assert session.decisions() == [accept("5:1")]


def test_merge_park_and_reopen(session):
    merge = Decision("5:2", Act.MERGE, None, "shall, where it can,", (1, 2))
    session.decide(merge, by="Chair")
    session.decide(Decision("5:3", Act.PARK), by="Chair")
    assert session.decisions() == [merge, Decision("5:3", Act.PARK)]
    session.decide(Decision("5:2", Act.REOPEN), by="Chair", why="US asks for it")
    now = session.choice("5:2")
    assert (now.state, now.decision.act, now.why) == (State.OPEN, Act.REOPEN, "US asks for it")
    assert session.decisions() == [Decision("5:3", Act.PARK)]


def test_leaving_out_is_accepting_0(session):
    entry = session.decide(accept("5:1", 0), by="Chair")
    assert session.choice("5:1").decision.alternative == 0
    assert described(entry).startswith("Chair left out 5:1 on ")


@pytest.mark.parametrize(
    ("decision", "error"),
    [
        (accept("5:9"), UnknownAddress),
        (accept("5:1", 2), UnknownAlternative),
        (accept("5:1", -1), UnknownAlternative),
        (Decision("5:2", Act.MERGE, None, "x", (1, 7)), UnknownAlternative),
        (Decision("5:1", Act.REOPEN), AlreadyOpen),
        (Decision("5:1", Act.ACCEPT), Unstorable),
        (Decision("5:1", Act.MERGE), Unstorable),
        (Decision("5:1", Act.PARK, 1), Unstorable),
        (Decision("5:1", Act.PARK, None, "x"), Unstorable),
    ],
)
def test_what_cannot_be_decided(session, decision, error):
    with pytest.raises(error) as refused:
        session.decide(decision, by="Chair")
    assert refused.value.message
    assert session.last == 1


def test_everything_needs_a_name(session):
    with pytest.raises(Unstorable, match="whose"):
        session.decide(accept("5:1"), by="  ")


def test_the_second_of_two_is_told_who_decided_what_and_when(session, other):
    seen = session.choice("5:2").seen
    first = session.decide(accept("5:2"), by="Chair", seen=seen)
    with pytest.raises(StaleChoice) as refused:
        other.decide(accept("5:2", 2), by="Vice-Chair", seen=seen)
    assert refused.value.last == first
    assert "Chair accepted alternative 1 of 5:2 on " in refused.value.message
    assert session.choice("5:2").decision == accept("5:2")
    # Having looked again, it may.
    other.decide(accept("5:2", 2), by="Vice-Chair", seen=other.choice("5:2").seen)
    assert session.choice("5:2").decision == accept("5:2", 2)


def test_a_statement_made_meanwhile_makes_a_view_stale(session, other):
    seen = session.choice("5:2").seen
    other.say("5:2", "US: opposes", (Stand("US", None, Side.AGAINST, 1, -1, "oppose"),), by="Secretariat")
    with pytest.raises(StaleChoice, match="Secretariat took down a statement on 5:2"):
        session.decide(accept("5:2"), by="Chair", seen=seen)


def test_an_undone_decision_makes_a_view_stale_too(session, other):
    session.decide(accept("5:2"), by="Chair")
    seen = session.choice("5:2").seen
    other.undo(by="Vice-Chair")
    with pytest.raises(StaleChoice, match=r"Vice-Chair undid entry 2 on 5:2"):
        session.decide(Decision("5:2", Act.PARK), by="Chair", seen=seen)


def test_what_happens_elsewhere_makes_nothing_stale(session, other):
    seen = session.choice("5:2").seen
    other.decide(accept("5:1"), by="Vice-Chair")
    session.decide(accept("5:2"), by="Chair", seen=seen)


def test_without_looking_nothing_agreed_is_decided_anew(session):
    session.decide(Decision("5:2", Act.PARK), by="Chair")
    session.decide(accept("5:2"), by="Chair")
    with pytest.raises(StaleChoice):
        session.decide(accept("5:2", 2), by="Vice-Chair")
    session.decide(Decision("5:2", Act.REOPEN), by="Vice-Chair")
    session.decide(accept("5:2", 2), by="Vice-Chair")


def test_undo_undo_redo(session):
    for address in ("5:1", "5:2", "5:3"):
        session.decide(accept(address), by="Chair")
    assert session.next_undo().address == "5:3"
    session.undo(by="Chair")
    session.undo(by="Chair")
    assert [d.address for d in session.decisions()] == ["5:1"]
    assert (session.next_undo().address, session.next_redo().address) == ("5:1", "5:2")
    redone = session.redo(by="Chair", why="a slip")
    assert (redone.address, redone.entry) == ("5:2", 3)
    assert [d.address for d in session.decisions()] == ["5:1", "5:2"]
    assert session.next_redo().address == "5:3"


def test_redo_ends_where_something_new_begins(session):
    session.decide(accept("5:1"), by="Chair")
    session.undo(by="Chair")
    session.decide(accept("5:2"), by="Chair")
    with pytest.raises(NothingToRedo, match="Chair accepted alternative 1 of 5:2"):
        session.redo(by="Chair")
    assert session.next_redo() is None
    # By its number it can be brought back: nothing has happened on its own choice.
    session.redo(by="Chair", entry=2)
    assert [d.address for d in session.decisions()] == ["5:1", "5:2"]


def test_a_particular_entry_is_undone_unless_others_rest_on_it(session):
    session.decide(accept("5:1"), by="Chair")
    session.decide(accept("5:2"), by="Chair")
    session.decide(Decision("5:2", Act.REOPEN), by="Chair")
    session.undo(by="Chair", entry=2)
    assert session.choice("5:1").decision is None
    with pytest.raises(CannotUndo) as refused:
        session.undo(by="Chair", entry=3)
    assert [entry.id for entry in refused.value.later] == [4]
    assert refused.value.hint == "undo first, in this order: 4"
    with pytest.raises(CannotUndo, match="undone already"):
        session.undo(by="Chair", entry=2)


def test_an_entry_is_redone_only_where_it_was(session):
    session.decide(accept("5:2"), by="Chair")
    session.undo(by="Chair")
    session.decide(accept("5:2", 2), by="Chair")
    with pytest.raises(CannotRedo):
        session.redo(by="Chair", entry=2)
    with pytest.raises(CannotRedo, match="has not been undone"):
        session.redo(by="Chair", entry=4)


@pytest.mark.parametrize("number", [1, 3, 99, 0, -1])
def test_only_what_was_done_can_be_undone(session, number):
    """Entry 1 brought the round in, entry 3 is an undo."""
    session.decide(accept("5:1"), by="Chair")
    session.undo(by="Chair")
    for act in (session.undo, session.redo):
        with pytest.raises(UnknownEntry):
            act(by="Chair", entry=number)


def test_with_nothing_done_there_is_nothing_to_undo(session):
    with pytest.raises(NothingToUndo):
        session.undo(by="Chair")
    with pytest.raises(NothingToRedo):
        session.redo(by="Chair")


def test_a_closed_round_stays_as_it_is(session, draft, choices):
    session.decide(accept("5:1"), by="Chair")
    session.add_round(draft, choices, by="Secretariat")
    with pytest.raises(NothingToUndo):
        session.undo(by="Chair")
    with pytest.raises(UnknownEntry, match="in this round"):
        session.undo(by="Chair", entry=2)


def test_what_was_carried_is_undone_by_its_number_alone(session, draft, choices):
    from negotext.store import Carried

    session.add_round(draft, choices, [Carried("5:1", "5:1", accept("5:1"))], by="Secretariat")
    with pytest.raises(NothingToUndo):
        session.undo(by="Chair")
    session.undo(by="Chair", entry=session.log(address="5:1")[-1].id)
    assert session.choice("5:1").state is State.OPEN


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE log SET who = 'nobody'",
        "DELETE FROM log",
        "INSERT OR REPLACE INTO log SELECT * FROM log WHERE id = 2",
        "INSERT INTO log SELECT * FROM log WHERE id = 2 ON CONFLICT DO UPDATE SET who = 'nobody'",
        "UPDATE round SET source = x''",
        "DELETE FROM position",
        "UPDATE choice SET address = '9:9'",
        "UPDATE stand SET side = 'against'",
        "DELETE FROM stand",
        "UPDATE alternative SET text = 'never'",
        "DELETE FROM alternative",
    ],
)
@pytest.mark.parametrize("recursive", ["ON", "OFF"])
def test_the_record_refuses_to_be_changed(session, change, recursive):
    """By anybody who opens the file, not only by negotext."""
    session.decide(accept("5:1"), by="Chair")
    db = sqlite3.connect(session.path)
    db.execute(f"PRAGMA recursive_triggers = {recursive}")
    with pytest.raises(sqlite3.IntegrityError, match=r"only added to|stays as it was"):
        db.execute(change)
    db.close()


def test_every_refusal_says_what_to_do(session):
    session.decide(accept("5:1"), by="Chair")
    acts = [
        lambda: session.decide(accept("5:1"), by="Chair"),
        lambda: session.decide(accept("5:9"), by="Chair"),
        lambda: session.decide(accept("5:2", 5), by="Chair"),
        lambda: session.undo(by="Chair", entry=99),
        lambda: session.withdraw("5:2", delegation="US", by="Chair"),
        lambda: session.withdraw("5:2", alternative=1, by="Chair"),
        lambda: session.say("5:2", " ", by="Chair"),
    ]
    for act in acts:
        with pytest.raises(StoreError) as refused:
            act()
        assert refused.value.message
        assert refused.value.hint


def test_verify_finds_a_table_that_says_something_else(new):
    from negotext.store import open_session

    path = new()
    with open_session(path) as session:
        session.decide(accept("5:1"), by="Chair")
        session.say("5:2", "US: may", (), (Alternative(3, "may"),), by="Chair")
    db = sqlite3.connect(path)
    db.execute("UPDATE standing SET alternative = 0")
    db.execute("UPDATE stand SET ended = 2")
    db.execute("DELETE FROM alternative WHERE entry IS NOT NULL")
    db.commit()
    db.close()
    with open_session(path, read_only=True) as session:
        faults = session.verify()
    assert "round 1, 5:1: the decision is not what the log says" in faults
    assert "round 1, 5:2: the alternatives are not what the log says" in faults
    assert "round 1, 6:1: the stands are not what the log says" in faults
