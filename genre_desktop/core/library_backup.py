"""Copies of the library that are checked before they count, and taking one back.

A copy is made while others read and write the library, and is one file. What a restored copy
takes the place of is kept beside it.
"""

import logging
import os
import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from genre_desktop.core.library_opening import (
    LibraryUnavailable,
    is_damage,
    lock_beside,
    open_for_reading,
)
from genre_desktop.core.library_schema import LADDER, files_of, free_name, version_of
from genre_desktop.dsp.printable import one_line

log = logging.getLogger(__name__)

_LOCK_SECONDS = 2.0


@dataclass(frozen=True, slots=True)
class Copied:
    """What a copy holds.

    Attributes:
        files: How many files it remembers.
        answers: How many answers about their sound.
        kept_as: Where the library lies that a restored one took the place of, None without one.
    """

    files: int
    answers: int
    kept_as: Path | None = None


def back_up_library(library: Path, target: Path, *, may_replace: bool) -> Copied:
    """Copies the library into a file, as it is at one instant.

    Args:
        library: The library.
        target: The file to write.
        may_replace: Whether an earlier backup there is replaced; nothing else ever is.

    Raises:
        LibraryUnavailable: There is none, or it cannot be copied; what was there is untouched.
    """
    if not library.exists():
        raise LibraryUnavailable(f"There is no library yet ({library}).")
    _refuse(target, library, may_replace=may_replace)
    with _told(f"The library could not be copied to {_name(target)}"):
        with closing(open_for_reading(library)) as source, _copied(source, target) as temporary:
            held = _held(temporary)
            temporary.replace(target)
        _keep_rename(target.parent)
    return held


def restore_library(backup: Path, library: Path) -> Copied:
    """Puts a copy of a backup in the library's place, and keeps what was there beside it.

    Raises:
        LibraryUnavailable: It is no backup, or the library is in use; nothing has changed then.
    """
    if not backup.is_file():
        raise LibraryUnavailable(f"There is no file {_name(backup)}.")
    if library.exists() and backup.samefile(library):
        raise LibraryUnavailable(f"{_name(backup)} is the library itself; name a backup of it.")
    with _told(f"{_name(backup)} could not be restored"):
        library.parent.mkdir(parents=True, exist_ok=True)
        with closing(open_for_reading(backup)) as source:
            if not 0 < version_of(source) <= len(LADDER):
                raise LibraryUnavailable(
                    f"{_name(backup)} is empty, or a newer Genre Desktop made it; update the "
                    "program, or name another backup."
                )
            with _copied(source, library) as temporary:
                held = _held(temporary)
                kept_as = _put_in_place(temporary, library)
        _keep_rename(library.parent)
    return Copied(held.files, held.answers, kept_as)


def _refuse(target: Path, library: Path, *, may_replace: bool) -> None:
    name = _name(target)
    if not target.parent.is_dir():
        raise LibraryUnavailable(f"The folder of {name} does not exist; make it first.")
    if not os.path.lexists(target):
        return
    if target.exists() and library.samefile(target):
        raise LibraryUnavailable(f"{name} is the library itself; name another file.")
    if not may_replace:
        raise LibraryUnavailable(f"{name} is there already; --force replaces an earlier backup.")
    try:
        with closing(open_for_reading(target)) as connection:
            is_backup = version_of(connection) > 0
    except sqlite3.Error:
        is_backup = False
    if not is_backup or target.is_symlink():
        raise LibraryUnavailable(f"{name} is no backup and is not replaced; name another file.")


@contextmanager
def _copied(source: sqlite3.Connection, target: Path) -> Iterator[Path]:
    """A checked copy on the disk beside the target, which is gone afterwards unless renamed."""
    temporary = target.with_name(f".{secrets.token_hex(8)}.part")
    try:
        with closing(sqlite3.connect(temporary, isolation_level=None)) as copy:
            source.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")  # one file, without a log beside it
            found = copy.execute("PRAGMA integrity_check").fetchone()[0]
            if found != "ok":
                raise sqlite3.DatabaseError(f"it is damaged: {one_line(found)}")
        with temporary.open("rb+") as file:
            os.fsync(file.fileno())
        yield temporary
    finally:
        for file_left in files_of(temporary):
            file_left.unlink(missing_ok=True)


def _held(copy: Path) -> Copied:
    with closing(open_for_reading(copy)) as connection:
        files, answers = (
            int(connection.execute(query).fetchone()[0])
            for query in ("SELECT count(*) FROM file", "SELECT count(*) FROM prediction")
        )
    return Copied(files, answers)


def _put_in_place(copy: Path, library: Path) -> Path | None:
    """Renames the library that is there, then the copy; says what the former is called now."""
    with closing(lock_beside(library, _LOCK_SECONDS)):
        kept_as = _set_aside(library) if library.exists() else None
        copy.replace(library)
    return kept_as


def _set_aside(library: Path) -> Path:
    with _nobody_else_in(library):
        aside = free_name(library, "before-restore")
        # The journals first: one that stays would be played into the new database.
        for old, new in zip(files_of(library), files_of(aside), strict=True):
            if old.exists():
                old.rename(new)
    log.info("The library is kept as %s, and a backup takes its place.", aside)
    return aside


@contextmanager
def _nobody_else_in(library: Path) -> Iterator[None]:
    """Brings the whole library into one file, which only works where nobody else has it open."""
    try:
        with closing(sqlite3.connect(library, timeout=_LOCK_SECONDS)) as connection:
            connection.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY:
            raise LibraryUnavailable(
                "The library is in use; close Genre Desktop, and try again."
            ) from error
        log.warning("The library that is set aside: %s.", error)
    except sqlite3.DatabaseError as error:
        if not is_damage(error):
            raise
        log.warning("The library that is set aside is damaged: %s.", error)
    yield


@contextmanager
def _told(what: str) -> Iterator[None]:
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        raise LibraryUnavailable(f"{what} ({error}); nothing has changed.") from error


def _keep_rename(folder: Path) -> None:
    """Makes the rename itself survive a power cut, where folders can be synchronised."""
    with suppress(OSError):  # Windows opens no folders
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _name(path: Path) -> str:
    return one_line(str(path))
