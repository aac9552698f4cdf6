"""How the words of a column are shown that are longer than it is wide."""

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, Qt, QTimer, Slot
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from genre_desktop.ui.cell_delegate import row_height
from genre_desktop.ui.steps import STEP_ROWS, Steps
from genre_desktop.ui.tagging.plain_table import PlainTable

_BESIDE = 16  # a cell's padding, and what letters may stand out
_MOST_LINES = 6  # the tooltip has the rest

Index = QModelIndex | QPersistentModelIndex


class EndDelegate(QStyledItemDelegate):
    """What has no room is the beginning, since the end of a folder's path tells most."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.textElideMode = Qt.TextElideMode.ElideLeft


class BeginningDelegate(QStyledItemDelegate):
    """What has no room is the end, as of words in a table of paths."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.textElideMode = Qt.TextElideMode.ElideRight


class WrapDelegate(QStyledItemDelegate):
    """Words take as many lines as the row is high."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.features |= QStyleOptionViewItem.ViewItemFeature.WrapText


class WrappedColumn(QObject):
    """Makes each row of a table as high as the words need that one of its columns has there."""

    def __init__(self, table: PlainTable, column: int) -> None:
        super().__init__(table)
        self._table, self._column = table, column
        self._heights: dict[str, int] = {}  # files have the same few notes
        self._fitting = Steps(self)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._fit)
        table.setItemDelegateForColumn(column, WrapDelegate(table))
        table.model().modelReset.connect(self._soon.start)
        table.model().dataChanged.connect(self._soon.start)
        table.horizontalHeader().sectionResized.connect(self._fit_to_width)

    @Slot(int, int, int)
    def _fit_to_width(self, column: int) -> None:
        if column == self._column:
            self._soon.start()

    @Slot()
    def _fit(self) -> None:
        self._heights.clear()
        self._fitting.begin(self._fitted(), self._table.model().rowCount())

    def _fitted(self) -> Iterator[None]:
        model, rows = self._table.model(), self._table.verticalHeader()
        for start in range(0, model.rowCount(), STEP_ROWS):
            rows.setUpdatesEnabled(False)  # else each row looks where it lies
            for row in range(start, min(start + STEP_ROWS, model.rowCount())):
                height = self._height_of(str(model.index(row, self._column).data()))
                if rows.sectionSize(row) != height:
                    rows.resizeSection(row, height)
            rows.setUpdatesEnabled(True)
            yield

    def _height_of(self, words: str) -> int:
        if words not in self._heights:
            metrics = self._table.fontMetrics()
            most = _MOST_LINES * metrics.lineSpacing()
            room = QRect(0, 0, self._table.columnWidth(self._column) - _BESIDE, most)
            needed = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, words).height()
            above = row_height(metrics) - metrics.height()
            self._heights[words] = max(row_height(metrics), min(needed, most) + above)
        return self._heights[words]
