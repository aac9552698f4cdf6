"""The strip that shows the genre of every piece of a track."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from genre_desktop.inference.verdict import Verdict
from genre_desktop.ui.swatch import draw_frame
from genre_desktop.ui.theme import Theme
from genre_desktop.ui.timeline_painting import HEIGHT, paint_timeline, piece_words
from genre_desktop.ui.timeline_pieces import Piece, pieces_of
from genre_desktop.ui.tooltips import plain_tooltip


class TimelineStrip(QWidget):
    """Confidence is the fill's strength; a line of full strength below keeps the contrast."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._verdict: Verdict | None = None
        self._pieces: tuple[Piece, ...] = ()
        self._picture: QPixmap | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Genre timeline"))
        theme.changed.connect(self._repaint)

    def show_verdict(self, verdict: Verdict | None) -> None:
        """Show the timeline of a verdict, an empty frame without one."""
        self._verdict = verdict
        self._pieces = pieces_of(verdict) if verdict is not None else ()
        self._repaint()

    def sizeHint(self) -> QSize:
        return QSize(240, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._picture = None
        super().resizeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._picture is None or self._picture.devicePixelRatio() != self.devicePixelRatioF():
            self._picture = self._drawn()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)
        painter.end()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            words = plain_tooltip(self._words_at(event.pos().x()))
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)

    def _words_at(self, x: int) -> str:
        verdict = self._verdict
        if verdict is None or verdict.timeline is None or not self._pieces:
            return ""
        place = min(len(self._pieces) - 1, max(0, x * len(self._pieces) // max(1, self.width())))
        return piece_words(verdict, self._pieces, place)

    def _repaint(self) -> None:
        self._picture = None
        self.update()

    def _drawn(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        if self._pieces:
            paint_timeline(painter, self.rect(), self._pieces, self._theme.colours)
        else:
            colours = self._theme.colours
            painter.fillRect(self.rect(), colours.base)
            draw_frame(painter, self.rect(), colours.hairline, 1)
        painter.end()
        return picture
