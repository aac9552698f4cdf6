"""The coloured columns of the live picture: bright ones that are heard, darker ones to come."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor, QPainter

from genre_desktop.ui.spectrogram.level_colours import LevelColours, Levels
from genre_desktop.ui.spectrogram.pixel_ring import Part, PixelRing, Pixels

PLATE = QColor("#0B0B0F")  # behind any spectrogram, in both themes


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

    def paint(self, painter: QPainter, part: Part, first: int, now: int) -> None:
        """Paint a part of the picture, all of it opaque.

        Args:
            painter: Draws in device pixels.
            part: Of the picture, in device pixels.
            first: Number of the column at the picture's left edge.
            now: The pixel column from which on columns are not heard yet.
        """
        left, top, width, height = part
        ring, begin = self.heard, first + left
        if begin < ring.first or begin + width > ring.end or top + height > ring.height:
            painter.fillRect(*part, PLATE)
        heard = min(width, max(0, now - left))
        if heard:
            ring.paint(painter, Part(left, top, heard, height), first)
        if heard < width:
            coming = Part(left + heard, top, width - heard, height)
            self.coming.paint(painter, coming, first)

    def _both(self, levels: Levels, colours: LevelColours) -> list[tuple[PixelRing, Pixels]]:
        turned = levels[:, ::-1]
        bright, dark = colours.pixels(turned), colours.pixels(turned, shaded=True)
        return [(self.heard, bright), (self.coming, dark)]


def rings_for(columns: int, rows: int) -> LiveRings:
    """Empty ones that keep so many columns."""
    return LiveRings(PixelRing(columns, rows, PLATE), PixelRing(columns, rows, PLATE))
