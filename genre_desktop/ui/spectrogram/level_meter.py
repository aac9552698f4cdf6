"""How loud what is heard is: peak, effective level and held peak of both channels, in dBFS."""

from __future__ import annotations

from typing import Final

import numpy as np
from PySide6.QtCore import QEvent, QRect, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QFontMetrics, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from genre_desktop.services.player.player import Player, PlayerState
from genre_desktop.services.spectrogram.loudness_meter import (
    FLOOR_DBFS,
    ChannelLevel,
    LoudnessMeter,
)
from genre_desktop.ui.colours import mixed
from genre_desktop.ui.player.frame_pace import FramePace
from genre_desktop.ui.theme import Size, Theme

WIDTH: Final = 54  # at least; in a large font there is room for its numbers
_FRAME_MILLISECONDS: Final = 100  # with every sixth frame of the picture
_CALM_FRAME_MILLISECONDS: Final = 500
_TELL_MILLISECONDS: Final = 1_000
_BAR, _GAP, _LEFT = 7, 2, 8
_PADDING, _BOTTOM = 6, 18
_TICKS: Final = (0, -6, -12, -24, -36, -48, -60)
_TICK_PIXELS: Final = 13
_CLIPPED_DB: Final = 0.0
_CHANNELS: Final = 2
_SCALE: Final = _LEFT + _CHANNELS * (_BAR + _GAP) + 3  # where the words begin


class LevelMeter(QWidget):
    """Follows the player; stands at the bottom while nothing plays.

    Attributes:
        pace: When it is painted.
    """

    def __init__(self, player: Player, theme: Theme) -> None:
        super().__init__()
        self._player, self._theme = player, theme
        self._meters = [LoudnessMeter() for _ in range(_CHANNELS)]
        self._levels = [ChannelLevel()] * _CHANNELS
        self._heard = -1.0
        self._painted: tuple[int, ...] = ()
        numbers = QFontMetrics(theme.font(Size.AXIS)).horizontalAdvance(_decibels(FLOOR_DBFS))
        self.setFixedWidth(max(WIDTH, _SCALE + numbers + _GAP))
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # nothing below it is painted
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Level of what is heard, on the left and right"))
        self.pace = FramePace(_FRAME_MILLISECONDS, self)
        self.pace.due.connect(self._follow)
        self._telling = QTimer(self, interval=_TELL_MILLISECONDS)
        self._telling.timeout.connect(self._tell)
        player.state_changed.connect(self._follow_state)
        theme.changed.connect(self._be_dressed)
        self._be_dressed()
        self._tell()
        self._follow_state()

    @property
    def levels(self) -> tuple[ChannelLevel, ...]:
        """What is shown of each channel."""
        return tuple(self._levels)

    @Slot(bool)
    def be_calm(self, calm: bool) -> None:
        """Step twice a second, or follow."""
        self.pace.set_interval(_CALM_FRAME_MILLISECONDS if calm else _FRAME_MILLISECONDS)

    def sizeHint(self) -> QSize:
        return QSize(self.width(), 120)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._theme.colours.window)
        if event.rect().right() >= _SCALE:
            self._paint_scale(painter)
        for place, level in enumerate(self._levels):
            left = _LEFT + place * (_BAR + _GAP)
            self._paint_bar(painter, QRect(left, _PADDING, _BAR, self._plot_height()), level)
        painter.end()

    # What is heard

    @Slot()
    def _follow(self) -> None:
        sound, moment = self._player.sound, self._player.moment()
        if sound is None or moment.decoded < 0 or not moment.rate:
            return
        passed = moment.decoded - self._heard
        if not 0 < passed < moment.rate:  # it has jumped
            passed = _FRAME_MILLISECONDS / 1_000 * moment.rate
        end = int(moment.decoded)
        samples = sound.shared.samples(end - int(passed), end)
        self._heard = moment.decoded
        self._levels = [
            meter.push(np.ascontiguousarray(samples[:, place]), passed / moment.rate)
            for place, meter in enumerate(self._meters)
        ]
        height = self._plot_height()
        painted = tuple(y for level in self._levels for y in _places_of(level, height))
        if painted != self._painted:
            self._painted = painted
            self.update(0, 0, _SCALE, self.height())  # the scale stays

    @Slot()
    def _follow_state(self) -> None:
        state = self._player.state
        if state is PlayerState.PLAYING:
            self.pace.start()
            self._telling.start()
            return
        self.pace.stop()
        self._telling.stop()
        if state is PlayerState.STOPPED:
            self._heard = -1.0
            for meter in self._meters:
                meter.clear()
            self._levels = [ChannelLevel()] * _CHANNELS
            self._tell()
        self.update()

    def _tell(self) -> None:
        """For who cannot see it, not more often than can be read."""
        self.setAccessibleDescription(self.words())

    def words(self) -> str:
        """The levels of both channels."""
        words = self.tr("%1: peak %2, RMS %3 dBFS")
        return "; ".join(
            words.replace("%1", side)
            .replace("%2", _decibels(level.held_db))
            .replace("%3", _decibels(level.rms_db))
            for side, level in zip((self.tr("Left"), self.tr("Right")), self._levels, strict=True)
        )

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.words().replace("; ", "\n"), self)
            return True
        return super().event(event)

    # Painting

    @Slot()
    def _be_dressed(self) -> None:
        colours = self._theme.colours
        self._peak_colour = mixed(colours.fill, colours.track, 0.45)
        self.update()

    def _paint_bar(self, painter: QPainter, bar: QRect, level: ChannelLevel) -> None:
        colours, left = self._theme.colours, bar.left()
        painter.fillRect(bar, colours.track)
        peak, rms, held = _places_of(level, bar.height())
        bottom = _PADDING + bar.height()
        painter.fillRect(left, peak, _BAR, bottom - peak, self._peak_colour)
        painter.fillRect(left, rms, _BAR, bottom - rms, colours.fill)
        if level.held_db > FLOOR_DBFS:
            mark = colours.problem if level.held_db >= _CLIPPED_DB else colours.text
            painter.fillRect(left, held, _BAR, 2, mark)

    def _paint_scale(self, painter: QPainter) -> None:
        colours = self._theme.colours
        painter.setFont(self._theme.font(Size.AXIS))
        painter.setPen(colours.muted)
        metrics = QFontMetrics(painter.font())
        free_from = 0
        for tick in _TICKS:
            y = _y_of(float(tick), self._plot_height())
            top = y - metrics.height() // 2
            if y == _PADDING or top >= free_from:
                painter.drawText(_SCALE, y + metrics.capHeight() // 2, _decibels(tick))
                free_from = top + _TICK_PIXELS

    def _plot_height(self) -> int:
        return max(1, self.height() - _PADDING - _BOTTOM)


def _places_of(level: ChannelLevel, height: int) -> tuple[int, int, int]:
    """The pixels of peak, effective level and held peak in a plot so high."""
    peak, rms, held = level.peak_db, level.rms_db, level.held_db
    return _y_of(peak, height), _y_of(rms, height), _y_of(held, height)


def _y_of(level_db: float, height: int) -> int:
    return _PADDING + round(min(1.0, max(0.0, level_db / FLOOR_DBFS)) * height)


def _decibels(level: float) -> str:
    return f"{level:.0f}".replace("-", "−") if level > FLOOR_DBFS else "−60"
