"""The live picture with its time axis, painted over the plot: nothing below it moves."""

from PySide6.QtCore import QRect, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from genre_desktop.ui.spectrogram.live_picture import LivePicture
from genre_desktop.ui.spectrogram.live_rings import LiveRings
from genre_desktop.ui.spectrogram.time_scale import Place
from genre_desktop.ui.theme import Theme


class LiveCanvas(QWidget):
    """Opaque, so that a frame paints this and nothing of pyqtgraph: a tenth of the work.

    From one frame to the next what is on the screen is moved by a few pixels; only new columns, and
    what does not move along, are painted.

    Attributes:
        picture: What is shown.
    """

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.picture = LivePicture(theme)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        theme.changed.connect(self._be_dressed)

    def fit(self, plot: QRect) -> None:
        """Cover this part of the parent, and the times below it."""
        self.setGeometry(plot.adjusted(0, 0, 0, self.picture.scale_height))

    def show_rings(self, rings: LiveRings | None) -> None:
        """Paint these from now on, None for nothing."""
        self.picture.rings = rings
        self._lay_out()

    def show_place(self, place: Place) -> None:
        """Have the columns around the one that is heard on the screen when this returns."""
        picture = self.picture
        if self.devicePixelRatioF() != picture.ratio:
            self._lay_out()
        step = picture.move_to(place)
        if step is None:
            return
        pixels, region = step
        if pixels:
            self.scroll(-pixels, 0)
        if region is None:
            self.repaint()
        else:
            self.repaint(region)

    def show_cross(self, place: tuple[int, int] | None) -> None:
        """Cross hairs at a pixel, None for nowhere."""
        if place != self.picture.cross:
            self.picture.cross = place
            self._lay_out()

    def show_focus(self, *, there: bool) -> None:
        """Frame it while it has the keyboard."""
        self.picture.has_focus = there
        self._lay_out()

    # Qt's events

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.picture.paint(painter, event.region())
        painter.end()

    def _lay_out(self) -> None:
        """Where things are has changed."""
        ratio = self.devicePixelRatioF()
        picture = self.picture
        picture.lay_out(self.width(), self.height() - picture.scale_height, ratio)
        self.update()

    @Slot()
    def _be_dressed(self) -> None:
        self.picture.be_dressed()
        self._lay_out()
