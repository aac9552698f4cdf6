"""The cover of a track, or a note in its place."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from genre_desktop.ui.icons import Icons
from genre_desktop.ui.swatch import draw_frame
from genre_desktop.ui.theme import Theme

SIDE = 64  # logical pixels
_NOTE = QSize(24, 24)


class Cover(QWidget):
    """A square that keeps its place whether there is a picture or not."""

    def __init__(self, theme: Theme, icons: Icons) -> None:
        super().__init__()
        self._theme = theme
        self._icons = icons
        self._image = QImage()
        self._scaled: QPixmap | None = None
        self.setFixedSize(SIDE, SIDE)
        self.show_unread()
        theme.changed.connect(self.update)

    def show_unread(self) -> None:
        """Show the note, and say nothing of whether there is a picture."""
        self.show_image(None)
        self.setAccessibleName(self.tr("Cover"))
        self.setToolTip("")

    def show_image(self, image: QImage | None) -> None:
        """Show a picture, scaled to fit, or the note."""
        self._image = image if image is not None else QImage()
        self._scaled = None
        there = not self._image.isNull()
        self.setAccessibleName(self.tr("Cover") if there else self.tr("No cover"))
        self.setToolTip("" if there else self.tr("This file has no cover picture."))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = self._theme.colours
        ratio = self.devicePixelRatioF()
        painter = QPainter(self)
        painter.fillRect(self.rect(), colours.base)
        if self._image.isNull():
            note = self._icons.pixmap("note", _NOTE, colours.edge, ratio)
            painter.drawPixmap(QPoint((SIDE - 24) // 2, (SIDE - 24) // 2), note)
        else:
            if self._scaled is None or self._scaled.devicePixelRatio() != ratio:
                self._scaled = _fitted(self._image, ratio)
            size = self._scaled.deviceIndependentSize().toSize()
            corner = QRect(QPoint(0, 0), size)
            corner.moveCenter(self.rect().center())
            painter.drawPixmap(corner.topLeft(), self._scaled)
        draw_frame(painter, self.rect(), colours.hairline, 1)
        painter.end()


def _fitted(image: QImage, ratio: float) -> QPixmap:
    side = round(SIDE * ratio)
    scaled = image.scaled(
        QSize(side, side),
        Qt.AspectRatioMode.KeepAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    pixmap = QPixmap.fromImage(scaled)
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
