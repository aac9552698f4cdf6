"""The orders and groups of the library's rows in memory, for what many of them fulfil.

To look up hundreds of thousands of rows one by one takes the database half a second. What it finds
by its indexes are numbers, and these are put in order and counted here, in some milliseconds.
"""

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from genre_desktop.core.library_facets import Facet, Group, Key, Order, View
from genre_desktop.core.library_filter import ALWAYS, Condition, OfColumn, Sql
from genre_desktop.core.library_words import Ask, LibraryWords, Numbers, Said

Mask = npt.NDArray[np.bool_]  # by number: whether it is wanted, if there is such a row

COLUMN = {  # that a facet is grouped by, and which rows it is about
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

_DOUBTFUL = "SELECT id FROM listed WHERE doubt IS NOT NULL AND NOT gone ORDER BY doubt, gone, id"
_WORDS_KEPT = 16
_TIES = {Order.PATH: ("path", "span_start", "span_end")}  # the others' are settled by number
_ALWAYS_KNOWN = frozenset({Order.PATH, Order.TITLE, Order.STATUS})
_CHARACTERS_AT_ONCE = 100_000  # of numbers, for the interpreter is held meanwhile
_NONE = np.zeros(0, np.int32)


@dataclass(frozen=True, slots=True)
class _Grouped:
    """A facet's groups.

    Attributes:
        keys: Of the groups, in order.
        places: By number of a row: one more than the place of its group, 0 where it has none.
    """

    keys: tuple[Key, ...]
    places: Numbers


class LibraryColumns:
    """Reads each when it is first asked for, all within one state of the library."""

    def __init__(self, ask: Ask) -> None:
        """Begin with nothing.

        Args:
            ask: Asks the database.
        """
        self._ask = ask
        self.forget()

    def forget(self) -> None:
        """The library has changed: all is read anew when it is asked for next."""
        self._orders: dict[Order, tuple[Numbers, Numbers]] = {}
        self._groups: dict[tuple[str, str], _Grouped] = {}
        self._size: int | None = None
        self._doubtful: Numbers | None = None
        self._words: LibraryWords | None = None
        self._said: dict[Said, Mask] = {}
        self._last: tuple[tuple[Condition, ...], Mask] | None = None

    def wanted(self, conditions: Sequence[Condition]) -> Mask:
        """Which rows fulfil all of these; the last answer is kept."""
        asked = tuple(conditions)
        if self._last is None or self._last[0] != asked:
            self._last = asked, self._fulfilling(asked)
        return self._last[1]

    def in_order(self, mask: Mask, view: View) -> "array[int]":
        """The numbers of wanted rows in the view's order; those without a value come last."""
        step = -1 if view.is_descending else 1
        found: array[int] = array("q")
        for numbers in self._order(view.order):
            found += _array_of(numbers[mask[numbers]][::step])
        return found

    def counted(self, mask: Mask, facet: Facet) -> list[Group]:
        """The groups of a facet among wanted rows, in order."""
        grouped = self.grouped(facet)
        counts = np.bincount(grouped.places[mask], minlength=len(grouped.keys) + 1)[1:]
        return [
            Group(key, count)
            for key, count in zip(grouped.keys, counts.tolist(), strict=True)
            if count
        ]

    def grouped(self, facet: Facet) -> _Grouped:
        """The groups of all rows; asking before they are needed spares the wait."""
        return self._grouped(*COLUMN[facet])

    def doubtful(self, numbers: Sequence[int]) -> "array[int]":
        """The doubtful ones of some rows whose files are there, the most doubtful first."""
        asked = np.asarray(numbers, np.int64)
        mask = self._of(asked[asked < self._rows()])
        found = self.all_doubtful()
        return _array_of(found[mask[found]])

    def all_doubtful(self) -> Numbers:
        """Those of all rows; asking before they are needed spares the wait."""
        if self._doubtful is None:
            self._doubtful = self.numbers((_DOUBTFUL, ()))
        return self._doubtful

    def words(self) -> LibraryWords:
        """The words of all rows; asking before they are needed spares the wait."""
        if self._words is None:
            self._words = LibraryWords(self._ask)
        return self._words

    def count(self, found: Sql, most: int) -> int:
        """How many rows a query finds; one more than `most` where they are more."""
        query = f"SELECT count(*) FROM ({found[0]} LIMIT {most + 1})"  # noqa: S608 - queries
        return int(self._ask(query, *found[1])[0][0])

    def numbers(self, found: Sql) -> Numbers:
        """What a query of numbers finds.

        They come as one text: each row for itself would take the interpreter from the window's
        thread again and again.
        """
        ((text,),) = self._ask(f"SELECT group_concat(id) FROM ({found[0]})", *found[1])  # noqa: S608 - queries
        return _parsed(text or "")

    def _fulfilling(self, conditions: tuple[Condition, ...]) -> Mask:
        mask = np.ones(self._rows(), np.bool_)
        for one in conditions:
            for holding in self._holding(one):
                mask &= holding
        return mask

    def _holding(self, one: Condition) -> Iterator[Mask]:
        """Which rows fulfil a condition, by what tells."""
        if one.ids is not None:
            yield self._of(self.numbers(one.ids)) ^ one.is_unwanted
        if one.said is not None:
            yield self._saying(one.said) ^ one.is_unwanted
        if one.of_column is not None:
            yield self._fitting(one.of_column) ^ one.is_unwanted

    def _fitting(self, wanted: OfColumn) -> Mask:
        """The rows whose value in a column is meant; each value is looked at once."""
        grouped = self._grouped(wanted.column)
        fits = [False] + [key is not None and wanted.fits(key) for key in grouped.keys]
        return np.array(fits)[grouped.places]

    def _saying(self, said: Said) -> Mask:
        """The rows in whose words something is said; what was asked before is kept."""
        if said not in self._said:
            if len(self._said) >= _WORDS_KEPT:
                self._said.clear()
            self._said[said] = self._of(self.words().numbers_with(said))
        return self._said[said]

    def _rows(self) -> int:
        """One more than the greatest number of a row."""
        if self._size is None:
            self._size = 1 + (self._ask("SELECT max(id) FROM listed")[0][0] or 0)
        return self._size

    def _of(self, numbers: npt.NDArray[np.integer]) -> Mask:
        mask = np.zeros(self._rows(), np.bool_)
        mask[numbers] = True
        return mask

    def _order(self, order: Order) -> tuple[Numbers, Numbers]:
        if order not in self._orders:
            view = View(order=order)
            both = [self.numbers(query) for query in queries_in_order(ALWAYS, view)]
            self._orders[order] = both[0], both[1] if len(both) > 1 else _NONE
        return self._orders[order]

    def _grouped(self, column: str, about: str = "") -> _Grouped:
        """The groups of those rows that a column is about."""
        asked = column, about
        if asked not in self._groups:
            self._groups[asked] = self._read_groups(column, about)
        return self._groups[asked]

    def _read_groups(self, column: str, about: str) -> _Grouped:
        rows = self._ask(
            f"SELECT {column}, count(*), group_concat(id) FROM listed "  # noqa: S608 - columns
            f"WHERE {about or '1'} GROUP BY {column} ORDER BY {column}"
        )
        rows.sort(key=lambda row: row[0] is None)
        numbers = _parsed(",".join(row[2] for row in rows))
        places = np.zeros(self._rows(), np.int32)
        places[numbers] = np.repeat(np.arange(len(rows)) + 1, [row[1] for row in rows])
        return _Grouped(tuple(row[0] for row in rows), places)


def queries_in_order(wanted: Sql, view: View) -> list[Sql]:
    """Queries of the numbers of rows in the view's order, which follow one another."""
    where, values = wanted
    column = view.order.value
    known = ["IS NOT NULL"] if view.order in _ALWAYS_KNOWN else ["IS NOT NULL", "IS NULL"]
    return [
        (
            f"SELECT id FROM listed WHERE {column} {one} AND {where} ORDER BY {order_of(view)}",  # noqa: S608 - columns
            values,
        )
        for one in known
    ]


def order_of(view: View) -> str:
    """The columns that a view is sorted by, for the database."""
    way = "DESC" if view.is_descending else "ASC"
    columns = _TIES.get(view.order, (view.order.value, "id"))
    return ", ".join(f"{one} {way}" for one in columns)


def _array_of(numbers: Numbers) -> "array[int]":
    return array("q", numbers.astype(np.int64).tobytes())


def _parsed(text: str) -> Numbers:
    parts, start = [_NONE], 0
    while start < len(text):
        end = text.find(",", start + _CHARACTERS_AT_ONCE)
        end = len(text) if end < 0 else end
        parts.append(np.fromstring(text[start:end], np.int32, sep=","))
        start = end + 1
    return np.concatenate(parts)
