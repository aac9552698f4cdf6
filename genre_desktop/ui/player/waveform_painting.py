"""Draws a track's overview into a rectangle: the edge is the peak, the body the mean power."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter

if TYPE_CHECKING:  # no cycle: they load numpy, which comes after the first paint
    import numpy as np
    from numpy.typing import NDArray

    from genre_desktop.dsp.overview import Overview


def columns_of(values: NDArray[np.float32], width: int) -> list[float]:
    """The largest of the values under each pixel column.

    Args:
        values: float32 (n,), n > 0.
        width: How many columns there are.
    """
    import numpy as np

    starts = np.arange(width) * len(values) // width
    columns: list[float] = np.maximum.reduceat(values, starts).tolist()
    return columns


def paint_waveform(
    painter: QPainter, area: QRect, overview: Overview, peak: QColor, body: QColor
) -> None:
    """Draw around the area's middle line; full scale is its whole height."""
    if area.width() <= 0 or not len(overview.peak):
        return
    middle, half = area.top() + area.height() / 2, area.height() / 2
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    for values, colour in ((overview.peak, peak), (overview.rms, body)):
        painter.setBrush(colour)
        reaches = [max(0.5, min(1.0, value) * half) for value in columns_of(values, area.width())]
        painter.drawRects(
            [
                QRect(area.left() + x, round(middle - reach), 1, max(1, round(2 * reach)))
                for x, reach in enumerate(reaches)
            ]
        )
    painter.restore()
