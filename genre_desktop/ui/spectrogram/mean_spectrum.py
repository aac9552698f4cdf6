"""The mean spectrum of the selection: a curve of levels over frequencies, with a cursor."""

from __future__ import annotations

from typing import Final

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPolygonF,
)
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from genre_desktop.core.track_spectrum import TrackSpectrum
from genre_desktop.dsp.frequency_axis import FrequencyAxis, Rows, hertz, with_unit
from genre_desktop.ui.colours import mixed
from genre_desktop.ui.labels import HeaderLabel, ToneLabel
from genre_desktop.ui.row_words import pointed
from genre_desktop.ui.spectrogram.reading import frequency_words, level_words, note_words
from genre_desktop.ui.swatch import draw_frame
from genre_desktop.ui.theme import Size, Theme

_LEFT, _TOP, _BOTTOM = 30, 4, 15
_LEVEL_STEP_DB: Final = 20
_BETWEEN_WORDS: Final = 6  # pixels
_STEPS: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class MeanSpectrum(QWidget):
    """Stands in the place of what is heard now while something is selected."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._title = HeaderLabel(theme, self.tr("Mean spectrum"))
        self._times = ToneLabel(theme, role="muted", size=Size.SMALL)
        self._words = ToneLabel(theme, size=Size.SMALL)
        self.curve = SpectrumCurve(theme)
        self.curve.pointed.connect(self._words.setText)
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._times)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 6, 14, 4)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self._words)
        column.addWidget(self.curve, 1)

    def show_times(self, words: str) -> None:
        """Say what is selected; its spectrum comes later."""
        self._times.setText(words)

    def show_spectrum(
        self, spectrum: TrackSpectrum | None, axis: FrequencyAxis, top_db: float, range_db: float
    ) -> None:
        """Show the mean of a part, None while it is being measured.

        Args:
            spectrum: One column.
            axis: The frequencies.
            top_db: The level at the top.
            range_db: How far below it the bottom lies.
        """
        self.curve.show_spectrum(spectrum, axis, top_db, range_db)


class SpectrumCurve(QWidget):
    """Points at the strongest frequency until the user points elsewhere.

    Signals:
        pointed: Frequency, note and level under the cursor.
    """

    pointed = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._spectrum: TrackSpectrum | None = None
        self._axis: FrequencyAxis | None = None
        self._top_db, self._range_db = 0.0, 100.0
        self._levels: list[float] = []
        self._cursor: int | None = None  # a pixel of the plot, None for the strongest
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Mean spectrum of the selection"))
        theme.changed.connect(self.update)

    def show_spectrum(
        self, spectrum: TrackSpectrum | None, axis: FrequencyAxis, top_db: float, range_db: float
    ) -> None:
        """See `MeanSpectrum.show_spectrum`."""
        self._spectrum, self._axis = spectrum, axis
        self._top_db, self._range_db = top_db, range_db
        self._cursor = None
        self._measure()

    @property
    def frequencies(self) -> list[str]:
        """What is written below the curve, from the left."""
        metrics = QFontMetrics(self._theme.font(Size.AXIS))
        return [words for _, _, words in reversed(self._ticks(self._plot(), metrics))]

    # Qt's events

    def resizeEvent(self, event: QEvent) -> None:
        del event
        self._measure()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point(round(event.position().x()) - _LEFT)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None or not self._levels:
            super().keyPressEvent(event)
            return
        self._point(self._place() + step)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        plot = self._plot()
        painter.fillRect(plot, self._theme.colours.base)
        self._paint_axes(painter, plot)
        if self._levels:
            self._paint_curve(painter, plot)
        draw_frame(painter, plot, self._theme.colours.hairline, 1)
        if self.hasFocus():
            draw_frame(painter, self.rect(), self._theme.colours.focus, 1)
        painter.end()

    # What is measured

    def _measure(self) -> None:
        spectrum, axis, width = self._spectrum, self._axis, self._plot().width()
        self._levels = []
        if spectrum is not None and axis is not None and len(spectrum.levels):
            bins = spectrum.levels.shape[1]
            rows = Rows(axis, width, spectrum.rate / 2 / (bins - 1), bins)
            self._levels = rows.levels(spectrum.levels[:1])[0].tolist()
        self._tell()
        self.update()

    def _point(self, pixel: int | None) -> None:
        last = len(self._levels) - 1
        self._cursor = None if pixel is None else max(0, min(last, pixel))
        self._tell()
        self.update()

    def _place(self) -> int:
        """The pixel that is pointed at."""
        if self._cursor is not None:
            return min(self._cursor, len(self._levels) - 1)
        return int(np.argmax(self._levels))

    def _tell(self) -> None:
        words = ""
        if self._levels and self._axis is not None:
            place = self._place()
            hz = self._hz_of(place)
            words = "  ".join(
                (frequency_words(hz), note_words(hz), level_words(self._levels[place]))
            )
            if self._cursor is None:
                words = self.tr("Strongest: %1").replace("%1", words)
        elif self._axis is not None:
            words = self.tr("Measuring…")
        self.setAccessibleDescription(words)
        self.pointed.emit(words)

    def _hz_of(self, pixel: int) -> float:
        """The frequency of a pixel: where there are several in it, of the strongest."""
        assert self._axis is not None
        assert self._spectrum is not None
        low, high = (self._axis.hz_at((pixel + each) / len(self._levels)) for each in (0, 1))
        levels = self._spectrum.levels[0]
        bin_hz = self._spectrum.rate / 2 / (len(levels) - 1)
        first, end = int(np.ceil(low / bin_hz)), int(np.ceil(high / bin_hz))
        if end <= first:
            return (low + high) / 2
        return (first + int(np.argmax(levels[first:end]))) * bin_hz

    # Painting

    def _plot(self) -> QRect:
        return self.rect().adjusted(_LEFT, _TOP, -1, -_BOTTOM)

    def _y_of(self, level: float, plot: QRect) -> float:
        share = (self._top_db - level) / self._range_db
        return plot.top() + min(1.0, max(0.0, share)) * plot.height()

    def _paint_axes(self, painter: QPainter, plot: QRect) -> None:
        colours = self._theme.colours
        painter.setFont(self._theme.font(Size.AXIS))
        metrics = QFontMetrics(painter.font())
        lowest = self._top_db - self._range_db
        level = int(self._top_db // _LEVEL_STEP_DB) * _LEVEL_STEP_DB
        while level > lowest:
            y = round(self._y_of(level, plot))
            painter.fillRect(plot.left(), y, plot.width(), 1, colours.hairline)
            painter.setPen(colours.muted)
            right = QRect(0, y - 8, _LEFT - 5, 16)
            if y + 6 < plot.bottom():
                painter.drawText(
                    right, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
                    f"{level}".replace("-", "−"),
                )  # fmt: skip
            level -= _LEVEL_STEP_DB
        for x, left, words in self._ticks(plot, metrics):
            painter.fillRect(x, plot.bottom(), 1, 3, colours.edge)
            painter.drawText(left, self.height() - 3, words)

    def _ticks(self, plot: QRect, metrics: QFontMetrics) -> list[tuple[int, int, str]]:
        """Frequencies that have room: where each is, and where which words begin."""
        axis = self._axis
        if axis is None:
            return []
        ticks = axis.ticks()
        found: list[tuple[int, int, str]] = []
        free_until = self.width()
        while ticks:
            x = plot.left() + round(axis.height_of(ticks[-1]) * plot.width())
            words = pointed(hertz(ticks[-1]) if found else with_unit(hertz(ticks[-1])))
            left = x - metrics.horizontalAdvance(words) // 2
            if left >= 0 and left + metrics.horizontalAdvance(words) <= free_until:
                found.append((x, left, words))
                free_until = left - _BETWEEN_WORDS
            ticks = ticks[:-1]
        return found

    def _paint_curve(self, painter: QPainter, plot: QRect) -> None:
        colours = self._theme.colours
        points = [
            QPointF(plot.left() + place + 0.5, self._y_of(level, plot))
            for place, level in enumerate(self._levels)
        ]
        bottom = float(plot.bottom() + 1)
        painter.setClipRect(plot)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(mixed(colours.fill, colours.base, 0.3))
        painter.drawPolygon(
            QPolygonF([QPointF(plot.left(), bottom), *points, QPointF(plot.right() + 1, bottom)])
        )
        painter.setPen(colours.fill)
        painter.drawPolyline(QPolygonF(points))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        cursor = plot.left() + self._place()
        painter.fillRect(QRectF(cursor, plot.top(), 1, plot.height()), colours.text)
        painter.setClipping(False)
