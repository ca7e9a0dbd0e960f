CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE TABLE session (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    name TEXT NOT NULL,
    language TEXT NOT NULL,
    created TEXT NOT NULL,
    created_by TEXT NOT NULL
, delegations TEXT NOT NULL DEFAULT '') STRICT;
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
    offered_end INTEGER, date TEXT NOT NULL DEFAULT '',
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
CREATE TRIGGER log_no_update BEFORE UPDATE ON log BEGIN SELECT RAISE(ABORT, 'the log is only added to'); END;
CREATE TRIGGER log_no_delete BEFORE DELETE ON log BEGIN SELECT RAISE(ABORT, 'the log is only added to'); END;
CREATE TRIGGER log_no_replace BEFORE INSERT ON log WHEN EXISTS (SELECT 1 FROM log WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'the log is only added to'); END;
CREATE TRIGGER round_no_update BEFORE UPDATE ON round BEGIN SELECT RAISE(ABORT, 'a round stays as it was brought in'); END;
CREATE TRIGGER round_no_delete BEFORE DELETE ON round BEGIN SELECT RAISE(ABORT, 'a round stays as it was brought in'); END;
CREATE TRIGGER position_no_update BEFORE UPDATE ON position BEGIN SELECT RAISE(ABORT, 'what was read from a draft stays as it was read'); END;
CREATE TRIGGER position_no_delete BEFORE DELETE ON position BEGIN SELECT RAISE(ABORT, 'what was read from a draft stays as it was read'); END;
CREATE TRIGGER choice_no_update BEFORE UPDATE ON choice BEGIN SELECT RAISE(ABORT, 'what was read from a draft stays as it was read'); END;
CREATE TRIGGER choice_no_delete BEFORE DELETE ON choice BEGIN SELECT RAISE(ABORT, 'what was read from a draft stays as it was read'); END;
CREATE TRIGGER alternative_no_update BEFORE UPDATE OF choice, number, text, label, entry ON alternative BEGIN SELECT RAISE(ABORT, 'what was read from a draft stays as it was read'); END;
CREATE TRIGGER alternative_no_delete BEFORE DELETE ON alternative WHEN OLD.entry IS NULL BEGIN SELECT RAISE(ABORT, 'what was read from a draft stays as it was read'); END;
CREATE TRIGGER stand_no_update BEFORE UPDATE OF choice, number, delegation, on_behalf_of, side, alternative, entry ON stand BEGIN SELECT RAISE(ABORT, 'what was read from a draft stays as it was read'); END;
CREATE TRIGGER stand_no_delete BEFORE DELETE ON stand WHEN OLD.entry IS NULL BEGIN SELECT RAISE(ABORT, 'what was read from a draft stays as it was read'); END;
CREATE VIRTUAL TABLE "position_fts" USING FTS5 (
    "text", "target", "evidence",
    tokenize='trigram',
    content="position"
);
CREATE VIRTUAL TABLE "alternative_fts" USING FTS5 (
    "text", "label",
    tokenize='trigram',
    content="alternative"
);
CREATE VIRTUAL TABLE "log_fts" USING FTS5 (
    "words", "text", "why",
    tokenize='trigram',
    content="log"
);
CREATE TRIGGER "log_ai" AFTER INSERT ON "log" BEGIN
  INSERT INTO "log_fts" (rowid, "words", "text", "why") VALUES (new.rowid, new."words", new."text", new."why");
END;
CREATE TRIGGER "log_ad" AFTER DELETE ON "log" BEGIN
  INSERT INTO "log_fts" ("log_fts", rowid, "words", "text", "why") VALUES('delete', old.rowid, old."words", old."text", old."why");
END;
CREATE TRIGGER "log_au" AFTER UPDATE ON "log" BEGIN
  INSERT INTO "log_fts" ("log_fts", rowid, "words", "text", "why") VALUES('delete', old.rowid, old."words", old."text", old."why");
  INSERT INTO "log_fts" (rowid, "words", "text", "why") VALUES (new.rowid, new."words", new."text", new."why");
END;
CREATE TRIGGER alternative_said AFTER INSERT ON alternative WHEN NEW.entry IS NOT NULL BEGIN
    INSERT INTO alternative_fts (rowid, text, label) VALUES (NEW.id, NEW.text, NEW.label);
END;
CREATE TRIGGER alternative_gone AFTER DELETE ON alternative BEGIN
    INSERT INTO alternative_fts (alternative_fts, rowid, text, label)
    VALUES ('delete', OLD.id, OLD.text, OLD.label);
END;
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
CREATE INDEX position_speaker ON position (delegation, round);
CREATE INDEX choice_parent ON choice (round, parent);
CREATE INDEX stand_said ON stand (delegation) WHERE entry IS NOT NULL;
CREATE INDEX standing_wordings ON standing (wordings);
CREATE TABLE reading (
    round INTEGER PRIMARY KEY REFERENCES round (number),
    draft TEXT NOT NULL
) STRICT;
CREATE TRIGGER reading_no_update BEFORE UPDATE ON reading
    BEGIN SELECT RAISE(ABORT, 'a draft stays as it was read'); END;
CREATE TRIGGER reading_no_delete BEFORE DELETE ON reading
    BEGIN SELECT RAISE(ABORT, 'a draft stays as it was read'); END;
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
