"""Statements from the floor and withdrawals."""

import pytest

from negotext.model import Act, Alternative, Decision, Side, Stand
from negotext.store import (
    Asked,
    CannotWithdraw,
    NothingToWithdraw,
    StoreError,
    UnknownAddress,
    UnknownAlternative,
    Unstorable,
)


def stand(delegation: str, side: Side, alternative: int, group: str | None = None) -> Stand:
    return Stand(delegation, group, side, alternative, -1, "support" if side is Side.FOR else "oppose")


def who(session, address: str, **options) -> list[tuple]:
    return [(one.stand.delegation, one.stand.side, one.stand.alternative) for one in session.stands(address, **options)]


def test_a_statement_adds_stands_with_its_words(session):
    entry = session.say("5:2", "RU: opposes shall", (stand("RU", Side.AGAINST, 1),), by="Chair")
    (one,) = session.stands("5:2")
    assert (one.stand.delegation, one.stand.position) == ("RU", -1)
    assert (one.evidence, one.line, one.entry, one.ended) == ("RU: opposes shall", None, entry.id, None)
    assert session.choice("5:2").choice.stands == (one.stand,)
    (noted,) = session.positions(Asked(delegations={"RU"}, address="5:2"))
    assert (noted.position.stance, noted.position.target, noted.number) == ("oppose", "shall", -1)


def test_stands_of_the_draft_carry_their_evidence(session):
    first, second = session.stands("6:1")
    assert (first.evidence, first.line, first.entry) == ("美国：删除“定期”", 4, None)
    assert (second.stand.delegation, second.stand.on_behalf_of) == ("RU", "LMG")


def test_a_new_wording_becomes_an_alternative(session):
    number = session.choice("5:2").next_number
    session.say("5:2", "US: may", (stand("US", Side.FOR, number),), (Alternative(number, "may"),), by="Chair")
    now = session.choice("5:2")
    assert now.choice.alternatives[3] == Alternative(3, "may")
    assert now.next_number == 4
    session.decide(Decision("5:2", Act.ACCEPT, 3), by="Chair", seen=now.seen)
    assert [d.alternative for d in session.decisions()] == [3]


def test_two_who_offer_at_once_both_get_a_number(session, other):
    """Both saw three alternatives; the second is numbered behind the first, with the stand on it."""
    for chair, word in ((session, "may"), (other, "will")):
        chair.say("5:2", f"US: {word}", (stand("US", Side.FOR, 3),), (Alternative(3, word),), by="Chair")
    texts = [alternative.text for alternative in session.choice("5:2").choice.alternatives]
    assert texts == ["", "shall", "should", "may", "will"]
    assert who(session, "5:2") == [("US", "for", 3), ("US", "for", 4)]


def test_a_number_is_never_given_twice(session):
    session.say("5:2", "US: may", (), (Alternative(3, "may"),), by="Chair")
    session.undo(by="Chair")
    assert len(session.choice("5:2").choice.alternatives) == 3
    entry = session.say("5:2", "US: will", (), (Alternative(3, "will"),), by="Chair")
    assert entry.statement.alternatives[0].number == 4
    now = session.choice("5:2")
    assert [alternative.text for alternative in now.choice.alternatives] == ["", "shall", "should", "may", "will"]
    assert now.withdrawn == {3}
    with pytest.raises(UnknownAlternative, match="any more"):
        session.decide(Decision("5:2", Act.ACCEPT, 3), by="Chair")


def test_what_is_said_last_about_an_alternative_holds(session):
    session.say("6:1", "RU: for itself, yes", (stand("RU", Side.FOR, 1),), by="Chair")
    session.say("6:1", "RU for LMG: yes", (stand("RU", Side.FOR, 1, "LMG"),), by="Chair")
    assert who(session, "6:1") == [("US", "for", 0), ("RU", "for", 1), ("RU", "for", 1)]
    ended = [one for one in session.stands("6:1", ended=True) if one.ended]
    assert [(one.stand.side, one.evidence, one.ended) for one in ended] == [("against", "俄罗斯支持", 3)]
    assert not session.positions(Asked(delegations={"LMG"}))[0].line
    assert session.positions(Asked(delegations={"LMG"}, ended=True))[0].holds is False


def test_whoever_is_for_leaving_out_is_for_no_wording(session):
    session.say("5:1", "CL: delete", (stand("CL", Side.FOR, 0),), by="Chair")
    assert who(session, "5:1") == [("CL", "for", 0)]
    session.say("5:1", "CL: keep", (stand("CL", Side.FOR, 1),), by="Chair")
    assert who(session, "5:1") == [("CL", "for", 1)]
    session.undo(by="Chair")
    session.undo(by="Chair")
    assert [one.line for one in session.stands("5:1")] == [1]


def test_several_wordings_may_be_welcome(session):
    session.say("5:2", "US: 1 or 2", (stand("US", Side.FOR, 1), stand("US", Side.FOR, 2)), by="Chair")
    session.say("5:2", "RU: 1", (stand("RU", Side.FOR, 1),), by="Chair")
    session.say("5:2", "RU: or 2", (stand("RU", Side.FOR, 2),), by="Chair")
    assert who(session, "5:2") == [("US", "for", 1), ("US", "for", 2), ("RU", "for", 1), ("RU", "for", 2)]


def test_a_remark_ends_nothing(session):
    session.say("6:1", "RU has a question", (stand("RU", Side.REMARKS, 1, "LMG"),), by="Chair")
    assert who(session, "6:1") == [("US", "for", 0), ("RU", "against", 1), ("RU", "remarks", 1)]


def test_a_delegation_withdraws(session):
    session.withdraw("6:1", delegation="US", by="Chair", why="after consultations")
    assert who(session, "6:1") == [("RU", "against", 1)]
    assert who(session, "6:1", ended=True)[0] == ("US", "for", 0)
    assert session.listed()[-1].backers == ()
    assert [one.position.delegation for one in session.positions(Asked(paragraph="6"))] == ["RU"]
    session.undo(by="Chair")
    assert who(session, "6:1") == [("US", "for", 0), ("RU", "against", 1)]


def test_an_alternative_is_withdrawn_with_who_stands_on_it(session):
    session.say("5:2", "US: may", (stand("US", Side.FOR, 3),), (Alternative(3, "may"),), by="Chair")
    session.withdraw("5:2", alternative=3, by="Chair")
    now = session.choice("5:2")
    assert now.withdrawn == {3}
    assert now.choice.alternatives[3].text == "may"
    assert now.choice.stands == ()
    with pytest.raises(UnknownAlternative):
        session.decide(Decision("5:2", Act.ACCEPT, 3), by="Chair")
    # Against what is no longer on the table nobody needs to speak; whoever is for it puts it there again.
    with pytest.raises(UnknownAlternative):
        session.say("5:2", "RU: not 3", (stand("RU", Side.AGAINST, 3),), by="Chair")
    session.say("5:2", "CL takes up 3", (stand("CL", Side.FOR, 3),), by="Chair")
    assert session.choice("5:2").withdrawn == frozenset()
    assert who(session, "5:2") == [("CL", "for", 3)]


def test_a_proposal_of_the_draft_is_withdrawn(session):
    session.withdraw("5:1", alternative=1, by="Chair")
    assert session.choice("5:1").withdrawn == {1}
    assert session.sql("SELECT number, holds FROM alternatives WHERE address = '5:1'").rows == [(0, 1), (1, 0)]


@pytest.mark.parametrize(
    ("address", "what", "error"),
    [
        ("5:9", {"delegation": "US"}, UnknownAddress),
        ("5:1", {"delegation": "US"}, NothingToWithdraw),
        ("5:1", {"delegation": "CL", "alternative": 0}, NothingToWithdraw),
        ("5:1", {}, NothingToWithdraw),
        ("5:1", {"alternative": 7}, UnknownAlternative),
        ("5:1", {"alternative": 0}, CannotWithdraw),
        ("5:2", {"alternative": 1}, CannotWithdraw),
    ],
)
def test_what_cannot_be_withdrawn(session, address, what, error):
    with pytest.raises(error):
        session.withdraw(address, by="Chair", **what)
    assert session.last == 1


def test_what_was_agreed_cannot_be_withdrawn(session):
    session.decide(Decision("5:1", Act.ACCEPT, 1), by="Chair")
    with pytest.raises(CannotWithdraw, match="what was agreed"):
        session.withdraw("5:1", alternative=1, by="Chair")


@pytest.mark.parametrize(
    ("said", "error"),
    [
        (("5:9", "words"), UnknownAddress),
        (("5:2", "  "), Unstorable),
        (("5:2", "US: 7", (stand("US", Side.FOR, 7),)), UnknownAlternative),
        (("5:2", "two", (), (Alternative(3, "a"), Alternative(3, "b"))), Unstorable),
    ],
)
def test_what_cannot_be_said(session, said, error):
    with pytest.raises(error) as refused:
        session.say(*said, by="Chair")
    assert isinstance(refused.value, StoreError)
    assert session.last == 1
