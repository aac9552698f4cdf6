"""A list that says in its middle what is missing while nothing is in it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QListWidget

from genre_desktop.ui.theme import Theme

_MIDDLE = Qt.AlignmentFlag.AlignCenter
_INSIDE = 16


class WordedList(QListWidget):
    """Screen readers are told the sentence as the list's description."""

    def __init__(self, theme: Theme, sentence: str) -> None:
        super().__init__()
        self._theme, self._sentence = theme, sentence
        self.setAccessibleDescription(sentence)
        self.model().rowsInserted.connect(self._describe)
        self.model().modelReset.connect(self._describe)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.count():
            return
        painter = QPainter(self.viewport())
        painter.setPen(self._theme.colours.muted)
        area = self.viewport().rect().adjusted(_INSIDE, _INSIDE, -_INSIDE, -_INSIDE)
        painter.drawText(area, _MIDDLE | Qt.TextFlag.TextWordWrap, self._sentence)
        painter.end()

    def _describe(self) -> None:
        self.setAccessibleDescription("" if self.count() else self._sentence)
