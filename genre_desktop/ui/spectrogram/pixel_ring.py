"""A picture that scrolls: a ring of pixel columns, painted in two slices and never moved."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage, QPainter

Pixels = NDArray[np.uint32]


class Part(NamedTuple):
    """A part of a picture in whole pixels; for a frame a tuple is lighter than a QRect."""

    left: int = 0
    top: int = 0
    width: int = 0
    height: int = 0


class PixelRing:
    """Columns are numbered from 0; the last `width` of them are kept.

    Attributes:
        width: How many columns are kept, in device pixels.
        height: Of a column, in device pixels.
        first: Number of the oldest column that is there.
        end: That of the one behind the last.
    """

    def __init__(self, width: int, height: int, empty: QColor) -> None:
        self.width, self.height = width, height
        self._empty = np.uint32(empty.rgba())
        self._pixels: Pixels = np.full((height, width), self._empty, np.uint32)
        self._image = QImage(
            self._pixels.data, width, height, 4 * width, QImage.Format.Format_RGB32
        )
        self.first = self.end = 0

    def clear(self, at: int = 0) -> None:
        """Forget every column; the next one that comes has this number."""
        self._pixels[:] = self._empty
        self.first = self.end = at

    def put(self, number: int, columns: Pixels) -> None:
        """Put columns (n, height), first rows on top, behind those that are there."""
        if number != self.end:
            self.clear(number)
        skipped = max(0, len(columns) - self.width)
        number, columns = number + skipped, columns[skipped:]
        places = np.arange(number, number + len(columns)) % self.width
        self._pixels[:, places] = columns.T
        self.end = number + len(columns)
        self.first = max(self.first, self.end - self.width)

    def put_before(self, columns: Pixels) -> None:
        """Put columns (n, height), first rows on top, before those that are there; the last fit."""
        room = self.width - (self.end - self.first)
        columns = columns[max(0, len(columns) - room) :]
        places = np.arange(self.first - len(columns), self.first) % self.width
        self._pixels[:, places] = columns.T
        self.first -= len(columns)

    def paint(self, painter: QPainter, part: Part, first: int) -> None:
        """Paint a part of the picture that begins with the column of a number.

        What is not there stays as it was.

        Args:
            painter: Draws in device pixels.
            part: Counted from the picture's upper left corner.
            first: Number of the picture's first column.
        """
        left, top, width, height = part
        begin = max(first + left, self.first)
        end = min(first + left + width, self.end)
        while begin < end:
            place = begin % self.width
            count = min(end - begin, self.width - place)
            painter.drawImage(begin - first, top, self._image, place, top, count, height)
            begin += count
