"""What a session keeps of its drafts."""

import sqlite3

import pytest

from negotext.languages import read_own
from negotext.outcome import choices_of
from negotext.query.kept import draft_of, own_of, registry_of
from negotext.reading import read_text
from negotext.store import Damaged, create, open_session

PARTIES = 'iso = false\n[GREENS]\nnames = ["The Greens"]\n'
TEXT = "1. The council shall [soon – Greens] meet.\n"


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "council.db"
    draft = read_text(TEXT, "council.txt", "en", read_own(PARTIES))
    create(path, draft, choices_of(draft), name="council", by="Mayor", delegations=PARTIES).close()
    return path


def change(path, *statements: str) -> None:
    db = sqlite3.connect(path)
    for statement in statements:
        db.execute(statement)
    db.commit()
    db.close()


def test_delegations_are_those_of_the_session(path):
    with open_session(path) as session:
        assert own_of(session).text == PARTIES
        assert registry_of(session).code("The Greens") == "GREENS"
        assert registry_of(session).code("Kenya") is None


def test_a_draft_whose_reading_is_not_kept_is_read_again_with_the_delegations_of_the_session(path):
    with open_session(path) as session:
        kept = draft_of(session)
    change(path, "DROP TRIGGER reading_no_delete", "DELETE FROM reading")
    with open_session(path) as session:
        assert session.draft() is None
        assert draft_of(session) == draft_of(session, 1) == kept
    assert [position.delegation for position in kept.positions] == ["GREENS"]


def test_delegations_that_make_no_sense_are_damage_with_its_line(path):
    change(path, "UPDATE session SET delegations = 'iso = false' || char(10) || 'names = 3'")
    with (
        open_session(path) as session,
        pytest.raises(Damaged, match=r"council\.db is damaged \(its delegations, line 2"),
    ):
        own_of(session)
