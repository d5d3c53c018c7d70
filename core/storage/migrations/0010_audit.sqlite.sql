-- The chained audit, versions per column for the later sync, and who opened the file. The triggers that fill these
-- tables are made from the descriptions of the entities when the store opens.
CREATE TABLE audit_event (
    n INTEGER PRIMARY KEY,
    meta TEXT NOT NULL,
    payload TEXT,
    proof BLOB NOT NULL
) STRICT;
CREATE INDEX audit_event_by_row ON audit_event (json_extract(meta, '$.i')) WHERE json_extract(meta, '$.i') IS NOT NULL;
CREATE TABLE sync_row (
    tbl TEXT NOT NULL,
    id TEXT NOT NULL,
    scope TEXT NOT NULL,
    v TEXT NOT NULL,
    b TEXT NOT NULL,
    dirty INTEGER,
    rejected TEXT,
    PRIMARY KEY (tbl, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX sync_dirty ON sync_row (dirty) WHERE dirty IS NOT NULL;
CREATE TABLE sync_batch (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    uuid TEXT NOT NULL,
    body TEXT NOT NULL
) STRICT;
CREATE TABLE sync_cursor (
    scope TEXT PRIMARY KEY,
    epoch TEXT NOT NULL,
    xid TEXT NOT NULL,
    seq INTEGER NOT NULL
) STRICT;
CREATE TABLE writer (
    id TEXT PRIMARY KEY,
    device TEXT NOT NULL,
    user TEXT NOT NULL,
    since INTEGER NOT NULL,
    high TEXT NOT NULL
) STRICT;
CREATE TABLE lineage (
    uuid TEXT PRIMARY KEY,
    parent TEXT REFERENCES lineage (uuid),
    since INTEGER NOT NULL,
    cause TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX lineage_one_root ON lineage (parent IS NULL) WHERE parent IS NULL;
