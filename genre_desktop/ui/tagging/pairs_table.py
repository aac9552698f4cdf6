"""A small table of two texts a row, with a free row at its end."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QTableWidget, QTableWidgetItem

from genre_desktop.ui.cell_delegate import row_height
from genre_desktop.ui.theme import Size, Theme

_PADDING = 6


class PairsTable(QTableWidget):
    """Typing into the last row adds one; Delete takes the selected rows out.

    Signals:
        edited: The user changed something.
    """

    edited = Signal()

    def __init__(self, theme: Theme, name: str, left: str, right: str) -> None:
        super().__init__(0, 2)
        self._theme = theme
        self._is_filling = False
        self._free_words = self.tr("Type or double-click to add")
        self.setAccessibleName(name)
        self.setHorizontalHeaderLabels([left, right])
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.setStyleSheet("QTableView::item { padding: 0 3px; border: 0; }")
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(row_height(self.fontMetrics()) + 4)
        header = self.horizontalHeader()
        header.setFont(theme.font(Size.SMALL))
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setStretchLastSection(True)
        header.resizeSection(0, 170)
        self.itemChanged.connect(self._take_edit)

    def pairs(self) -> list[tuple[str, str]]:
        """The rows of which both texts are there, as they are typed."""
        rows = ((self._text(row, 0), self._text(row, 1)) for row in range(self.rowCount()))
        return [(left, right) for left, right in rows if left and right]

    def show_pairs(self, pairs: Mapping[str, str]) -> None:
        """Show these, unless they are what is shown."""
        if dict(self.pairs()) == dict(pairs) and self.rowCount():
            return
        self._is_filling = True
        self.setRowCount(0)
        for pair in pairs.items():
            self._append(*pair)
        self._append("", "")
        self._is_filling = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self._take_out()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self.edit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        free = self.item(self.rowCount() - 1, 0)
        if free is None or free.text() or self.state() == self.State.EditingState:
            return
        painter = QPainter(self.viewport())
        painter.setPen(self._theme.colours.muted)
        area = self.visualItemRect(free).adjusted(_PADDING, 0, 0, 0)
        area.setRight(self.viewport().width())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, self._free_words)
        painter.end()

    def _take_out(self) -> None:
        rows = {index.row() for index in self.selectedIndexes()} - {self.rowCount() - 1}
        for row in sorted(rows, reverse=True):
            self.removeRow(row)
        if rows:
            self.edited.emit()

    @Slot(QTableWidgetItem)
    def _take_edit(self, item: QTableWidgetItem) -> None:
        if self._is_filling:
            return
        if item.row() == self.rowCount() - 1 and item.text().strip():
            self._is_filling = True
            self._append("", "")
            self._is_filling = False
        self.edited.emit()

    def _append(self, left: str, right: str) -> None:
        row = self.rowCount()
        self.insertRow(row)
        self.setItem(row, 0, QTableWidgetItem(left))
        self.setItem(row, 1, QTableWidgetItem(right))

    def _text(self, row: int, column: int) -> str:
        item = self.item(row, column)
        return item.text().strip() if item is not None else ""
