"""Lets the library know where files went, so that they need not be heard again."""

import os
import sqlite3
from collections.abc import Collection, Iterable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from genre_desktop.core.identity import Stamp
from genre_desktop.core.library_forgetting import forget_file
from genre_desktop.core.library_opening import (
    LibraryUnavailable,
    open_database,
    open_for_reading,
)
from genre_desktop.core.library_parts import doubt
from genre_desktop.core.library_schema import LADDER, all_or_nothing

_OF_A_PATH = ("file", "problem", "tags")
_OF_PARTS = ("part", "undecided")


@dataclass(frozen=True, slots=True)
class NewPlace:
    """Where a file went.

    Attributes:
        old: Where it lay; None where it had been a copy and was removed from `new`.
        new: Where it lies.
        old_stamp: Of the file there, with which the library knows it.
        new_stamp: Of the file now; None where it was removed.
        is_copy: Whether it lies at both places.
    """

    old: Path
    new: Path
    old_stamp: Stamp
    new_stamp: Stamp | None
    is_copy: bool = False


def follow(library: Path, places: Iterable[NewPlace]) -> int:
    """Takes over what is known of files to their new places; says of how many anything was.

    What the library knows of a file as it was at another time is left for the next scan.

    Raises:
        LibraryUnavailable: It cannot be written.
    """
    if not library.exists():
        return 0
    opened = open_database(library, LADDER)
    with closing(opened.connection) as connection:
        if not opened.writable:
            raise LibraryUnavailable(" ".join(opened.notices))
        try:
            with all_or_nothing(connection):
                return sum(_follow(connection, place) for place in places)
        except sqlite3.Error as error:
            raise LibraryUnavailable(
                f"The library {library} could not take note of where files went ({error}); they "
                "are known again by their sound when they are added."
            ) from error


def files_of_sizes(library: Path, sizes: Collection[int]) -> list[Path]:
    """The files that the library knows of such sizes; none where it cannot be read."""
    try:
        with closing(open_for_reading(library)) as connection:
            rows = connection.execute("SELECT path, size FROM file").fetchall()
    except sqlite3.Error:
        return []
    return [Path(os.fsdecode(path)) for path, size in rows if size in sizes]


def _follow(connection: sqlite3.Connection, place: NewPlace) -> bool:
    old, new = os.fsencode(place.old), os.fsencode(place.new)
    if place.new_stamp is None:
        forget_file(connection, new)
        return True
    was, now = (_columns(stamp) for stamp in (place.old_stamp, place.new_stamp))
    found = 0
    for table in _OF_A_PATH:
        found += connection.execute(_copy_of(connection, table), (new, *now, old, *was)).rowcount
        if not place.is_copy:
            query = (
                f"DELETE FROM {table} WHERE path = ? AND size = ? AND mtime_ns = ? AND inode = ?"  # noqa: S608 - tables
            )
            connection.execute(query, (old, *was))
    if found:
        _divide(connection, old, new, is_copy=place.is_copy)
    for path in (old, new):
        connection.execute("INSERT OR IGNORE INTO unlisted VALUES (?)", (path,))
    return found > 0


def _divide(connection: sqlite3.Connection, old: bytes, new: bytes, *, is_copy: bool) -> None:
    """Takes over what a file is divided into; a copy lies where no sheet may be."""
    for table in _OF_PARTS:
        connection.execute(f"DELETE FROM {table} WHERE path = ?", (new,))  # noqa: S608 - tables
        if not is_copy:
            connection.execute(f"UPDATE {table} SET path = ? WHERE path = ?", (new, old))  # noqa: S608 - tables
    if is_copy:
        doubt(connection, new)


def _copy_of(connection: sqlite3.Connection, table: str) -> str:
    """A statement that repeats rows of a table for another path and stamp."""
    names = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
    rest = [name for name in names if name not in {"path", "size", "mtime_ns", "inode"}]
    columns = ", ".join(("path", "size", "mtime_ns", "inode", *rest))
    return (
        f"INSERT OR REPLACE INTO {table} ({columns}) SELECT ?, ?, ?, ?, {', '.join(rest)} "  # noqa: S608 - as above
        f"FROM {table} WHERE path = ? AND size = ? AND mtime_ns = ? AND inode = ?"
    )


def _columns(stamp: Stamp) -> tuple[int, int, int]:
    return stamp.size, stamp.mtime_ns, stamp.inode
