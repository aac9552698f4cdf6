"""Ticks and words below the live picture, and in amber the second that is heard."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QStaticText

from genre_desktop.ui.spectrogram.axes import clock_words, tick_spacing
from genre_desktop.ui.theme import Size, Theme

_TICK: Final = 4
_ABOVE_WORDS: Final = 3
_AROUND_HEARD: Final = 8
_HEARD_STEP: Final = 0.1
_WORDS_KEPT: Final = 200


@dataclass(frozen=True, slots=True)
class Place:
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

    def standing(self, room: Room) -> tuple[range, ...]:
        """The pixels at which words do more than move.

        They make room for the heard second, and are not there before the whole of them is.
        """
        reach = 2 * self._widest + _AROUND_HEARD
        edge = min(self._widest, room.width)
        around = range(room.now - reach, room.now + reach)
        return range(edge), around, range(room.width - edge, room.width)

    def paint(self, painter: QPainter, part: QRect, place: Place, room: Room) -> None:
        """Paint a part of the scale, all of it opaque.

        Args:
            painter: Draws in pixels of the widget.
            part: As high as the scale.
            place: What is in view.
            room: For words.
        """
        colours, top = self._theme.colours, part.top()
        left, width = part.left(), part.width()
        painter.fillRect(part, colours.window)
        painter.fillRect(left, top, width, 1, colours.edge)
        wide, narrow = _spacing(room.ratio / place.columns_per_second)
        every, reach = round(wide / narrow), self._widest // 2 + 1
        for number, x in _ticks(place, room.ratio, narrow, left - reach, left + width + reach):
            has_words = not number % every
            if left <= x < left + width:
                painter.fillRect(x, top, 1, _TICK if has_words else _TICK // 2, colours.edge)
            if has_words:
                self._paint_words(painter, QPoint(x, top), (number // every, wide), room)

    def _paint_words(
        self, painter: QPainter, tick: QPoint, moment: tuple[int, float], room: Room
    ) -> None:
        words, width = self._static(*moment)
        is_whole = width // 2 <= tick.x() <= room.width - width // 2
        apart = self._widest // 2 + _AROUND_HEARD + width // 2
        if is_whole and abs(tick.x() - room.now) > apart:
            painter.setPen(self._theme.colours.muted)
            painter.setFont(self._font)
            painter.drawStaticText(tick.x() - width // 2, tick.y() + _ABOVE_WORDS, words)

    def paint_heard(self, painter: QPainter, top: int, place: Place, now: int) -> None:
        """Write the second that is heard."""
        number = math.floor(place.heard_seconds / _HEARD_STEP)
        words, width = self._static(number, _HEARD_STEP)
        painter.setPen(self._theme.colours.now)
        painter.setFont(self._font)
        painter.drawStaticText(now - width // 2, top + _ABOVE_WORDS, words)

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
