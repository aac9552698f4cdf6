"""A list that says in its middle what is missing while nothing is in it."""

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from genre_desktop.ui.theme import Theme
from genre_desktop.ui.tooltips import plain_tooltip

_MIDDLE = Qt.AlignmentFlag.AlignCenter
_INSIDE = 16
_ABOVE, _BESIDE = 3, 8  # an entry's padding


class WordedList(QListWidget):
    """Screen readers are told the sentence as the list's description.

    Words that have no room are cut in their middle; the tooltip has all of them.
    """

    def __init__(self, theme: Theme, sentence: str) -> None:
        super().__init__()
        self._theme, self._sentence = theme, sentence
        self.setAccessibleDescription(sentence)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setStyleSheet(f"QListWidget::item {{ padding: {_ABOVE}px {_BESIDE}px; }}")
        self.model().rowsInserted.connect(self._describe)
        self.model().modelReset.connect(self._describe)

    def show_entries(self, entries: Iterable[str]) -> None:
        """Have these entries and no others."""
        self.clear()
        height = self.fontMetrics().height() + 2 * _ABOVE
        for words in entries:
            item = QListWidgetItem(words, self)
            item.setToolTip(plain_tooltip(words))
            item.setSizeHint(QSize(1, height))  # as wide as the list, however long the words are

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
