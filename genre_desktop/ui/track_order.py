"""The order of the track table: what each column sorts by, unfinished rows last either way."""

from collections.abc import Callable, Iterable, Sequence
from typing import cast

from genre_desktop.ui.genres import genre_of
from genre_desktop.ui.playlist import Row
from genre_desktop.ui.roles import Column
from genre_desktop.ui.row_state import Guess, RowState, State, printable

SortValue = str | float | None

_STATUS_ORDER = {
    State.PROBLEM: 0,
    State.NOTE: 1,
    State.UNSURE: 2,
    State.DUPLICATE: 3,
    State.DONE: 4,
    State.QUICK: 4,
    State.INTERRUPTED: 5,
    State.NOT_HEARD: 6,
}


def sort_values(rows: Iterable[Row], column: Column) -> list[SortValue]:
    """What each of some rows sorts by in a column; None where one has nothing there yet."""
    if column is Column.NUMBER:
        return [row.number for row in rows]
    value = _VALUES[column]
    return [value(row.state) for row in rows]


def ordered(rows: Sequence[Row], values: Sequence[SortValue], *, descending: bool) -> list[Row]:
    """Rows by their values; those without one come last either way, in the order given."""
    valued = [at for at, value in enumerate(values) if value is not None and value != ""]
    bare = [at for at, value in enumerate(values) if value is None or value == ""]
    valued.sort(key=cast(Sequence[float], values).__getitem__, reverse=descending)
    return [rows[at] for at in (*valued, *bare)]


def _text(read: Callable[[RowState], str]) -> Callable[[RowState], SortValue]:
    return lambda row: read(row).casefold()


def _finished(read: Callable[[RowState], SortValue]) -> Callable[[RowState], SortValue]:
    return lambda row: read(row) if row.is_finished else None


def _word(guess: Guess | None) -> SortValue:
    return genre_of(guess.label).word.casefold() if guess is not None else None


def _tempo(row: RowState) -> SortValue:
    return row.verdict.tempo_bpm if row.verdict else None


_VALUES: dict[Column, Callable[[RowState], SortValue]] = {
    Column.TITLE: _text(lambda row: row.title),
    Column.ARTIST: _text(lambda row: row.listing.tags.artist),
    Column.ALBUM: _text(lambda row: row.listing.tags.album),
    Column.TAG_NOW: _text(lambda row: row.listing.tags.genre),
    Column.PATH: _text(lambda row: printable(str(row.listing.track.path))),
    Column.GENRE: _finished(lambda row: _word(row.best)),
    Column.CONFIDENCE: _finished(lambda row: row.best.probability if row.best else None),
    Column.SECOND: _finished(lambda row: _word(row.second)),
    Column.TEMPO: _finished(_tempo),
    Column.TIME: lambda row: row.seconds,
    Column.STATUS: _finished(lambda row: _STATUS_ORDER.get(row.state)),
}
