"""Looking through the listed rows of the library: which are wanted, in what order, how many."""

import os
import sqlite3
from array import array
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, sleep
from typing import Any, NamedTuple

from genre_desktop.core.closing import ClosedAtTheEnd
from genre_desktop.core.library_columns import (
    COLUMN,
    LibraryColumns,
    order_of,
    queries_in_order,
)
from genre_desktop.core.library_facets import Facet, Group, View
from genre_desktop.core.library_filter import ALWAYS, Condition, Sql, conditions_of, holds, plain
from genre_desktop.core.library_latest import Latest, latest_of
from genre_desktop.core.library_opening import LibraryUnavailable, open_for_reading
from genre_desktop.core.library_parts import IS_PART
from genre_desktop.core.library_rows import span_of
from genre_desktop.core.library_schema import LADDER, version_of
from genre_desktop.dsp.printable import printable
from genre_desktop.dsp.sound import Span

CACHE_KIB = 32 * 1024  # of the database's pages: what is filtered again need not be read again

FEW = 5_000  # rows that are looked up one by one and sorted in no time
PATIENCE_SECONDS = 1.0  # for a library that is just being made or brought up to date
_LOOK_SECONDS = 0.02
_OPERATIONS_BETWEEN = 20_000  # of the database, some of a millisecond
_SOON = 2  # times as many; then to find all rows takes no longer


_SAID_AT_ONCE = 1_000
_SAID = (
    "SELECT id, path, span_start, span_end, hash, genre, own FROM listed "
    "WHERE id > ? AND {} ORDER BY id LIMIT ?"
)


class NoLongerWantedError(Exception):
    """A question was given up, for nobody waits for its answer."""


class ListedWord(NamedTuple):
    """What a row says of the genre of a track, and of whose.

    Attributes:
        number: Of the row.
        path: Of the file.
        span: Of the part of it, None for the whole.
        audio_hash: Of its sound, empty where there is only a problem.
        genre: The user's own word, else that of the model asked last; None where there is neither.
        own: The user's word, None without one.
    """

    number: int
    path: str
    span: Span | None
    audio_hash: str
    genre: str | None
    own: str | None

    @property
    def is_answer(self) -> bool:
        """Whether it is an answer, and no mere problem."""
        return bool(self.audio_hash) and self.genre is not None


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
    def probe(self) -> Sql:
        return _all_of([one.probe for one in self.conditions])


class LibraryView(ClosedAtTheEnd):
    """A library open for looking through it; used by one thread."""

    def __init__(
        self,
        path: Path,
        *,
        cache_kib: int = CACHE_KIB,
        few: int = FEW,
        patience_seconds: float = PATIENCE_SECONDS,
    ) -> None:
        """Opens the library in the file `path`.

        Args:
            path: The library.
            cache_kib: How much of it is kept in memory.
            few: So many rows are looked up one by one.
            patience_seconds: How long one is waited for that is just being made.

        Raises:
            LibraryUnavailable: There is none that can be looked through.
        """
        self._path, self._few = path, few
        self._is_unwanted: Callable[[], bool] | None = None
        try:
            self._connection = open_for_reading(path)
            version = _settled_version(self._connection, patience_seconds)
        except sqlite3.Error as error:
            raise self._unavailable(error) from error
        if version != len(LADDER):
            self._connection.close()
            raise LibraryUnavailable(_why_not_yet(path, version))
        self._connection.create_function("holds", 2, holds, deterministic=True)
        self._connection.create_function("written_path", 1, _written, deterministic=True)
        self._connection.execute(f"PRAGMA cache_size = -{cache_kib}")
        self._seen = self._read = self._version()
        self._columns = LibraryColumns(self._rows)

    def close(self) -> None:
        """Lets go of the file."""
        self._connection.close()

    def give_up_where(self, is_unwanted: Callable[[], bool] | None) -> None:
        """Gives a question up in the middle, with `NoLongerWantedError`, once this holds."""
        self._is_unwanted = is_unwanted
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
        with self._as_it_is_now():
            asked = self._asked(view, is_grouped=view.is_grouped)
            if asked.few is not None:
                return self._few_in_order(asked.few, asked, view), True
            found = self._found_soon(asked, view, most)
            if found is None:
                found = self._many_in_order(asked, view)
        return found[:most], len(found) <= most

    def numbers(self, view: View) -> "array[int]":
        """The numbers of the rows that are wanted, in order; those without a value come last.

        Raises:
            LibraryUnavailable: They cannot be read.
            NoLongerWantedError: The question was given up.
        """
        with self._as_it_is_now():
            asked = self._asked(view, is_grouped=view.is_grouped)
            if asked.few is not None:
                return self._few_in_order(asked.few, asked, view)
            return self._many_in_order(asked, view)

    def groups(self, view: View) -> list[Group]:
        """The groups of the view's facet among what its text wants, in order; the unknown last.

        Raises:
            LibraryUnavailable: They cannot be read.
            NoLongerWantedError: The question was given up.
        """
        column, about = COLUMN[view.facet]
        with self._as_it_is_now():
            asked = self._asked(view, is_grouped=False)
            if asked.few is not None:
                rows, values = _few_rows(asked.few, asked)
            elif view.text.strip():
                return self._columns.counted(self._columns.wanted(asked.conditions), view.facet)
            else:
                rows, values = f"listed WHERE {about or 1}", ()
            query = f"SELECT {column}, count(*) FROM {rows} GROUP BY {column} ORDER BY {column}"  # noqa: S608 - columns
            found = [Group(*row) for row in self._rows(query, *values)]
        return sorted(found, key=lambda group: group.key is None)

    def prepare(self, facet: Facet) -> None:
        """Read what filtering, counting by a facet and a review need, before somebody waits for it.

        Raises:
            LibraryUnavailable: It cannot be read.
            NoLongerWantedError: Somebody asks something else.
        """
        with self._as_it_is_now():
            self._columns.grouped(facet)
            self._columns.words().read()
            self._columns.all_doubtful()

    def most_doubtful(self, numbers: Sequence[int]) -> "array[int]":
        """Those of rows whose genre is doubtful and whose file is there, the most doubtful first.

        Raises:
            LibraryUnavailable: They cannot be read.
        """
        with self._as_it_is_now():
            return self._columns.doubtful(numbers)

    def is_all_listed(self) -> bool:
        """Whether what is listed is true to what is known.

        Raises:
            LibraryUnavailable: It cannot be read.
        """
        return not self._rows("SELECT 1 FROM unlisted LIMIT 1")

    def said(self, *, of_parts_only: bool = False) -> "Iterator[ListedWord]":
        """What is listed of every row, by number; some at a time, for others may write meanwhile.

        Args:
            of_parts_only: Whether whole files are left out.

        Raises:
            LibraryUnavailable: It cannot be read.
        """
        query, last = _SAID.format(IS_PART if of_parts_only else "1"), -1
        while found := self._rows(query, last, _SAID_AT_ONCE):
            last = found[-1][0]
            for number, path, start, end, *said in found:
                yield ListedWord(number, os.fsdecode(path), span_of(start, end), *said)

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
            "SELECT id, path, span_start, span_end, gone, title, artist, album FROM listed "  # noqa: S608 - marks
            f"WHERE id IN ({marks})",
            *numbers,
        )
        by_path: dict[bytes, dict[tuple[float, float], Latest]] = {}
        found = {}
        for number, path, start, end, gone, *words in places:
            if path not in by_path:
                by_path[path] = {one.span: one for one in self._latest(path, with_details)}
            latest = by_path[path].get((start, end))
            if latest is not None:
                found[number] = (latest.as_listed(*words) if gone else latest, bool(gone))
        return found

    def _latest(self, path: bytes, with_details: bool) -> list[Latest]:
        try:
            return latest_of(self._connection, path, with_details=with_details)
        except sqlite3.Error as error:
            raise self._unavailable(error) from error

    def _version(self) -> int:
        """A number that is another one once somebody else has changed the library."""
        return int(self._rows("PRAGMA data_version")[0][0])

    @contextmanager
    def _as_it_is_now(self) -> Iterator[None]:
        """One state of the library, whatever others write meanwhile."""
        self._rows("BEGIN")
        try:
            version = self._version()
            if version != self._read:
                self._read = version
                self._columns.forget()
            yield
        finally:
            with suppress(sqlite3.Error):  # nothing was written
                self._connection.rollback()

    def _asked(self, view: View, *, is_grouped: bool) -> _Asked:
        conditions = _conditions(view, is_grouped=is_grouped)
        counted = [
            (self._columns.count(one.found, self._few), one.found)
            for one in conditions
            if one.found
        ]
        least, few = min(counted, key=lambda one: one[0], default=(self._few + 1, ALWAYS))
        return _Asked(conditions, few if least <= self._few else None)

    def _found_soon(self, asked: _Asked, view: View, most: int) -> "array[int] | None":
        """One number more than `most`, or all; None where going through the rows takes long."""
        left, found = iter(range(_SOON)), array("q")
        unwanted = self._is_unwanted or (lambda: False)
        self._connection.set_progress_handler(
            lambda: unwanted() or next(left, None) is None, _OPERATIONS_BETWEEN
        )
        try:
            for query, values in queries_in_order(asked.probe, view):
                limited = f"{query} LIMIT {most + 1 - len(found)}"
                found.extend(self._columns.numbers((limited, values)).tolist())
                if len(found) > most:
                    break
        except NoLongerWantedError:
            if unwanted():
                raise
            return None
        finally:
            self.give_up_where(self._is_unwanted)
        return found

    def _many_in_order(self, asked: _Asked, view: View) -> "array[int]":
        return self._columns.in_order(self._columns.wanted(asked.conditions), view)

    def _few_in_order(self, few: Sql, asked: _Asked, view: View) -> "array[int]":
        rows, values = _few_rows(few, asked)
        query = f"SELECT id FROM {rows} ORDER BY {view.order.value} IS NULL, {order_of(view)}"  # noqa: S608 - columns
        return array("q", self._columns.numbers((query, values)).tolist())

    def _rows(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        if self._is_unwanted is not None and self._is_unwanted():
            raise NoLongerWantedError
        try:
            return self._connection.execute(query, values).fetchall()
        except sqlite3.Error as error:
            if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_INTERRUPT:
                raise NoLongerWantedError from error
            raise self._unavailable(error) from error

    def _unavailable(self, error: sqlite3.Error) -> LibraryUnavailable:
        return LibraryUnavailable(f"The library {self._path} cannot be looked through ({error}).")


def _settled_version(connection: sqlite3.Connection, patience_seconds: float) -> int:
    """The version, for which a library that is just being made or brought up to date is waited."""
    looked_until = monotonic() + patience_seconds
    while (version := version_of(connection)) < len(LADDER) and monotonic() < looked_until:
        sleep(_LOOK_SECONDS)
    return version


def _why_not_yet(path: Path, version: int) -> str:
    if version > len(LADDER):
        return f"The library {path} is a newer version's; update the program to look through it."
    return (
        f"The library {path} is an earlier version's; it can be looked through once it is brought "
        "up to date, which happens when it is written to."
    )


def _few_rows(few: Sql, asked: _Asked) -> Sql:
    """The rows of a query of few numbers that fulfil all: from which table, and where."""
    where, values = asked.probe
    return f"listed NOT INDEXED WHERE id IN ({few[0]}) AND {where}", (*few[1], *values)


def _conditions(view: View, *, is_grouped: bool) -> list[Condition]:
    """Those of the text, and of the group where that is wanted."""
    conditions, _ = conditions_of(view.text)
    column, about = COLUMN[view.facet]
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
