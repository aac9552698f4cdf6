"""A widget whose picture is drawn once and shown until something in it changes."""

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QToolTip, QWidget

from genre_desktop.ui.theme import Theme
from genre_desktop.ui.tooltips import plain_tooltip


class DrawnOnce(QWidget):
    """Keeps its picture for its size, its screen and its theme; tells words where one points."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._picture: QPixmap | None = None
        theme.changed.connect(self.redraw)

    def draw(self, painter: QPainter) -> None:
        """Draw everything that stays until `redraw`; this one leaves it transparent."""

    def words_at(self, place: QPoint) -> str:  # noqa: ARG002 - each widget has words of its own
        """What there is to be told of a place, empty for nothing, as here."""
        return ""

    def redraw(self) -> None:
        """Draw anew: something in the picture has changed."""
        self._picture = None
        self.update()

    def picture(self) -> QPixmap:
        """The picture as it is now."""
        ratio = self.devicePixelRatioF()
        if self._picture is None or self._picture.devicePixelRatio() != ratio:
            picture = QPixmap(self.size() * ratio)
            picture.setDevicePixelRatio(ratio)
            picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(picture)
            self.draw(painter)
            painter.end()
            self._picture = picture
        return self._picture

    # Qt's events

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._picture = None
        super().resizeEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            words = plain_tooltip(self.words_at(event.pos()))
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)
