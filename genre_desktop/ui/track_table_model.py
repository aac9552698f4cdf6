"""The playlist as Qt's table model: sorted and filtered by itself, in chunks that never block."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
    Slot,
)

from genre_desktop.core.filter_language import Filter
from genre_desktop.core.track import AudioKey, Correction, Listing, Outcome, Tags, Track
from genre_desktop.ui.playlist import Playlist, Row
from genre_desktop.ui.roles import Column, Role
from genre_desktop.ui.row_state import RowState, Turn
from genre_desktop.ui.rows_mime import ROWS_MIME, URIS_MIME, RowsMime
from genre_desktop.ui.runs import runs
from genre_desktop.ui.steps import STEP_ROWS, Steps, in_parts
from genre_desktop.ui.table_cells import CELL_ANSWERS, header_answer
from genre_desktop.ui.track_filter import TrackFilter
from genre_desktop.ui.track_order import SortValue, ordered, sort_values

Index = QModelIndex | QPersistentModelIndex
_Change = tuple[AudioKey, Correction | None]

_ROOT = QModelIndex()
_COLUMNS = tuple(Column)  # asked for at every cell, and enums are slow
_ROW = int(Role.ROW)
_ROW_FLAGS = (  # asked for every cell at every paint
    Qt.ItemFlag.ItemIsEnabled
    | Qt.ItemFlag.ItemIsSelectable
    | Qt.ItemFlag.ItemIsDragEnabled
    | Qt.ItemFlag.ItemNeverHasChildren
)


class TrackTableModel(QAbstractTableModel):
    """Rows on show, which are the playlist's rows, filtered and in the order of a column.

    A new order or another filter resets the model; `TrackTable` keeps the selection over it.

    Signals:
        tracks_added: A tuple of `Track`s that were not listed before, or came back unheard.
        listings_returned: A tuple of `Listing`s that are back after a removal was undone.
        tracks_removed: A tuple of `Track`s.
        playlist_changed: Tracks came, went or moved.
        counts_changed: Which rows are there or on show has changed, or what they say.
        corrections_shown: Rows show the user's word, or that it was taken back.
    """

    tracks_added = Signal(tuple)
    listings_returned = Signal(tuple)
    tracks_removed = Signal(tuple)
    playlist_changed = Signal()
    counts_changed = Signal()
    corrections_shown = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.playlist = Playlist()
        self._shown: list[Row] = []
        self._filter: TrackFilter = Filter()
        self._column = Column.NUMBER
        self._descending = False
        self._arranging = Steps(self)
        self._correcting = Steps(self)
        self._refreshing = Steps(self)

    # Qt's interface

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(_COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._shown[index.row()]
        if role == _ROW:
            return row.state
        answer = CELL_ANSWERS.get(role)
        if answer is None:
            return None
        return answer(row.state, _COLUMNS[index.column()], row.number)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(Column):
            return None
        return header_answer(Column(section), role, is_sorted_by=section == self._column)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled  # rows go between rows, never onto one
        return _ROW_FLAGS

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._column = Column(column) if 0 <= column < len(Column) else Column.NUMBER
        self._descending = order == Qt.SortOrder.DescendingOrder
        self.arrange()

    def mimeTypes(self) -> list[str]:
        return [ROWS_MIME, URIS_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        return RowsMime(self.rows_at(index.row() for index in indexes))

    def supportedDropActions(self) -> Qt.DropAction:
        # what a file manager proposes; the drop itself always answers that it copied
        return Qt.DropAction.CopyAction | Qt.DropAction.MoveAction | Qt.DropAction.LinkAction

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.CopyAction  # a file manager must never move the user's files

    def canDropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        del action, row, column, parent
        if data.hasFormat(ROWS_MIME):
            return self.is_in_playing_order
        return data.hasUrls()

    # What is asked for

    @property
    def is_in_playing_order(self) -> bool:
        """True where the rows on show are the playlist as it is, so that rows can be moved."""
        return self._column is Column.NUMBER and not self._descending and not self._filter.tests

    @property
    def is_filtered(self) -> bool:
        """True where a filter is set."""
        return bool(self._filter.tests)

    def row_state(self, row: int) -> RowState:
        """What is shown at a row."""
        return self._shown[row].state

    def rows_at(self, places: Iterable[int]) -> list[Row]:
        """The rows at some places, each once, in the order on show."""
        return [self._shown[place] for place in sorted(set(places))]

    def rows_between(self, first: int, last: int) -> list[Row]:
        """The rows from one place to another, both included."""
        return self._shown[first : last + 1]

    def rows_on_show(self) -> Sequence[Row]:
        """All rows on show, in order."""
        return tuple(self._shown)

    def tracks(self) -> list[Track]:
        """All tracks in playing order."""
        return [row.track for row in self.playlist.rows]

    def listings(self) -> list[Listing]:
        """The listings on show, in the order on show, for an export."""
        return [state.listing for state in self.states(self._shown)]

    def states(self, rows: Iterable[Row]) -> list[RowState]:
        """What rows say, and nothing that the user has corrected since."""
        self.finish_corrections()
        return [row.state for row in rows]

    # What comes in

    def add_tracks(self, tracks: Sequence[Track], before: int | None = None) -> None:
        """List tracks, each once.

        Args:
            tracks: In order; those that are listed already stay where they are.
            before: Place in the playlist, from 0; None means at the end.
        """
        at = len(self.playlist) if before is None else before
        into_the_middle = at < len(self.playlist) and self.is_in_playing_order
        wanted = dict.fromkeys(tracks)
        fresh = [track for track in wanted if self.playlist.row(track) is None]
        if not fresh:
            return
        if into_the_middle:
            self.beginInsertRows(_ROOT, at, at + len(fresh) - 1)
            rows = self.playlist.insert(fresh, at)
            self._shown[at:at] = rows
            self._place(at)
            self.endInsertRows()
            self.playlist.renumber()
            self._say_changed(self._shown[at:])
        else:
            in_the_middle = at < len(self.playlist)
            self._append(self.playlist.insert(fresh, at))
            if in_the_middle:
                self.playlist.renumber()
        self._catch_up()
        self.tracks_added.emit(tuple(fresh))
        self._say_playlist_changed()

    @Slot(tuple)
    def take_tags(self, batch: Iterable[tuple[Track, Tags]]) -> None:
        """Fill in tags as they are read."""
        self._say_changed([row for pair in batch for row in self.playlist.set_tags(*pair)])

    @Slot(tuple)
    def take_outcomes(self, outcomes: Iterable[Outcome]) -> None:
        """Fill in answers as they come."""
        self._say_changed([row for one in outcomes for row in self.playlist.set_outcome(one)])
        self.counts_changed.emit()

    @Slot(Outcome)
    def take_timeline(self, found: Outcome) -> None:
        """Fill in the timeline of an answer, which is looked up where somebody looks at it."""
        self._say_changed(self.playlist.set_timeline(found))

    @Slot(tuple)
    def take_listening(self, tracks: Iterable[Track]) -> None:
        """Show which tracks the workers are at."""
        self._say_changed([row for one in tracks for row in self.playlist.set_listening(one)])

    @Slot(tuple)
    def take_put_back(self, tracks: Iterable[Track]) -> None:
        """Show which tracks wait again, since a worker left them unheard."""
        self._say_changed([row for one in tracks for row in self.playlist.set_put_back(one)])

    @Slot(tuple)
    def take_corrections(self, corrections: Sequence[_Change]) -> None:
        """Show the user's word on genres, or that it was taken back; of thousands in some turns."""
        self._correcting.add(in_parts(corrections, self._correct), len(corrections))

    def correct_in_turns(self, work: Iterator[object], tracks: int) -> None:
        """Do what ends in corrections of so many tracks, after what was said before."""
        self._correcting.add(work, tracks)

    def finish_corrections(self) -> None:
        """Show at once all that the user has said, before rows are read to be kept or written."""
        while self._correcting.is_busy:  # what ends in corrections adds some
            self._correcting.finish()

    def _correct(self, corrections: Sequence[_Change]) -> None:
        playlist = self.playlist
        self._say_changed([row for one in corrections for row in playlist.set_correction(*one)])
        self.counts_changed.emit()
        self.corrections_shown.emit()

    def take_playing(self, track: Track | None) -> None:
        """Show which track the player plays, None for none."""
        self._say_changed(self.playlist.set_playing(track))

    def relocate(self, places: Iterable[tuple[Track, Track]]) -> None:
        """Show files where they lie now."""
        self._say_changed(self.playlist.relocate(places))
        self._say_playlist_changed()

    def take_waiting(self, tracks: Iterable[Track]) -> None:
        """Show that tracks are going to be heard."""
        self._say_changed([row for one in tracks for row in self.playlist.set_waiting(one)])
        self.counts_changed.emit()

    def end_turns(self) -> None:
        """Show as not heard what still waited when the listening ended; takes some turns."""
        ended = self.playlist.end_turns()
        self._refreshing.add(in_parts(ended, self._refresh), len(ended))

    def forget_outcomes(self, tracks: Iterable[Track]) -> None:
        """Show tracks as waiting, for they will be heard again."""
        self._say_changed(self.playlist.forget_outcomes(tracks))
        self.counts_changed.emit()

    def take_out(self, rows: Iterable[Row]) -> list[tuple[int, Row]]:
        """Remove rows; returns them with their numbers, for `put_back`."""
        taken = [(row.number, row) for row in self.playlist.take(rows)]
        gone = {row for _, row in taken}
        self._show([row for row in self._shown if row not in gone] if self.playlist else [])
        self._catch_up()
        self.tracks_removed.emit(tuple(row.track for _, row in taken))
        self._say_playlist_changed()
        return taken

    def put_back(self, taken: Sequence[tuple[int, Row]]) -> None:
        """Undo a removal."""
        returned = self.playlist.put_back(taken)
        self._arrange_after_moves()
        unheard = [row.track for row in returned if row.turn is not Turn.NONE]
        if unheard:
            self.tracks_added.emit(tuple(unheard))
        self.listings_returned.emit(tuple(row.state.listing for row in returned))
        self._say_playlist_changed()

    def reorder(self, rows: Sequence[Row]) -> None:
        """Take another playing order of the same rows."""
        self.playlist.reorder(rows)
        self._arrange_after_moves()
        self._say_playlist_changed()

    def set_filter(self, wanted: TrackFilter) -> None:
        """Show only rows that match."""
        self._filter = wanted
        self.arrange()

    @Slot()
    def arrange(self) -> None:
        """Sort and filter anew; a long list takes some turns of the event loop."""
        self._arranging.begin(self._arranged_in_steps(), len(self.playlist))

    @property
    def is_arranging(self) -> bool:
        """True while a long list is being sorted or filtered."""
        return self._arranging.is_busy

    def _arranged_in_steps(self) -> Iterator[None]:
        rows = self.playlist.rows
        wanted: list[Row] = []
        values: list[SortValue] = []
        for start in range(0, len(rows), STEP_ROWS):
            part = self._matching(rows[start : start + STEP_ROWS])
            wanted += part
            values += sort_values(part, self._column)
            yield
        wanted = ordered(wanted, values, descending=self._descending)
        yield
        self._show(wanted)

    def _arrange_after_moves(self) -> None:
        if self.is_in_playing_order:
            self._show(list(self.playlist.rows))
            self._catch_up()
        else:
            self.arrange()

    def _catch_up(self) -> None:
        """Begin anew where rows came or went under a sorting that takes its time."""
        if self.is_arranging:
            self.arrange()

    def _show(self, rows: list[Row]) -> None:
        self.beginResetModel()
        for row in self._shown:
            row.shown_at = -1
        self._shown = rows
        self._place(0)
        self.endResetModel()
        self.counts_changed.emit()

    @property
    def needs_arranging(self) -> bool:
        """True where answers that came meanwhile may change the order or the filter's choice."""
        return self.is_filtered or self._column is not Column.NUMBER

    def _append(self, rows: Sequence[Row]) -> None:
        wanted = self._matching(rows)
        if not wanted:
            return
        at = len(self._shown)
        self.beginInsertRows(_ROOT, at, at + len(wanted) - 1)
        self._shown += wanted
        self._place(at)
        self.endInsertRows()

    def _matching(self, rows: Sequence[Row]) -> Sequence[Row]:
        if not self._filter.tests:
            return rows
        return [row for row in rows if self._filter.matches(row.state, row.hay)]

    def _place(self, start: int) -> None:
        for at in range(start, len(self._shown)):
            self._shown[at].shown_at = at

    def _refresh(self, rows: Iterable[Row]) -> None:
        self._say_changed(self.playlist.refresh(rows))
        self.counts_changed.emit()

    def _say_playlist_changed(self) -> None:
        self.playlist_changed.emit()
        self.counts_changed.emit()

    def _say_changed(self, rows: Iterable[Row]) -> None:
        places = sorted({row.shown_at for row in rows if row.shown_at >= 0})
        for first, last in runs(places):
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(Column) - 1), [])
