"""A list that says in its middle what is missing while nothing is in it."""

from collections.abc import Iterable

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPushButton

from genre_desktop.ui.theme import Theme
from genre_desktop.ui.tooltips import plain_tooltip

_MIDDLE = Qt.AlignmentFlag.AlignCenter
_INSIDE = 16
_ABOVE, _BESIDE = 3, 8  # an entry's padding


class WordedList(QListWidget):
    """Screen readers are told the sentence as the list's description.

    Words that have no room are cut in their middle; the tooltip has all of them.
    """

    def __init__(self, theme: Theme, sentence: str, remove: QPushButton) -> None:
        """Build an empty list.

        Args:
            theme: Its colours.
            sentence: What is missing while nothing is in it.
            remove: Takes the chosen entry out, and is of no use while there is none.
        """
        super().__init__()
        self._theme, self._sentence, self._remove = theme, sentence, remove
        self.setAccessibleDescription(sentence)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setStyleSheet(f"QListWidget::item {{ padding: {_ABOVE}px {_BESIDE}px; }}")
        self.model().rowsInserted.connect(self._describe)
        self.model().modelReset.connect(self._describe)
        self.currentRowChanged.connect(self._enable)
        self._enable()

    def show_entries(self, entries: Iterable[str]) -> None:
        """Have these entries and no others; of one that has gone a neighbour is chosen."""
        before, row = self.currentItem(), self.currentRow()
        chosen = before.text() if before is not None else ""
        with QSignalBlocker(self):  # the button keeps the keyboard meanwhile
            self.clear()
            height = self.fontMetrics().height() + 2 * _ABOVE
            for words in entries:
                item = QListWidgetItem(words, self)
                item.setToolTip(plain_tooltip(words))
                item.setSizeHint(QSize(1, height))  # as wide as the list, whatever the words are
            if row >= 0:
                self._choose_again(chosen, row)
        self._enable()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.count():
            return
        painter = QPainter(self.viewport())
        painter.setPen(self._theme.colours.muted)
        area = self.viewport().rect().adjusted(_INSIDE, _INSIDE, -_INSIDE, -_INSIDE)
        painter.drawText(area, _MIDDLE | Qt.TextFlag.TextWordWrap, self._sentence)
        painter.end()

    def _choose_again(self, chosen: str, row: int) -> None:
        """Choose what was chosen, or what lies where it lay; then the keyboard goes there, too."""
        rows = range(self.count())
        there = [place for place in rows if self.item(place).text() == chosen]
        if not there and self.window().focusWidget() is self._remove:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        nearest = min(there or rows, key=lambda place: abs(place - row), default=-1)
        self.setCurrentRow(nearest)

    @Slot()
    def _enable(self) -> None:
        self._remove.setEnabled(self.currentRow() >= 0)

    def _describe(self) -> None:
        self.setAccessibleDescription("" if self.count() else self._sentence)
