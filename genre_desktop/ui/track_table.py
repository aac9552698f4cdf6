"""The track table: shows the model's rows and turns drops, drags and keys into requests."""

from collections.abc import Iterable

from PySide6.QtCore import (
    QByteArray,
    QItemSelection,
    QItemSelectionModel,
    QMimeData,
    QModelIndex,
    QPoint,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QDrag,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from genre_desktop.ui.playlist import Row
from genre_desktop.ui.roles import HIDDEN_BY_DEFAULT, Column
from genre_desktop.ui.row_state import RowState
from genre_desktop.ui.runs import runs
from genre_desktop.ui.track_table_model import ROWS_MIME, TrackTableModel
from genre_desktop.ui.urls import paths_in

ROW_HEIGHT = 22  # at least; a larger font makes it higher
HEADER_HEIGHT = 24

TITLE_WIDTH = 150  # at least; it takes what the other columns leave

_WIDTHS = {
    Column.NUMBER: 36,
    Column.TITLE: TITLE_WIDTH,
    Column.ARTIST: 119,
    Column.GENRE: 104,
    Column.CONFIDENCE: 88,
    Column.SECOND: 108,
    Column.TEMPO: 40,
    Column.TIME: 44,
    Column.STATUS: 106,
    Column.ALBUM: 140,
    Column.TAG_NOW: 90,
    Column.PATH: 260,
}


class TrackTable(QTableView):
    """The playlist on the screen.

    Signals:
        paths_dropped: A list of `Path`s and the place in the playlist they fell on; -1 for the end.
        rows_dropped: A list of `Row`s and the place in the playlist before which they shall stand.
        current_row_changed: The `RowState` under the cursor, None without one; again when it
            says something else.
        selected_rows_changed: How many rows are selected.
        play_requested: The `RowState` to play.
    """

    paths_dropped = Signal(list, int)
    rows_dropped = Signal(list, int)
    current_row_changed = Signal(object)
    selected_rows_changed = Signal(int)
    play_requested = Signal(RowState)

    def __init__(self, model: TrackTableModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._kept: tuple[list[Row], Row | None, int] = ([], None, 0)
        self.setModel(model)
        self.setObjectName("track_table")
        self.setAccessibleName(self.tr("Tracks"))
        self._set_up_rows()
        self._set_up_header()
        self._set_up_dragging()
        model.modelAboutToBeReset.connect(self._keep_selection)
        model.modelReset.connect(self._restore_selection)
        model.dataChanged.connect(self._tell_if_current_changed)
        self.activated.connect(self._play)
        self.selectionModel().currentRowChanged.connect(self._tell_current)
        self.selectionModel().selectionChanged.connect(self._tell_selected)

    def _set_up_rows(self) -> None:
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        rows = self.verticalHeader()
        rows.hide()
        rows.setMinimumSectionSize(1)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(max(ROW_HEIGHT, self.fontMetrics().height() + 6))

    def _set_up_header(self) -> None:
        header = self.horizontalHeader()
        # With the table's own, the header asks about every selected cell at each paint.
        header.setSelectionModel(QItemSelectionModel(self._model, header))
        header.setFixedHeight(max(HEADER_HEIGHT, self.fontMetrics().height() + 8))
        header.setSectionsMovable(True)
        header.setHighlightSections(False)
        header.setMinimumSectionSize(24)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._show_header_menu)
        for column in Column:
            self.setColumnWidth(column, _WIDTHS[column])
            self.setColumnHidden(column, column in HIDDEN_BY_DEFAULT)
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
        parts = [chosen.at(number) for number in range(chosen.size())]
        return self._model.rows_at(
            place for part in parts for place in range(part.top(), part.bottom() + 1)
        )

    def selected_count(self) -> int:
        """How many rows are selected."""
        chosen = self.selectionModel().selection()
        return sum(chosen.at(number).height() for number in range(chosen.size()))

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

    def copied_text(self) -> str:
        """The selected rows as lines of cells with tabs between, columns as on show."""
        columns = self.columns_on_show()
        return "\n".join(
            "\t".join(
                str(self._model.index(row.shown_at, column).data()).replace("\t", " ")
                for column in columns
            )
            for row in self.selected_rows()
        )

    # Columns

    def columns_on_show(self) -> list[Column]:
        """The visible columns from left to right."""
        header = self.horizontalHeader()
        in_order = (header.logicalIndex(place) for place in range(header.count()))
        return [Column(column) for column in in_order if not self.isColumnHidden(column)]

    def column_menu(self) -> QMenu:
        """A menu that shows and hides columns."""
        menu = QMenu(self.tr("Columns"), self)
        for column in Column:
            if column in {Column.NUMBER, Column.TITLE}:
                continue  # a row without its name is of no use
            action = menu.addAction(self._model.column_word(column))
            action.setCheckable(True)
            action.setChecked(not self.isColumnHidden(column))
            action.toggled.connect(
                lambda shown, column=column: self.show_column(column, shown=shown)
            )
        return menu

    def show_column(self, column: Column, *, shown: bool) -> None:
        """Show or hide a column."""
        self.setColumnHidden(column, not shown)
        self._fit_title()

    def layout_state(self) -> QByteArray:
        """Widths, order and visibility of the columns."""
        return self.horizontalHeader().saveState()

    def restore_layout(self, state: QByteArray) -> None:
        """Take the columns of an earlier start; the order of the rows is the playlist's again."""
        header = self.horizontalHeader()
        header.restoreState(state)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)

    @Slot(QPoint)
    def _show_header_menu(self, at: QPoint) -> None:
        menu = self.column_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.horizontalHeader().mapToGlobal(at))

    def _fit_title(self) -> None:
        others = self.horizontalHeader().length() - self.columnWidth(Column.TITLE)
        self.setColumnWidth(Column.TITLE, max(TITLE_WIDTH, self.viewport().width() - others))

    # Qt's events

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_title()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._play(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def startDrag(self, supportedActions: Qt.DropAction) -> None:  # noqa: N803 (Qt's name)
        rows = self.selected_rows()
        if rows:
            drag = QDrag(self)
            drag.setMimeData(self._model.mimeData(self.selectionModel().selectedRows()))
            drag.exec(supportedActions)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        super().dragEnterEvent(event)
        self._accept_if_wanted(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)
        self._accept_if_wanted(event)

    def dropEvent(self, event: QDropEvent) -> None:
        before = self._place_at(event.position().toPoint())
        if self._is_own(event.mimeData(), event.source()):
            if self._model.is_in_playing_order:
                self.rows_dropped.emit(self.selected_rows(), before)
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
        if self._is_own(event.mimeData(), event.source()):
            wanted = self._model.is_in_playing_order
        else:
            wanted = event.mimeData().hasUrls()
        if wanted:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
        else:
            event.ignore()

    def _is_own(self, mime: QMimeData, source: object) -> bool:
        return source is self and mime.hasFormat(ROWS_MIME)

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

    @Slot(QModelIndex)
    def _play(self, index: QModelIndex) -> None:
        if index.isValid():
            self.play_requested.emit(self._model.row_state(index.row()))

    @Slot()
    def _tell_current(self) -> None:
        row = self.current_row()
        self.current_row_changed.emit(row.state if row is not None else None)

    @Slot()
    def _tell_selected(self) -> None:
        self.selected_rows_changed.emit(self.selected_count())

    @Slot(QModelIndex, QModelIndex)
    def _tell_if_current_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        if first.row() <= self.currentIndex().row() <= last.row():
            self._tell_current()
