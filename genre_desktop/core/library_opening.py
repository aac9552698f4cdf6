"""Opening the library database: new, older, newer, damaged or out of reach."""

import logging
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from genre_desktop.core.identity import stamp_of
from genre_desktop.core.library_schema import (
    ForeignDatabase,
    back_up,
    climb,
    files_of,
    free_name,
    logs_of,
    version_of,
)
from genre_desktop.core.refusal import Refusal
from genre_desktop.core.there import is_file

log = logging.getLogger(__name__)

_BUSY_SECONDS = 10.0
_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}


class LibraryUnavailable(Refusal):
    """The library cannot be used."""


@dataclass(frozen=True, slots=True)
class OpenDatabase:
    """A connection, whether it may be written, and what the user should be told."""

    connection: sqlite3.Connection
    writable: bool
    notices: tuple[str, ...]


def open_database(path: Path, ladder: tuple[str, ...]) -> OpenDatabase:
    """Opens or makes the database; a damaged one is set aside and a new one begun.

    Raises:
        LibraryUnavailable: Where it can be neither read nor made.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        number = file_number(path)
        try:
            return _open(path, ladder)
        except sqlite3.DatabaseError as error:
            if not is_damage(error):
                raise
            notices = set_aside(path, number)
            fresh = _open(path, ladder)
            return OpenDatabase(fresh.connection, fresh.writable, (*notices, *fresh.notices))
    except (OSError, sqlite3.Error) as error:
        raise LibraryUnavailable(
            f"The library {path} cannot be used ({error}); genres are shown, but not remembered. "
            "Make its folder writable or name another place in GENRE_DESKTOP_HOME."
        ) from error


def open_synced(path: Path, ladder: tuple[str, ...], busy_seconds: float) -> sqlite3.Connection:
    """Opens or makes a database whose every step is on the disk before the next.

    Raises:
        sqlite3.Error: It cannot be used, or a newer program made it.
    """
    connection = sqlite3.connect(path, timeout=busy_seconds, isolation_level=None)
    try:
        if version_of(connection) > len(ladder):
            raise sqlite3.NotSupportedError("a newer Genre Desktop made it")
        keep_journal(connection)
        connection.execute("PRAGMA synchronous = FULL")
        climb(connection, ladder)
        connection.execute("PRAGMA foreign_keys = ON")
    except BaseException:
        connection.close()
        raise
    return connection


def open_for_reading(path: Path) -> sqlite3.Connection:
    """A connection that cannot write.

    Raises:
        sqlite3.Error: Where there is no database that can be read.
    """
    is_there = is_file(path)
    try:
        return _read_only(path, "mode=ro")
    except sqlite3.OperationalError as error:
        # On a full disk, and in a folder that may not be written, no index of a log can be made;
        # where no log holds anything, that is all. What was not there is just being made by now.
        if not is_there or not _is_for_want_of_a_place(error):
            raise
        if any(map(_may_have_content, logs_of(path))):
            raise
        return _read_only(path, "mode=ro&immutable=1")


def _is_for_want_of_a_place(error: sqlite3.OperationalError) -> bool:
    return error.sqlite_errorcode & 0xFF in {
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_READONLY,
    }


def _may_have_content(file: Path) -> bool:
    try:
        return stamp_of(file).size > 0
    except FileNotFoundError:  # it goes with the last who has the library open
        return False
    except OSError:
        return True


def _read_only(path: Path, how: str) -> sqlite3.Connection:
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?{how}",
        uri=True,
        timeout=_BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,
    )
    try:
        version_of(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def bring_up_to_date(path: Path, ladder: tuple[str, ...]) -> None:
    """Gives a library of an older program the tables of this one, after a copy was made.

    Raises:
        LibraryUnavailable: Where it can be neither read nor written.
        sqlite3.Error: Where there is no database that can be read.
    """
    with closing(open_for_reading(path)) as connection:
        is_old = 0 < version_of(connection) < len(ladder)
    if is_old:
        open_database(path, ladder).connection.close()


def is_damage(error: sqlite3.Error) -> bool:
    """True where the file itself is not, or no more, a database of ours."""
    code = getattr(error, "sqlite_errorcode", 0) or 0
    return isinstance(error, ForeignDatabase) or (code & 0xFF) in _DAMAGED


def file_number(path: Path) -> int:
    """What tells the file at a path from another that takes its place; 0 where there is none."""
    try:
        return path.stat().st_ino
    except OSError:
        return 0


def set_aside(path: Path, number: int) -> tuple[str, ...]:
    """Renames a damaged database with its companions, and says so; nothing is deleted.

    Args:
        path: Where the database lies.
        number: Its `file_number`; where another lies there now, another process was first, and
            nothing is done or said.

    Raises:
        OSError: Where it cannot be renamed.
        sqlite3.Error: Where other processes cannot be kept away meanwhile.
    """
    with closing(lock_beside(path, _BUSY_SECONDS)):
        if file_number(path) != number:
            return ()
        aside = free_name(path, "damaged")
        # The journals first: one that stays would be played into the new database.
        for old, new in zip(files_of(path), files_of(aside), strict=True):
            if old.exists():
                old.rename(new)
    log.error("The library was damaged and is kept as %s.", aside)
    sentence = (
        f"The library was damaged; it is kept as {aside} and a new one was begun. "
        "Files will be listened to again."
    )
    return (sentence,)


def lock_beside(path: Path, wait_seconds: float) -> sqlite3.Connection:
    """A lock that no other process has, until closed or until a crash.

    Raises:
        sqlite3.OperationalError: Another one kept it for longer than that.
    """
    lock = sqlite3.connect(
        path.with_name(f"{path.name}.lock"), timeout=wait_seconds, isolation_level=None
    )
    try:
        lock.execute("BEGIN EXCLUSIVE")
    except BaseException:
        lock.close()
        raise
    return lock


def keep_journal(connection: sqlite3.Connection) -> str:
    """Chooses write-ahead logging where the file system can, and returns what is in use."""
    mode = _journal(connection, "")
    if mode != "wal":
        try:
            mode = _journal(connection, "= WAL")
        except sqlite3.OperationalError as error:
            log.info("No write-ahead log for the library: %s.", error)
    # A write-ahead log cannot be torn by a crash; a rollback journal needs every sync.
    connection.execute(f"PRAGMA synchronous = {'NORMAL' if mode == 'wal' else 'FULL'}")
    return mode


def _journal(connection: sqlite3.Connection, change: str) -> str:
    return str(connection.execute(f"PRAGMA journal_mode {change}").fetchone()[0])


def _open(path: Path, ladder: tuple[str, ...]) -> OpenDatabase:
    try:
        connection = sqlite3.connect(
            path, timeout=_BUSY_SECONDS, isolation_level=None, check_same_thread=False
        )
        return _settle(connection, path, ladder)
    except sqlite3.OperationalError as error:
        if is_damage(error) or not path.is_file():
            raise
        readable = open_for_reading(path)
        if version_of(readable) == 0:  # begun, but without a table: there is nothing to read
            readable.close()
            raise
        return OpenDatabase(
            readable,
            writable=False,
            notices=(f"The library {path} cannot be written ({error}); new genres are not kept.",),
        )


def _settle(connection: sqlite3.Connection, path: Path, ladder: tuple[str, ...]) -> OpenDatabase:
    """Brings an open database to the newest tables, or leaves a newer one untouched."""
    try:
        version = version_of(connection)
        if version > len(ladder):
            notice = (
                f"The library {path} was made by a newer Genre Desktop; it is only read. "
                "Update the program to add to it."
            )
            connection.execute("PRAGMA query_only = ON")
            return OpenDatabase(connection, writable=False, notices=(notice,))
        _climb(connection, path, ladder, version)
        connection.execute("PRAGMA foreign_keys = ON")
    except BaseException:
        connection.close()
        raise
    return OpenDatabase(connection, writable=True, notices=())


def _climb(
    connection: sqlite3.Connection, path: Path, ladder: tuple[str, ...], version: int
) -> None:
    """Takes the missing steps after a copy was made, which goes again where none was taken."""
    copy = back_up(connection, path, version) if 0 < version < len(ladder) else None
    try:
        keep_journal(connection)
        climb(connection, ladder)
    except sqlite3.OperationalError:
        if copy is not None and version_of(connection) == version:
            copy.unlink(missing_ok=True)  # else each try would leave another
        raise
