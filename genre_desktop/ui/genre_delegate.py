"""The genre's cell: a swatch, then the word."""

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QPainter

from genre_desktop.ui.cell_delegate import Cell, CellDelegate, Sight, Type
from genre_desktop.ui.row_state import RowState, State
from genre_desktop.ui.row_words import genre_word
from genre_desktop.ui.swatch import SWATCH, Filling, Swatches
from genre_desktop.ui.theme import Theme

GAP = 6


class GenreDelegate(CellDelegate):
    """Unsure is hatched and italic with a question mark, provisional hollow, corrected bold."""

    def __init__(self, theme: Theme, sight: Sight, swatches: Swatches, parent: QObject) -> None:
        super().__init__(theme, sight, parent)
        self._swatches = swatches

    def paint_cell(self, painter: QPainter, area: QRect, cell: Cell) -> None:
        row, tone = cell.row, cell.tone
        word = genre_word(row)
        best = row.best
        if best is None:
            self.draw_text(painter, area, word, tone.muted)
            return
        ratio = self._sight.ratio
        square = self._swatches.pixmap(best.label, filling_of(row), tone.ring, ratio)
        painter.drawPixmap(QPoint(area.left(), area.top() + (area.height() - SWATCH) // 2), square)
        muted = row.is_first_impression or row.state is State.DUPLICATE
        self.draw_text(
            painter,
            area.adjusted(SWATCH + GAP, 0, 0, 0),
            word,
            tone.muted if muted else tone.text,
            style=self._style_of_genre(row),
        )

    def _style_of_genre(self, row: RowState) -> Type | None:
        if row.correction is not None:
            return self._demi
        return self._italic if row.unsure else None


def filling_of(row: RowState) -> Filling:
    """How sure a row's swatch looks."""
    if row.unsure:
        return Filling.HATCHED
    return Filling.HOLLOW if row.is_first_impression else Filling.SOLID
