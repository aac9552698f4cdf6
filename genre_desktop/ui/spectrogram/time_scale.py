"""Ticks and words below the live picture, and in amber the second that is heard."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPixmap, QStaticText

from genre_desktop.ui.spectrogram.axes import TIME_HEIGHT, clock_words, tick_spacing
from genre_desktop.ui.spectrogram.pixel_ring import Part
from genre_desktop.ui.theme import Size, Theme

_TICK: Final = 4
_BELOW_TICKS: Final = _TICK + 1
_ABOVE_WORDS: Final = 3
_AROUND_HEARD: Final = 8
_HEARD_STEP: Final = 0.1
MARGIN: Final = 4  # pixels; the heard second and other words are further apart
_WORDS_KEPT: Final = 200


class Place(NamedTuple):
    """Which columns are in view, and when they are heard.

    Attributes:
        first: Number of the column at the left edge.
        origin_seconds: The moment at which column 0 begins.
        columns_per_second: How fast they pass.
        heard_seconds: The moment that is heard.
    """

    first: int = 0
    origin_seconds: float = 0.0
    columns_per_second: float = 1.0
    heard_seconds: float = 0.0

    @property
    def first_seconds(self) -> float:
        """The moment at the left edge."""
        return self.origin_seconds + self.first / self.columns_per_second


@dataclass(frozen=True, slots=True)
class Room:
    """Where words may stand.

    Attributes:
        width: Of the whole scale.
        now: Where the heard moment is; no other is written near it.
        ratio: Columns to a pixel of the widget.
    """

    width: int
    now: int
    ratio: float


class TimeScale:
    """Every tick has a column of its own and moves with it, so that what is painted can scroll."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._words: dict[tuple[int, float], tuple[QStaticText, int]] = {}
        self.be_dressed()

    def be_dressed(self) -> None:
        """The theme or its font is another."""
        self._font = self._theme.font(Size.AXIS)
        metrics = QFontMetrics(self._font)
        self._widest = metrics.horizontalAdvance("0:00:00.0")
        self._words.clear()
        self._heard: tuple[tuple[int, float], QPixmap] | None = None

    def around_heard(self, now: int) -> Part:
        """Where the heard second is written, and nothing else, below the ticks."""
        reach = self._widest // 2 + 2
        return Part(now - reach, _BELOW_TICKS, 2 * reach, TIME_HEIGHT - _BELOW_TICKS)

    def steady_pixels(self, place: Place, room: Room) -> int:
        """How far all may move to the left until a word comes or goes."""
        wide, narrow = _spacing(room.ratio / place.columns_per_second)
        every, least = round(wide / narrow), self._widest
        for number, x in _ticks(place, room.ratio, narrow, 0, room.width + least):
            if not number % every:
                _, width = self._static(number // every, wide)
                beside, half = self._beside_heard(width), width // 2
                comes_and_goes = (
                    room.width - half,
                    room.now + beside,
                    room.now - beside - 1,
                    half - 1,
                )
                least = min([least, *(x - there for there in comes_and_goes if there < x)])
        return least

    def paint(self, painter: QPainter, whole: Part, place: Place, room: Room) -> None:
        """Paint the scale, all of it opaque; the heard second is written over it.

        Args:
            painter: Draws in pixels of the widget.
            whole: Where it is.
            place: What is in view.
            room: For words.
        """
        self.paint_ticks(painter, whole, place, room)
        left, top, width, _ = whole
        wide, narrow = _spacing(room.ratio / place.columns_per_second)
        every, reach = round(wide / narrow), self._widest // 2 + 1
        for number, x in _ticks(place, room.ratio, narrow, left - reach, left + width + reach):
            if not number % every:
                self._paint_words(painter, x, top, (number // every, wide), room)

    def paint_ticks(self, painter: QPainter, part: Part, place: Place, room: Room) -> None:
        """Paint a part of the scale, as high as all of it, in which no words are."""
        edge = self._theme.colours.edge
        left, top, width, _ = part
        painter.fillRect(*part, self._theme.colours.window)
        painter.fillRect(left, top, width, 1, edge)
        wide, narrow = _spacing(room.ratio / place.columns_per_second)
        every = round(wide / narrow)
        for number, x in _ticks(place, room.ratio, narrow, left, left + width):
            if left <= x < left + width:
                painter.fillRect(x, top, 1, _TICK // 2 if number % every else _TICK, edge)

    def _paint_words(
        self, painter: QPainter, x: int, top: int, moment: tuple[int, float], room: Room
    ) -> None:
        words, width = self._static(*moment)
        is_whole = width // 2 <= x <= room.width - width // 2
        if is_whole and abs(x - room.now) > self._beside_heard(width):
            painter.setPen(self._theme.colours.muted)
            painter.setFont(self._font)
            painter.drawStaticText(x - width // 2, top + _ABOVE_WORDS, words)

    def _beside_heard(self, width: int) -> int:
        """How near to the heard second words so wide may come, from middle to middle."""
        return self._widest // 2 + _AROUND_HEARD + width // 2

    def heard(self, seconds: float, ratio: float) -> QPixmap:
        """The second that is heard, with a margin on its left; six frames have one."""
        number = math.floor(seconds / _HEARD_STEP)
        if self._heard is None or self._heard[0] != (number, ratio):
            words, width = self._static(number, _HEARD_STEP)
            _, top, room, height = self.around_heard(0)
            room += MARGIN
            picture = QPixmap(round(room * ratio), round(height * ratio))
            picture.setDevicePixelRatio(ratio)
            picture.fill(self._theme.colours.window)
            painter = QPainter(picture)
            painter.setPen(self._theme.colours.now)
            painter.setFont(self._font)
            painter.drawStaticText((room + MARGIN) // 2 - width // 2, _ABOVE_WORDS - top, words)
            painter.end()
            self._heard = (number, ratio), picture
        return self._heard[1]

    def _static(self, number: int, step: float) -> tuple[QStaticText, int]:
        """The words of a tick, laid out once for all frames, and their width."""
        known = self._words.get((number, step))
        if known is None:
            if len(self._words) >= _WORDS_KEPT:
                self._words.clear()
            text = QStaticText(clock_words(number * step, step))
            text.setTextFormat(Qt.TextFormat.PlainText)
            text.prepare(font=self._font)
            known = self._words[number, step] = text, math.ceil(text.size().width())
        return known


@lru_cache(maxsize=8)
def _spacing(seconds_per_pixel: float) -> tuple[float, float]:
    return tick_spacing(0.0, seconds_per_pixel, 1)


def _ticks(
    place: Place, ratio: float, step: float, left: int, right: int
) -> Iterator[tuple[int, int]]:
    """Multiples of a step between two pixels, with theirs; none before the track's start."""
    columns, origin = step * place.columns_per_second, place.origin_seconds / step
    begin = origin + (place.first + left * ratio) / columns
    end = origin + (place.first + right * ratio) / columns
    for number in range(max(0, math.floor(begin)), math.ceil(end) + 1):
        yield number, math.floor((round((number - origin) * columns) - place.first) / ratio)
