"""The strip that shows the genre of every piece of a track."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from genre_desktop.inference.verdict import Verdict
from genre_desktop.ui.colours import mixed
from genre_desktop.ui.genres import genre_of, unsure_colour
from genre_desktop.ui.row_words import clock, percent
from genre_desktop.ui.swatch import draw_frame, draw_hatch
from genre_desktop.ui.theme import Theme
from genre_desktop.ui.timeline_pieces import SILENCE, UNSURE, Piece, pieces_of, runs, thinned
from genre_desktop.ui.tooltips import plain_tooltip

FILL_HEIGHT = 10
EDGE_HEIGHT = 2
LEAST_PIECE = 2  # logical pixels


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
        return QSize(240, FILL_HEIGHT + EDGE_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, FILL_HEIGHT + EDGE_HEIGHT)

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
        start = place * verdict.timeline.piece_seconds
        times = self.tr("{start} to {end}").format(
            start=clock(start), end=clock(start + verdict.timeline.piece_seconds)
        )
        if self._pieces[place].label == SILENCE:
            return f"{times} · {self.tr('Silence')}"
        chances = verdict.timeline.probabilities[place].astype(float).tolist()
        best = sorted(zip(chances, verdict.labels, strict=True), reverse=True)[:3]
        words = ", ".join(f"{genre_of(label).word} {percent(chance)}" for chance, label in best)
        return f"{times} · {words}"

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
            self._paint_pieces(painter)
        else:
            colours = self._theme.colours
            painter.fillRect(self.rect(), colours.base)
            draw_frame(painter, self.rect(), colours.hairline, 1)
        painter.end()
        return picture

    def _paint_pieces(self, painter: QPainter) -> None:
        pieces = thinned(self._pieces, max(1, self.width() // LEAST_PIECE))
        edges = [round(k * self.width() / len(pieces)) for k in range(len(pieces) + 1)]
        for label, first, end in runs(pieces):
            gap = 1 if end < len(pieces) and edges[end] - edges[first] > LEAST_PIECE else 0
            area = QRect(edges[first], 0, edges[end] - edges[first] - gap, self.height())
            if label == UNSURE:
                self._paint_unsure(painter, area)
            elif label == SILENCE:
                draw_frame(painter, area, self._theme.colours.edge, 1)
            else:
                inside = zip(pieces[first:end], edges[first:end], edges[first + 1 :], strict=False)
                for piece, left, right in inside:
                    self._paint_piece(painter, piece, left, min(right, area.right() + 1))

    def _paint_piece(self, painter: QPainter, piece: Piece, left: int, right: int) -> None:
        colours = self._theme.colours
        colour = genre_of(piece.label).colour(is_dark=colours.is_dark)
        strength = 0.30 + 0.70 * round(piece.confidence * 4) / 4
        width = right - left
        painter.fillRect(left, 0, width, FILL_HEIGHT, mixed(colour, colours.base, strength))
        painter.fillRect(left, FILL_HEIGHT, width, EDGE_HEIGHT, colour)

    def _paint_unsure(self, painter: QPainter, area: QRect) -> None:
        colours = self._theme.colours
        colour = unsure_colour(is_dark=colours.is_dark)
        painter.fillRect(area, colours.base)
        draw_hatch(painter, QRectF(area), colour)
        painter.fillRect(area.left(), FILL_HEIGHT, area.width(), EDGE_HEIGHT, colour)
