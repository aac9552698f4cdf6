"""Words in a menu that are no choice: what those below them are about, or why there are none."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QMenu, QWidgetAction

_LEFT, _RIGHT = 25, 24  # where the words of choices begin, and what is beside them
_ABOVE = 4


class MenuHeading(QWidgetAction):
    """Passed over by keys, and as easy to read as other muted words: it is not greyed out."""

    def __init__(self, words: str, menu: QMenu) -> None:
        super().__init__(menu)
        self.setText(words)
        self.setDefaultWidget(_Words(words))
        self.setEnabled(False)
        menu.addAction(self)


class _Words(QLabel):
    def sizeHint(self) -> QSize:
        return super().sizeHint() + QSize(_LEFT + _RIGHT, 2 * _ABOVE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        muted = QPalette.ColorRole.PlaceholderText
        painter.setPen(self.palette().color(QPalette.ColorGroup.Active, muted))
        place = self.rect().adjusted(_LEFT, 0, 0, 0)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.end()
