"""The first migrations: m001 the tables, m002 the search, m003 the views that other programs rely on."""

from __future__ import annotations

from sqlite_utils import Database

from .numbered import migrations


@migrations()
def m001_tables(db: Database) -> None:
    """What was read from the drafts, the log, and what follows from the log."""
    db.executescript(
        """
CREATE TABLE session (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    name TEXT NOT NULL,
    language TEXT NOT NULL,
    created TEXT NOT NULL,
    created_by TEXT NOT NULL
) STRICT;

-- A draft as it was brought in; `source` is the file without its byte order mark.
CREATE TABLE round (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    language TEXT NOT NULL,
    added_at TEXT NOT NULL,
    added_by TEXT NOT NULL,
    source_name TEXT NOT NULL,
    source BLOB NOT NULL,
    encoding TEXT NOT NULL,
    bom BLOB NOT NULL,
    program TEXT NOT NULL
) STRICT;

-- Positions read from a draft. Offsets count the characters of the decoded source; `line` counts from 1.
CREATE TABLE position (
    id INTEGER PRIMARY KEY,
    round INTEGER NOT NULL REFERENCES round (number),
    number INTEGER NOT NULL,
    delegation TEXT NOT NULL,
    on_behalf_of TEXT,
    stance TEXT NOT NULL,
    text TEXT,
    target TEXT,
    evidence TEXT NOT NULL,
    line INTEGER NOT NULL,
    evidence_start INTEGER NOT NULL,
    evidence_end INTEGER NOT NULL,
    paragraph TEXT NOT NULL,
    address TEXT,
    bracket INTEGER,
    about_start INTEGER,
    about_end INTEGER,
    offered_start INTEGER,
    offered_end INTEGER,
    UNIQUE (round, number)
) STRICT;
CREATE INDEX position_delegation ON position (delegation, stance);

CREATE TABLE choice (
    id INTEGER PRIMARY KEY,
    round INTEGER NOT NULL REFERENCES round (number),
    place INTEGER NOT NULL,
    address TEXT NOT NULL,
    paragraph TEXT NOT NULL,
    kind TEXT NOT NULL,
    parent TEXT NOT NULL,
    within INTEGER NOT NULL,
    base INTEGER NOT NULL,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    vanishing TEXT NOT NULL,
    UNIQUE (round, address)
) STRICT;

-- Appended to, never changed: the truth about a session. `entry` is what an undo or a redo names. `payload`
-- holds what was decided or said; `act`, `alternative`, `text` (the chair's words) and `words` (from the floor)
-- are copies of it.
CREATE TABLE log (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    why TEXT NOT NULL,
    round INTEGER NOT NULL REFERENCES round (number),
    kind TEXT NOT NULL CHECK (kind IN
        ('accept', 'merge', 'park', 'reopen', 'say', 'withdraw', 'carry', 'round', 'undo', 'redo')),
    address TEXT NOT NULL,
    entry INTEGER REFERENCES log (id),
    payload TEXT NOT NULL,
    act TEXT,
    alternative INTEGER,
    text TEXT,
    words TEXT
) STRICT;
CREATE INDEX log_address ON log (round, address);

-- From the draft where `entry` is NULL; else from the floor, and following from the log like `ended`.
CREATE TABLE alternative (
    id INTEGER PRIMARY KEY,
    choice INTEGER NOT NULL REFERENCES choice (id),
    number INTEGER NOT NULL,
    text TEXT NOT NULL,
    label TEXT NOT NULL,
    span_start INTEGER,
    span_end INTEGER,
    entry INTEGER REFERENCES log (id),
    ended INTEGER REFERENCES log (id),
    UNIQUE (choice, number)
) STRICT;
CREATE TABLE stand (
    choice INTEGER NOT NULL REFERENCES choice (id),
    number INTEGER NOT NULL,
    delegation TEXT NOT NULL,
    on_behalf_of TEXT,
    side TEXT NOT NULL,
    alternative INTEGER NOT NULL,
    stance TEXT NOT NULL,
    position INTEGER REFERENCES position (id),
    entry INTEGER REFERENCES log (id),
    ended INTEGER REFERENCES log (id),
    PRIMARY KEY (choice, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX stand_delegation ON stand (delegation, side);

-- Follows from the log: how each choice stands, and what has been undone. `backers` and `holders` are lines.
CREATE TABLE standing (
    choice INTEGER PRIMARY KEY REFERENCES choice (id),
    state TEXT NOT NULL CHECK (state IN ('open', 'agreed', 'parked')),
    act TEXT,
    alternative INTEGER,
    text TEXT,
    sources TEXT NOT NULL,
    entry INTEGER REFERENCES log (id),
    last INTEGER NOT NULL,
    nearest INTEGER NOT NULL,
    backers TEXT NOT NULL,
    holders TEXT NOT NULL,
    wordings TEXT NOT NULL
) STRICT;
CREATE INDEX standing_state ON standing (state);
CREATE TABLE undone (
    entry INTEGER PRIMARY KEY REFERENCES log (id),
    undo INTEGER NOT NULL REFERENCES log (id)
) STRICT;
"""
    )
    read = "what was read from a draft stays as it was read"
    for name, on, when, what in (
        ("log_no_update", "UPDATE ON log", "", "the log is only added to"),
        ("log_no_delete", "DELETE ON log", "", "the log is only added to"),
        # REPLACE takes a row out without asking the trigger above, where recursive triggers are off.
        ("log_no_replace", "INSERT ON log", "EXISTS (SELECT 1 FROM log WHERE id = NEW.id)", "the log is only added to"),
        ("round_no_update", "UPDATE ON round", "", "a round stays as it was brought in"),
        ("round_no_delete", "DELETE ON round", "", "a round stays as it was brought in"),
        ("position_no_update", "UPDATE ON position", "", read),
        ("position_no_delete", "DELETE ON position", "", read),
        ("choice_no_update", "UPDATE ON choice", "", read),
        ("choice_no_delete", "DELETE ON choice", "", read),
        ("alternative_no_update", "UPDATE OF choice, number, text, label, entry ON alternative", "", read),
        ("alternative_no_delete", "DELETE ON alternative", "OLD.entry IS NULL", read),
        (
            "stand_no_update",
            "UPDATE OF choice, number, delegation, on_behalf_of, side, alternative, entry ON stand",
            "",
            read,
        ),
        ("stand_no_delete", "DELETE ON stand", "OLD.entry IS NULL", read),
    ):
        condition = f"WHEN {when} " if when else ""
        db.execute(f"CREATE TRIGGER {name} BEFORE {on} {condition}BEGIN SELECT RAISE(ABORT, '{what}'); END")


@migrations()
def m002_search(db: Database) -> None:
    """Search over three characters and more; see search.py for fewer.

    What comes from a draft is indexed in one go when it is brought in: row by row, through triggers, takes
        six
    times as long. What comes from the floor has triggers.
    """
    db.table("position").enable_fts(["text", "target", "evidence"], tokenize="trigram")
    db.table("alternative").enable_fts(["text", "label"], tokenize="trigram")
    db.table("log").enable_fts(["words", "text", "why"], tokenize="trigram", create_triggers=True)
    db.executescript(
        """
CREATE TRIGGER alternative_said AFTER INSERT ON alternative WHEN NEW.entry IS NOT NULL BEGIN
    INSERT INTO alternative_fts (rowid, text, label) VALUES (NEW.id, NEW.text, NEW.label);
END;
CREATE TRIGGER alternative_gone AFTER DELETE ON alternative BEGIN
    INSERT INTO alternative_fts (alternative_fts, rowid, text, label)
    VALUES ('delete', OLD.id, OLD.text, OLD.label);
END;
"""
    )


@migrations()
def m003_views(db: Database) -> None:
    """What other programs may rely on; VIEWS.md says what each column means."""
    db.executescript(
        """
CREATE VIEW rounds AS
SELECT r.number, r.name, r.language, r.source_name, r.added_by, r.added_at,
       (SELECT count(*) FROM choice c WHERE c.round = r.number) AS choices,
       (SELECT count(*) FROM choice c JOIN standing s ON s.choice = c.id
        WHERE c.round = r.number AND s.state = 'open') AS open
FROM round r;

CREATE VIEW choices AS
SELECT c.round, c.paragraph, c.address, c.kind, c.parent, s.state, s.act AS decision,
       s.alternative AS accepted,
       CASE s.act WHEN 'merge' THEN s.text WHEN 'accept' THEN
           (SELECT a.text FROM alternative a WHERE a.choice = c.id AND a.number = s.alternative) END AS text,
       l.who AS decided_by, l.at AS decided_at, l.why,
       (SELECT group_concat(DISTINCT h.delegation) FROM stand h
        WHERE h.choice = c.id AND h.ended IS NULL AND h.side = 'for') AS supported_by,
       (SELECT group_concat(DISTINCT h.delegation) FROM stand h
        WHERE h.choice = c.id AND h.ended IS NULL AND h.side = 'against') AS opposed_by,
       (SELECT group_concat(DISTINCT h.delegation) FROM stand h
        WHERE h.choice = c.id AND h.ended IS NULL AND h.side = 'reserves') AS reserved_by,
       s.nearest, nullif(replace(s.holders, char(10), ','), '') AS held_by, c.place
FROM choice c JOIN standing s ON s.choice = c.id LEFT JOIN log l ON l.id = s.entry;

CREATE VIEW alternatives AS
SELECT c.round, c.paragraph, c.address, a.number, a.text, a.label,
       a.number = c.base AS base,
       s.act IS 'accept' AND s.alternative = a.number AS accepted,
       (SELECT group_concat(DISTINCT h.delegation) FROM stand h WHERE h.choice = c.id
        AND h.alternative = a.number AND h.ended IS NULL AND h.side = 'for') AS supported_by,
       (SELECT group_concat(DISTINCT h.delegation) FROM stand h WHERE h.choice = c.id
        AND h.alternative = a.number AND h.ended IS NULL AND h.side = 'against') AS opposed_by,
       CASE WHEN a.entry IS NULL THEN 'draft' ELSE 'floor' END AS source,
       a.entry, a.ended IS NULL AS holds
FROM alternative a JOIN choice c ON c.id = a.choice JOIN standing s ON s.choice = c.id;

CREATE VIEW positions AS
SELECT p.round, p.paragraph, p.address, s.state, p.delegation, p.on_behalf_of, p.stance, p.text, p.target,
       p.evidence, p.line, 'draft' AS source, NULL AS entry,
       r.added_by AS recorded_by, r.added_at AS recorded_at,
       c.id IS NULL OR EXISTS (SELECT 1 FROM stand h
           WHERE h.choice = c.id AND h.position = p.id AND h.ended IS NULL) AS holds,
       p.number, p.evidence_start, p.evidence_end, p.bracket, p.about_start, p.about_end,
       p.offered_start, p.offered_end, p.number AS place
FROM position p JOIN round r ON r.number = p.round
LEFT JOIN choice c ON c.round = p.round AND c.address = p.address
LEFT JOIN standing s ON s.choice = c.id
UNION ALL
SELECT c.round, c.paragraph, c.address, s.state, h.delegation, h.on_behalf_of, h.stance,
       CASE WHEN a.entry = h.entry AND h.side = 'for' THEN a.text END,
       CASE WHEN a.entry = h.entry AND h.side = 'for' THEN NULL ELSE a.text END,
       l.words, NULL, 'floor', h.entry, l.who, l.at, h.ended IS NULL,
       -1, 0, length(l.words), NULL, NULL, NULL, NULL, NULL, h.number
FROM stand h JOIN choice c ON c.id = h.choice
JOIN standing s ON s.choice = c.id
JOIN log l ON l.id = h.entry
JOIN alternative a ON a.choice = h.choice AND a.number = h.alternative;

CREATE VIEW decisions AS
SELECT l.round, c.paragraph, l.address, l.act AS decision, l.alternative, coalesce(l.text, a.text) AS text,
       CASE l.act WHEN 'park' THEN 'parked' WHEN 'reopen' THEN 'open' ELSE 'agreed' END AS state,
       l.who AS decided_by, l.at AS decided_at, l.why, l.id AS entry,
       s.entry IS l.id AS holds, u.entry IS NOT NULL AS undone, l.kind = 'carry' AS carried
FROM log l
JOIN choice c ON c.round = l.round AND c.address = l.address
JOIN standing s ON s.choice = c.id
LEFT JOIN undone u ON u.entry = l.id
LEFT JOIN alternative a ON a.choice = c.id AND a.number = l.alternative
WHERE l.act IS NOT NULL;

CREATE VIEW statements AS
SELECT l.round, c.paragraph, l.address, l.words, l.who AS recorded_by, l.at AS recorded_at, l.why,
       l.id AS entry,
       u.entry IS NOT NULL AS undone
FROM log l
JOIN choice c ON c.round = l.round AND c.address = l.address
LEFT JOIN undone u ON u.entry = l.id
WHERE l.words IS NOT NULL;
"""
    )
