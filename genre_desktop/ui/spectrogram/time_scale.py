"""Ticks and words below the live picture, and in amber the second that is heard."""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPixmap, QStaticText

from genre_desktop.ui.spectrogram.axes import ABOVE_TIMES, clock_words, tick_spacing, time_height
from genre_desktop.ui.spectrogram.pixel_ring import Part
from genre_desktop.ui.theme import Size, Theme

_TICK: Final = 4
_BELOW_TICKS: Final = _TICK + 1
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


class Room(NamedTuple):
    """Where words may stand.

    Attributes:
        width: Of the whole scale.
        now: Where the heard moment is; no other is written near it.
        ratio: Columns to a pixel of the widget.
    """

    width: int
    now: int
    ratio: float


class Drawn(NamedTuple):
    """The scale as it looked once, but for the heard second, and all that comes into view later.

    Attributes:
        picture: More than the scale's width of it, in pixels of the screen.
        place: What was in view.
        room: For words.
        steady_pixels: How far it may move to the left before a word comes or goes.
    """

    picture: QPixmap
    place: Place
    room: Room
    steady_pixels: int

    def moved(self, place: Place) -> float:
        """How far to the left it is by now, in pixels of the widget."""
        return (place.first - self.place.first) / self.room.ratio

    def still_shows(self, place: Place, room: Room) -> bool:
        """Whether it only has to be moved."""
        moved = self.moved(place)
        return (
            0 <= moved < self.steady_pixels
            and moved.is_integer()
            and place.origin_seconds == self.place.origin_seconds
            and place.columns_per_second == self.place.columns_per_second
            and room == self.room
        )


class TimeScale:
    """Every tick has a column of its own and moves with it, so that what is painted can scroll.

    Attributes:
        height: In pixels.
    """

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._words: dict[str, tuple[QStaticText, int]] = {}
        self.be_dressed()

    def be_dressed(self) -> None:
        """The theme or its font is another."""
        self._font = self._theme.font(Size.AXIS)
        self.height = time_height(self._font)
        metrics = QFontMetrics(self._font)
        self._widest = metrics.horizontalAdvance("0:00:00.0")
        self._words.clear()
        self._drawn: Drawn | None = None
        self._heard: tuple[tuple[int, float], QPixmap] | None = None

    def drawn(self, place: Place, room: Room) -> Drawn:
        """What to show of a place: the same as before for as long as that only moves."""
        drawn = self._drawn
        if drawn is None or not drawn.still_shows(place, room):
            picture = self._draw(place, room)
            drawn = self._drawn = Drawn(picture, place, room, self._steady_pixels(place, room))
        return drawn

    def around_heard(self, now: int) -> Part:
        """Where the heard second is written, and nothing else, below the ticks."""
        reach = self._widest // 2 + 2
        return Part(now - reach, _BELOW_TICKS, 2 * reach, self.height - _BELOW_TICKS)

    def _steady_pixels(self, place: Place, room: Room) -> int:
        """How far all may move to the left until a word comes or goes."""
        wide, narrow = _spacing(room.ratio / place.columns_per_second)
        every, least = round(wide / narrow), self._widest
        for number, x in _ticks(place, room.ratio, narrow, 0, room.width + least):
            if not number % every:
                _, width = self._tick_words(number // every, wide)
                beside, half = self._beside_heard(width), width // 2
                comes_and_goes = (
                    room.width - half,
                    room.now + beside,
                    room.now - beside - 1,
                    half - 1,
                )
                least = min([least, *(x - there for there in comes_and_goes if there < x)])
        return least

    def _draw(self, place: Place, room: Room) -> QPixmap:
        """Ticks as far as `_steady_pixels` may reach, and the words that are in view."""
        colours, width = self._theme.colours, room.width + self._widest
        picture = _opaque(width, self.height, room.ratio, colours.window)
        painter = QPainter(picture)
        painter.fillRect(0, 0, width, 1, colours.edge)
        painter.setPen(colours.muted)
        painter.setFont(self._font)
        wide, narrow = _spacing(room.ratio / place.columns_per_second)
        every = round(wide / narrow)
        for number, x in _ticks(place, room.ratio, narrow, -self._widest, width):
            painter.fillRect(x, 0, 1, _TICK // 2 if number % every else _TICK, colours.edge)
            if not number % every:
                self._paint_words(painter, x, (number // every, wide), room)
        painter.end()
        return picture

    def _paint_words(
        self, painter: QPainter, x: int, moment: tuple[int, float], room: Room
    ) -> None:
        words, width = self._tick_words(*moment)
        is_whole = width // 2 <= x <= room.width - width // 2
        if is_whole and abs(x - room.now) > self._beside_heard(width):
            painter.drawStaticText(x - width // 2, ABOVE_TIMES, words)

    def _beside_heard(self, width: int) -> int:
        """How near to the heard second words so wide may come, from middle to middle."""
        return self._widest // 2 + _AROUND_HEARD + width // 2

    def heard(self, seconds: float, ratio: float) -> QPixmap:
        """The second that is heard, with a margin on its left; six frames have one."""
        number = math.floor(seconds / _HEARD_STEP)
        if self._heard is None or self._heard[0] != (number, ratio):
            self._heard = (number, ratio), self._draw_heard(number, ratio)
        return self._heard[1]

    def _draw_heard(self, number: int, ratio: float) -> QPixmap:
        """The tenth by itself: there are ten of them, and the rest is laid out once a second."""
        words = clock_words(number * _HEARD_STEP, _HEARD_STEP)
        (whole, whole_width), (tenth, width) = self._static(words[:-2]), self._static(words[-2:])
        _, top, room, height = self.around_heard(0)
        room += MARGIN
        picture = _opaque(room, height, ratio, self._theme.colours.window)
        painter = QPainter(picture)
        painter.setPen(self._theme.colours.now)
        painter.setFont(self._font)
        left = (room + MARGIN) // 2 - (whole_width + width) // 2
        painter.drawStaticText(left, ABOVE_TIMES - top, whole)
        painter.drawStaticText(left + whole_width, ABOVE_TIMES - top, tenth)
        painter.end()
        return picture

    def _tick_words(self, number: int, step: float) -> tuple[QStaticText, int]:
        return self._static(clock_words(number * step, step))

    def _static(self, words: str) -> tuple[QStaticText, int]:
        """Words laid out once for all frames, and their width."""
        known = self._words.get(words)
        if known is None:
            if len(self._words) >= _WORDS_KEPT:
                self._words.clear()
            text = QStaticText(words)
            text.setTextFormat(Qt.TextFormat.PlainText)
            text.prepare(font=self._font)
            known = self._words[words] = text, math.ceil(text.size().width())
        return known


def _opaque(width: int, height: int, ratio: float, colour: QColor) -> QPixmap:
    """An empty picture, so large in pixels of a widget."""
    picture = QPixmap(round(width * ratio), round(height * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(colour)
    return picture


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
