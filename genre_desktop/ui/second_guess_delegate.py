"""The second guess's cell: its word left, its percentage right, both muted."""

from PySide6.QtCore import QLocale, QRect
from PySide6.QtGui import QPainter

from genre_desktop.ui.cell_delegate import Cell, CellDelegate
from genre_desktop.ui.row_words import second_word

NUMBER_WIDTH = 24


class SecondGuessDelegate(CellDelegate):
    """The number stands without its sign, since the column beside it has it."""

    def paint_cell(self, painter: QPainter, area: QRect, cell: Cell) -> None:
        row, tone = cell.row, cell.tone
        second = row.second
        if second is None:
            return
        words = area.adjusted(0, 0, -NUMBER_WIDTH, 0)
        self.draw_text(painter, words, second_word(row), tone.muted)
        number = QLocale().toString(round(100 * second.probability))
        self.draw_text(painter, area, number, tone.muted, on_right=True)
