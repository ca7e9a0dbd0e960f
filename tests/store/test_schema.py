"""The schema, as text that a change has to be seen in, and the views that others rely on."""

import re
import sqlite3
from pathlib import Path

import pytest

from negotext.store import create, migrations, open_session
from negotext.store.schema import APPLICATION_ID, VERSION

GOLDEN = Path(__file__).with_name("schema.sql")


def schema(path: Path) -> str:
    """What `sqlite3 SESSION .schema` shows, without what SQLite makes for itself."""
    with sqlite3.connect(path) as db:
        rows = db.execute(
            "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND NOT name GLOB '*_fts_*' ORDER BY rowid"
        ).fetchall()
    db.close()
    return "".join(f"{sql};\n" for (sql,) in rows)


def test_schema_is_the_one_written_down(new):
    """After a new migration: look at the difference, then write the new text to schema.sql."""
    assert schema(new()) == GOLDEN.read_text(encoding="utf-8")


def test_migrations_are_numbered_and_counted():
    names = [migration.name for migration in migrations.migrations._migrations]
    assert [name[:4] for name in names] == [f"m{number:03}" for number in range(1, len(names) + 1)]
    assert len(names) == VERSION


def test_a_session_can_be_told_from_other_files(new):
    with sqlite3.connect(new()) as db:
        assert db.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert db.execute("PRAGMA user_version").fetchone() == (VERSION,)
        assert db.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    db.close()


def test_an_older_session_is_brought_up_to_date(new):
    """m003 and what builds on it is taken back by hand, as if the session came from a negotext without it."""
    path = new()
    before = schema(path)
    with sqlite3.connect(path) as db:
        for (view,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'view'").fetchall():
            db.execute(f"DROP VIEW {view}")
        db.execute("DROP TABLE reading")
        db.execute("ALTER TABLE position DROP COLUMN date")
        db.execute("DELETE FROM _sqlite_migrations WHERE name GLOB 'm00[37]*'")
        db.execute("PRAGMA user_version = 2")
    db.close()
    assert schema(path) != before
    with open_session(path) as session:
        assert session.choice("5:1").address == "5:1"
    # What is made again comes last.
    assert sorted(schema(path).splitlines()) == sorted(before.splitlines())


def test_a_session_from_before_it_kept_delegations(new):
    """m004 is taken back by hand."""
    path = new()
    with sqlite3.connect(path) as db:
        db.execute("ALTER TABLE session DROP COLUMN delegations")
        db.execute("DELETE FROM _sqlite_migrations WHERE name LIKE 'm004%'")
        db.execute("PRAGMA user_version = 3")
    db.close()
    with open_session(path) as session:
        assert session.delegations == ""
        assert session.choice("5:1").address == "5:1"


def test_the_file_of_delegations_is_kept_as_it_is(draft, choices, path):
    text = '[GREENS]\r\nnames = ["Les Verts", "绿党"]  # minutes\r\n'
    with create(path, draft, choices, name="n", by="x", delegations=text) as session:
        assert session.delegations == text
    with open_session(path, read_only=True) as session:
        assert session.delegations == text


def documented() -> dict[str, list[str]]:
    """The columns of each view, as VIEWS.md has them."""
    text = Path(migrations.__file__).with_name("VIEWS.md").read_text(encoding="utf-8")
    return {
        part.partition("\n")[0]: re.findall(r"^\| (\w+) \|", part, re.MULTILINE)[1:] for part in text.split("\n## ")[1:]
    }


def test_every_view_is_documented(new):
    with sqlite3.connect(new()) as db:
        views = [name for (name,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'view'")]
        columns = {view: [row[1] for row in db.execute(f"PRAGMA table_info({view})")] for view in views}
    db.close()
    assert columns == documented()


@pytest.mark.parametrize(
    "query",
    re.findall(
        r"^    (SELECT .*);$", Path(migrations.__file__).with_name("VIEWS.md").read_text(encoding="utf-8"), re.MULTILINE
    ),
)
def test_the_queries_in_the_documentation_work(session, query):
    assert session.sql(query).columns
