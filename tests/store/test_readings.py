"""A session gives its drafts back as they were read."""

import sqlite3
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotext.model import Anchor, Draft, Span
from negotext.outcome import choices_of
from negotext.reading import read_text
from negotext.store import Damaged, create, open_session
from negotext.store.readings import _draft, _written

EXAMPLES = sorted((Path(__file__).resolve().parents[2] / "examples").glob("*.txt"))


def kept(draft: Draft, path: Path) -> Draft | None:
    with create(path, draft, choices_of(draft), name="x", by="Secretariat") as session:
        return session.draft()


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_the_examples_come_back_as_they_were_read(path, tmp_path):
    draft = read_text(path.read_text(encoding="utf-8"), path.name)
    assert kept(draft, tmp_path / "s.db") == draft


def test_a_mixed_draft_keeps_its_languages_and_named_places(tmp_path):
    text = (
        "5. The plan [shall][should] grow [“fast” – Kenya].\n\n"
        "6. 各方［应］［宜］报告其措施[“每年”——肯尼亚：删除]。\n\n7. The parties report on what they did."
    )
    read = read_text(text)
    draft = Draft(
        read.source,
        read.language,
        read.blocks,
        read.tree,
        read.positions,
        read.diagnostics,
        read.foreign,
        (Anchor("_nt_0a1b2c3d_1_0", Span(12, 19)),),
    )
    assert draft.foreign
    assert kept(draft, tmp_path / "s.db") == draft


@given(st.text(alphabet="[]5. (a)\n–:“”KenyaUS deletshou", max_size=120))
def test_whatever_is_read_is_written_and_read_back(text):
    import json

    draft = read_text(text, language="en")
    assert _draft(json.loads(_written(draft)), "en", draft.source, draft.positions) == draft


def test_a_session_from_before_readings_were_kept_says_so(new):
    path = new()
    with sqlite3.connect(path) as db:
        db.execute("DROP TRIGGER reading_no_delete")
        db.execute("DELETE FROM reading")
    db.close()
    with open_session(path) as session:
        assert session.draft() is None


@pytest.mark.parametrize("damage", ["", "{}", "[1]", '{"blocks": [[1]]}'])
def test_a_damaged_reading_is_said_and_not_guessed_at(new, damage):
    path = new()
    with sqlite3.connect(path) as db:
        db.execute("DROP TRIGGER reading_no_update")
        db.execute("UPDATE reading SET draft = ?", (damage,))
    db.close()
    with open_session(path) as session, pytest.raises(Damaged, match="reading of round 1"):
        session.draft()


def test_a_reading_is_never_changed(new):
    path = new()
    with sqlite3.connect(path) as db, pytest.raises(sqlite3.IntegrityError, match="as it was read"):
        db.execute("UPDATE reading SET draft = '{}'")
    db.close()
