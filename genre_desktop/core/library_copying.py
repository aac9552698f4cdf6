"""A copy of the library is noted while it is written, so that what a kill left of it is removed."""

import logging
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final

from genre_desktop.core.library_opening import LibraryUnavailable
from genre_desktop.core.library_schema import files_of
from genre_desktop.core.there import is_folder

log = logging.getLogger(__name__)

_TABLE: Final = "CREATE TABLE IF NOT EXISTS copy (path BLOB)"
_PATIENCE_SECONDS: Final = 30.0


@contextmanager
def noted(
    temporary: Path, library: Path, patience_seconds: float = _PATIENCE_SECONDS
) -> Iterator[None]:
    """Has a temporary copy gone afterwards; after a kill, the library's next copy removes it.

    Args:
        temporary: The copy, which may have got another name by then.
        library: Beside it lies the note, of one copy at a time.
        patience_seconds: How long another copy is waited for.

    Raises:
        LibraryUnavailable: It took longer.
    """
    with closing(_notes(library, patience_seconds)) as notes:
        for (left,) in notes.execute("SELECT path FROM copy").fetchall():
            _remove(left, notes)
        name = os.fsencode(temporary.absolute())
        _change(notes, "INSERT INTO copy VALUES (?)", name)
        try:
            yield
        finally:
            _remove(name, notes)


def _notes(library: Path, patience_seconds: float) -> sqlite3.Connection:
    """The notes, which no other process has until they are closed or this one has ended."""
    place = library.with_name(f"{library.name}.copying")
    try:
        return _opened(str(place), patience_seconds)
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_BUSY:
            raise LibraryUnavailable(
                "Another backup of the library is being made or restored; try again once it is "
                "done."
            ) from error
        log.info("%s cannot be written (%s); what a kill leaves will stay.", place, error)
    return _opened(":memory:", patience_seconds)


def _opened(place: str, patience_seconds: float) -> sqlite3.Connection:
    notes = sqlite3.connect(place, timeout=patience_seconds, isolation_level=None)
    try:
        notes.execute("PRAGMA locking_mode = EXCLUSIVE")
        for statement in ("BEGIN EXCLUSIVE", _TABLE, "COMMIT"):
            notes.execute(statement)
    except BaseException:
        notes.close()
        raise
    return notes


def _remove(name: bytes, notes: sqlite3.Connection) -> None:
    """Removes a copy and its note; both stay where the copy is out of reach."""
    temporary = Path(os.fsdecode(name))
    if not is_folder(temporary.parent):
        return
    try:
        for file in files_of(temporary):
            file.unlink(missing_ok=True)
    except OSError as error:
        log.info("What was left of a copy could not be removed: %s.", error)
    else:
        _change(notes, "DELETE FROM copy WHERE path = ?", name)


def _change(notes: sqlite3.Connection, statement: str, name: bytes) -> None:
    try:
        notes.execute(statement, (name,))
    except sqlite3.Error as error:  # the disk of the library is full, for one
        log.info("A copy of the library could not be noted: %s.", error)
