"""The strip that shows the genre of every piece of a track."""

from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from genre_desktop.inference.verdict import Verdict
from genre_desktop.ui.drawn_once import DrawnOnce
from genre_desktop.ui.swatch import draw_frame
from genre_desktop.ui.theme import Theme
from genre_desktop.ui.timeline_painting import (
    HEIGHT,
    paint_timeline,
    piece_words,
    spans_in_words,
)
from genre_desktop.ui.timeline_pieces import Piece, pieces_of


class TimelineStrip(DrawnOnce):
    """Confidence is the fill's strength; a line of full strength below keeps the contrast."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._verdict: Verdict | None = None
        self._pieces: tuple[Piece, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Genres of the selected track from beginning to end"))

    def show_verdict(self, verdict: Verdict | None) -> None:
        """Show the timeline of a verdict, an empty frame without one."""
        self._verdict = verdict
        self._pieces = pieces_of(verdict) if verdict is not None else ()
        self.setAccessibleDescription(spans_in_words(verdict))
        self.redraw()

    def sizeHint(self) -> QSize:
        return QSize(240, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self.picture())
        painter.end()

    def words_at(self, place: QPoint) -> str:
        """The times of the piece there, and its three most probable genres."""
        verdict = self._verdict
        if verdict is None or verdict.timeline is None or not self._pieces:
            return ""
        number = max(0, place.x() * len(self._pieces) // max(1, self.width()))
        return piece_words(verdict, self._pieces, min(len(self._pieces) - 1, number))

    def draw(self, painter: QPainter) -> None:
        """Draw the pieces, or the empty frame."""
        colours = self._theme.colours
        if self._pieces:
            paint_timeline(painter, self.rect(), self._pieces, colours)
        else:
            painter.fillRect(self.rect(), colours.base)
            draw_frame(painter, self.rect(), colours.hairline, 1)
