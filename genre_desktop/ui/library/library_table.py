"""The library's table: rows that are read when they come on show, and what is selected of them."""

from array import array
from collections.abc import Sequence

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QSignalBlocker,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QTableView

from genre_desktop.ui.library.kept_places import KeptPlaces, Orders
from genre_desktop.ui.library.library_model import LibraryModel
from genre_desktop.ui.roles import Column
from genre_desktop.ui.row_state import RowState
from genre_desktop.ui.table_columns import TableColumns
from genre_desktop.ui.table_rows import set_up_header, set_up_rows

HIDDEN = frozenset(
    {Column.NUMBER, Column.SECOND, Column.TEMPO, Column.TAG_NOW, Column.PATH, Column.ALBUM}
)


class LibraryTable(QTableView):
    """Shows a `LibraryModel`.

    What is selected stays so wherever its rows come to lie. Only where a long view is sorted or
    filtered otherwise does it begin with nothing selected, for most of its rows are yet to come.

    Signals:
        current_row_changed: The `RowState` under the cursor, None without one; again when it
            says something else.
        selected_rows_changed: How many rows are selected.
        play_requested: The selected rows shall be played.
    """

    current_row_changed = Signal(object)
    selected_rows_changed = Signal(int)
    play_requested = Signal()

    def __init__(self, model: LibraryModel) -> None:
        super().__init__()
        self._model = model
        self.setModel(model)
        self.setObjectName("library_table")
        self.setAccessibleName(self.tr("Tracks of the library"))
        set_up_rows(self)
        set_up_header(self)
        self.columns = TableColumns(self.horizontalHeader(), HIDDEN)
        self.columns.chosen.connect(self._fit_columns)
        self._header_menu = QMenu(self)
        self.columns.fill_menu(self._header_menu)
        header = self.horizontalHeader()
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._show_header_menu)
        self.setSortingEnabled(True)
        self.doubleClicked.connect(self.play_requested)
        model.dataChanged.connect(self._tell_if_current_changed)
        self._kept: KeptPlaces | None = None
        model.modelAboutToBeReset.connect(self._keep_places)
        model.modelReset.connect(self._find_places)
        self.selectionModel().currentRowChanged.connect(self.tell_current)
        self.selectionModel().selectionChanged.connect(self._tell_selected)

    def selected_numbers(self) -> Sequence[int]:
        """The numbers of the selected rows, in the order on show."""
        numbers = array("q")
        for first, last in self._selected_spans():
            numbers.extend(self._model.numbers_between(first, last))
        return numbers

    def current_number(self) -> int | None:
        """The number of the row under the cursor, None without one."""
        index = self.currentIndex()
        return self._model.numbers()[index.row()] if index.isValid() else None

    def selected_count(self) -> int:
        """How many rows are selected."""
        chosen = self.selectionModel().selection()
        return sum(chosen.at(place).height() for place in range(chosen.size()))

    def current_row(self) -> RowState | None:
        """The row under the cursor; None without one, and where it was not read yet."""
        index = self.currentIndex()
        return self._model.row_state(index.row()) if index.isValid() else None

    @Slot()
    def tell_current(self) -> None:
        """Tell what is under the cursor."""
        self.current_row_changed.emit(self.current_row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.play_requested.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    @Slot()
    def _fit_columns(self) -> None:
        self.columns.fit(self.viewport().width())

    @Slot(QPoint)
    def _show_header_menu(self, at: QPoint) -> None:
        self._header_menu.popup(self.horizontalHeader().mapToGlobal(at))

    def _selected_spans(self) -> list[tuple[int, int]]:
        """First and last places of what is selected, ascending, none of them twice."""
        chosen = self.selectionModel().selection()
        parts = (chosen.at(place) for place in range(chosen.size()))
        spans, following = [], 0
        for first, last in sorted((part.top(), part.bottom()) for part in parts):
            if last >= following:
                spans.append((max(first, following), last))
                following = last + 1
        return spans

    @Slot()
    def _keep_places(self) -> None:
        scrolled = self.verticalScrollBar().value()
        top = self.rowAt(0) if scrolled else -1
        current = self.currentIndex().row()
        chosen = self._selected_spans()
        self._kept = KeptPlaces(self._model.numbers(), chosen, current, top, scrolled)

    @Slot()
    def _find_places(self) -> None:
        """Select what was selected before, with the same rows in view."""
        kept, self._kept = self._kept, None
        if kept is not None:
            orders, last = (
                Orders(kept.numbers, self._model.numbers()),
                self._model.columnCount() - 1,
            )
            chosen = QItemSelection()
            for top, bottom in orders.places_now(kept.chosen):
                chosen.select(self._model.index(top, 0), self._model.index(bottom, last))
            selecting, flags = self.selectionModel(), QItemSelectionModel.SelectionFlag
            with QSignalBlocker(selecting):  # all is told below, and nothing is scrolled to
                selecting.select(chosen, flags.ClearAndSelect)
                selecting.setCurrentIndex(
                    self._cell(orders.place_now(kept.current)), flags.NoUpdate
                )
            first_in_view = orders.place_now(kept.top)
            if first_in_view >= 0:
                self._scroll(kept.scrolled, first_in_view - kept.top)
        self.tell_current()
        self._tell_selected()

    def _scroll(self, before: int, rows: int) -> None:
        """Scroll to so many rows below the place that the bar had before."""
        self.doItemsLayout()  # else the bar may not reach as far
        is_by_row = self.verticalScrollMode() is self.ScrollMode.ScrollPerItem
        height = 1 if is_by_row else self.verticalHeader().defaultSectionSize()
        self.verticalScrollBar().setValue(before + rows * height)

    def _cell(self, row: int) -> QModelIndex:
        """Where the cursor is put on a row; nowhere on row -1, which there is not."""
        return self._model.index(row, Column.TITLE)  # keys move no cursor that is in a hidden one

    @Slot()
    def _tell_selected(self) -> None:
        self.selected_rows_changed.emit(self.selected_count())

    @Slot(QModelIndex, QModelIndex)
    def _tell_if_current_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        if first.row() <= self.currentIndex().row() <= last.row():
            self.tell_current()
