"""The axes of the spectrogram: frequencies as its scale spaces them, times as clocks show them."""

from collections.abc import Sequence
from typing import Final

import pyqtgraph
from PySide6.QtGui import QColor, QFont, QFontMetrics

from genre_desktop.dsp.frequency_axis import FrequencyAxis, tick_words
from genre_desktop.ui.row_words import pointed

ABOVE_TIMES: Final = 3  # pixels over the words of the time axis
_LEAST_TIME_HEIGHT: Final = 16
FREQUENCY_WIDTH: Final = 58  # for "12.345 kHz"
_TICK_PIXELS: Final = 13  # from one to the next, at least
_WORD_PIXELS: Final = 72
_SPACINGS: Final = (
    (0.005, 0.001), (0.01, 0.005), (0.02, 0.01), (0.05, 0.01), (0.1, 0.05), (0.2, 0.1), (0.5, 0.1),
    (1.0, 0.5), (2.0, 1.0), (5.0, 1.0), (10.0, 5.0), (15.0, 5.0), (30.0, 10.0), (60.0, 30.0),
    (120.0, 60.0), (300.0, 60.0), (600.0, 300.0), (900.0, 300.0), (1_800.0, 600.0),
    (3_600.0, 1_800.0), (7_200.0, 3_600.0),
)  # fmt: skip


class HeightAxis(pyqtgraph.AxisItem):  # type: ignore[misc]  # pyqtgraph has no types
    """Frequencies along the heights 0 to 1 of the plot, or along those that are in view.

    Attributes:
        words: What is written, from the bottom up.
    """

    text_offset = 2  # from a tick's end

    def __init__(self) -> None:
        super().__init__("left")
        self.words: list[str] = []
        self.setWidth(FREQUENCY_WIDTH)

    def show_axis(self, axis: FrequencyAxis, heights: tuple[float, float], pixels: int) -> None:
        """Write an axis' ticks.

        Args:
            axis: From height 0 to height 1.
            heights: Those that are in view.
            pixels: How high they are.
        """
        low, high = max(0.0, heights[0]), min(1.0, heights[1])
        ticks: list[int] = []
        places: list[float] = []
        for hz in axis.part(low, high).ticks():
            height = axis.height_of(hz)
            is_cut = (high - height) / (high - low) * pixels < _TICK_PIXELS / 2
            last = places[-1] if places else -1.0
            if not is_cut and (height - last) / (high - low) * pixels >= _TICK_PIXELS:
                ticks.append(hz)
                places.append(height)
        self.words = [pointed(words) for words in tick_words(ticks)]
        self.setTicks([list(zip(places, self.words, strict=True))])


class ClockAxis(pyqtgraph.AxisItem):  # type: ignore[misc]  # pyqtgraph has no types
    """Seconds as minutes and seconds; nothing stands before the start of a track."""

    text_offset = -1

    def __init__(self) -> None:
        super().__init__("bottom")
        self.setStyle(maxTextLevel=0)

    def tickSpacing(self, first: float, last: float, pixels: float) -> list[tuple[float, float]]:
        """Seconds from one word to the next, and from one tick to the next."""
        return [(each, 0.0) for each in tick_spacing(first, last, pixels)]

    def tickValues(
        self, first: float, last: float, pixels: float
    ) -> list[tuple[float, Sequence[float]]]:
        """The ticks of both kinds, those of the track only."""
        ticks = super().tickValues(first, last, pixels)
        return [(step, [value for value in values if value > -step / 2]) for step, values in ticks]

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        """The words of ticks."""
        del scale
        return [clock_words(value, spacing) for value in values]


def tick_spacing(first: float, last: float, pixels: float) -> tuple[float, float]:
    """Seconds from one word to the next, and from one tick to the next."""
    wanted = (last - first) * _WORD_PIXELS / max(1.0, pixels)
    return next((pair for pair in _SPACINGS if pair[0] >= wanted), _SPACINGS[-1])


def time_height(font: QFont) -> int:
    """Height of the time axis, which cuts no digit."""
    return max(_LEAST_TIME_HEIGHT, ABOVE_TIMES + QFontMetrics(font).ascent() + 2)


def dress(axis: "pyqtgraph.AxisItem", font: QFont, words: QColor, lines: QColor) -> None:
    """Give an axis the theme's font and colours."""
    axis.setStyle(tickFont=font, tickLength=4, tickTextOffset=axis.text_offset)
    if isinstance(axis, ClockAxis):
        axis.setHeight(time_height(font))
    axis.setTextPen(words)
    axis.setPen(lines)


def clock_words(seconds: float, spacing: float) -> str:
    """A moment as clocks show it, as finely as ticks so far apart need it."""
    if seconds < 0:
        return ""
    digits = next((each for each in (0, 1, 2) if spacing >= 10.0**-each), 3)
    thousandths = round(seconds * 1_000)
    whole, rest = divmod(thousandths, 1_000)
    minutes, seconds_left = divmod(whole, 60)
    hours, minutes = divmod(minutes, 60)
    words = f"{hours}:{minutes:02}:{seconds_left:02}" if hours else f"{minutes}:{seconds_left:02}"
    return pointed(f"{words}.{rest:03}"[: len(words) + 1 + digits]) if digits else words
