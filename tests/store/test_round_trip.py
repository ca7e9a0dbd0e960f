"""What goes into a session comes out of it."""

import sqlite3
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from negotext.model import Act, Alternative, Decision, Side, Source, Stance, Stand, State
from negotext.reading import read_bytes, read_text
from negotext.store import (
    Asked,
    Carried,
    Kind,
    NothingToWithdraw,
    StaleSession,
    Statement,
    UnknownAddress,
    UnknownAlternative,
    UnknownRound,
    Unstorable,
    Withdrawal,
    create,
    open_session,
)
from negotext.store.payload import decode


def test_choices_come_back_as_they_were(session, choices):
    standings = session.choices()
    assert tuple(standing.choice for standing in standings) == choices
    assert {standing.state for standing in standings} == {State.OPEN}
    assert {(s.decision, s.seen, s.withdrawn) for s in standings} == {(None, 0, frozenset())}
    assert [session.choice(choice.address).choice for choice in choices] == list(choices)


def test_positions_come_back_as_they_were(session, draft):
    noted = session.positions()
    assert tuple(one.position for one in noted) == draft.positions
    assert [one.number for one in noted] == [0, 1, 2, 3]
    assert [one.address for one in noted] == ["5:1", "", "6:1", "6:1"]
    assert [one.line for one in noted] == [1, 1, 4, 5]
    assert noted[3].evidence == "俄罗斯支持"


def test_the_source_comes_back_byte_for_byte(tmp_path, choices):
    data = "\ufeff5. [shall]\r\n委员会\n".encode("utf-16-le")
    draft = read_bytes(data, "old.txt", "en")
    with create(tmp_path / "s.db", draft, (), name="n", by="x") as session:
        source = session.source()
    assert source == draft.source
    assert source.encode() == data


def test_a_session_knows_what_it_is(session):
    assert (session.name, session.language) == ("Ports", "en")
    (only,) = session.rounds()
    assert (only.number, only.name, only.added_by) == (1, "draft.txt", "Secretariat")
    assert (only.choices, only.open) == (5, 5)
    assert only.program.startswith("negotext ")
    (entry,) = session.log()
    assert (entry.kind, entry.by, entry.round) == ("round", "Secretariat", 1)


def test_a_moment_is_recorded_in_utc(session):
    at = datetime(2026, 3, 4, 15, 5, 9, 250_999, timezone(timedelta(hours=1)))
    entry = session.decide(Decision("5:1", Act.PARK), by="Chair", at=at)
    assert entry.at == "2026-03-04T14:05:09.250Z"
    with pytest.raises(Unstorable):
        session.decide(Decision("5:2", Act.PARK), by="Chair", at=datetime(2026, 3, 4))


@pytest.mark.parametrize(
    ("asked", "numbers"),
    [
        (Asked(delegations={"US", "CL"}), [0, 2]),
        (Asked(delegations={"LMG"}), [3]),
        (Asked(stances={Stance.COMMENT, Stance.SUPPORT}), [1, 3]),
        (Asked(paragraph="6"), [2, 3]),
        (Asked(address="5:1"), [0]),
        (Asked(state=State.AGREED), [0]),
        (Asked(state=State.OPEN), [2, 3]),
        (Asked(delegations={"US"}, stances={Stance.COMMENT}), []),
    ],
)
def test_positions_can_be_asked_for(session, asked, numbers):
    session.decide(Decision("5:1", Act.ACCEPT, 1), by="Chair")
    assert [one.number for one in session.positions(asked)] == numbers


def test_a_paragraph_has_its_items(tmp_path, draft, choices):
    moved = [
        replace(one, paragraph=where) for one, where in zip(choices, ["8", "8(a)", "8.1", "8 bis", "88"], strict=True)
    ]
    with create(tmp_path / "s.db", draft, moved, name="n", by="x") as session:
        assert [s.choice.paragraph for s in session.choices(paragraph="8")] == ["8", "8(a)", "8.1"]
        assert [one.paragraph for one in session.listed(paragraph="8 bis")] == ["8 bis"]


def test_the_list_says_what_the_choices_say(session, choices):
    session.decide(Decision("5:2", Act.PARK), by="Chair")
    listed = session.listed(None)
    assert [one.address for one in listed] == [choice.address for choice in choices]
    assert [one.state for one in listed].count(State.PARKED) == 1
    assert [one.address for one in session.listed()] == ["5:1", "5:3", "5:3.1", "6:1"]
    last = listed[-1]
    assert (last.nearest, last.backers, last.holders) == (0, ("US",), ())
    assert (listed[0].nearest, listed[0].backers) == (1, ("CL",))


def test_an_unknown_address_is_told_with_its_neighbours(session):
    for ask in (session.choice, session.stands):
        with pytest.raises(UnknownAddress) as error:
            ask("5:4")
        assert error.value.nearest[0].startswith("5:")
    with pytest.raises(UnknownRound):
        session.choices(round=2)


def test_contradictory_choices_are_refused_and_leave_nothing(tmp_path, draft, choices):
    for wrong in (
        [choices[0], choices[0]],
        [replace(choices[0], alternatives=choices[0].alternatives[1:])],
        [replace(choices[0], parent="9:9")],
        [replace(choices[0], stands=(replace(choices[0].stands[0], position=4),))],
    ):
        with pytest.raises(Unstorable):
            create(tmp_path / "s.db", draft, wrong, name="n", by="x")
        assert list(tmp_path.iterdir()) == []


def test_half_a_character_is_refused(session, tmp_path):
    with pytest.raises(Unstorable, match="half a character"):
        session.say("5:2", "\udc80", by="Chair")
    with pytest.raises(Unstorable):
        create(tmp_path / "t.db", read_text("5. \ud800"), (), name="n", by="x")
    assert not (tmp_path / "t.db").exists()
    assert session.last == 1


def test_a_second_round(session, draft, choices):
    session.decide(Decision("5:1", Act.ACCEPT, 1), by="Chair")
    session.say("5:2", "US: may", (Stand("US", None, Side.FOR, 3, -1, "insert"),), (Alternative(3, "may"),), by="Chair")
    source = Source("X" + draft.source.text, "second.txt")
    # In the new draft what was 5:1 is gone and the rest has moved up.
    second = [replace(choices[1], address="5:1"), replace(choices[4], address="6:1")]
    statement = session.log(address="5:2")[-1].statement
    carried = [
        Carried("5:1", "5:2", Decision("5:1", Act.ACCEPT, 3), statement, 0.9),
        Carried("6:1", "6:1"),
    ]
    made = session.add_round(replace(draft, source=source), second, carried, by="Secretariat", seen=session.last)
    assert (made.number, made.name, made.choices, made.open) == (2, "second.txt", 2, 1)

    now = session.choice("5:1")
    assert (now.round, now.state, now.decision) == (2, State.AGREED, Decision("5:1", Act.ACCEPT, 3))
    assert now.choice.alternatives[3].text == "may"
    assert [one.stand.delegation for one in session.stands("5:1")] == ["US"]
    assert session.choice("5:1", round=1).decision == Decision("5:1", Act.ACCEPT, 1)
    assert session.source().text == source.text
    assert session.source(1) == draft.source
    assert [entry.kind for entry in session.log(round=2)] == ["round", "carry", "carry"]
    assert session.log(round=2)[1].what == carried[0]
    assert [d.address for d in session.decisions()] == ["5:1"]
    assert [one.address for one in session.positions(Asked(delegations={"CL"}), round=1)] == ["5:1"]


def test_what_is_carried_is_numbered_anew(session, draft, choices):
    """The new draft has printed another alternative; the one from the floor comes after it."""
    wordings = (*choices[1].alternatives, Alternative(3, "will"))
    statement = Statement("US: may", (Stand("US", None, Side.FOR, 3, -1, "insert"),), (Alternative(3, "may"),))
    carried = Carried("5:2", "5:2", Decision("5:2", Act.MERGE, None, "may", (1, 3)), statement)
    session.add_round(draft, [replace(choices[1], alternatives=wordings)], [carried], by="Secretariat")
    now = session.choice("5:2")
    assert [alternative.text for alternative in now.choice.alternatives] == ["", "shall", "should", "will", "may"]
    assert now.decision.sources == (1, 4)
    assert now.choice.stands[0].alternative == 4


def test_a_withdrawal_is_carried_and_read_back(session, draft, choices):
    carried = [
        Carried("5:1", "5:1", withdrawal=Withdrawal(None, 1)),
        Carried("6:1", "6:1", withdrawal=Withdrawal("US", 0), confidence=0.8),
    ]
    session.add_round(draft, choices, carried, by="Secretariat")
    assert session.choice("5:1").withdrawn == {1}
    assert [one.stand.delegation for one in session.stands("5:1")] == []
    assert [one.stand.delegation for one in session.stands("6:1")] == ["RU"]
    entries = session.log(round=2)[1:]
    assert [entry.what for entry in entries] == carried
    assert [entry.withdrawal for entry in entries] == [Withdrawal(None, 1), Withdrawal("US", 0)]
    session.undo(by="Chair", entry=entries[0].id)
    assert session.choice("5:1").withdrawn == set()


def test_a_merge_is_carried_though_a_source_of_it_was_withdrawn(session, draft, choices):
    wordings = (*choices[1].alternatives, Alternative(3, "will"))
    merged = Decision("5:2", Act.MERGE, None, "shall", (1, 3))
    carried = [Carried("5:2", "5:2", withdrawal=Withdrawal(None, 3)), Carried("5:2", "5:2", merged)]
    session.add_round(draft, [replace(choices[1], alternatives=wordings)], carried, by="Secretariat")
    assert session.choice("5:2").decision == merged


def test_what_older_logs_hold_of_a_carrying_is_read():
    assert decode(Kind.CARRY, "5:1", '{"confidence":1.0,"origin":"4:1"}') == Carried("5:1", "4:1")


def test_a_round_that_does_not_fit_changes_nothing(session, draft, choices):
    before = session.last
    for carried, error in (
        (Carried("7:1", "5:1"), UnknownAddress),
        (Carried("5:1", "5:1", Decision("5:1", Act.ACCEPT, 9)), UnknownAlternative),
        (Carried("5:1", "5:1", Decision("5:1", Act.MERGE)), Unstorable),
        (Carried("5:1", "5:1", Decision("5:1", Act.MERGE, None, "may", (9,))), UnknownAlternative),
        (Carried("5:1", "5:1", withdrawal=Withdrawal("NO", 1)), NothingToWithdraw),
    ):
        with pytest.raises(error):
            session.add_round(draft, choices, [carried], by="Secretariat")
    assert (len(session.rounds()), session.last) == (1, before)


def test_a_round_worked_out_on_an_old_view_is_refused(session, other, draft, choices):
    seen = session.last
    other.decide(Decision("5:1", Act.PARK), by="Chair")
    with pytest.raises(StaleSession, match="Chair parked 5:1"):
        session.add_round(draft, choices, by="Secretariat", seen=seen)


def test_anyone_can_read_it_with_sqlite(session):
    session.decide(Decision("5:1", Act.ACCEPT, 1), by="Chair", why="agreed in informals")
    session.say("6:1", "US withdraws its deletion", (Stand("US", None, Side.REMARKS, 1, -1, "comment"),), by="Chair")
    db = sqlite3.connect(session.path)

    def asked(query: str) -> list[tuple]:
        return db.execute(query).fetchall()

    assert asked("SELECT address, decision, text, decided_by, why, holds FROM decisions") == [
        ("5:1", "accept", "regularly", "Chair", "agreed in informals", 1)
    ]
    assert asked("SELECT state, text, supported_by FROM choices WHERE address = '5:1'") == [
        ("agreed", "regularly", "CL")
    ]
    assert asked("SELECT held_by, opposed_by FROM choices WHERE address = '6:1'") == [(None, "RU")]
    assert asked("SELECT number, text, base, accepted FROM alternatives WHERE address = '5:1'") == [
        (0, "", 1, 0),
        (1, "regularly", 0, 1),
    ]
    assert asked("SELECT delegation, stance, target, evidence, source FROM positions WHERE address = '6:1'") == [
        ("US", "delete", "定期", "美国：删除“定期”", "draft"),
        ("RU", "support", None, "俄罗斯支持", "draft"),
        ("US", "comment", "定期", "US withdraws its deletion", "floor"),
    ]
    assert asked("SELECT words, recorded_by, undone FROM statements") == [("US withdraws its deletion", "Chair", 0)]
    assert asked("SELECT number, open FROM rounds") == [(1, 4)]
    db.close()


def test_it_can_be_read_while_open_for_reading_only(new):
    with open_session(new(), read_only=True) as session:
        assert len(session.choices()) == 5
        assert session.next_undo() is None


def test_now_is_now(session):
    entry = session.decide(Decision("5:1", Act.PARK), by="Chair")
    age = datetime.now(UTC) - datetime.fromisoformat(entry.at)
    assert timedelta(0) <= age < timedelta(minutes=1)
