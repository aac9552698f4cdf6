"""The strip that shows the genre of every piece of a track."""

from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

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

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._verdict: Verdict | None = None
        self._pieces: tuple[Piece, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._seconds: float | None = None
        self.show_verdict(None, None)

    def show_verdict(self, verdict: Verdict | None, seconds: float | None) -> None:
        """Show the timeline of a verdict, an empty frame without one.

        Args:
            verdict: Of a track.
            seconds: How long the track is, None where unknown.
        """
        self._verdict, self._seconds = verdict, seconds
        self._pieces = pieces_of(verdict) if verdict is not None else ()
        spans = spans_in_words(verdict, seconds)
        name = self.tr("Genres of the selected track from beginning to end: %1")
        self.setAccessibleName(name.replace("%1", spans or self.tr("not known")))
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
        return piece_words(verdict, self._pieces, min(len(self._pieces) - 1, number), self._seconds)

    def draw(self, painter: QPainter) -> None:
        """Draw the pieces, or the empty frame."""
        colours = self._theme.colours
        if self._pieces:
            paint_timeline(painter, self.rect(), self._pieces, colours)
        else:
            painter.fillRect(self.rect(), colours.base)
            draw_frame(painter, self.rect(), colours.hairline, 1)
