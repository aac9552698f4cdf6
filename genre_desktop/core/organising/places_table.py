"""What the journal keeps of files that were copied or moved, beside what it keeps of tags."""

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from genre_desktop.core.identity import Stamp, stamp_of
from genre_desktop.core.kinds import is_sheet
from genre_desktop.core.organising.placing import Placing, settle
from genre_desktop.core.organising.wishes import How
from genre_desktop.core.parts import parts_by

Execute = Callable[[str, tuple[object, ...]], Any]  # gives what sqlite3 calls a cursor

UNDONE_BY = (
    "(SELECT run_id FROM placed AS later WHERE later.undoes = placed.id AND later.is_done LIMIT 1)"
)
_COLUMNS = (
    "how, source, target, temporary, old_size, old_mtime_ns, old_inode, "
    "new_size, new_mtime_ns, new_inode, digest"
)


@dataclass(frozen=True, slots=True)
class PlaceEntry:
    """One file that a run placed.

    Attributes:
        number: Of the entry.
        run: Of its run.
        placing: What was done.
        undone_by: The run that took it back, None where none did.
    """

    number: int
    run: int
    placing: Placing
    undone_by: int | None


class PlacesTable:
    """The part of the journal that is about places; errors are those of the journal.

    Args:
        execute: Carries out a statement on the journal's database.
    """

    def __init__(self, execute: Execute) -> None:
        self._execute = execute

    def about_to_place(self, run: int, placing: Placing, undoes: int | None = None) -> int:
        """Notes, on the disk, what is about to be done; returns the entry's number."""
        values = (run, undoes, *_columns_of(placing))
        marks = ", ".join("?" * len(values))
        statement = f"INSERT INTO placed (run_id, undoes, {_COLUMNS}) VALUES ({marks})"  # noqa: S608 - constants
        return int(self._execute(statement, values).lastrowid)

    def is_copied(self, entry: int, placing: Placing) -> None:
        """Notes that the copy lies ready."""
        assert placing.new_stamp is not None
        self._execute(
            "UPDATE placed SET new_size = ?, new_mtime_ns = ?, new_inode = ?, digest = ? "
            "WHERE id = ?",
            (*_stamp_columns(placing.new_stamp), placing.digest, entry),
        )

    def is_placed(self, entry: int, placing: Placing) -> None:
        """Notes that it was done; what was written to a file's tags goes along with it."""
        stamp = placing.new_stamp
        with suppress(OSError):  # a copy that was taken away has none any more
            stamp = stamp_of(placing.target)
        if placing.how is How.MOVE:
            self._execute(
                "UPDATE entry SET path = ? WHERE path = ? AND is_done",
                (_real(placing.target), _real(placing.source)),
            )
        self._execute(
            "UPDATE placed SET is_done = 1, new_size = ?, new_mtime_ns = ?, new_inode = ? "
            "WHERE id = ?",
            (*_stamp_columns(stamp), entry),
        )

    def is_not_placed(self, entry: int) -> None:
        """Forgets what was about to be done."""
        self._execute("DELETE FROM placed WHERE id = ?", (entry,))

    def making(self, run: int, folder: Path) -> None:
        """Notes that a folder is about to be made."""
        self._execute("INSERT OR IGNORE INTO made VALUES (?, ?)", (run, os.fsencode(folder)))

    def made(self, runs: Iterable[int]) -> list[Path]:
        """The folders that runs made, the deepest first."""
        found = {
            Path(os.fsdecode(path))
            for run in runs
            for (path,) in self._execute("SELECT path FROM made WHERE run_id = ?", (run,))
        }
        return sorted(found, key=lambda path: len(path.parts), reverse=True)

    def entries(self, run: int) -> list[PlaceEntry]:
        """What a run placed, the latest first."""
        return self._entries("run_id = ?", run)

    def entries_at(self, path: Path) -> list[PlaceEntry]:
        """What runs placed there, or below it where it is a folder, the latest first.

        What was put back is not among it.
        """
        places = {os.fsencode(os.path.abspath(path)), os.fsencode(os.path.realpath(path))}  # noqa: PTH100 - as it was written
        found = {
            entry.number: entry
            for place in places
            for entry in self._entries(
                "undoes IS NULL AND (target = ?1 OR substr(target, 1, length(?2)) = ?2)",
                place,
                place + os.fsencode(os.sep),
            )
        }
        return sorted(found.values(), key=lambda entry: entry.number, reverse=True)

    def with_sheets(self, entries: Iterable[PlaceEntry]) -> list[PlaceEntry]:
        """Entries with those of the CUE sheets of which no file stays there, latest first."""
        found = {entry.number: entry for entry in entries}
        for run in {entry.run for entry in found.values()}:
            of_run = self._entries("undoes IS NULL AND run_id = ?", run)
            still = [entry for entry in of_run if entry.undone_by is None]
            files = {
                entry.placing.target: entry.number
                for entry in still
                if not is_sheet(entry.placing.source.name)
            }
            for sheet in still:
                is_of_files = is_sheet(sheet.placing.source.name)
                if is_of_files and _files_of(sheet, files) <= found.keys():
                    found[sheet.number] = sheet
        return sorted(found.values(), key=lambda entry: entry.number, reverse=True)

    def _entries(self, condition: str, *values: object) -> list[PlaceEntry]:
        query = (
            f"SELECT id, run_id, {UNDONE_BY}, {_COLUMNS} FROM placed "  # noqa: S608 - constants
            f"WHERE is_done AND {condition} ORDER BY id DESC"
        )
        return [
            PlaceEntry(number, run, _placing_of(row), undone_by)
            for number, run, undone_by, *row in self._execute(query, values).fetchall()
        ]

    def has_open(self, run: int) -> bool:
        """Whether it is unknown what became of a file."""
        query = "SELECT 1 FROM placed WHERE run_id = ? AND NOT is_done"
        return self._execute(query, (run,)).fetchone() is not None

    def settle(self, run: int) -> tuple[int, int]:
        """After a run that died: how many files had been placed, and how many had not."""
        placed = dropped = 0
        query = f"SELECT id, {_COLUMNS} FROM placed WHERE run_id = ? AND NOT is_done"  # noqa: S608 - constants
        for number, *row in self._execute(query, (run,)).fetchall():
            placing = _placing_of(row)
            with suppress(OSError):  # its drive may come back
                if settle(placing):
                    self.is_placed(number, placing)
                    placed += 1
                else:
                    self.is_not_placed(number)
                    dropped += 1
        return placed, dropped


def _files_of(sheet: PlaceEntry, files: Mapping[Path, int]) -> set[int]:
    """The entries of the files that a sheet names, of which the last was placed right before it.

    Args:
        sheet: Its entry.
        files: What its run placed that is there still, by place.
    """
    there = sheet.placing.target
    names = parts_by(there).named_by.get(there.name, frozenset())
    named = {files[place] for place in map(there.with_name, names) if place in files}
    return named or {max((one for one in files.values() if one < sheet.number), default=0)}


def _real(path: Path) -> bytes:
    return os.fsencode(Path(os.path.realpath(path.parent)) / path.name)


def _stamp_columns(stamp: Stamp | None) -> tuple[int | None, int | None, int | None]:
    return (stamp.size, stamp.mtime_ns, stamp.inode) if stamp is not None else (None, None, None)


def _columns_of(placing: Placing) -> tuple[object, ...]:
    return (
        placing.how.value,
        os.fsencode(placing.source),
        os.fsencode(placing.target),
        os.fsencode(placing.temporary) if placing.temporary is not None else b"",
        *_stamp_columns(placing.old_stamp),
        *_stamp_columns(placing.new_stamp),
        placing.digest,
    )


def _placing_of(row: Sequence[Any]) -> Placing:
    return Placing(
        how=How(row[0]),
        source=Path(os.fsdecode(row[1])),
        target=Path(os.fsdecode(row[2])),
        temporary=Path(os.fsdecode(row[3])) if row[3] else None,
        old_stamp=Stamp(*row[4:7]),
        new_stamp=Stamp(*row[7:10]) if row[7] is not None else None,
        digest=row[10],
    )
