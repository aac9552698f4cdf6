"""The small square that stands before a genre's word: filled, hollow or hatched."""

from enum import Enum, auto

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from genre_desktop.ui.genres import genre_of, unsure_colour
from genre_desktop.ui.theme import Theme

SWATCH = 10  # logical pixels
HATCH_PITCH = 4


class Filling(Enum):
    """How sure the square looks."""

    SOLID = auto()
    HOLLOW = auto()  # an answer from the first seconds
    HATCHED = auto()  # unsure


class Swatches:
    """Draws squares and remembers them."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._pixmaps: dict[tuple[str, Filling, int, float], QPixmap] = {}
        theme.changed.connect(self._pixmaps.clear)

    def pixmap(
        self, label: str, filling: Filling, ring: QColor | None = None, ratio: float = 1.0
    ) -> QPixmap:
        """A square.

        Args:
            label: The genre; the hatch is of one colour whatever the genre.
            filling: How sure it looks.
            ring: Colour of a ring around it, for grounds with little contrast.
            ratio: Device pixels per logical one.
        """
        key = (label, filling, ring.rgba() if ring is not None else 0, ratio)
        pixmap = self._pixmaps.get(key)
        if pixmap is None:
            pixmap = self._pixmaps[key] = self._drawn(label, filling, ring, ratio)
        return pixmap

    def _drawn(self, label: str, filling: Filling, ring: QColor | None, ratio: float) -> QPixmap:
        is_dark = self._theme.colours.is_dark
        pixmap = QPixmap(round(SWATCH * ratio), round(SWATCH * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        square = QRect(0, 0, SWATCH, SWATCH)
        painter = QPainter(pixmap)
        if filling is Filling.HATCHED:
            colour = unsure_colour(is_dark=is_dark)
            draw_hatch(painter, square.toRectF(), ring or colour)
            draw_frame(painter, square, ring or colour, 1)
        elif filling is Filling.HOLLOW:
            draw_frame(painter, square, genre_of(label).colour(is_dark=is_dark), 2)
        else:
            painter.fillRect(square, genre_of(label).colour(is_dark=is_dark))
        if ring is not None:
            draw_frame(painter, square, ring, 1)
        painter.end()
        return pixmap


def draw_hatch(painter: QPainter, area: QRectF, colour: QColor) -> None:
    """Fill an area with the strokes that mean unsure."""
    painter.save()
    painter.setClipRect(area, Qt.ClipOperation.IntersectClip)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1.2))
    height = area.height()
    x = area.left() - height - area.left() % HATCH_PITCH
    while x < area.right():
        painter.drawLine(QPointF(x, area.bottom()), QPointF(x + height, area.top()))
        x += HATCH_PITCH
    painter.restore()


def draw_frame(painter: QPainter, area: QRect, colour: QColor, width: int) -> None:
    """A frame inside an area, of whole pixels."""
    left, top, right, bottom = area.left(), area.top(), area.width(), area.height()
    painter.fillRect(left, top, right, width, colour)
    painter.fillRect(left, top + bottom - width, right, width, colour)
    painter.fillRect(left, top + width, width, bottom - 2 * width, colour)
    painter.fillRect(left + right - width, top + width, width, bottom - 2 * width, colour)
