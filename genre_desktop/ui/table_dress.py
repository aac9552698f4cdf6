"""Dresses a table view of tracks: a delegate for every column and hover by row."""

from PySide6.QtCore import QEvent, QModelIndex, QObject
from PySide6.QtWidgets import QTableView

from genre_desktop.services.right_of_way import RightOfWay
from genre_desktop.ui.cell_delegate import CellDelegate, Sight
from genre_desktop.ui.confidence_delegate import ConfidenceDelegate
from genre_desktop.ui.genre_delegate import GenreDelegate
from genre_desktop.ui.icons import Icons
from genre_desktop.ui.roles import Column
from genre_desktop.ui.second_guess_delegate import SecondGuessDelegate
from genre_desktop.ui.status_delegate import StatusDelegate
from genre_desktop.ui.swatch import Swatches
from genre_desktop.ui.theme import Size, Theme


class TableDress(QObject):
    """Belongs to its view; the view's model answers `Role.ROW` with a `RowState`."""

    def __init__(self, view: QTableView, theme: Theme, icons: Icons, swatches: Swatches) -> None:
        super().__init__(view)
        self._view = view
        self._sight = sight = Sight()
        self._right_of_way = RightOfWay(self)
        plain = CellDelegate(theme, sight, view)
        special = {
            Column.GENRE: GenreDelegate(theme, sight, swatches, view),
            Column.CONFIDENCE: ConfidenceDelegate(theme, sight, view),
            Column.SECOND: SecondGuessDelegate(theme, sight, view),
            Column.STATUS: StatusDelegate(theme, sight, icons, view),
        }
        view.setItemDelegate(plain)
        for column, delegate in special.items():
            view.setItemDelegateForColumn(column, delegate)
        view.horizontalHeader().setFont(theme.font(Size.SMALL))
        view.setMouseTracking(True)
        view.entered.connect(self._hover)
        view.viewport().installEventFilter(self)
        theme.changed.connect(view.viewport().update)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.Paint:
            self._right_of_way.take()
            self._sight.look_at(self._view)
        elif kind == QEvent.Type.Leave:
            self._hover(QModelIndex())
        return super().eventFilter(watched, event)

    def _hover(self, index: QModelIndex) -> None:
        row = index.row()
        before = self._sight.hovered_row
        if row == before:
            return
        self._sight.hovered_row = row
        for changed in (before, row):
            self._repaint(changed)

    def _repaint(self, row: int) -> None:
        viewport, view = self._view.viewport(), self._view
        if row >= 0:
            viewport.update(0, view.rowViewportPosition(row), viewport.width(), view.rowHeight(row))
