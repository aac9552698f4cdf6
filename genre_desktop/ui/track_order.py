"""The order of the track table: what each column sorts by, unfinished rows last either way."""

from collections.abc import Callable, Iterable
from typing import Any

from genre_desktop.ui.playlist import Row
from genre_desktop.ui.roles import Column
from genre_desktop.ui.row_state import RowState, State, printable

SortValue = str | float | None

_STATUS_ORDER = {
    State.PROBLEM: 0,
    State.NOTE: 1,
    State.UNSURE: 2,
    State.DUPLICATE: 3,
    State.DONE: 4,
}


def sort_value(row: Row, column: Column) -> SortValue:
    """What a row sorts by in a column; None where it has nothing there yet."""
    return float(row.number) if column is Column.NUMBER else _VALUES[column](row.state)


def ordered(rows: Iterable[Row], column: Column, *, descending: bool) -> list[Row]:
    """Rows by a column; those without a value come last, in the order of the playlist."""
    by_number = sorted(rows, key=_number)
    if column is Column.NUMBER:
        return by_number[::-1] if descending else by_number
    valued: list[tuple[Any, Row]] = []
    bare: list[Row] = []
    for row in by_number:
        value = _VALUES[column](row.state)
        if value is None or value == "":
            bare.append(row)
        else:
            valued.append((value, row))
    valued.sort(key=_first, reverse=descending)
    return [row for _, row in valued] + bare


def _number(row: Row) -> int:
    return row.number


def _first(pair: tuple[Any, Row]) -> Any:
    return pair[0]


def _text(read: Callable[[RowState], str]) -> Callable[[RowState], SortValue]:
    return lambda row: read(row).casefold()


def _finished(read: Callable[[RowState], SortValue]) -> Callable[[RowState], SortValue]:
    return lambda row: read(row) if row.is_finished else None


def _tempo(row: RowState) -> SortValue:
    return row.verdict.tempo_bpm if row.verdict else None


_VALUES: dict[Column, Callable[[RowState], SortValue]] = {
    Column.TITLE: _text(lambda row: row.title),
    Column.ARTIST: _text(lambda row: row.listing.tags.artist),
    Column.ALBUM: _text(lambda row: row.listing.tags.album),
    Column.TAG_NOW: _text(lambda row: row.listing.tags.genre),
    Column.PATH: _text(lambda row: printable(str(row.listing.track.path))),
    Column.GENRE: _finished(lambda row: row.best.label.casefold() if row.best else None),
    Column.CONFIDENCE: _finished(lambda row: row.best.probability if row.best else None),
    Column.SECOND: _finished(lambda row: row.second.label.casefold() if row.second else None),
    Column.TEMPO: _finished(_tempo),
    Column.TIME: lambda row: row.seconds,
    Column.STATUS: _finished(lambda row: _STATUS_ORDER.get(row.state)),
}
