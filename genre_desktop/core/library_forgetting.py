"""Forgets what was heard of files, in a way that can be taken back."""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

_OF_A_PATH = ("file", "problem", "tags", "part", "undecided")
_Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ForgottenFile:
    """What the library knew of a file.

    Attributes:
        path: Of the file, its exact bytes.
        rows: Those of the tables that go by the path, by table.
        audio_hash: Of its sound, None where it was never heard.
        predictions: What models said of the sound; empty where another file has it, too.
    """

    path: bytes
    rows: Mapping[str, tuple[_Row, ...]]
    audio_hash: str | None
    predictions: tuple[_Row, ...]


def forget_file(connection: sqlite3.Connection, path: bytes) -> ForgottenFile:
    """Remove a file with all its parts; the answer about the sound stays while others have it.

    Raises:
        sqlite3.Error: The library cannot be read or written.
    """
    execute = connection.execute
    rows = {table: _rows(connection, table, "path", path) for table in _OF_A_PATH}
    audio = execute("SELECT audio_id FROM file WHERE path = ?", (path,)).fetchone()
    for table in (*_OF_A_PATH, "listed", "unlisted"):
        execute(f"DELETE FROM {table} WHERE path = ?", (path,))  # noqa: S608 - tables
    if audio is None:
        return ForgottenFile(path, rows, None, ())
    (audio_hash,) = execute("SELECT hash FROM audio WHERE id = ?", audio).fetchone()
    if execute("SELECT 1 FROM file WHERE audio_id = ?", audio).fetchone():
        return ForgottenFile(path, rows, audio_hash, ())
    predictions = _rows(connection, "prediction", "audio_id", audio[0])
    execute("DELETE FROM prediction WHERE audio_id = ?", audio)
    execute("DELETE FROM audio WHERE id = ?", audio)
    return ForgottenFile(path, rows, audio_hash, predictions)


def remember_file(connection: sqlite3.Connection, forgotten: ForgottenFile) -> bool:
    """Put back what was known of a file; False where it was heard anew meanwhile.

    Raises:
        sqlite3.Error: The library cannot be written.
    """
    execute = connection.execute
    for table in _OF_A_PATH[:2]:
        query = f"SELECT 1 FROM {table} WHERE path = ?"  # noqa: S608 - tables
        if execute(query, (forgotten.path,)).fetchone():
            return False
    changed: dict[str, Any] = {}
    if forgotten.audio_hash is not None:
        execute("INSERT OR IGNORE INTO audio (hash) VALUES (?)", (forgotten.audio_hash,))
        query = "SELECT id FROM audio WHERE hash = ?"
        (changed["audio_id"],) = execute(query, (forgotten.audio_hash,)).fetchone()
    for row in forgotten.predictions:
        _insert(connection, "prediction", {**row, **changed, "id": None})
    for table, rows in forgotten.rows.items():
        for row in rows:
            _insert(connection, table, {**row, **changed} if table == "file" else row)
    return True


def _rows(
    connection: sqlite3.Connection, table: str, column: str, value: object
) -> tuple[_Row, ...]:
    query = f"SELECT * FROM {table} WHERE {column} = ?"  # noqa: S608 - tables and columns
    cursor = connection.execute(query, (value,))
    names = [one[0] for one in cursor.description]
    return tuple(dict(zip(names, row, strict=True)) for row in cursor)


def _insert(connection: sqlite3.Connection, table: str, row: _Row) -> None:
    marks = ", ".join("?" * len(row))
    connection.execute(
        f"INSERT OR IGNORE INTO {table} ({', '.join(row)}) VALUES ({marks})",  # noqa: S608 - as above
        tuple(row.values()),
    )
