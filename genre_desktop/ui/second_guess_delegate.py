"""The second guess's cell: its word left, its percentage right, both muted."""

from PySide6.QtCore import QLocale, QObject, QRect
from PySide6.QtGui import QFontMetrics, QPainter

from genre_desktop.ui.cell_delegate import Cell, CellDelegate, Sight
from genre_desktop.ui.column_widths import NUMBER_GAP
from genre_desktop.ui.row_words import second_word
from genre_desktop.ui.theme import Theme


class SecondGuessDelegate(CellDelegate):
    """The number stands without its sign, since the column beside it has it."""

    def __init__(self, theme: Theme, sight: Sight, parent: QObject) -> None:
        super().__init__(theme, sight, parent)
        self._number_room = QFontMetrics(theme.font()).horizontalAdvance("88") + NUMBER_GAP

    def paint_cell(self, painter: QPainter, area: QRect, cell: Cell) -> None:
        row, tone = cell.row, cell.tone
        second = row.second
        if second is None:
            return
        words = area.adjusted(0, 0, -self._number_room, 0)
        self.draw_text(painter, words, second_word(row), tone.muted)
        number = QLocale().toString(round(100 * second.probability))
        self.draw_text(painter, area, number, tone.muted, on_right=True)
