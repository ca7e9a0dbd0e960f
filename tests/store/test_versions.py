"""Language versions beside a round."""

import sqlite3

import pytest

from negotext.reading import read_text
from negotext.store import Unstorable, open_session

FRENCH = "5. Le Comité [doit][devrait] examiner le programme.\r\n"


def version(text: str = FRENCH, language: str = "fr"):
    return read_text(text, name=f"draft.{language}.txt", language=language)


def test_a_version_comes_back_character_for_character(new):
    path = new()
    with open_session(path) as session:
        assert session.versions() == ()
        session.add_version(version(), by="Secretariat")
    with open_session(path, read_only=True) as session:
        (kept,) = session.versions()
    assert (kept.round, kept.language, kept.source.text, kept.added_by) == (1, "fr", FRENCH, "Secretariat")
    assert kept.source.name == "draft.fr.txt"


def test_the_last_version_of_a_language_holds_and_the_others_are_kept(new):
    path = new()
    with open_session(path) as session:
        session.add_version(version("5. Faux.\n"), by="A")
        session.add_version(version("5. Falso.\n", "es"), by="A")
        session.add_version(version(), by="B")
        assert [(each.language, each.added_by) for each in session.versions()] == [("es", "A"), ("fr", "B")]
    with sqlite3.connect(path) as db:
        assert db.execute("SELECT count(*) FROM version").fetchone() == (3,)
    db.close()


def test_a_version_stays_as_it_was_brought_in(new):
    path = new()
    with open_session(path) as session:
        session.add_version(version(), by="A")
    with sqlite3.connect(path) as db:
        for change in ("UPDATE version SET added_by = 'B'", "DELETE FROM version"):
            with pytest.raises(sqlite3.IntegrityError, match="stays as it was"):
                db.execute(change)
    db.close()


def test_the_language_of_the_round_is_no_version(new):
    with open_session(new()) as session:
        own = session.rounds()[0].language
        with pytest.raises(Unstorable, match="in this language itself"):
            session.add_version(version(language=own), by="A")
        with pytest.raises(Unstorable, match="whose"):
            session.add_version(version(), by=" ")
        assert session.versions() == ()
