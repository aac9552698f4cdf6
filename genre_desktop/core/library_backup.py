"""Copies of the library that are checked before they count, and taking one back.

A copy is made while others read and write the library, and is one file with the corrections in
it. What a restored copy takes the place of is kept beside it; corrections are added to those that
are there, and of two the later one counts.
"""

import logging
import os
import secrets
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from genre_desktop.core.atomic_file import keep_rename
from genre_desktop.core.corrections import (
    Corrections,
    CorrectionsUnavailable,
    known_corrections,
)
from genre_desktop.core.kinds import extension_of
from genre_desktop.core.library_copying import noted
from genre_desktop.core.library_opening import (
    LibraryUnavailable,
    is_damage,
    lock_beside,
    open_for_reading,
)
from genre_desktop.core.library_rows import span_columns, span_of
from genre_desktop.core.library_schema import LADDER, files_of, free_name, version_of
from genre_desktop.core.places import CORRECTIONS_NAME
from genre_desktop.core.there import is_file, is_folder
from genre_desktop.core.track import AudioKey, Correction
from genre_desktop.dsp.printable import one_line
from genre_desktop.dsp.sniff import AUDIO_EXTENSIONS

log = logging.getLogger(__name__)

_LOCK_SECONDS = 2.0
_KEPT = "kept_correction"  # a table of backups only


@dataclass(frozen=True, slots=True)
class Copied:
    """What a copy holds.

    Attributes:
        files: How many files it remembers.
        answers: How many answers about their sound.
        corrections: How many genres the user corrected.
        kept_as: Where the library lies that a restored one took the place of, None without one.
    """

    files: int
    answers: int
    corrections: int = 0
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
        own = known_corrections(library.with_name(CORRECTIONS_NAME))
        with (
            closing(open_for_reading(library)) as source,
            _copied(
                source, target, library, lambda copy: _write_corrections(copy, own)
            ) as temporary,
        ):
            files, answers = _held(temporary)
            temporary.replace(target)
        keep_rename(target.parent)
    return Copied(files, answers, len(own))


def restore_library(backup: Path, library: Path) -> Copied:
    """Puts a copy of a backup in the library's place, and keeps what was there beside it.

    Raises:
        LibraryUnavailable: It is no backup, or the library is in use; nothing has changed then.
    """
    if not is_file(backup):
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
            own = _read_corrections(source)
            with _copied(source, library, library, _drop_corrections) as temporary:
                files, answers = _held(temporary)
                kept_as = _put_in_place(temporary, library)
        keep_rename(library.parent)
    _add_corrections(library.with_name(CORRECTIONS_NAME), own)
    return Copied(files, answers, len(own), kept_as)


def _refuse(target: Path, library: Path, *, may_replace: bool) -> None:
    name = _name(target)
    if extension_of(target.name) in AUDIO_EXTENSIONS:
        raise LibraryUnavailable(f"{name} has the name of a music file; name another file.")
    if not is_folder(target.parent):
        raise LibraryUnavailable(f"The folder of {name} does not exist; make it first.")
    if not os.path.lexists(target):
        return
    if target.exists() and library.samefile(target):
        raise LibraryUnavailable(f"{name} is the library itself; name another file.")
    if not may_replace:
        raise LibraryUnavailable(f"{name} is there already; --force replaces an earlier backup.")
    try:
        with closing(open_for_reading(target)) as connection:
            is_backup = version_of(connection) > 0 and _has(connection, "prediction")
    except sqlite3.Error:
        is_backup = False
    if not is_backup or target.is_symlink():
        raise LibraryUnavailable(f"{name} is no backup and is not replaced; name another file.")


def _write_corrections(copy: sqlite3.Connection, own: Mapping[AudioKey, Correction]) -> None:
    copy.execute("BEGIN")
    _drop_corrections(copy)
    copy.execute(
        f"CREATE TABLE {_KEPT} (hash TEXT, span_start REAL, span_end REAL, genre TEXT, at TEXT)"
    )
    copy.executemany(
        f"INSERT INTO {_KEPT} VALUES (?, ?, ?, ?, ?)",  # noqa: S608 - a constant
        [
            (digest, *span_columns(span), one.genre, one.corrected_at)
            for (digest, span), one in own.items()
        ],
    )
    copy.execute("COMMIT")


def _drop_corrections(copy: sqlite3.Connection) -> None:
    copy.execute(f"DROP TABLE IF EXISTS {_KEPT}")


def _read_corrections(backup: sqlite3.Connection) -> dict[AudioKey, Correction]:
    """Those that lie in a backup; none in a plain copy of a library."""
    if not _has(backup, _KEPT):
        return {}
    rows = backup.execute(f"SELECT hash, span_start, span_end, genre, at FROM {_KEPT}")  # noqa: S608 - a constant
    return {
        (digest, span_of(start, end)): Correction(genre, at)
        for digest, start, end, genre, at in rows
    }


def _has(connection: sqlite3.Connection, table: str) -> bool:
    """Whether there is a table; corrections and the journal of tags are databases of ours, too."""
    there = "SELECT 1 FROM sqlite_master WHERE name = ?"
    return connection.execute(there, (table,)).fetchone() is not None


def _add_corrections(place: Path, own: Mapping[AudioKey, Correction]) -> None:
    """Adds corrections to those that are there; of two the later one counts."""
    if not own:
        return
    try:
        with Corrections.open(place) as corrections:
            there = corrections.all()
            corrections.keep(
                (key, one)
                for key, one in own.items()
                if key not in there or there[key].corrected_at < one.corrected_at
            )
    except CorrectionsUnavailable as error:
        raise LibraryUnavailable(
            f"The library is restored, but not your corrections: {error.sentence}"
        ) from error


@contextmanager
def _copied(
    source: sqlite3.Connection,
    target: Path,
    library: Path,
    change: Callable[[sqlite3.Connection], None],
) -> Iterator[Path]:
    """A checked copy on the disk beside the target, which is gone afterwards unless renamed."""
    temporary = target.with_name(f".{secrets.token_hex(8)}.part")
    with noted(temporary, library):
        _begin(temporary)
        with closing(sqlite3.connect(temporary, isolation_level=None)) as copy:
            source.backup(copy)
            change(copy)
            copy.execute("PRAGMA journal_mode = DELETE")  # one file, without a log beside it
            found = copy.execute("PRAGMA integrity_check(1)").fetchone()[0]
            if found != "ok":
                fault = found.splitlines()[-1]
                raise sqlite3.DatabaseError(f"it is damaged: {one_line(fault)}")
        with temporary.open("rb+") as file:
            os.fsync(file.fileno())
        yield temporary


def _begin(file: Path) -> None:
    """Makes an empty file: SQLite would not say that it may not be, nor where."""
    try:
        file.touch()
    except OSError as error:
        raise LibraryUnavailable(
            f"Nothing can be written in {_name(file.parent)} ({error.strerror or error}); "
            "nothing has changed."
        ) from error


def _held(copy: Path) -> tuple[int, int]:
    """How many files and answers there are."""
    with closing(open_for_reading(copy)) as connection:
        files, answers = (
            int(connection.execute(query).fetchone()[0])
            for query in ("SELECT count(*) FROM file", "SELECT count(*) FROM prediction")
        )
    return files, answers


def _put_in_place(copy: Path, library: Path) -> Path | None:
    """Gives the library that is there another name, then the copy its own; says the former.

    Where there are hard links, a crash between the two leaves the library that was there.
    """
    with closing(lock_beside(library, _LOCK_SECONDS)):
        kept_as = _set_aside(library) if library.exists() else None
        try:
            copy.replace(library)
        except BaseException:
            if kept_as is not None:
                _come_back(kept_as, library)
            raise
    return kept_as


def _set_aside(library: Path) -> Path:
    _refuse_in_use(library)
    aside = free_name(library, "before-restore")
    _rename_logs(library, aside)
    try:
        aside.hardlink_to(library)
    except OSError:
        library.rename(aside)
    log.info("The library is kept as %s, and a backup takes its place.", aside)
    return aside


def _come_back(aside: Path, library: Path) -> None:
    _rename_logs(aside, library)
    if library.exists() and library.samefile(aside):
        aside.unlink()
    else:
        aside.rename(library)


def _rename_logs(library: Path, name: Path) -> None:
    """Renames a library's journals: one that stays would be played into another."""
    for old, new in zip(files_of(library)[:-1], files_of(name)[:-1], strict=True):
        if old.exists():
            old.rename(new)


def _refuse_in_use(library: Path) -> None:
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


@contextmanager
def _told(what: str) -> Iterator[None]:
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        raise LibraryUnavailable(f"{what} ({error}); nothing has changed.") from error
    except CorrectionsUnavailable as error:
        raise LibraryUnavailable(error.sentence) from error


def _name(path: Path) -> str:
    return one_line(str(path))
