"""Later migrations: m004 delegations of a session's own, m005 language versions, m006 what `who` looks up,
m007 drafts as they were read, m008 the room.
"""

from __future__ import annotations

from sqlite_utils import Database

from .numbered import migrations


@migrations()
def m004_delegations(db: Database) -> None:
    """Delegations of the session's own: the text of their file, empty where there are none."""
    db.execute("ALTER TABLE session ADD COLUMN delegations TEXT NOT NULL DEFAULT ''")


@migrations()
def m005_versions(db: Database) -> None:
    """Language versions of a round's draft; of several in one language the last one holds."""
    db.executescript(
        """
CREATE TABLE version (
    id INTEGER PRIMARY KEY,
    round INTEGER NOT NULL REFERENCES round (number),
    language TEXT NOT NULL,
    added_at TEXT NOT NULL,
    added_by TEXT NOT NULL,
    source_name TEXT NOT NULL,
    source BLOB NOT NULL,
    encoding TEXT NOT NULL,
    bom BLOB NOT NULL,
    program TEXT NOT NULL
) STRICT;
CREATE INDEX version_round ON version (round, language);
CREATE TRIGGER version_no_update BEFORE UPDATE ON version
    BEGIN SELECT RAISE(ABORT, 'a version stays as it was brought in'); END;
CREATE TRIGGER version_no_delete BEFORE DELETE ON version
    BEGIN SELECT RAISE(ABORT, 'a version stays as it was brought in'); END;
"""
    )


@migrations()
def m006_who(db: Database) -> None:
    """What `who` asks at every key: who has spoken at all, what lies inside a choice, where the same words are."""
    db.executescript(
        """
CREATE INDEX IF NOT EXISTS position_speaker ON position (delegation, round);
CREATE INDEX IF NOT EXISTS choice_parent ON choice (round, parent);
CREATE INDEX IF NOT EXISTS stand_said ON stand (delegation) WHERE entry IS NOT NULL;
CREATE INDEX IF NOT EXISTS standing_wordings ON standing (wordings);
"""
    )


@migrations()
def m007_readings(db: Database) -> None:
    """Drafts as they were read, so that nobody has to read them again, perhaps otherwise; dates of positions."""
    db.executescript(
        """
CREATE TABLE reading (
    round INTEGER PRIMARY KEY REFERENCES round (number),
    draft TEXT NOT NULL
) STRICT;
CREATE TRIGGER reading_no_update BEFORE UPDATE ON reading
    BEGIN SELECT RAISE(ABORT, 'a draft stays as it was read'); END;
CREATE TRIGGER reading_no_delete BEFORE DELETE ON reading
    BEGIN SELECT RAISE(ABORT, 'a draft stays as it was read'); END;

ALTER TABLE position ADD COLUMN date TEXT NOT NULL DEFAULT '';
DROP VIEW positions;
CREATE VIEW positions AS
SELECT p.round, p.paragraph, p.address, s.state, p.delegation, p.on_behalf_of, p.stance, p.text, p.target,
       p.evidence, p.line, 'draft' AS source, NULL AS entry,
       r.added_by AS recorded_by, r.added_at AS recorded_at,
       c.id IS NULL OR EXISTS (SELECT 1 FROM stand h
           WHERE h.choice = c.id AND h.position = p.id AND h.ended IS NULL) AS holds,
       p.number, p.evidence_start, p.evidence_end, p.bracket, p.about_start, p.about_end,
       p.offered_start, p.offered_end, p.number AS place, p.date
FROM position p JOIN round r ON r.number = p.round
LEFT JOIN choice c ON c.round = p.round AND c.address = p.address
LEFT JOIN standing s ON s.choice = c.id
UNION ALL
SELECT c.round, c.paragraph, c.address, s.state, h.delegation, h.on_behalf_of, h.stance,
       CASE WHEN a.entry = h.entry AND h.side = 'for' THEN a.text END,
       CASE WHEN a.entry = h.entry AND h.side = 'for' THEN NULL ELSE a.text END,
       l.words, NULL, 'floor', h.entry, l.who, l.at, h.ended IS NULL,
       -1, 0, length(l.words), NULL, NULL, NULL, NULL, NULL, h.number, ''
FROM stand h JOIN choice c ON c.id = h.choice
JOIN standing s ON s.choice = c.id
JOIN log l ON l.id = h.entry
JOIN alternative a ON a.choice = h.choice AND a.number = h.alternative;
"""
    )


@migrations()
def m008_room(db: Database) -> None:
    """What the room is shown, and merges that are being written. Neither is part of the record."""
    db.executescript(
        """
CREATE TABLE room (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    round INTEGER NOT NULL,
    address TEXT NOT NULL,
    names INTEGER NOT NULL,
    screen TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT;
CREATE TABLE unfinished (
    round INTEGER NOT NULL REFERENCES round (number),
    address TEXT NOT NULL,
    who TEXT NOT NULL,
    text TEXT NOT NULL,
    sources TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (round, address, who)
) STRICT;
"""
    )
