"""What lies inside the plot while it stands still: a track's tiles where they belong."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pyqtgraph
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from genre_desktop.core.track_spectrum import TrackSpectrum
from genre_desktop.dsp.frequency_axis import FrequencyAxis, Rows
from genre_desktop.services.spectrogram.tiles import Tile
from genre_desktop.ui.spectrogram.level_colours import LevelColours


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
        self._until_then: tuple[QImage, QRectF] | None = None
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

    def show_until_then(self, image: QImage, place: QRectF) -> None:
        """Show a picture below, where no tile has come yet."""
        self._until_then = image, place
        self.update()

    def clear(self) -> None:
        """Forget every picture."""
        self._images, self._until_then = {}, None
        self.update()

    def boundingRect(self) -> QRectF:
        return QRectF(0.0, 0.0, max(self._seconds, 1e-3), 1.0)

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.scale(1.0, -1.0)  # the plot counts heights upwards, pictures count rows downwards
        view = QRectF(self.viewRect())
        if self._until_then is not None:
            image, place = self._until_then
            painter.drawImage(_turned(place), image)
        for tile in sorted(self._images, key=lambda each: each.level):
            tile_image = self._images[tile]
            if tile.level <= self._finest and tile_image.place.intersects(view):
                painter.drawImage(_turned(tile_image.place), tile_image.image)


def _turned(place: QRectF) -> QRectF:
    return QRectF(place.left(), -place.bottom(), place.width(), place.height())
