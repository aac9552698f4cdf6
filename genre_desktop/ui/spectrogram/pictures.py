"""What lies inside the plot: the live picture in pixels, or a track's tiles where they belong."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import pyqtgraph
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from genre_desktop.core.track_spectrum import TrackSpectrum
from genre_desktop.dsp.frequency_axis import FrequencyAxis, Rows
from genre_desktop.services.spectrogram.tiles import Tile
from genre_desktop.ui.spectrogram.level_colours import LevelColours
from genre_desktop.ui.spectrogram.pixel_ring import PixelRing

PLATE = QColor("#0B0B0F")
NOW = QColor("#FFB545")  # on the plate in both themes
_HANDLE: Final = 11, 7  # width and height of the mark above the now line
FUTURE_SHADE: Final = 0.45  # of the plate over what is decoded and not heard yet


class LivePicture(pyqtgraph.GraphicsObject):  # type: ignore[misc]  # pyqtgraph has no types
    """Paints a ring of pixel columns into a `SpectrogramPlot`; it knows nothing of seconds."""

    def __init__(self) -> None:
        super().__init__()
        self._ring: PixelRing | None = None
        self._first = 0
        self._now = 0.0

    def show_ring(self, ring: PixelRing | None) -> None:
        """Paint this ring from now on, None for nothing."""
        self._ring = ring
        self.update()

    def scroll(self, first: int, now: float) -> None:
        """Show the columns from a number on; `now` is the heard one's share of the width."""
        self._first, self._now = first, now
        self.update()

    def boundingRect(self) -> QRectF:
        return QRectF(self.viewRect())

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        plot = self.getViewWidget()
        area, ratio = plot.plot_area(), plot.devicePixelRatioF()
        left, top = round(area.left() * ratio), round(area.top() * ratio)
        area = QRect(left, top, round(area.width() * ratio), round(area.height() * ratio))
        painter.save()
        painter.resetTransform()
        painter.scale(1 / ratio, 1 / ratio)  # the ring has a column for each pixel of the screen
        painter.fillRect(area, PLATE)
        if self._ring is not None:
            self._ring.paint(painter, area, self._first)
            heard = round(area.width() * self._now)
            future = QRect(area.left() + heard, area.top(), area.width() - heard, area.height())
            shade = QColor(PLATE)
            shade.setAlphaF(FUTURE_SHADE)
            painter.fillRect(future, shade)
            _paint_now(painter, future, max(1, round(ratio)))
        painter.restore()


def _paint_now(painter: QPainter, future: QRect, pixel: int) -> None:
    """An amber line, cased by the plate's colour, with a handle above it."""
    x, top = future.left(), future.top()
    painter.fillRect(x - pixel, top, 3 * pixel, future.height(), PLATE)
    painter.fillRect(x, top, pixel, future.height(), NOW)
    half, height = _HANDLE[0] * pixel / 2, _HANDLE[1] * pixel
    middle = x + pixel / 2
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(NOW)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    corners = (middle - half, top), (middle + half, top), (middle, top + height)
    painter.drawPolygon([QPointF(*corner) for corner in corners])


@dataclass(frozen=True, slots=True)
class TileLook:
    """How tiles become pictures.

    Attributes:
        axis: Of the whole plot.
        heights: The part of it that is drawn.
        rows: How many pixels high that is.
        colours: Of levels.
    """

    axis: FrequencyAxis
    heights: tuple[float, float]
    rows: int
    colours: LevelColours


class TileImage:
    """A tile's picture and where in the plot it lies."""

    def __init__(self, tile: Tile, spectrum: TrackSpectrum, look: TileLook) -> None:
        low, high = look.heights
        bins = spectrum.levels.shape[1]
        rows = Rows(look.axis.part(low, high), look.rows, spectrum.rate / 2 / (bins - 1), bins)
        pixels = look.colours.pixels(rows.levels(spectrum.levels))
        self._pixels = np.ascontiguousarray(pixels.T[::-1])  # the image reads from them
        height, width = self._pixels.shape
        self.image = QImage(self._pixels.data, width, height, 4 * width, QImage.Format.Format_RGB32)
        self.place = QRectF(tile.first_seconds, low, spectrum.seconds, high - low)
        self.look = look


class TilePicture(pyqtgraph.GraphicsObject):  # type: ignore[misc]  # pyqtgraph has no types
    """Paints tiles where their seconds lie, over the heights 0 to 1; fine ones over coarse ones."""

    def __init__(self) -> None:
        super().__init__()
        self._images: dict[Tile, TileImage] = {}
        self._finest = 0
        self._seconds = 0.0

    @property
    def tiles(self) -> frozenset[Tile]:
        """Those that there is a picture of."""
        return frozenset(self._images)

    def show_extent(self, seconds: float) -> None:
        """The track is so long."""
        self.prepareGeometryChange()
        self._seconds = seconds

    def show_level(self, finest: int) -> None:
        """Paint no tiles that are finer than this."""
        self._finest = finest
        self.update()

    def put(self, tile: Tile, image: TileImage) -> None:
        """Show a tile from now on."""
        self._images[tile] = image
        self.update()

    def look_of(self, tile: Tile) -> TileLook | None:
        """How a tile's picture was made, None where there is none."""
        image = self._images.get(tile)
        return image.look if image is not None else None

    def keep(self, tiles: set[Tile]) -> None:
        """Forget all pictures but these."""
        self._images = {tile: image for tile, image in self._images.items() if tile in tiles}
        self.update()

    def boundingRect(self) -> QRectF:
        return QRectF(0.0, 0.0, max(self._seconds, 1e-3), 1.0)

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.scale(1.0, -1.0)  # the plot counts heights upwards, pictures count rows downwards
        view = QRectF(self.viewRect())
        for tile in sorted(self._images, key=lambda each: each.level):
            image = self._images[tile]
            if tile.level <= self._finest and image.place.intersects(view):
                place = image.place
                turned = QRectF(place.left(), -place.bottom(), place.width(), place.height())
                painter.drawImage(turned, image.image)
