"""Looking through the listed rows of the library: which are wanted, in what order, how many."""

import os
import sqlite3
from array import array
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from genre_desktop.core.closing import ClosedAtTheEnd
from genre_desktop.core.library_facets import Facet, Group, Order, View
from genre_desktop.core.library_filter import Condition, conditions_of, holds
from genre_desktop.core.library_latest import Latest, latest_of
from genre_desktop.core.library_opening import LibraryUnavailable, open_for_reading
from genre_desktop.core.library_schema import LADDER, version_of
from genre_desktop.dsp.printable import printable

CACHE_KIB = 32 * 1024  # of the database's pages: what is filtered again need not be read again


_ANY = "1"
_COLUMN = {  # that a facet is grouped by, and which rows it is about
    Facet.FOLDER: ("folder", _ANY),
    Facet.ARTIST: ("artist", _ANY),
    Facet.ALBUM: ("album", _ANY),
    Facet.GENRE: ("genre", _ANY),
    Facet.CONFIDENCE: ("band", _ANY),
    Facet.UNSURE: ("genre", "unsure"),
    Facet.CONFLICT: ("conflict", "conflict IS NOT NULL"),
    Facet.PROBLEM: ("problem", "problem IS NOT NULL"),
    Facet.GONE: ("folder", "gone"),
}

_TIES = {Order.PATH: ("path", "span_start", "span_end")}  # the others' are settled by number
_ALWAYS_KNOWN = frozenset({Order.PATH, Order.TITLE, Order.STATUS})


class LibraryView(ClosedAtTheEnd):
    """A library open for looking through it; used by one thread."""

    def __init__(self, path: Path) -> None:
        """Opens the library in the file `path`.

        Raises:
            LibraryUnavailable: There is none that can be looked through.
        """
        self._path = path
        try:
            self._connection = open_for_reading(path)
            version = version_of(self._connection)
        except sqlite3.Error as error:
            raise self._unavailable(error) from error
        if version != len(LADDER):
            self._connection.close()
            raise LibraryUnavailable(_why_not_yet(path, version))
        self._connection.create_function("holds", 2, holds, deterministic=True)
        self._connection.create_function("written_path", 1, _written, deterministic=True)
        self._connection.execute(f"PRAGMA cache_size = -{CACHE_KIB}")

    def close(self) -> None:
        """Lets go of the file."""
        self._connection.close()

    def version(self) -> int:
        """A number that is another one once somebody else has changed the library.

        Raises:
            LibraryUnavailable: It cannot be read.
        """
        return int(self._rows("PRAGMA data_version")[0][0])

    def numbers(self, view: View) -> "array[int]":
        """The numbers of the rows that are wanted, in order; those without a value come last.

        Raises:
            LibraryUnavailable: They cannot be read.
        """
        where, values = _where(view, is_grouped=view.is_grouped)
        found = array("q")
        column = view.order.value
        way = "DESC" if view.is_descending else "ASC"
        order = ", ".join(f"{one} {way}" for one in _TIES.get(view.order, (column, "id")))
        for known in (
            ("IS NOT NULL",) if view.order in _ALWAYS_KNOWN else ("IS NOT NULL", "IS NULL")
        ):
            query = f"SELECT id FROM listed WHERE {column} {known} AND {where} ORDER BY {order}"  # noqa: S608 - columns
            found.extend(row[0] for row in self._rows(query, *values))
        return found

    def groups(self, view: View) -> list[Group]:
        """The groups of the view's facet among what its text wants, in order; the unknown last.

        Raises:
            LibraryUnavailable: They cannot be read.
        """
        where, values = _where(view, is_grouped=False)
        column, _ = _COLUMN[view.facet]
        query = (
            f"SELECT {column}, count(*) FROM listed WHERE {where} "  # noqa: S608 - columns
            f"GROUP BY {column} ORDER BY {column}"
        )
        found = [Group(*row) for row in self._rows(query, *values)]
        return sorted(found, key=lambda group: group.key is None)

    def rows(
        self, numbers: Sequence[int], *, with_details: bool = False
    ) -> dict[int, tuple[Latest, bool]]:
        """The rows of these numbers, and whether their files are gone; without those that left.

        Args:
            numbers: Some hundreds at most.
            with_details: Whether timelines are wanted.

        Raises:
            LibraryUnavailable: They cannot be read.
        """
        marks = ", ".join("?" * len(numbers))
        places = self._rows(
            f"SELECT id, path, span_start, span_end, gone FROM listed WHERE id IN ({marks})",  # noqa: S608 - marks
            *numbers,
        )
        by_path: dict[bytes, dict[tuple[float, float], Latest]] = {}
        found = {}
        for number, path, start, end, gone in places:
            if path not in by_path:
                by_path[path] = {one.span: one for one in self._latest(path, with_details)}
            latest = by_path[path].get((start, end))
            if latest is not None:
                found[number] = (latest, bool(gone))
        return found

    def _latest(self, path: bytes, with_details: bool) -> list[Latest]:
        try:
            return latest_of(self._connection, path, with_details=with_details)
        except sqlite3.Error as error:
            raise self._unavailable(error) from error

    def _rows(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        try:
            return self._connection.execute(query, values).fetchall()
        except sqlite3.Error as error:
            raise self._unavailable(error) from error

    def _unavailable(self, error: sqlite3.Error) -> LibraryUnavailable:
        return LibraryUnavailable(f"The library {self._path} cannot be looked through ({error}).")


def _why_not_yet(path: Path, version: int) -> str:
    if version > len(LADDER):
        return f"The library {path} is a newer version's; update the program to look through it."
    return (
        f"The library {path} is an earlier version's; it can be looked through once it is brought "
        "up to date, which happens when it is written to."
    )


def _where(view: View, *, is_grouped: bool) -> Condition:
    """The condition of the text, and of the group where that is wanted."""
    conditions, _ = conditions_of(view.text)
    column, about = _COLUMN[view.facet]
    if about != _ANY:
        conditions = [(about, ()), *conditions]
    if is_grouped:
        conditions = [(f"{column} IS ?", (view.key,)), *conditions]
    sql = " AND ".join(sql for sql, _ in conditions) or _ANY
    return sql, tuple(value for _, values in conditions for value in values)


def _written(path: bytes) -> str:
    return printable(os.fsdecode(path))
