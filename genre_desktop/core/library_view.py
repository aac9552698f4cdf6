"""Looking through the listed rows of the library: which are wanted, in what order, how many."""

import os
import sqlite3
from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from genre_desktop.core.closing import ClosedAtTheEnd
from genre_desktop.core.library_facets import Facet, Group, Order, View
from genre_desktop.core.library_filter import ALWAYS, Condition, Sql, conditions_of, holds, plain
from genre_desktop.core.library_latest import Latest, latest_of
from genre_desktop.core.library_opening import LibraryUnavailable, open_for_reading
from genre_desktop.core.library_schema import LADDER, version_of
from genre_desktop.dsp.printable import printable

CACHE_KIB = 32 * 1024  # of the database's pages: what is filtered again need not be read again

_COLUMN = {  # that a facet is grouped by, and which rows it is about
    Facet.FOLDER: ("folder", ""),
    Facet.ARTIST: ("artist", ""),
    Facet.ALBUM: ("album", ""),
    Facet.GENRE: ("genre", ""),
    Facet.CONFIDENCE: ("band", ""),
    Facet.UNSURE: ("genre", "unsure"),
    Facet.CONFLICT: ("conflict", "conflict IS NOT NULL"),
    Facet.PROBLEM: ("problem", "problem IS NOT NULL"),
    Facet.GONE: ("folder", "gone"),
}

_TIES = {Order.PATH: ("path", "span_start", "span_end")}  # the others' are settled by number
_ALWAYS_KNOWN = frozenset({Order.PATH, Order.TITLE, Order.STATUS})
FEW = 5_000  # rows that are looked up one by one and sorted in no time
_CHARACTERS_AT_ONCE = 100_000  # of numbers, for the interpreter is held meanwhile
_OPERATIONS_BETWEEN = 20_000  # of the database, some of a millisecond


class NoLongerWantedError(Exception):
    """A question was given up, for nobody waits for its answer."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """A view as the database understands it.

    Attributes:
        conditions: What rows must fulfil.
        few: A query of few numbers, in which all of them are; None where there are many.
    """

    conditions: Sequence[Condition]
    few: Sql | None

    @property
    def whole(self) -> Sql:
        return _all_of([one.whole for one in self.conditions])

    @property
    def probe(self) -> Sql:
        return _all_of([one.probe for one in self.conditions])

    @property
    def rows(self) -> Sql:
        """All the rows, in no order: from which table, and where."""
        if self.few is None:
            where, values = self.whole
            return f"listed WHERE {where}", values
        (few, first), (where, values) = self.few, self.probe
        return f"listed NOT INDEXED WHERE id IN ({few}) AND {where}", (*first, *values)


class LibraryView(ClosedAtTheEnd):
    """A library open for looking through it; used by one thread."""

    def __init__(self, path: Path, *, cache_kib: int = CACHE_KIB, few: int = FEW) -> None:
        """Opens the library in the file `path`.

        Args:
            path: The library.
            cache_kib: How much of it is kept in memory.
            few: So many rows are looked up one by one.

        Raises:
            LibraryUnavailable: There is none that can be looked through.
        """
        self._path, self._few = path, few
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
        self._connection.execute(f"PRAGMA cache_size = -{cache_kib}")
        self._seen = self._version()

    def close(self) -> None:
        """Lets go of the file."""
        self._connection.close()

    def give_up_where(self, is_unwanted: Callable[[], bool] | None) -> None:
        """Gives a question up in the middle, with `NoLongerWantedError`, once this holds."""
        self._connection.set_progress_handler(is_unwanted, _OPERATIONS_BETWEEN)

    def has_changed(self) -> bool:
        """Whether somebody else changed the library since this was asked, or since it was opened.

        Raises:
            LibraryUnavailable: It cannot be read.
        """
        before, self._seen = self._seen, self._version()
        return before != self._seen

    def beginning(self, view: View, most: int) -> "tuple[array[int], bool]":
        """The first numbers of a view, soon, however many rows there are.

        Args:
            view: What is wanted.
            most: Of how many numbers, where there are too many to find all of them soon.

        Returns:
            The numbers, and whether that is all.

        Raises:
            LibraryUnavailable: They cannot be read.
            NoLongerWantedError: The question was given up.
        """
        asked = self._asked(view, is_grouped=view.is_grouped)
        if asked.few is not None:
            return self._few_in_order(asked, view), True
        found: array[int] = array("q")
        for query, values in _in_order(asked.probe, view):
            limited = f"{query} LIMIT {most + 1 - len(found)}"
            found.extend(self._numbers(limited, values))
            if len(found) > most:
                return found[:most], False
        return found, True

    def numbers(self, view: View) -> "array[int]":
        """The numbers of the rows that are wanted, in order; those without a value come last.

        Raises:
            LibraryUnavailable: They cannot be read.
            NoLongerWantedError: The question was given up.
        """
        asked = self._asked(view, is_grouped=view.is_grouped)
        if asked.few is not None:
            return self._few_in_order(asked, view)
        found: array[int] = array("q")
        for query, values in _in_order(asked.whole, view):
            found.extend(self._numbers(query, values))
        return found

    def groups(self, view: View) -> list[Group]:
        """The groups of the view's facet among what its text wants, in order; the unknown last.

        Raises:
            LibraryUnavailable: They cannot be read.
            NoLongerWantedError: The question was given up.
        """
        rows, values = self._asked(view, is_grouped=False).rows
        column, _ = _COLUMN[view.facet]
        query = f"SELECT {column}, count(*) FROM {rows} GROUP BY {column} ORDER BY {column}"  # noqa: S608 - columns
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

    def _version(self) -> int:
        """A number that is another one once somebody else has changed the library."""
        return int(self._rows("PRAGMA data_version")[0][0])

    def _asked(self, view: View, *, is_grouped: bool) -> _Asked:
        conditions = _conditions(view, is_grouped=is_grouped)
        counted = [(self._count(one.found), one.found) for one in conditions if one.found]
        least, few = min(counted, key=lambda one: one[0], default=(self._few + 1, ALWAYS))
        return _Asked(conditions, few if least <= self._few else None)

    def _count(self, found: Sql) -> int:
        """How many rows a query finds; one more than a few where they are too many."""
        limited, values = f"{found[0]} LIMIT {self._few + 1}", found[1]
        return int(self._rows(f"SELECT count(*) FROM ({limited})", *values)[0][0])  # noqa: S608 - queries

    def _few_in_order(self, asked: _Asked, view: View) -> "array[int]":
        rows, values = asked.rows
        column = view.order.value
        return self._numbers(
            f"SELECT id FROM {rows} ORDER BY {column} IS NULL, {_order_of(view)}",  # noqa: S608 - columns
            values,
        )

    def _numbers(self, query: str, values: tuple[object, ...]) -> "array[int]":
        """What a query of numbers finds.

        They come as one text: each row for itself would take the interpreter from the window's
        thread again and again.
        """
        ((text,),) = self._rows(f"SELECT group_concat(id) FROM ({query})", *values)  # noqa: S608 - queries
        found: array[int] = array("q")
        start = 0
        while text and start < len(text):
            end = text.find(",", start + _CHARACTERS_AT_ONCE)
            end = len(text) if end < 0 else end
            found.frombytes(np.fromstring(text[start:end], np.int64, sep=",").tobytes())
            start = end + 1
        return found

    def _rows(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        try:
            return self._connection.execute(query, values).fetchall()
        except sqlite3.Error as error:
            if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_INTERRUPT:
                raise NoLongerWantedError from error
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


def _in_order(wanted: Sql, view: View) -> list[Sql]:
    """Queries of the numbers of rows in the view's order, which follow one another."""
    where, values = wanted
    column = view.order.value
    known = ["IS NOT NULL"] if view.order in _ALWAYS_KNOWN else ["IS NOT NULL", "IS NULL"]
    return [
        (
            f"SELECT id FROM listed WHERE {column} {one} AND {where} ORDER BY {_order_of(view)}",  # noqa: S608 - columns
            values,
        )
        for one in known
    ]


def _order_of(view: View) -> str:
    way = "DESC" if view.is_descending else "ASC"
    columns = _TIES.get(view.order, (view.order.value, "id"))
    return ", ".join(f"{one} {way}" for one in columns)


def _conditions(view: View, *, is_grouped: bool) -> list[Condition]:
    """Those of the text, and of the group where that is wanted."""
    conditions, _ = conditions_of(view.text)
    column, about = _COLUMN[view.facet]
    if about:
        conditions = [plain(about), *conditions]
    if is_grouped:
        conditions = [plain(f"{column} IS ?", view.key), *conditions]
    return conditions


def _all_of(conditions: Sequence[Sql]) -> Sql:
    sql = " AND ".join(f"({sql})" for sql, _ in conditions) or "1"
    return sql, tuple(value for _, values in conditions for value in values)


def _written(path: bytes) -> str:
    return printable(os.fsdecode(path))
