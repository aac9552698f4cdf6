"""The confidence's cell: a short bar and the percentage, or how much was heard so far."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from genre_desktop.ui.cell_delegate import Cell, CellDelegate
from genre_desktop.ui.row_state import State
from genre_desktop.ui.row_words import confidence_word

BAR_WIDTH = 40
BAR_HEIGHT = 6
GAP = 8


class ConfidenceDelegate(CellDelegate):
    """The bar is neutral, since the genre has the colour."""

    def paint_cell(self, painter: QPainter, area: QRect, cell: Cell) -> None:
        row, tone = cell.row, cell.tone
        if row.best is None:
            return
        if row.correction is not None:
            self.draw_text(painter, area, confidence_word(row), tone.muted, on_right=True)
            return
        filled = round(BAR_WIDTH * row.best.probability)
        top = area.top() + (area.height() - BAR_HEIGHT) // 2
        bar = QRect(area.left(), top, BAR_WIDTH, BAR_HEIGHT)
        painter.fillRect(bar, tone.track)
        painter.fillRect(bar.left(), top, filled, BAR_HEIGHT, tone.fill)
        words = area.adjusted(BAR_WIDTH + GAP, 0, 0, 0)
        colour = tone.muted if row.state is State.DUPLICATE else tone.text
        self.draw_text(painter, words, confidence_word(row), colour, on_right=True)
