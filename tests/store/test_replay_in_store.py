"""The same acts as in test_replay.py, on real sessions: the tables always say what the log says."""

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from negotext.model import Act, Alternative, Decision, Side, Stand
from negotext.query.holdups import holdup
from negotext.store import CannotRedo, NothingToRedo, NothingToUndo, Session, StoreError, create, open_session, replay
from negotext.store.undoing import to_redo, to_undo

ADDRESSES = ["5:1", "5:2", "5:3.1", "6:1"]


@pytest.fixture(scope="module")
def blank(tmp_path_factory, draft, choices) -> Path:
    """A session to make copies of."""
    path = tmp_path_factory.mktemp("blank") / "blank.db"
    create(path, draft, choices, name="n", by="x").close()
    return path


codes = st.sampled_from(["US", "RU", "CL"])
numbers = st.integers(0, 4)
stands = st.lists(
    st.builds(
        Stand, codes, st.sampled_from([None, "LMG"]), st.sampled_from(Side), numbers, st.just(-1), st.just("support")
    ),
    max_size=3,
)
wordings = st.lists(st.builds(Alternative, st.integers(3, 4), st.sampled_from(["may", "可以"])), max_size=1)
decisions = st.one_of(
    st.tuples(st.just(Act.ACCEPT), numbers),
    st.tuples(st.just(Act.MERGE), st.none(), st.text("ab", max_size=3)),
    st.tuples(st.sampled_from([Act.PARK, Act.REOPEN])),
)
acts = st.one_of(
    st.tuples(st.just("decide"), st.sampled_from(ADDRESSES), decisions),
    st.tuples(st.just("say"), st.sampled_from(ADDRESSES), stands, wordings),
    st.tuples(st.just("withdraw"), st.sampled_from(ADDRESSES), st.none() | codes, st.none() | numbers),
    st.tuples(st.sampled_from(["undo", "redo"]), st.none() | st.integers(2, 9)),
)


def do(session: Session, act: tuple) -> None:
    try:
        match act:
            case ("decide", address, parts):
                session.decide(Decision(address, *parts), by="Chair", seen=session.choice(address).seen)
            case ("say", address, said, offered):
                session.say(address, "words", said, offered, by="Chair")
            case ("withdraw", address, code, number):
                session.withdraw(address, delegation=code, alternative=number, by="Chair")
            case ("undo", entry):
                session.undo(by="Chair", entry=entry)
            case ("redo", entry):
                session.redo(by="Chair", entry=entry)
    except StoreError:
        pass


def tables(session: Session) -> dict[str, list[tuple]]:
    """All that follows from the log, without the numbers of entries."""
    queries = {
        "standing": "SELECT choice, state, act, alternative, text, sources, nearest, backers, holders, wordings "
        "FROM standing",
        "alternative": "SELECT choice, number, text, entry IS NULL, ended IS NULL FROM alternative ORDER BY 1, 2",
        "stand": "SELECT choice, number, delegation, side, alternative, entry IS NULL, ended IS NULL FROM stand",
        "searched": "SELECT count(*) FROM alternative_fts WHERE alternative_fts MATCH 'shall OR own OR may'",
    }
    return {name: session._db.execute(query).fetchall() for name, query in queries.items()}


@settings(max_examples=60)
@given(done=st.lists(acts, max_size=10))
def test_tables_follow_the_log_and_undoing_everything_gives_back_the_draft(blank, done):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(shutil.copy(blank, folder))
        with open_session(path) as session:
            initial, choices = tables(session), [standing.choice for standing in session.choices()]
            for act in done:
                do(session, act)
                assert session.verify() == []
                assert_steps_agree(session)
            log = session.log()
            assert_lists_agree(session)
            while True:
                try:
                    session.undo(by="Chair")
                except NothingToUndo:
                    break
            assert session.verify() == []
            assert tables(session) == initial
            assert [standing.choice for standing in session.choices()] == choices
            assert (
                session.sql("SELECT count(*) FROM undone").rows
                == session.sql("SELECT count(*) FROM log WHERE kind NOT IN ('undo', 'redo', 'round')").rows
            )
            assert session.log()[: len(log)] == log


def assert_steps_agree(session: Session) -> None:
    """The tables say what comes next as the replay of the whole log does."""
    for asked, found, refusals in (
        (session.next_undo, to_undo, NothingToUndo),
        (session.next_redo, to_redo, (NothingToRedo, CannotRedo)),
    ):
        try:
            wanted = found(replay(session.log()))
        except refusals:
            wanted = None
        assert asked() == wanted


def assert_lists_agree(session: Session) -> None:
    """The quick list and the views say what the choices say; the query package ranks in the same way."""
    whole = session.choices()
    states = session.sql("SELECT address, state, accepted FROM choices ORDER BY place").rows
    assert states == [(s.address, s.state, s.decision and s.decision.alternative) for s in whole]
    for one, standing in zip(session.listed(None), whole, strict=True):
        assert (one.address, one.state, one.seen) == (standing.address, standing.state, standing.seen)
        said = any(stand.side is not Side.REMARKS for stand in standing.choice.stands)
        assert (one.within, one.named) == (standing.choice.within, said)
        if not standing.withdrawn:
            ranked = holdup(standing.choice, {})
            assert (one.nearest, one.backers, one.holders) == (ranked.nearest, ranked.backers, ranked.holders)
    for standing in whole:
        assert tuple(one.stand for one in session.stands(standing.address)) == standing.choice.stands
