"""The bar under everything that is heard: waveform and genres of the whole track, and where we are.

A click or a drag plays that moment; the arrow keys move by five seconds, with Ctrl by a piece.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPolygon,
)
from PySide6.QtWidgets import QSizePolicy

from genre_desktop.inference.verdict import Verdict
from genre_desktop.ui.colours import mixed
from genre_desktop.ui.drawn_once import DrawnOnce
from genre_desktop.ui.genres import genre_of
from genre_desktop.ui.player.waveform_painting import paint_waveform
from genre_desktop.ui.row_words import clock
from genre_desktop.ui.swatch import draw_frame
from genre_desktop.ui.theme import Size, Theme
from genre_desktop.ui.timeline_painting import HEIGHT as TIMELINE_HEIGHT
from genre_desktop.ui.timeline_painting import paint_timeline, piece_words, spans_in_words, word_of
from genre_desktop.ui.timeline_pieces import NOT_HEARD, pieces_of, runs

if TYPE_CHECKING:  # no cycle: it loads numpy, which comes after the first paint
    from genre_desktop.dsp.overview import Overview

# It begins where the spectrogram's plot does, and goes on below all that is right of that.
LEFT, RIGHT = 65, 14
PADDING = 6
WAVEFORM_HEIGHT = 28
GAP = 2
WORDS_HEIGHT = 14  # at least
_ABOVE_WORDS = PADDING + WAVEFORM_HEIGHT + GAP + TIMELINE_HEIGHT
STEP_SECONDS = 5.0
_HANDLE = 11, 7  # width and height of the mark above the place


class SeekBar(DrawnOnce):
    """Shows what it is told of a track.

    Signals:
        seek_requested: A moment of the track in seconds that is to be heard.
        dragged: The mouse drags the place to another moment, or has let it go.
    """

    seek_requested = Signal(float)
    dragged = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._seconds: float | None = None
        self._place = 0.0
        self._dragged: float | None = None
        self._hovered: int | None = None
        self._overview: Overview | None = None
        self._verdict: Verdict | None = None
        words = QFontMetrics(theme.font(Size.AXIS)).height()
        self.setFixedHeight(_ABOVE_WORDS + max(WORDS_HEIGHT, words))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # nothing below it is painted
        self._tell_genres()

    @property
    def seconds(self) -> float | None:
        """Length of the track, None where there is none or it is unknown."""
        return self._seconds

    @property
    def dragged_to(self) -> float | None:
        """The moment under the mouse in seconds, None while nothing is dragged."""
        return self._dragged

    def show_track(self, seconds: float | None) -> None:
        """Show a track of this length, None for none; what was shown of another one goes."""
        self._seconds = seconds or None
        self._overview, self._verdict, self._dragged = None, None, None
        self._place = 0.0
        self._tell_genres()
        self.redraw()

    def show_length(self, seconds: float) -> None:
        """The track has another length than was thought."""
        if seconds > 0 and seconds != self._seconds:
            self._seconds = seconds
            self._tell_genres()
            self.redraw()

    def show_overview(self, overview: Overview) -> None:
        """Show the track's waveform, or as much of it as is known."""
        self._overview = overview
        self.redraw()

    def show_verdict(self, verdict: Verdict | None) -> None:
        """Show the genres over time."""
        self._verdict = verdict
        self._tell_genres()
        self.redraw()

    def show_place(self, seconds: float) -> None:
        """Show which moment is heard."""
        before, self._place = self._x_of(self._place), seconds
        after = self._x_of(seconds)
        if before != after:
            margin = _HANDLE[0] // 2 + 2
            low, high = min(before, after) - margin, max(before, after) + margin
            self.update(low, 0, high - low + 1, self.height())

    def _drag_to(self, seconds: float | None) -> None:
        self._dragged = seconds
        self.update()
        self.dragged.emit()

    def _tell_genres(self) -> None:
        """Those who do not see them hear them in its name."""
        name = self.tr("Place in the track; arrow keys move it by five seconds")
        spans = spans_in_words(self._verdict, self._seconds)
        self.setAccessibleName(f"{name}; {spans}" if spans else name)

    # Qt's events

    def sizeHint(self) -> QSize:
        return QSize(400, self.minimumHeight())

    def paintEvent(self, event: QPaintEvent) -> None:
        picture = self.picture()
        painter = QPainter(self)
        painter.setClipRect(event.rect())
        painter.drawPixmap(0, 0, picture)
        if self._seconds is not None:
            self._paint_place(painter)
        if self.hasFocus():
            draw_frame(painter, self.rect(), self._theme.colours.focus, 1)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._seconds is not None:
            self._drag_to(self._seconds_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hovered = round(event.position().x())
        if self._dragged is not None:
            self._drag_to(self._seconds_at(event.position().x()))
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._dragged is not None and event.button() == Qt.MouseButton.LeftButton:
            self._drag_to(None)
            self.seek_requested.emit(self._seconds_at(event.position().x()))

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = None
        self.update()
        super().leaveEvent(event)

    def event(self, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and self._seconds is not None
            and self._wanted_by(event) is not None
        ):
            event.accept()  # here Ctrl with an arrow goes by a piece, elsewhere by a track
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        wanted = self._wanted_by(event)
        if wanted is None or self._seconds is None:
            super().keyPressEvent(event)
            return
        self.seek_requested.emit(min(max(wanted, 0.0), self._seconds))

    def _wanted_by(self, event: QKeyEvent) -> float | None:
        sign = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if sign is None:
            return {
                Qt.Key.Key_Home: 0.0,
                Qt.Key.Key_End: (self._seconds or 0.0) - STEP_SECONDS,
            }.get(Qt.Key(event.key()))
        timeline = self._verdict.timeline if self._verdict is not None else None
        by_piece = event.modifiers() & Qt.KeyboardModifier.ControlModifier and timeline is not None
        step = timeline.piece_seconds if by_piece and timeline is not None else STEP_SECONDS
        return self._place + sign * step

    # Places

    def _plot(self) -> QRect:
        return QRect(LEFT, PADDING, max(1, self.width() - LEFT - RIGHT), WAVEFORM_HEIGHT)

    def _x_of(self, seconds: float) -> int:
        plot = self._plot()
        share = min(1.0, seconds / self._seconds) if self._seconds else 0.0
        return plot.left() + round(share * (plot.width() - 1))

    def _seconds_at(self, x: float) -> float:
        plot = self._plot()
        share = (x - plot.left()) / max(1, plot.width() - 1)
        return min(1.0, max(0.0, share)) * (self._seconds or 0.0)

    def words_at(self, place: QPoint) -> str:
        """The time there, and where genres are known the three most probable ones."""
        if self._seconds is None:
            return ""
        seconds = self._seconds_at(place.x())
        verdict = self._verdict
        if verdict is None or verdict.timeline is None:
            return clock(seconds)
        pieces = pieces_of(verdict)
        number = int(seconds / verdict.timeline.piece_seconds)
        if number > len(pieces) or not pieces:  # only the first seconds were heard so far
            return clock(seconds)
        return piece_words(verdict, pieces, min(number, len(pieces) - 1), self._seconds)

    # Painting

    def draw(self, painter: QPainter) -> None:
        """Draw everything but the place."""
        colours = self._theme.colours
        painter.fillRect(self.rect(), colours.window)
        painter.fillRect(0, 0, self.width(), 1, colours.hairline)
        plot = self._plot()
        if self._overview is not None and self._seconds is not None:
            share = min(1.0, self._overview.seconds / self._seconds)
            area = QRect(plot.left(), plot.top(), round(plot.width() * share), plot.height())
            paint_waveform(
                painter,
                area,
                self._overview,
                mixed(colours.fill, colours.window, 0.55),
                colours.fill,
            )
        else:
            middle = plot.center().y()
            painter.fillRect(plot.left(), middle, plot.width(), 1, colours.hairline)
        self._paint_genres(painter, plot)
        self._paint_headings(painter)

    def _paint_genres(self, painter: QPainter, plot: QRect) -> None:
        colours = self._theme.colours
        area = QRect(plot.left(), plot.bottom() + 1 + GAP, plot.width(), TIMELINE_HEIGHT)
        pieces = pieces_of(self._verdict) if self._verdict is not None else ()
        timeline = self._verdict.timeline if self._verdict is not None else None
        if not pieces or timeline is None or self._seconds is None:
            painter.fillRect(area, colours.base)
            draw_frame(painter, area, colours.hairline, 1)
            return
        share = min(1.0, len(pieces) * timeline.piece_seconds / self._seconds)
        area.setWidth(max(1, round(area.width() * share)))
        paint_timeline(painter, area, pieces, colours)
        font = self._theme.font(Size.AXIS)
        metrics = QFontMetrics(font)
        painter.setFont(font)
        painter.setPen(colours.muted)
        for label, first, end in runs(pieces):
            if label == NOT_HEARD:
                continue
            left = area.left() + round(first * area.width() / len(pieces))
            right = area.left() + round(end * area.width() / len(pieces))
            for words in (word_of(label), genre_of(label).code if label else ""):
                if words and metrics.horizontalAdvance(words) + 4 <= right - left:
                    painter.drawText(left, area.bottom() + 1 + metrics.ascent(), words)
                    break

    def _paint_headings(self, painter: QPainter) -> None:
        painter.setFont(self._theme.font(Size.AXIS))
        painter.setPen(self._theme.colours.muted)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        right |= Qt.TextFlag.TextDontClip  # a large font is higher than the timeline
        plot = self._plot()
        level = QRect(0, plot.top(), LEFT - 6, plot.height())
        genre = QRect(0, plot.bottom() + 1 + GAP, LEFT - 6, TIMELINE_HEIGHT)
        painter.drawText(level, right, self.tr("Level"))
        painter.drawText(genre, right, self.tr("Genre"))

    def _paint_place(self, painter: QPainter) -> None:
        colours = self._theme.colours
        bottom = _ABOVE_WORDS
        if self._hovered is not None and self._dragged is None:
            painter.fillRect(self._hovered, PADDING, 1, bottom - PADDING, colours.edge)
        x = self._x_of(self._place if self._dragged is None else self._dragged)
        painter.fillRect(x - 1, 1, 3, bottom - 1, colours.window)
        painter.fillRect(x, 1, 1, bottom - 1, colours.now)
        half, height = _HANDLE[0] // 2, _HANDLE[1]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.now)
        painter.drawPolygon(
            QPolygon([QPoint(x - half, 1), QPoint(x + half + 1, 1), QPoint(x, 1 + height)])
        )
