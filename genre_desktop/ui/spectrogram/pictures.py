"""What lies inside the plot: the live picture in pixels, or a still one stretched to its times."""

from __future__ import annotations

import numpy as np
import pyqtgraph
from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from genre_desktop.core.track_spectrum import TrackSpectrum
from genre_desktop.dsp.frequency_axis import FrequencyAxis, Rows
from genre_desktop.ui.spectrogram.level_colours import LevelColours
from genre_desktop.ui.spectrogram.pixel_ring import PixelRing

PLATE = QColor("#0B0B0F")
FUTURE_SHADE = 0.45  # of the plate over what is decoded and not heard yet


class LivePicture(pyqtgraph.GraphicsObject):  # type: ignore[misc]  # pyqtgraph has no types
    """Paints a ring of pixel columns into the whole plot; it knows nothing of seconds."""

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
        view = self.getViewWidget()
        area = view.mapFromScene(self.getViewBox().sceneBoundingRect()).boundingRect()
        painter.save()
        painter.resetTransform()
        painter.fillRect(area, PLATE)
        if self._ring is not None:
            self._ring.paint(painter, area, self._first)
            heard = round(area.width() * self._now)
            future = QRect(area.left() + heard, area.top(), area.width() - heard, area.height())
            shade = QColor(PLATE)
            shade.setAlphaF(FUTURE_SHADE)
            painter.fillRect(future, shade)
        painter.restore()


class StillPicture(pyqtgraph.GraphicsObject):  # type: ignore[misc]  # pyqtgraph has no types
    """Paints a part of a track where its seconds lie, over the heights 0 to 1."""

    def __init__(self) -> None:
        super().__init__()
        self._place = QRectF()
        self._image: QImage | None = None
        self._pixels: np.ndarray[tuple[int, ...], np.dtype[np.uint32]] | None = None

    def show_spectrum(
        self,
        spectrum: TrackSpectrum,
        first_seconds: float,
        axis: FrequencyAxis,
        rows: int,
        colours: LevelColours,
    ) -> None:
        """Paint this spectrum from now on."""
        bins = spectrum.levels.shape[1]
        bin_hz = spectrum.rate / 2 / (bins - 1)
        levels = Rows(axis, rows, bin_hz, bins).levels(spectrum.levels)
        self._pixels = np.ascontiguousarray(colours.pixels(levels).T[::-1])
        height, width = self._pixels.shape
        self._image = QImage(
            self._pixels.data, width, height, 4 * width, QImage.Format.Format_RGB32
        )
        self.prepareGeometryChange()
        self._place = QRectF(first_seconds, 0.0, spectrum.seconds, 1.0)
        self.update()

    def clear(self) -> None:
        """Paint nothing."""
        self._image = self._pixels = None
        self.prepareGeometryChange()
        self._place = QRectF()

    def boundingRect(self) -> QRectF:
        return self._place

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        if self._image is None:
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        # The plot counts heights upwards, pictures count rows downwards.
        painter.translate(QPointF(0.0, 1.0))
        painter.scale(1.0, -1.0)
        painter.drawImage(self._place, self._image)
