"""The track table: shows the model's rows and turns drops, drags and keys into requests."""

from collections.abc import Iterable

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QCursor,
    QDrag,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QMenu, QTableView

from genre_desktop.core.track import Track
from genre_desktop.ui.known_viewport import give_known_viewport
from genre_desktop.ui.playlist import Row
from genre_desktop.ui.roles import Column
from genre_desktop.ui.row_state import RowState
from genre_desktop.ui.rows_mime import ROWS_MIME, RowsMime
from genre_desktop.ui.runs import runs
from genre_desktop.ui.table_columns import TableColumns
from genre_desktop.ui.table_rows import set_up_header, set_up_rows
from genre_desktop.ui.track_table_model import TrackTableModel
from genre_desktop.ui.urls import brings_files, paths_in

REPAINT_MS = 50  # how often rows that change are painted, at most
_ENDS = frozenset({Qt.Key.Key_Home, Qt.Key.Key_End})


class TrackTable(QTableView):
    """The playlist on the screen.

    Signals:
        paths_dropped: A list of `Path`s and the place in the playlist they fell on; -1 for the end.
        rows_dropped: A list of `Row`s and the place in the playlist before which they shall stand.
        move_refused: Rows were let go over the table, which does not show the playing order.
        current_row_changed: The `RowState` under the cursor, None without one; again when it
            says something else.
        selected_rows_changed: How many rows are selected.
        play_requested: The `RowState` to play.
    """

    paths_dropped = Signal(list, int)
    rows_dropped = Signal(list, int)
    move_refused = Signal()
    current_row_changed = Signal(object)
    selected_rows_changed = Signal(int)
    play_requested = Signal(RowState)

    def __init__(self, model: TrackTableModel) -> None:
        super().__init__()
        self._model = model
        self._kept: tuple[list[Row], Row | None, int] = ([], None, 0)
        self._dragged: list[Row] = []
        self._is_on_show_changed = True
        self._changed: set[tuple[int, int]] = set()  # first and last of rows to be painted
        self._repainting = QTimer(self, singleShot=True, interval=REPAINT_MS)
        self._repainting.timeout.connect(self._repaint)
        give_known_viewport(self)
        self.setModel(model)
        self.setObjectName("track_table")
        self.setAccessibleName(self.tr("Tracks of the list, with their genres"))
        set_up_rows(self)
        set_up_header(self)
        self._set_up_header()
        self._set_up_dragging()
        model.modelAboutToBeReset.connect(self._keep_selection)
        model.modelReset.connect(self._restore_selection)
        model.playlist_changed.connect(self._fit_numbers)
        model.dataChanged.connect(self._tell_if_current_changed)
        self.doubleClicked.connect(self._play)  # a desktop may let one click activate
        self.selectionModel().currentRowChanged.connect(self._tell_current)
        self.selectionModel().currentRowChanged.connect(self._paint_ring)
        self.selectionModel().selectionChanged.connect(self._tell_selected)

    def _set_up_header(self) -> None:
        header = self.horizontalHeader()
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._show_header_menu)
        self.columns = TableColumns(header)
        self.columns.chosen.connect(self._fit_columns)
        self._header_menu = QMenu(self)
        self.columns.fill_menu(self._header_menu)
        self.setSortingEnabled(True)

    def _set_up_dragging(self) -> None:
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDragDropOverwriteMode(False)

    # What is selected

    def selected_rows(self) -> list[Row]:
        """The selected rows, in the order on show."""
        chosen = self.selectionModel().selection()
        parts = (chosen.at(number) for number in range(chosen.size()))
        rows: list[Row] = []
        following = 0
        for first, last in sorted((part.top(), part.bottom()) for part in parts):
            rows += self._model.rows_between(max(first, following), last)
            following = max(following, last + 1)
        return rows

    def selected_count(self) -> int:
        """How many rows are selected."""
        chosen = self.selectionModel().selection()
        return sum(chosen.at(number).height() for number in range(chosen.size()))

    @property
    def is_dragged_from(self) -> bool:
        """True while rows of this table are being dragged."""
        return bool(self._dragged)

    def current_row(self) -> Row | None:
        """The row under the cursor."""
        index = self.currentIndex()
        return self._model.rows_at([index.row()])[0] if index.isValid() else None

    def select_rows(self, rows: Iterable[Row], current: Row | None = None) -> None:
        """Select rows, those that the filter hides left out."""
        places = sorted(row.shown_at for row in rows if row.shown_at >= 0)
        chosen = QItemSelection()
        last_column = self._model.columnCount() - 1
        for first, last in runs(places):
            chosen.select(self._model.index(first, 0), self._model.index(last, last_column))
        selection = self.selectionModel()
        if current is not None and current.shown_at >= 0:
            at = self._model.index(current.shown_at, Column.TITLE)
            selection.setCurrentIndex(at, QItemSelectionModel.SelectionFlag.NoUpdate)
        selection.select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    @Slot(Track)
    def go_to(self, track: Track) -> None:
        """Select the row of a track alone, and scroll to it unless the filter hides it."""
        row = self._model.playlist.row(track)
        if row is not None and row.shown_at >= 0:
            self.select_rows([row], row)

    def chosen_row(self) -> Row | None:
        """The row that a command for one row is about; None unless one alone is selected."""
        rows = self.selected_rows() if self.selected_count() == 1 else []
        return rows[0] if rows else None

    # Columns

    @Slot(QPoint)
    def _show_header_menu(self, at: QPoint) -> None:
        self._header_menu.popup(self.horizontalHeader().mapToGlobal(at))

    @Slot()
    def _fit_columns(self) -> None:
        self.columns.fit(self.viewport().width())

    @Slot()
    def _fit_numbers(self) -> None:
        self.columns.fit_numbers(len(self._model.playlist))

    # Qt's events

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def dataChanged(
        self,
        topLeft: QModelIndex | QPersistentModelIndex,  # noqa: N803 (Qt's name)
        bottomRight: QModelIndex | QPersistentModelIndex,  # noqa: N803 (Qt's name)
        roles: Iterable[int] = (),
    ) -> None:
        # Qt would paint all of the view anew for rows that nobody sees, and each time.
        del roles
        first, last = topLeft.row(), bottomRight.row()
        if self._rect_of(first, last).intersects(self.viewport().rect()):
            self._changed.add((first, last))
            if not self._repainting.isActive():
                self._repainting.start()

    def rowsInserted(
        self, parent: QModelIndex | QPersistentModelIndex, start: int, end: int
    ) -> None:
        last = self.rowAt(self.viewport().height() - 1)
        self._is_on_show_changed |= not 0 <= last < start
        super().rowsInserted(parent, start, end)

    def reset(self) -> None:
        self._is_on_show_changed = True
        super().reset()

    def changeEvent(self, event: QEvent) -> None:
        self._is_on_show_changed = True
        super().changeEvent(event)

    def doItemsLayout(self) -> None:
        # Qt would paint all of the view anew for rows that came in below it.
        if self._is_on_show_changed:
            self._is_on_show_changed = False
            super().doItemsLayout()
        else:
            self.updateGeometries()

    def _rect_of(self, first: int, last: int) -> QRect:
        """Where rows are, in the viewport."""
        top = self.rowViewportPosition(first)
        bottom = self.rowViewportPosition(last) + self.rowHeight(last)
        return QRect(0, top, self.viewport().width(), bottom - top)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._play_chosen()
        else:
            super().keyPressEvent(_without_ctrl(event) if event.key() in _ENDS else event)

    def moveCursor(
        self,
        cursorAction: QAbstractItemView.CursorAction,  # noqa: N803 (Qt's name)
        modifiers: Qt.KeyboardModifier,
    ) -> QModelIndex:
        # Qt would go to the ends of the row, which shows all there is anyway.
        if cursorAction is QAbstractItemView.CursorAction.MoveHome:
            return self._beside_current(0)
        if cursorAction is QAbstractItemView.CursorAction.MoveEnd:
            return self._beside_current(self._model.rowCount() - 1)
        return super().moveCursor(cursorAction, modifiers)

    def _beside_current(self, row: int) -> QModelIndex:
        """The cell of a row in the column of the cursor."""
        current = self.currentIndex()
        return self._model.index(row, current.column() if current.isValid() else Column.TITLE)

    def startDrag(self, supportedActions: Qt.DropAction) -> None:  # noqa: N803 (Qt's name)
        self._dragged = self.selected_rows()
        if self._dragged:
            drag = QDrag(self)
            drag.setMimeData(RowsMime(self._dragged))
            taken = drag.exec(supportedActions)  # returns after the drop
            self._dragged = []
            is_here = self.viewport().rect().contains(self.viewport().mapFromGlobal(QCursor.pos()))
            if (
                taken == Qt.DropAction.IgnoreAction
                and is_here
                and not self._model.is_in_playing_order
            ):
                self.move_refused.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        super().dragEnterEvent(event)
        mime = event.mimeData()
        if self._is_own(mime) or brings_files(mime):
            self._accept_if_wanted(event)
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)
        self._accept_if_wanted(event)

    def dropEvent(self, event: QDropEvent) -> None:
        before = self._place_at(event.position().toPoint())
        if self._is_own(event.mimeData()):
            if self._model.is_in_playing_order:
                self.rows_dropped.emit(self._dragged, before)
        else:
            paths = paths_in(event.mimeData())
            if paths:
                in_order = self._model.is_in_playing_order
                self.paths_dropped.emit(paths, before if in_order else -1)
        event.setDropAction(Qt.DropAction.CopyAction)  # never lets the source delete its files
        event.accept()
        self.setState(QAbstractItemView.State.NoState)
        self.stopAutoScroll()
        self.viewport().update()

    def _accept_if_wanted(self, event: QDragMoveEvent) -> None:
        if self._is_own(event.mimeData()):
            wanted = self._model.is_in_playing_order
        else:
            wanted = event.mimeData().hasUrls()
        if wanted:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
        else:
            event.ignore()

    def _is_own(self, mime: QMimeData) -> bool:
        return bool(self._dragged) and mime.hasFormat(ROWS_MIME)

    def _place_at(self, at: QPoint) -> int:
        """The place in the model before which something dropped at a point shall stand."""
        index = self.indexAt(at)
        if not index.isValid():
            return self._model.rowCount()
        return index.row() + (at.y() > self.visualRect(index).center().y())

    # Keeping the selection while the model takes another order

    @Slot()
    def _keep_selection(self) -> None:
        self._kept = (
            self.selected_rows(),
            self.current_row(),
            self.verticalScrollBar().value(),
        )

    @Slot()
    def _restore_selection(self) -> None:
        rows, current, scrolled = self._kept
        self._kept = ([], None, 0)
        self.select_rows(rows, current)
        self.verticalScrollBar().setValue(scrolled)
        self._tell_current()
        self._tell_selected()

    # What is told

    @Slot()
    def _repaint(self) -> None:
        changed, self._changed = self._changed, set()
        for first, last in changed:
            self.viewport().update(self._rect_of(first, last))

    @Slot(QModelIndex)
    def _play(self, index: QModelIndex) -> None:
        if index.isValid():
            self.play_requested.emit(self._model.row_state(index.row()))

    def _play_chosen(self) -> None:
        row = self.chosen_row()
        if row is not None:
            self.play_requested.emit(row.state)

    @Slot()
    def _tell_current(self) -> None:
        row = self.current_row()
        self.current_row_changed.emit(row.state if row is not None else None)

    @Slot(QModelIndex, QModelIndex)
    def _paint_ring(self, *current_and_previous: QModelIndex) -> None:
        for index in current_and_previous:
            if index.isValid():
                self.viewport().update(self._rect_of(index.row(), index.row()))

    @Slot()
    def _tell_selected(self) -> None:
        self.selected_rows_changed.emit(self.selected_count())

    @Slot(QModelIndex, QModelIndex)
    def _tell_if_current_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        if first.row() <= self.currentIndex().row() <= last.row():
            self._tell_current()


def _without_ctrl(event: QKeyEvent) -> QKeyEvent:
    """The key with Shift at most: with Ctrl the cursor would leave the selected row behind."""
    shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
    return QKeyEvent(event.type(), event.key(), shift)
