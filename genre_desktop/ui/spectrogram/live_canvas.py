"""The live picture with its time axis, painted over the plot: nothing below it moves."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QLine, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QImage, QPainter, QPaintEvent, QStaticText
from PySide6.QtWidgets import QWidget

from genre_desktop.ui.spectrogram.axes import TIME_HEIGHT, clock_words, tick_spacing
from genre_desktop.ui.spectrogram.level_colours import LevelColours, Levels
from genre_desktop.ui.spectrogram.pixel_ring import PixelRing, Pixels
from genre_desktop.ui.swatch import draw_frame
from genre_desktop.ui.theme import Size, Theme

PLATE = QColor("#0B0B0F")  # behind any spectrogram, in both themes
NOW = QColor("#FFB545")  # on the plate in both themes
CROSS = QColor(255, 255, 255, 110)
_HANDLE: Final = 11, 7  # width and height of the mark above the now line
_TICK: Final = 4
_WORDS_KEPT: Final = 200


@dataclass(frozen=True, slots=True)
class LiveRings:
    """The same columns twice, since to shade them at each frame would cost more than the rest.

    Attributes:
        heard: Bright.
        coming: Darker, for what is decoded and not heard yet.
    """

    heard: PixelRing
    coming: PixelRing

    def put(self, number: int, levels: Levels, colours: LevelColours) -> None:
        """Colour levels (n, rows) and put them behind those that are there."""
        for ring, pixels in self._both(levels, colours):
            ring.put(number, pixels)

    def put_before(self, levels: Levels, colours: LevelColours) -> None:
        """Colour levels (n, rows) and put them before those that are there."""
        for ring, pixels in self._both(levels, colours):
            ring.put_before(pixels)

    def clear(self, at: int) -> None:
        """Forget every column; the next one that comes has this number."""
        self.heard.clear(at)
        self.coming.clear(at)

    def _both(self, levels: Levels, colours: LevelColours) -> list[tuple[PixelRing, Pixels]]:
        turned = levels[:, ::-1]
        bright, dark = colours.pixels(turned), colours.pixels(turned, shaded=True)
        return [(self.heard, bright), (self.coming, dark)]


def rings_for(columns: int, rows: int) -> LiveRings:
    """Empty ones that keep so many columns."""
    return LiveRings(PixelRing(columns, rows, PLATE), PixelRing(columns, rows, PLATE))


class LiveCanvas(QWidget):
    """Opaque, so that a frame paints this and nothing of pyqtgraph: a tenth of the work."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rings: LiveRings | None = None
        self._first, self._now = 0, 0.0
        self._times = 0.0, 1.0
        self._cross: tuple[int, int] | None = None
        self._has_focus = False
        self._words: dict[tuple[int, float], QStaticText] = {}
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        theme.changed.connect(self.update)

    def fit(self, plot: QRect) -> None:
        """Cover this part of the parent, and the times below it."""
        self.setGeometry(plot.adjusted(0, 0, 0, TIME_HEIGHT))

    def show_rings(self, rings: LiveRings | None) -> None:
        """Paint these from now on, None for nothing."""
        self._rings = rings
        self.update()

    def picture(self) -> QImage:
        """What is on show, all of it bright and without the now line."""
        ratio = self.devicePixelRatioF()
        width, height = self.width() * ratio, (self.height() - TIME_HEIGHT) * ratio
        image = QImage(max(1, round(width)), max(1, round(height)), QImage.Format.Format_RGB32)
        image.fill(PLATE)
        if self._rings is not None:
            painter = QPainter(image)
            self._rings.heard.paint(painter, image.rect(), self._first)
            painter.end()
        return image

    def show_columns(self, first: int, now: float) -> None:
        """Show the columns from a number on; `now` is the heard one's share of the width."""
        self._first, self._now = first, now
        self.update()

    def show_times(self, first: float, last: float) -> None:
        """Write the seconds from one to another."""
        self._times = first, last
        self.update()

    def show_cross(self, place: tuple[int, int] | None) -> None:
        """Cross hairs at a pixel, None for nowhere."""
        self._cross = place
        self.update()

    def show_focus(self, *, there: bool) -> None:
        """Frame it while it has the keyboard."""
        self._has_focus = there
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        picture = self.rect().adjusted(0, 0, 0, -TIME_HEIGHT)
        self._paint_picture(painter)
        self._paint_times(painter, picture.bottom() + 1)
        if self._cross is not None:
            x, y = self._cross
            painter.fillRect(x, 0, 1, picture.height(), CROSS)
            painter.fillRect(0, y, picture.width(), 1, CROSS)
        if self._has_focus:
            draw_frame(painter, picture, self._theme.colours.focus, 1)
        painter.end()

    def _paint_picture(self, painter: QPainter) -> None:
        ratio = self.devicePixelRatioF()
        area = QRect(
            0, 0, round(self.width() * ratio), round((self.height() - TIME_HEIGHT) * ratio)
        )
        rings = self._rings
        if rings is None:
            painter.fillRect(self.rect(), PLATE)
            return
        painter.scale(1 / ratio, 1 / ratio)  # a ring has a column for each pixel of the screen
        ring = rings.heard
        begin, end = ring.first - self._first, ring.end - self._first
        if begin > 0 or end < area.width() or area.height() != ring.height:
            painter.fillRect(area, PLATE)
        now = round(area.width() * self._now)
        ring.paint(painter, area.adjusted(0, 0, now - area.width(), 0), self._first)
        rings.coming.paint(painter, area.adjusted(now, 0, 0, 0), self._first + now)
        _paint_now(painter, now, area.height(), max(1, round(ratio)))
        painter.resetTransform()

    def _paint_times(self, painter: QPainter, top: int) -> None:
        """Ticks and words as pyqtgraph would write them, and in amber what is heard."""
        colours = self._theme.colours
        painter.fillRect(0, top, self.width(), TIME_HEIGHT, colours.window)
        painter.fillRect(0, top, self.width(), 1, colours.edge)
        painter.setFont(self._theme.font(Size.AXIS))
        metrics = QFontMetrics(painter.font())
        first, last = self._times
        pixels = self.width() / max(1e-6, last - first)
        wide, narrow = tick_spacing(first, last, self.width())
        painter.setPen(colours.edge)
        painter.drawLines(
            [
                QLine(x, top, x, top + length)
                for step, length in ((narrow, _TICK // 2), (wide, _TICK))
                for x in (round((n * step - first) * pixels) for n in _numbers(first, last, step))
            ]
        )
        now = round(self.width() * self._now) if self._rings is not None else -self.width()
        painter.setPen(colours.muted)
        for number in _numbers(first, last, wide):
            words = self._static(number, wide)
            width = words.size().width()
            x = (number * wide - first) * pixels
            if width / 2 <= x <= self.width() - width / 2 and abs(x - now) > width + 8:
                painter.drawStaticText(QPointF(x - width / 2, top + 3), words)
        if self._rings is not None:
            heard = clock_words(math.floor((first + now / pixels) * 10) / 10, 0.1)
            left = now - metrics.horizontalAdvance(heard) // 2
            painter.setPen(colours.now)
            painter.drawText(left, top + 3 + metrics.ascent(), heard)

    def _static(self, number: int, step: float) -> QStaticText:
        """The words of a tick, laid out once for all frames."""
        text = self._words.get((number, step))
        if text is None:
            if len(self._words) >= _WORDS_KEPT:
                self._words.clear()
            text = self._words[number, step] = QStaticText(clock_words(number * step, step))
            text.setTextFormat(Qt.TextFormat.PlainText)
            text.prepare(font=self._theme.font(Size.AXIS))
        return text


def _numbers(first: float, last: float, step: float) -> range:
    """Multiples of a step, none of them before the start of the track."""
    return range(max(0, math.ceil(first / step)), math.floor(last / step) + 1)


def _paint_now(painter: QPainter, x: int, height: int, pixel: int) -> None:
    """An amber line, cased by the plate's colour, with a handle above it."""
    painter.fillRect(x - pixel, 0, 3 * pixel, height, PLATE)
    painter.fillRect(x, 0, pixel, height, NOW)
    half, middle = _HANDLE[0] * pixel / 2, x + pixel / 2
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(NOW)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    corners = (middle - half, 0.0), (middle + half, 0.0), (middle, float(_HANDLE[1] * pixel))
    painter.drawPolygon([QPointF(*corner) for corner in corners])
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
