"""The status's cell: an icon, then a word."""

from PySide6.QtCore import QObject, QPoint, QRect, QSize
from PySide6.QtGui import QPainter

from genre_desktop.ui.cell_delegate import Cell, CellDelegate, Sight
from genre_desktop.ui.icons import Icons
from genre_desktop.ui.row_state import State
from genre_desktop.ui.row_words import status_word
from genre_desktop.ui.theme import Theme

ICON = QSize(14, 14)
GAP = 4

STATE_ICONS = {
    State.NOT_HEARD: "skip",
    State.WAITING: "clock",
    State.LISTENING: "ring",
    State.PROVISIONAL: "half",
    State.INTERRUPTED: "half",
    State.UNSURE: "unsure",
    State.PROBLEM: "warning",
    State.NOTE: "warning",
    State.DUPLICATE: "duplicate",
    State.CORRECTED: "pencil",
    State.QUICK: "skip",
}


class StatusDelegate(CellDelegate):
    """Problems are coral, what is playing is amber; all else is muted or plain."""

    def __init__(self, theme: Theme, sight: Sight, icons: Icons, parent: QObject) -> None:
        super().__init__(theme, sight, parent)
        self._icons = icons

    def paint_cell(self, painter: QPainter, area: QRect, cell: Cell) -> None:
        row, tone = cell.row, cell.tone
        name = "play" if row.is_playing else STATE_ICONS.get(row.state)
        if name is None:
            return
        colour = tone.muted
        if row.is_playing:
            colour = self._theme.colours.now
        elif row.state in {State.PROBLEM, State.NOTE}:
            colour = tone.problem
        elif row.state in {State.UNSURE, State.CORRECTED}:
            colour = tone.text
        ratio = self._sight.ratio
        top = area.top() + (area.height() - ICON.height()) // 2
        painter.drawPixmap(QPoint(area.left(), top), self._icons.pixmap(name, ICON, colour, ratio))
        words = area.adjusted(ICON.width() + GAP, 0, 0, 0)
        self.draw_text(painter, words, status_word(row), colour)
