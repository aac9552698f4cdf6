"""The tables of the journal, as the ladder of steps that leads to them."""

_TABLES = """
CREATE TABLE run (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    started_at TEXT NOT NULL,
    what TEXT NOT NULL,                -- "tag" or "undo"
    program TEXT NOT NULL,
    is_ended INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE folder (                  -- where temporary files of a run may lie
    run_id INTEGER NOT NULL REFERENCES run (id),
    path BLOB NOT NULL,
    PRIMARY KEY (run_id, path)
) WITHOUT ROWID;
CREATE TABLE entry (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    run_id INTEGER NOT NULL REFERENCES run (id),
    undoes INTEGER REFERENCES entry (id),
    is_done INTEGER NOT NULL DEFAULT 0,
    path BLOB NOT NULL,
    temporary BLOB NOT NULL,
    kind TEXT NOT NULL,
    old_size INTEGER NOT NULL,
    old_mtime_ns INTEGER NOT NULL,
    old_inode INTEGER NOT NULL,
    new_size INTEGER NOT NULL,
    new_mtime_ns INTEGER NOT NULL,
    new_inode INTEGER NOT NULL,
    old_digest TEXT NOT NULL,          -- of all bytes of the file
    new_digest TEXT NOT NULL,
    old_genres TEXT NOT NULL,          -- JSON list
    new_genres TEXT NOT NULL,
    old_fields BLOB NOT NULL,          -- the genre's raw frames, atoms, comments
    new_fields BLOB NOT NULL,
    splices BLOB NOT NULL              -- every byte that changed, old and new
);
CREATE INDEX entry_path ON entry (path);
CREATE INDEX entry_run ON entry (run_id);
CREATE INDEX entry_undoes ON entry (undoes);
"""
_LINKS = "ALTER TABLE entry ADD COLUMN is_through_link INTEGER NOT NULL DEFAULT 0;\n"
_PLACES = """
CREATE TABLE placed (                  -- files that were copied, moved or removed as copies
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    run_id INTEGER NOT NULL REFERENCES run (id),
    undoes INTEGER REFERENCES placed (id),
    is_done INTEGER NOT NULL DEFAULT 0,
    how TEXT NOT NULL,                 -- "copy", "move" or "remove"
    source BLOB NOT NULL,
    target BLOB NOT NULL,
    temporary BLOB NOT NULL,           -- empty where the file itself is renamed
    old_size INTEGER NOT NULL,
    old_mtime_ns INTEGER NOT NULL,
    old_inode INTEGER NOT NULL,
    new_size INTEGER,                  -- NULL while a copy is not finished
    new_mtime_ns INTEGER,
    new_inode INTEGER,
    digest TEXT NOT NULL               -- of all bytes, empty where nobody had to read them
);
CREATE INDEX placed_run ON placed (run_id);
CREATE INDEX placed_undoes ON placed (undoes);
CREATE TABLE made (                    -- folders that a run made, noted before
    run_id INTEGER NOT NULL REFERENCES run (id),
    path BLOB NOT NULL,
    PRIMARY KEY (run_id, path)
) WITHOUT ROWID;
"""
# What earlier versions wrote has none; an older program that has it open goes on writing.
_SOUNDS = "ALTER TABLE entry ADD COLUMN audio_hash TEXT NOT NULL DEFAULT '';\n"
LADDER: tuple[str, ...] = (_TABLES, _LINKS, _PLACES, _SOUNDS)
