"""The orders and groups of the library's rows in memory, for what many of them fulfil.

To look up hundreds of thousands of rows one by one takes the database half a second. What it finds
by its indexes are numbers, and these are put in order and counted here, in some milliseconds.
"""

from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from genre_desktop.core.library_facets import Facet, Group, Key, Order, View
from genre_desktop.core.library_filter import ALWAYS, Condition, Sql

Numbers = npt.NDArray[np.int32]
Mask = npt.NDArray[np.bool_]  # by number: whether it is wanted, if there is such a row
Ask = Callable[..., list[tuple[Any, ...]]]  # a query and its values → rows

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

    def __init__(self, ask: Ask, rare: int) -> None:
        """Begin with nothing.

        Args:
            ask: Asks the database.
            rare: So many rows that have a word are sooner found by its index than by reading the
                words of all rows.
        """
        self._ask, self._rare = ask, rare
        self.forget()

    def forget(self) -> None:
        """The library has changed: all is read anew when it is asked for next."""
        self._orders: dict[Order, tuple[Numbers, Numbers]] = {}
        self._groups: dict[Facet, _Grouped] = {}
        self._size: int | None = None
        self._ids: Numbers | None = None
        self._words: dict[Condition, Mask] = {}
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
            wanted = numbers[mask[numbers]][::step]
            found.frombytes(wanted.astype(np.int64).tobytes())
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
        if facet not in self._groups:
            self._groups[facet] = self._read_groups(facet)
        return self._groups[facet]

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
        hits = {one: self._hits(one) for one in conditions if one.in_words}
        frequent = [one for one, count in hits.items() if count > self._rare]
        for one in conditions:
            if one.ids is not None and one not in frequent:
                mask &= self._of(self.numbers(one.ids)) ^ one.is_unwanted
        rare = [
            (count, one.ids)
            for one, count in hits.items()
            if count <= self._rare and one.ids and not one.is_unwanted
        ]
        return mask & self._with_words(frequent, min(rare, default=(0, ALWAYS))[1])

    def _hits(self, word: Condition) -> int:
        """How many rows have a word, as far as they are rare; short words have no index."""
        return self._rare + 1 if word.ids is None else self.count(word.ids, self._rare)

    def _with_words(self, words: Sequence[Condition], drive: Sql) -> Mask:
        """Which rows fulfil what is said of frequent words; what was asked before is kept."""
        mask = np.ones(self._rows(), np.bool_)
        unknown = [one for one in words if one not in self._words]
        if len(unknown) == 1 and drive == ALWAYS:  # it was typed behind the others
            self._keep(unknown[0], self._scanned(unknown))
        elif unknown:
            mask &= self._scanned(unknown, drive)
        for one in words:
            mask &= self._words.get(one, True)
        return mask

    def _scanned(self, conditions: Sequence[Condition], drive: Sql = ALWAYS) -> Mask:
        """One reading of the words of all rows, or of those that a query of few numbers finds."""
        said, values = _said(conditions)
        if drive != ALWAYS:
            few, of_few = drive
            query = f"SELECT id FROM listed_words WHERE id IN ({few}) AND {said}"  # noqa: S608 - queries
            return self._of(self.numbers((query, (*of_few, *values))))
        ((text,),) = self._ask(f"SELECT group_concat({said}, '') FROM listed_words", *values)  # noqa: S608 - conditions
        mask = np.zeros(self._rows(), np.bool_)
        mask[self._in_words()] = np.frombuffer((text or "").encode(), np.uint8) == ord("1")
        return mask

    def _in_words(self) -> Numbers:
        """The numbers of rows as their words are read."""
        if self._ids is None:
            ((count,),) = self._ask("SELECT count(*) FROM listed_words")
            if count == self._rows() - 1:  # none was ever removed
                self._ids = np.arange(1, count + 1, dtype=np.int32)
            else:
                self._ids = self.numbers(("SELECT id FROM listed_words ORDER BY id", ()))
        return self._ids

    def _keep(self, condition: Condition, mask: Mask) -> None:
        if len(self._words) >= _WORDS_KEPT:
            self._words.clear()
        self._words[condition] = mask

    def _rows(self) -> int:
        """One more than the greatest number of a row."""
        if self._size is None:
            self._size = 1 + (self._ask("SELECT max(id) FROM listed")[0][0] or 0)
        return self._size

    def _of(self, numbers: Numbers) -> Mask:
        mask = np.zeros(self._rows(), np.bool_)
        mask[numbers] = True
        return mask

    def _order(self, order: Order) -> tuple[Numbers, Numbers]:
        if order not in self._orders:
            view = View(order=order)
            both = [self.numbers(query) for query in queries_in_order(ALWAYS, view)]
            self._orders[order] = both[0], both[1] if len(both) > 1 else _NONE
        return self._orders[order]

    def _read_groups(self, facet: Facet) -> _Grouped:
        column, about = COLUMN[facet]
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


def _said(conditions: Sequence[Condition]) -> Sql:
    """What the words of a row must fulfil."""
    said: list[str] = []
    values: tuple[object, ...] = ()
    for one in conditions:
        sql, of_one = one.in_words or ALWAYS
        said.append(f"NOT ({sql})" if one.is_unwanted else f"({sql})")
        values = (*values, *of_one)
    return " AND ".join(said), values


def _parsed(text: str) -> Numbers:
    parts, start = [_NONE], 0
    while start < len(text):
        end = text.find(",", start + _CHARACTERS_AT_ONCE)
        end = len(text) if end < 0 else end
        parts.append(np.fromstring(text[start:end], np.int32, sep=","))
        start = end + 1
    return np.concatenate(parts)
