"""What a user may ask in SQL, and that nothing but asking is possible."""

import hashlib

import pytest

from negotext.store import BadQuery, QueryTooLong, open_session


def test_a_query_gives_columns_and_rows(session):
    result = session.sql("SELECT address, state FROM choices WHERE paragraph = '5' ORDER BY place")
    assert result.columns == ("address", "state")
    assert result.rows[0] == ("5:1", "open")
    assert not result.cut


def test_rows_beyond_the_limit_are_said_to_be_there(session):
    result = session.sql("SELECT * FROM alternatives", limit=3)
    assert (len(result.rows), result.cut) == (3, True)


@pytest.mark.parametrize(
    "query",
    [
        "EXPLAIN QUERY PLAN SELECT * FROM positions",
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 9) SELECT i FROM n",
        "SELECT name, sql FROM sqlite_schema",
        "PRAGMA table_info(choices)",
        "SELECT * FROM pragma_table_info('positions')",
        "SELECT highlight(position_fts, 2, '<', '>') FROM position_fts WHERE position_fts MATCH 'chile'",
        "SELECT json_extract(payload, '$.decision') FROM log",
        " -- a comment\nSELECT 1;",
    ],
)
def test_whatever_reads_is_allowed(session, query):
    session.sql(query)


@pytest.mark.parametrize(
    "query",
    [
        "DELETE FROM log",
        "UPDATE standing SET state = 'agreed'",
        "INSERT INTO round DEFAULT VALUES",
        "REPLACE INTO session VALUES (1, 'a', 'b', 'c', 'd')",
        "UPDATE session SET name = 'x' RETURNING name",
        "WITH x AS (SELECT 1) DELETE FROM log",
        "DROP TABLE log",
        "CREATE TABLE x (y)",
        "CREATE TEMP TABLE x (y)",
        "CREATE TRIGGER t AFTER INSERT ON log BEGIN SELECT 1; END",
        "ALTER TABLE log RENAME TO gol",
        "ATTACH 'other.db' AS other",
        "ATTACH ':memory:' AS other",
        "DETACH main",
        "VACUUM",
        "VACUUM INTO 'copy.db'",
        "REINDEX",
        "ANALYZE",
        "BEGIN",
        "BEGIN IMMEDIATE",
        "COMMIT",
        "SAVEPOINT x",
        "PRAGMA journal_mode = DELETE",
        "PRAGMA user_version = 9",
        "PRAGMA application_id = 0",
        "PRAGMA query_only = OFF",
        "PRAGMA writable_schema = ON",
        "PRAGMA wal_checkpoint(TRUNCATE)",
        "PRAGMA trusted_schema = ON",
        "PRAGMA temp_store_directory = '/'",
        "UPDATE sqlite_master SET sql = ''",
        "SELECT load_extension('x')",
        "INSERT INTO log_fts(log_fts) VALUES ('delete-all')",
        "SELECT 1; DELETE FROM log",
        "",
        "-- nothing",
        "SELECT",
        "SELECT * FROM nowhere",
        "SELECT zeroblob(1000000000)",
        "say something",
    ],
)
def test_nothing_else_is(session, query):
    before = hashlib.sha256(session.path.read_bytes()).digest()
    with pytest.raises(BadQuery) as refused:
        session.sql(query)
    assert refused.value.hint
    assert hashlib.sha256(session.path.read_bytes()).digest() == before
    assert session.log()


def test_a_query_that_takes_too_long_is_stopped(session):
    with pytest.raises(QueryTooLong, match=r"0\.1 s"):
        session.sql(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n", seconds=0.1
        )


def test_a_session_opened_for_reading_answers_too(new):
    with open_session(new(), read_only=True) as session:
        assert session.sql("SELECT count(*) FROM positions").rows == [(4,)]
