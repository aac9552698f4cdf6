"""The journal of tags: what is about to be written, what was written, and what it replaced.

It is a database of its own: a library can be begun anew where it is damaged, this cannot. One
program writes tags at a time, which a lock beside it sees to, and one that died by whatever
cause is tidied up after when the next one opens the journal.
"""

import errno
import logging
import os
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Self

from genre_desktop import __version__
from genre_desktop.core.closing import ClosedAtTheEnd
from genre_desktop.core.identity import stamp_of
from genre_desktop.core.library_opening import lock_beside, open_for_reading, open_synced
from genre_desktop.core.library_schema import show_as_newest
from genre_desktop.core.organising.places_table import UNDONE_BY as PLACED_UNDONE_BY
from genre_desktop.core.organising.places_table import PlacesTable
from genre_desktop.core.places import LIBRARY_NAME
from genre_desktop.core.tagging.copying import digest_of
from genre_desktop.core.tagging.history import JournalUnavailable, Recovered, Run
from genre_desktop.core.tagging.journal_rows import COLUMNS, Entry, change_of, columns_of
from genre_desktop.core.tagging.journal_tables import LADDER
from genre_desktop.core.tagging.safe_write import Change, links_of
from genre_desktop.core.tagging.temporary import remove_strays
from genre_desktop.core.tagging.through_links import settle
from genre_desktop.core.tagging.whereabouts import Whereabouts
from genre_desktop.core.there import is_folder

log = logging.getLogger(__name__)

_BUSY_SECONDS = 10.0
_LOCK_SECONDS = 1.0  # another program may be tidying up, which takes less
_SHUT = {
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_CANTOPEN,
}

_BUSY = "Another Genre Desktop is writing tags or moving files; try again when it is done."
_NOT_WRITTEN = (
    "The journal of tags could not be written (%1), so no more tags are; make room on its disk and "
    "try again."
)
_NOT_READ = (
    "The journal of tags (tags.sqlite in the data folder) cannot be read (%1); put a copy of it "
    "from a backup in its place, or move it away to begin a new one."
)
_UNDONE_BY = (
    "(SELECT run_id FROM entry AS later WHERE later.undoes = entry.id AND later.is_done LIMIT 1)"
)
_ALL_DONE = (
    f"SELECT run_id, {_UNDONE_BY} AS undone_by FROM entry WHERE is_done UNION ALL "  # noqa: S608 - constants
    f"SELECT run_id, {PLACED_UNDONE_BY} FROM placed WHERE is_done"
)


class Journal(ClosedAtTheEnd):
    """The open journal, which no other program can write meanwhile.

    Attributes:
        library: The database beside it, which keeps what files say of themselves.
        recovered: What was found of runs that were killed, and settled.
        places: What it keeps of files that were copied or moved.
        whereabouts: Where files lie now that others moved.
    """

    def __init__(
        self, path: Path, connection: sqlite3.Connection, lock: sqlite3.Connection
    ) -> None:
        self.library = path.with_name(LIBRARY_NAME)
        self._connection = connection
        self._lock = lock
        self.recovered = Recovered()
        self.places = PlacesTable(self._execute)
        self.whereabouts = Whereabouts(self._execute, self._read)

    @classmethod
    def open(cls, path: Path) -> Self:
        """Opens or makes the journal, and tidies up after a run that died.

        Raises:
            JournalUnavailable: Another program writes tags, or it can be neither read nor made.
        """
        try:
            lock = _locked(path)
        except (OSError, sqlite3.Error) as error:
            if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_BUSY:
                raise JournalUnavailable(_BUSY) from error
            sentence = (
                f"{path.parent} cannot be written ({error}), and without a journal nothing is "
                "tagged or moved; make it writable, and try again."
            )
            raise _unavailable(error, sentence) from error
        try:
            connection = open_synced(path, LADDER, _BUSY_SECONDS)  # an entry goes before its file
        except sqlite3.Error as error:
            lock.close()
            raise _unavailable(error, _why_not_opened(path, error)) from error
        journal = cls(path, connection, lock)
        try:
            with _told(_NOT_READ):
                journal.recovered = journal._recover()
        except BaseException:
            journal.close()
            raise
        return journal

    @classmethod
    def open_for_reading(cls, path: Path) -> Self:
        """Opens the journal, as it is where another program is writing tags.

        Raises:
            JournalUnavailable: It cannot be read.
        """
        with suppress(JournalUnavailable):
            return cls.open(path)
        nothing = sqlite3.connect(":memory:")
        try:
            return cls(path, _opened_for_reading(path), nothing)
        except sqlite3.Error as error:
            nothing.close()
            raise JournalUnavailable(
                f"The journal of tags {path} cannot be read ({error})."
            ) from error

    def close(self) -> None:
        """Lets go of the file and of the lock."""
        self._connection.close()
        self._lock.close()

    def begin_run(self, what: str, paths: Iterable[Path]) -> int:
        """Notes that a run begins, and in which folders it will make temporary files.

        Raises:
            JournalUnavailable: It cannot be written.
        """
        folders = {os.fsencode(Path(os.path.realpath(path)).parent) for path in paths}
        now = datetime.now(UTC).isoformat(timespec="seconds")
        with _told(), self._connection:
            self._connection.execute("BEGIN IMMEDIATE")
            number = self._connection.execute(
                "INSERT INTO run (started_at, what, program) VALUES (?, ?, ?)",
                (now, what, __version__),
            ).lastrowid
            self._connection.executemany(
                "INSERT INTO folder VALUES (?, ?)", [(number, folder) for folder in folders]
            )
        assert number is not None
        return number

    def end_run(self, run: int) -> None:
        """Notes that a run has left nothing behind; one that wrote nothing is forgotten.

        Where it is unknown what became of a file, the next start looks after it.

        Raises:
            JournalUnavailable: It cannot be written.
        """
        query = "SELECT 1 FROM entry WHERE run_id = ? AND NOT is_done"
        with _told(), self._connection:
            self._connection.execute("BEGIN IMMEDIATE")
            if self._connection.execute(query, (run,)).fetchone() or self.places.has_open(run):
                return
            self._connection.execute("DELETE FROM folder WHERE run_id = ?", (run,))
            self._connection.execute(
                "DELETE FROM made WHERE run_id = ?1 "
                "AND NOT EXISTS (SELECT 1 FROM placed WHERE run_id = ?1)",
                (run,),
            )
            self._connection.execute("UPDATE run SET is_ended = 1 WHERE id = ?", (run,))
            self._connection.execute(
                "DELETE FROM run WHERE id = ? "
                "AND NOT EXISTS (SELECT 1 FROM entry WHERE run_id = run.id) "
                "AND NOT EXISTS (SELECT 1 FROM placed WHERE run_id = run.id)",
                (run,),
            )

    def about_to_write(self, run: int, change: Change, undoes: int | None = None) -> int:
        """Notes, on the disk, what is about to take a file's place; returns the entry's number.

        Raises:
            JournalUnavailable: It cannot be written, and the file must not be.
        """
        marks = ", ".join("?" * (len(COLUMNS.split(",")) + 2))
        with _told():
            number = self._connection.execute(
                f"INSERT INTO entry (run_id, undoes, {COLUMNS}) VALUES ({marks})",  # noqa: S608 - constants
                (run, undoes, *columns_of(change)),
            ).lastrowid
        assert number is not None
        return number

    def written(self, entry: int) -> None:
        """Notes that it has taken the file's place.

        Raises:
            JournalUnavailable: It cannot be written; the next start finds it out.
        """
        with _told():
            self._connection.execute("UPDATE entry SET is_done = 1 WHERE id = ?", (entry,))

    def not_written(self, entry: int) -> None:
        """Forgets what was about to be written.

        Raises:
            JournalUnavailable: It cannot be written; the next start finds it out.
        """
        with _told():
            self._connection.execute("DELETE FROM entry WHERE id = ?", (entry,))

    def runs(self) -> list[Run]:
        """All runs that wrote something, the latest first.

        Raises:
            JournalUnavailable: They cannot be read; so for all entries, too.
        """
        query = (
            "SELECT run.id, started_at, what, count(*), count(undone_by) "  # noqa: S608 - constants
            f"FROM run JOIN ({_ALL_DONE}) ON run_id = run.id GROUP BY run.id ORDER BY run.id DESC"
        )
        with _told(_NOT_READ):
            return [Run(*row) for row in self._connection.execute(query).fetchall()]

    def entries(self, run: int) -> list[Entry]:
        """What a run wrote, the latest first."""
        return self._entries("run_id = ?", run)

    def entries_of(self, path: Path) -> list[Entry]:
        """What was written to a file, the latest first."""
        return self._entries("path = ?", os.fsencode(os.path.realpath(path)))

    def entries_below(self, folder: Path) -> list[Entry]:
        """What was written to files in a folder, at any depth, the latest first."""
        start = os.fsencode(os.path.join(os.path.realpath(folder), ""))  # noqa: PTH118 - ends so
        return self._entries("substr(path, 1, length(?1)) = ?1", start)

    def _entries(self, condition: str, value: Any) -> list[Entry]:
        query = (
            f"SELECT id, run_id, {_UNDONE_BY}, {COLUMNS} FROM entry "  # noqa: S608 - constants
            f"WHERE is_done AND {condition} ORDER BY id DESC"
        )
        with _told(_NOT_READ):
            return [
                Entry(number, run, change_of(row), undone_by)
                for number, run, undone_by, *row in self._connection.execute(query, (value,))
            ]

    def _execute(self, statement: str, values: tuple[object, ...]) -> sqlite3.Cursor:
        with _told():
            return self._connection.execute(statement, values)

    def _read(self, query: str, values: tuple[object, ...]) -> Iterator[tuple[Any, ...]]:
        with _told(_NOT_READ):
            yield from self._connection.execute(query, values)

    def _recover(self) -> Recovered:
        """Makes journal and disk agree after a run that died at whatever instant."""
        found = Recovered()
        runs = self._connection.execute("SELECT id FROM run WHERE NOT is_ended").fetchall()
        for (run,) in runs:
            query = "SELECT path FROM folder WHERE run_id = ?"
            rows = self._connection.execute(query, (run,)).fetchall()
            folders = [Path(os.fsdecode(path)) for (path,) in rows]
            is_all_there = all(map(is_folder, folders))
            whole, dropped = self._settle_entries(run)
            placed, left = self.places.settle(run) if is_all_there else (0, 0)
            removed = remove_strays(folders, but=self._copies_in_need(run))
            if is_all_there:  # else its drive may come back
                self.end_run(run)
            settled = whole + placed, dropped + left, removed
            if any(settled) or self._is_ended(run):  # else it was told when it was news
                log.info("Run %d had died; %d temporary files were removed.", run, removed)
                found += Recovered(1, *settled)
        return found

    def _is_ended(self, run: int) -> bool:
        """Whether it is over, or was forgotten with that."""
        query = "SELECT 1 FROM run WHERE id = ? AND NOT is_ended"
        return self._connection.execute(query, (run,)).fetchone() is None

    def _settle_entries(self, run: int) -> tuple[int, int]:
        """How many files had been written, and how many had not."""
        whole = dropped = 0
        rows = self._connection.execute(
            f"SELECT id, {COLUMNS} FROM entry WHERE run_id = ? AND NOT is_done",  # noqa: S608 - constants
            (run,),
        ).fetchall()
        for number, *row in rows:
            change = change_of(row)
            if not is_folder(change.path.parent):
                continue
            is_whole = _is_written(change)
            if is_whole is None:
                continue
            if is_whole:
                self.written(number)
                whole += 1
            else:
                self.not_written(number)
                dropped += 1
        return whole, dropped

    def _copies_in_need(self, run: int) -> frozenset[Path]:
        """Temporary files of what could not be settled."""
        query = "SELECT temporary FROM entry WHERE run_id = ? AND NOT is_done"
        rows = self._connection.execute(query, (run,)).fetchall()
        return frozenset(Path(os.fsdecode(path)) for (path,) in rows)


def tidy_up(path: Path) -> Recovered:
    """Settles what a run that died has left, where the journal can be opened; says what it was."""
    with suppress(JournalUnavailable), Journal.open(path) as journal:
        return journal.recovered
    return Recovered()  # the next start finds it, too


@contextmanager
def _told(sentence: str = _NOT_WRITTEN) -> Iterator[None]:
    """Within, trouble with the database, or with a row of it, becomes a sentence."""
    try:
        yield
    except (sqlite3.Error, zlib.error, ValueError) as error:
        raise _unavailable(error, sentence.replace("%1", str(error))) from error


def _unavailable(error: Exception, sentence: str) -> JournalUnavailable:
    """What to say; on a full disk nothing is to be moved away, for the journal is not at fault."""
    code = getattr(error, "sqlite_errorcode", None) or 0
    is_full = code & 0xFF == sqlite3.SQLITE_FULL or getattr(error, "errno", 0) == errno.ENOSPC
    return JournalUnavailable(_NOT_WRITTEN.replace("%1", str(error)) if is_full else sentence)


def _why_not_opened(path: Path, error: sqlite3.Error) -> str:
    """What to say; one that is whole, and only shut, is not to be moved away."""
    if (getattr(error, "sqlite_errorcode", None) or 0) & 0xFF in _SHUT:
        return (
            f"The journal of tags {path} cannot be written ({error}), and without it no tags are; "
            "make it writable, or close the program that uses it, and try again."
        )
    return (
        f"The journal of tags {path} cannot be used ({error}), and without it no tags are "
        "written; move it away to begin a new one."
    )


def _is_written(change: Change) -> bool | None:
    """Whether a change was made; None where that cannot be settled now."""
    if change.is_through_link:
        return settle(*links_of(change))
    try:
        return (
            stamp_of(change.path) == change.new_stamp
            or digest_of(change.path) == change.digests.new
        )
    except FileNotFoundError:
        return False
    except OSError:  # it cannot be looked at now, but may have been written
        return None


def _locked(path: Path) -> sqlite3.Connection:
    """Keeps other programs from writing tags until closed, or until a crash."""
    path.parent.mkdir(parents=True, exist_ok=True)
    return lock_beside(path, _LOCK_SECONDS)


def _opened_for_reading(path: Path) -> sqlite3.Connection:
    connection = open_for_reading(path)
    try:
        show_as_newest(connection, LADDER)
    except BaseException:
        connection.close()
        raise
    return connection
