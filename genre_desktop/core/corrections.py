"""The user's own word on genres, kept by the hash of a track's audio, whatever its file is called.

A database of its own beside the library: that one can be begun anew where it is damaged, what
the user knows cannot be heard again.
"""

import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import Self

from genre_desktop.core.closing import ClosedAtTheEnd
from genre_desktop.core.genre_names import one_name
from genre_desktop.core.library_opening import open_for_reading, open_synced
from genre_desktop.core.library_schema import version_of
from genre_desktop.core.refusal import Refusal
from genre_desktop.core.track import AudioKey, Correction
from genre_desktop.dsp.sound import Span

_TABLES = """
CREATE TABLE correction (
    hash TEXT NOT NULL,                -- of the audio
    span_start REAL NOT NULL,          -- seconds; the whole file is 0 to -1
    span_end REAL NOT NULL,
    genre TEXT NOT NULL,
    corrected_at TEXT NOT NULL,        -- ISO 8601 in UTC
    PRIMARY KEY (hash, span_start, span_end)
) WITHOUT ROWID;
"""
LADDER: tuple[str, ...] = (_TABLES,)
_BUSY_SECONDS = 5.0
_WHOLE = (0.0, -1.0)
_OPEN_END = -1.0


class CorrectionsUnavailable(Refusal):
    """Corrections cannot be read or kept."""


class Corrections(ClosedAtTheEnd):
    """The open database; several programs may use it at once.

    Used by one thread.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self._path, self._connection = path, connection

    @classmethod
    def open(cls, path: Path) -> Self:
        """Opens or makes it.

        Raises:
            CorrectionsUnavailable: It can be neither read nor made.
        """
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            return cls(path, open_synced(path, LADDER, _BUSY_SECONDS))
        except (OSError, sqlite3.Error) as error:
            raise _unusable(path, error) from error

    @classmethod
    def open_for_reading(cls, path: Path) -> Self:
        """Opens it to be read, which also a full disk lets it be.

        Raises:
            CorrectionsUnavailable: It cannot be read.
        """
        try:
            connection = open_for_reading(path)
        except (OSError, sqlite3.Error) as error:
            raise _unusable(path, error) from error
        if version_of(connection) == len(LADDER):
            return cls(path, connection)
        connection.close()
        return cls.open(path)

    def close(self) -> None:
        """Lets go of the file."""
        self._connection.close()

    def all(self) -> dict[AudioKey, Correction]:
        """Every correction; a label has its name, all else stays as typed.

        Raises:
            CorrectionsUnavailable: They cannot be read.
        """
        query = "SELECT hash, span_start, span_end, genre, corrected_at FROM correction"
        try:
            rows = self._connection.execute(query).fetchall()
        except sqlite3.Error as error:
            raise self._unavailable("read", error) from error
        return {
            (digest, _span(start, end)): Correction(one_name(genre), corrected_at)
            for digest, start, end, genre, corrected_at in rows
        }

    def keep(self, changes: Iterable[tuple[AudioKey, Correction | None]]) -> None:
        """Keeps corrections, or forgets those that are None; all of them or none.

        Raises:
            CorrectionsUnavailable: They cannot be kept.
        """
        try:
            with self._connection:
                self._connection.execute("BEGIN IMMEDIATE")
                for key, correction in changes:
                    self._keep(key, correction)
        except sqlite3.Error as error:
            raise self._unavailable("kept", error) from error

    def _keep(self, key: AudioKey, correction: Correction | None) -> None:
        where = (key[0], *_columns(key[1]))
        if correction is None:
            self._connection.execute(
                "DELETE FROM correction WHERE hash = ? AND span_start = ? AND span_end = ?", where
            )
            return
        self._connection.execute(
            "INSERT OR REPLACE INTO correction VALUES (?, ?, ?, ?, ?)",
            (*where, correction.genre, correction.corrected_at),
        )

    def _unavailable(self, what: str, error: sqlite3.Error) -> CorrectionsUnavailable:
        return CorrectionsUnavailable(
            f"Your corrections in {self._path} could not be {what} ({error})."
        )


def known_corrections(path: Path) -> dict[AudioKey, Correction]:
    """Every correction; none where none was ever made.

    Raises:
        CorrectionsUnavailable: They cannot be read.
    """
    try:
        is_begun = path.stat().st_size > 0  # else on a full disk: nothing was kept
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except OSError as error:
        raise _unusable(path, error) from error
    if not is_begun:
        return {}
    with Corrections.open_for_reading(path) as opened:
        return opened.all()


def _unusable(path: Path, error: Exception) -> CorrectionsUnavailable:
    return CorrectionsUnavailable(
        f"Your corrections in {path} cannot be used ({error}); they are left as they are."
    )


def _columns(span: Span | None) -> tuple[float, float]:
    if span is None:
        return _WHOLE
    return span.start_seconds, _OPEN_END if span.end_seconds is None else span.end_seconds


def _span(start: float, end: float) -> Span | None:
    if (start, end) == _WHOLE:
        return None
    return Span(start, None if end == _OPEN_END else end)
