"""The tables of the library database, and the ladder of steps that leads to them.

`PRAGMA user_version` counts the steps taken. A released step is never changed: a new version of
the tables is a new step at the end, for which a backup is made first.
"""

import itertools
import logging
import os
import secrets
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from genre_desktop.core.atomic_file import keep_rename

log = logging.getLogger(__name__)

APPLICATION_ID = 0x47656E72  # "Genr"

_FIRST_TABLES = """
CREATE TABLE audio (
    id INTEGER PRIMARY KEY,
    hash TEXT NOT NULL UNIQUE          -- of packets and header: tags and names do not change it
);
CREATE TABLE file (
    path BLOB PRIMARY KEY,             -- the exact bytes of the name
    size INTEGER NOT NULL,
    mtime_ns INTEGER NOT NULL,
    inode INTEGER NOT NULL,
    audio_id INTEGER NOT NULL REFERENCES audio (id)
) WITHOUT ROWID;
CREATE INDEX file_audio ON file (audio_id);
CREATE TABLE model (
    id INTEGER PRIMARY KEY,
    digest TEXT NOT NULL UNIQUE,       -- of the package: names and versions may be given twice
    name TEXT NOT NULL,
    version TEXT NOT NULL,
    labels TEXT NOT NULL               -- JSON list, in the order of all probabilities
);
CREATE TABLE prediction (
    id INTEGER PRIMARY KEY,
    audio_id INTEGER NOT NULL REFERENCES audio (id),
    model_id INTEGER NOT NULL REFERENCES model (id),
    span_start REAL NOT NULL,          -- seconds; the whole file is 0 to -1
    span_end REAL NOT NULL,
    probabilities BLOB NOT NULL,       -- float32, little-endian
    unsure INTEGER NOT NULL,
    tempo_bpm REAL,
    heard_seconds REAL NOT NULL,
    report TEXT,                       -- JSON, without what is said of the file's name
    piece_seconds REAL,                -- from here on details, which most questions leave out
    timeline BLOB,                     -- float16 (pieces, labels)
    heard BLOB,                        -- one byte a piece
    embedding BLOB,                    -- float16
    UNIQUE (audio_id, span_start, span_end, model_id)
);
CREATE TABLE problem (                 -- files not worth another try until they change
    path BLOB NOT NULL,
    span_start REAL NOT NULL,
    span_end REAL NOT NULL,
    size INTEGER NOT NULL,
    mtime_ns INTEGER NOT NULL,
    inode INTEGER NOT NULL,
    problem TEXT NOT NULL,
    sentence TEXT NOT NULL,
    program TEXT NOT NULL,             -- the version that gave up; a newer one tries again
    found_at TEXT NOT NULL,
    PRIMARY KEY (path, span_start, span_end)
) WITHOUT ROWID;
CREATE TABLE tags (                    -- what files say of themselves, read once
    path BLOB PRIMARY KEY,
    size INTEGER NOT NULL,
    mtime_ns INTEGER NOT NULL,
    inode INTEGER NOT NULL,
    program TEXT NOT NULL,
    tags TEXT NOT NULL                 -- JSON
) WITHOUT ROWID;
"""

# What the library view sorts, filters and counts by. It follows from the other tables and from
# the corrections; triggers say which files are to be listed anew, whoever changes the tables. OR
# IGNORE would not do in them: what is to be done at a conflict, the outer statement decides.
_LISTED_TABLES = """
CREATE TABLE listed (                  -- one row for each file, or part of one
    id INTEGER PRIMARY KEY,
    path BLOB NOT NULL,
    span_start REAL NOT NULL,
    span_end REAL NOT NULL,
    hash TEXT NOT NULL,                -- of the audio; empty where there is only a problem
    folder TEXT NOT NULL,              -- as people read it
    title TEXT NOT NULL COLLATE NOCASE,
    artist TEXT COLLATE NOCASE,        -- from here on NULL is: nothing is known
    album TEXT COLLATE NOCASE,
    tag TEXT COLLATE NOCASE,
    genre TEXT COLLATE NOCASE,         -- the user's own word, else the latest model's
    genre_names TEXT,                  -- all its names, for the filter
    second TEXT COLLATE NOCASE,
    confidence INTEGER,                -- percent
    band INTEGER,                      -- confidence in tens
    tempo INTEGER,
    seconds REAL,
    status TEXT NOT NULL,              -- words for the filter, one a line
    problem TEXT,                      -- its name
    conflict TEXT,                     -- the tag and the genre that is heard instead
    own TEXT,                          -- the user's word
    unsure INTEGER NOT NULL,
    gone INTEGER NOT NULL,             -- there was no such file when it was looked for last
    untagged INTEGER NOT NULL,         -- its tags were not read yet
    UNIQUE (path, span_start, span_end)
);
CREATE TABLE listed_words (            -- beside the rows, for it is read from end to end
    id INTEGER PRIMARY KEY,
    words TEXT NOT NULL                -- all that a plain word is looked for in, folded
);
CREATE TRIGGER listed_goes AFTER DELETE ON listed BEGIN
    DELETE FROM listed_words WHERE id = old.id;
END;
CREATE INDEX listed_hash ON listed (hash);
CREATE INDEX listed_folder ON listed (folder);
CREATE INDEX listed_title ON listed (title);
CREATE INDEX listed_artist ON listed (artist);
CREATE INDEX listed_album ON listed (album);
CREATE INDEX listed_tag ON listed (tag);
CREATE INDEX listed_genre ON listed (genre);
CREATE INDEX listed_genre_names ON listed (genre_names);
CREATE INDEX listed_second ON listed (second);
CREATE INDEX listed_confidence ON listed (confidence);
CREATE INDEX listed_band ON listed (band);
CREATE INDEX listed_tempo ON listed (tempo);
CREATE INDEX listed_seconds ON listed (seconds);
CREATE INDEX listed_status ON listed (status);
CREATE INDEX listed_problem ON listed (problem) WHERE problem IS NOT NULL;
CREATE INDEX listed_conflict ON listed (conflict) WHERE conflict IS NOT NULL;
CREATE INDEX listed_own ON listed (own) WHERE own IS NOT NULL;
CREATE INDEX listed_unsure ON listed (genre) WHERE unsure;
CREATE INDEX listed_gone ON listed (folder) WHERE gone;
CREATE INDEX listed_untagged ON listed (path) WHERE untagged;
CREATE TABLE unlisted (                -- files that are to be listed anew
    path BLOB PRIMARY KEY
) WITHOUT ROWID;
CREATE TRIGGER file_comes AFTER INSERT ON file BEGIN
    INSERT INTO unlisted VALUES (new.path) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER file_changes AFTER UPDATE ON file BEGIN
    INSERT INTO unlisted VALUES (new.path) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER file_goes AFTER DELETE ON file BEGIN
    INSERT INTO unlisted VALUES (old.path) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER prediction_comes AFTER INSERT ON prediction BEGIN
    INSERT INTO unlisted SELECT path FROM file WHERE audio_id = new.audio_id
    ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER prediction_changes AFTER UPDATE ON prediction BEGIN
    INSERT INTO unlisted SELECT path FROM file WHERE audio_id = new.audio_id
    ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER problem_comes AFTER INSERT ON problem BEGIN
    INSERT INTO unlisted VALUES (new.path) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER problem_goes AFTER DELETE ON problem BEGIN
    INSERT INTO unlisted VALUES (old.path) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER tags_come AFTER INSERT ON tags BEGIN
    INSERT INTO unlisted VALUES (new.path) ON CONFLICT DO NOTHING;
END;
INSERT INTO unlisted SELECT path FROM file UNION SELECT path FROM problem;
"""

_COMPANIONS = ("-wal", "-shm", "-journal")

_QUICK_ANSWERS = """
ALTER TABLE prediction ADD COLUMN quick INTEGER NOT NULL DEFAULT 0; -- 1: rests on some pieces only
"""

# Three letters in a row lead to the words that have them: what is rare is found without reading
# the words of all rows. The index keeps no words of its own.
_FOUND_WORDS = """
CREATE VIRTUAL TABLE listed_parts USING fts5 (
    words, content = 'listed_words', content_rowid = 'id', tokenize = 'trigram case_sensitive 1'
);
CREATE TRIGGER words_come AFTER INSERT ON listed_words BEGIN
    INSERT INTO listed_parts (rowid, words) VALUES (new.id, new.words);
END;
CREATE TRIGGER words_change AFTER UPDATE ON listed_words BEGIN
    INSERT INTO listed_parts (listed_parts, rowid, words) VALUES ('delete', old.id, old.words);
    INSERT INTO listed_parts (rowid, words) VALUES (new.id, new.words);
END;
CREATE TRIGGER words_go AFTER DELETE ON listed_words BEGIN
    INSERT INTO listed_parts (listed_parts, rowid, words) VALUES ('delete', old.id, old.words);
END;
INSERT INTO listed_parts (listed_parts) VALUES ('rebuild');
"""

# The review asks for the most doubtful first. Only what can be doubtful is listed anew: where the
# first guess has more than 60 %, the second cannot be close to it.
_DOUBTS = """
ALTER TABLE listed ADD COLUMN doubt REAL; -- how doubtful, the least is the most; NULL: not at all
CREATE INDEX listed_doubt ON listed (doubt, gone) WHERE doubt IS NOT NULL;
INSERT INTO unlisted SELECT DISTINCT path FROM listed
    WHERE own IS NULL AND (unsure OR conflict IS NOT NULL OR confidence <= 60)
    ON CONFLICT DO NOTHING;
"""

# What is heard is kept by the sound, what a file is divided into by its path: another file with the
# same sound has no parts for that. Where an earlier version cannot have known it otherwise, the
# parts are the file's; else the disk is to say it. What is listed of parts is listed anew, for it
# had the artist and the album of the whole file.
_PARTS = """
CREATE TABLE part (                    -- of files that were heard in parts
    path BLOB NOT NULL,
    span_start REAL NOT NULL,
    span_end REAL NOT NULL,
    PRIMARY KEY (path, span_start, span_end)
) WITHOUT ROWID;
CREATE TABLE undecided (               -- files of which nobody noted what they are divided into
    path BLOB PRIMARY KEY
) WITHOUT ROWID;
INSERT INTO part SELECT path, span_start, span_end FROM problem
    WHERE (span_start, span_end) != (0.0, -1.0);
INSERT INTO undecided SELECT path FROM file
    WHERE audio_id IN (SELECT audio_id FROM prediction WHERE (span_start, span_end) != (0.0, -1.0))
    AND path NOT IN (SELECT path FROM part)
    AND (audio_id IN (SELECT audio_id FROM prediction WHERE (span_start, span_end) = (0.0, -1.0))
        OR audio_id IN (SELECT audio_id FROM file GROUP BY audio_id HAVING count(*) > 1));
INSERT INTO part SELECT DISTINCT path, span_start, span_end FROM prediction
    JOIN file ON file.audio_id = prediction.audio_id
    WHERE (span_start, span_end) != (0.0, -1.0) AND path NOT IN (SELECT path FROM undecided)
    ON CONFLICT DO NOTHING;
INSERT INTO unlisted SELECT DISTINCT path FROM part WHERE 1 ON CONFLICT DO NOTHING;
INSERT INTO unlisted SELECT path FROM undecided WHERE 1 ON CONFLICT DO NOTHING;
CREATE TRIGGER part_comes AFTER INSERT ON part BEGIN
    INSERT INTO unlisted VALUES (new.path) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER part_goes AFTER DELETE ON part BEGIN
    INSERT INTO unlisted VALUES (old.path) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER undecided_goes AFTER DELETE ON undecided BEGIN
    INSERT INTO unlisted VALUES (old.path) ON CONFLICT DO NOTHING;
END;
"""

LADDER: tuple[str, ...] = (
    _FIRST_TABLES, _QUICK_ANSWERS, _LISTED_TABLES, _FOUND_WORDS, _DOUBTS, _PARTS,
)  # fmt: skip


class ForeignDatabase(sqlite3.DatabaseError):
    """A database with tables that are not ours."""


def version_of(connection: sqlite3.Connection) -> int:
    """Steps taken; 0 for an empty file.

    Raises:
        ForeignDatabase: Where there are tables, but not ours.
        sqlite3.DatabaseError: Where it is no database, or a damaged one.
    """
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    ours = connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
    if (tables or version) and not ours:
        raise ForeignDatabase("the tables are another program's")
    return version


def climb(connection: sqlite3.Connection, ladder: tuple[str, ...]) -> None:
    """Takes the missing steps, all of them or none, while other processes wait.

    Who else opens a new database never finds one of an older version, and copies none.

    Raises:
        sqlite3.DatabaseError: Where a step fails.
    """
    if version_of(connection) >= len(ladder):
        return
    with all_or_nothing(connection):
        for step in range(version_of(connection), len(ladder)):  # maybe others took some meanwhile
            for statement in _statements(ladder[step]):
                connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {step + 1}")


def show_as_newest(connection: sqlite3.Connection, ladder: tuple[str, ...]) -> None:
    """Lets a connection that cannot take the missing steps read as if they were taken.

    What they would add is empty, or what they give to old rows; nothing is written on the disk.

    Raises:
        sqlite3.Error: Where it cannot be read.
    """
    if not 0 < version_of(connection) < len(ladder):
        return
    connection.execute("PRAGMA temp_store = MEMORY")
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as newest:
        climb(newest, ladder)
        for (table,) in newest.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        ).fetchall():
            there = {row[1] for row in connection.execute(f"PRAGMA main.table_info({table})")}
            columns = newest.execute(f"PRAGMA table_info({table})").fetchall()
            shown = (
                name if name in there else f"{default or 'NULL'} AS {name}"
                for _, name, _, _, default, _ in columns
            )
            source = f"FROM main.{table}" if there else "WHERE 0"
            connection.execute(f"CREATE TEMP VIEW {table} AS SELECT {', '.join(shown)} {source}")


@contextmanager
def all_or_nothing(connection: sqlite3.Connection) -> Iterator[None]:
    """One transaction, for whose end other writers wait.

    Raises:
        sqlite3.Error: Another writer takes too long, or it cannot be kept.
    """
    with connection:  # commits, or takes back what a full disk has not ended by itself
        connection.execute("BEGIN IMMEDIATE")
        yield


def back_up(connection: sqlite3.Connection, path: Path, version: int) -> Path:
    """Copies the whole database, on the disk before this returns, and says where.

    Raises:
        sqlite3.Error: Where it cannot be copied.
        OSError: Where the copy cannot be written.
    """
    target = free_name(path, f"version-{version}")
    temporary = path.with_name(f".{secrets.token_hex(8)}.part")
    try:
        with closing(sqlite3.connect(temporary)) as copy:
            connection.backup(copy)
        with temporary.open("rb+") as file:
            os.fsync(file.fileno())
        temporary.replace(target)
        keep_rename(target.parent)
    finally:
        temporary.unlink(missing_ok=True)
    log.info("The library was copied to %s before its tables change.", target)
    return target


def free_name(path: Path, what: str) -> Path:
    """A name beside the database with time and process in it, which no file of one has yet."""
    stem = f"{path.name}.{what}-{time.strftime('%Y%m%d-%H%M%S')}-{os.getpid()}"
    names = (path.with_name(f"{stem}-{number}") for number in itertools.count(1))
    return next(name for name in names if not any(file.exists() for file in files_of(name)))


def files_of(path: Path) -> list[Path]:
    """The files that a database may consist of, itself last."""
    return [path.with_name(path.name + suffix) for suffix in _COMPANIONS] + [path]


def logs_of(path: Path) -> list[Path]:
    """The files in which changes may stand that the database itself has not."""
    return [path.with_name(f"{path.name}{suffix}") for suffix in ("-wal", "-journal")]


def _statements(script: str) -> list[str]:
    """The statements of a script; `sqlite3.complete_statement` knows where each ends."""
    statements, current = [], ""
    for line in script.splitlines(keepends=True):
        current += line
        if sqlite3.complete_statement(current):
            statements.append(current)
            current = ""
    return statements
