"""The axes of the spectrogram: frequencies as its scale spaces them, times as clocks show them."""

from collections.abc import Sequence

import pyqtgraph
from PySide6.QtGui import QColor, QFont

from genre_desktop.dsp.frequency_axis import FrequencyAxis, hertz

TIME_HEIGHT = 16
FREQUENCY_WIDTH = 46


class HeightAxis(pyqtgraph.AxisItem):  # type: ignore[misc]  # pyqtgraph has no types
    """Frequencies along the heights 0 to 1 of the plot."""

    def __init__(self) -> None:
        super().__init__("left")
        self.setWidth(FREQUENCY_WIDTH)

    def show_axis(self, axis: FrequencyAxis) -> None:
        """Write an axis' ticks."""
        self.setTicks([[(axis.height_of(hz), hertz(hz)) for hz in axis.ticks()]])


class ClockAxis(pyqtgraph.AxisItem):  # type: ignore[misc]  # pyqtgraph has no types
    """Seconds as minutes and seconds."""

    def __init__(self) -> None:
        super().__init__("bottom")
        self.setHeight(TIME_HEIGHT)

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        """The words of ticks."""
        del scale
        return [_clock(value, spacing) for value in values]


def dress(axis: "pyqtgraph.AxisItem", font: QFont, words: QColor, lines: QColor) -> None:
    """Give an axis the theme's font and colours."""
    axis.setStyle(tickFont=font, tickLength=-4, tickTextOffset=3)
    axis.setTextPen(words)
    axis.setPen(lines)


def _clock(seconds: float, spacing: float) -> str:
    if seconds < 0:
        return ""
    whole = int(seconds + 1e-6)
    minutes, rest = divmod(whole, 60)
    hours, minutes = divmod(minutes, 60)
    words = f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
    if spacing >= 1:
        return words
    digits = 1 if spacing >= 0.1 else 2 if spacing >= 0.01 else 3
    return f"{words}.{f'{seconds - whole:.{digits}f}'[2:]}"
