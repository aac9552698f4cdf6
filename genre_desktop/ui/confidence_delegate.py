"""The confidence's cell: a short bar and the percentage, or how much was heard so far."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from genre_desktop.ui.cell_delegate import Cell, CellDelegate
from genre_desktop.ui.row_state import RowState, State
from genre_desktop.ui.row_words import confidence_word
from genre_desktop.ui.swatch import draw_frame

BAR_WIDTH = 40
BAR_HEIGHT = 6
GAP = 8


class ConfidenceDelegate(CellDelegate):
    """The bar is neutral, since the genre has the colour."""

    def paint_cell(self, painter: QPainter, area: QRect, cell: Cell) -> None:
        row, tone = cell.row, cell.tone
        top = area.top() + (area.height() - BAR_HEIGHT) // 2
        bar = QRect(area.left(), top, BAR_WIDTH, BAR_HEIGHT)
        if row.best is not None:
            painter.fillRect(bar, tone.track)
            filled = round(BAR_WIDTH * row.best.probability)
            painter.fillRect(bar.left(), top, filled, BAR_HEIGHT, tone.fill)
            muted = row.state is State.DUPLICATE
        elif row.state is State.LISTENING:
            draw_frame(painter, bar, tone.muted, 1)
            painter.fillRect(bar.left(), top, _heard_width(row), BAR_HEIGHT, tone.muted)
            muted = True
        else:
            return
        words = area.adjusted(BAR_WIDTH + GAP, 0, 0, 0)
        colour = tone.muted if muted else tone.text
        self.draw_text(painter, words, confidence_word(row), colour, on_right=True)


def _heard_width(row: RowState) -> int:
    seconds = row.seconds
    return round(BAR_WIDTH * min(1.0, row.heard_seconds / seconds)) if seconds else 0
