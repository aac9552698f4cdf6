"""The plot of the spectrogram: axes, picture, now line and cross-hair."""

from __future__ import annotations

import pyqtgraph
from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QColor, QPen

from genre_desktop.dsp.frequency_axis import FrequencyAxis
from genre_desktop.ui.spectrogram.axes import ClockAxis, HeightAxis, dress
from genre_desktop.ui.spectrogram.pictures import PLATE, LivePicture, StillPicture
from genre_desktop.ui.theme import Size, Theme

NOW_SHARE = 5 / 6  # where in the live plot the heard moment is
_CROSS = QColor(255, 255, 255, 90)


class SpectrogramPlot(pyqtgraph.PlotWidget):  # type: ignore[misc]  # pyqtgraph has no types
    """Seconds along its width; heights 0 to 1 stand for the frequencies of its axis.

    Signals:
        pointed: The second and the height under the pointer; not a number where it left.
        looked_at: The first and the last second that are in view, where the user moved or zoomed.
    """

    pointed = Signal(float, float)
    looked_at = Signal(float, float)

    def __init__(self, theme: Theme) -> None:
        self._heights, self._clock = HeightAxis(), ClockAxis()
        super().__init__(axisItems={"left": self._heights, "bottom": self._clock})
        self._theme = theme
        self._is_live = True
        self.live, self.still = LivePicture(), StillPicture()
        self._now = _line(QColor("#FFB545"), 90)
        self._cross = _line(_CROSS, 90), _line(_CROSS, 0)
        box = self.getViewBox()
        box.setDefaultPadding(0)
        box.setLimits(yMin=0, yMax=1, minYRange=0.02)
        box.setYRange(0, 1, padding=0)
        box.setMenuEnabled(False)
        box.setBackgroundColor(PLATE)
        self.hideButtons()
        self.setFrameShape(self.Shape.NoFrame)
        for item in (self.live, self.still, *self._cross, self._now):
            self.addItem(item, ignoreBounds=True)
        self.getPlotItem().setContentsMargins(6, 0, 0, 0)
        self.show_live(on=True)
        self.point_nowhere()
        self.scene().sigMouseMoved.connect(self._point)
        box.sigXRangeChanged.connect(self._tell_range)
        self._dress()
        theme.changed.connect(self._dress)

    def show_axis(self, axis: FrequencyAxis) -> None:
        """Write other frequencies beside the plot."""
        self._heights.show_axis(axis)

    def show_live(self, *, on: bool) -> None:
        """Show the live picture, which only time moves; or a still one, which the user moves."""
        self._is_live = on
        self.live.setVisible(on)
        self.still.setVisible(not on)
        self.getViewBox().setMouseEnabled(x=not on, y=not on)
        if on:
            self.getViewBox().setYRange(0, 1, padding=0)

    def show_times(self, first: float, last: float) -> None:
        """Show the seconds from one to another."""
        box = self.getViewBox()
        box.blockSignals(True)  # noqa: FBT003 — Qt's signature
        box.setXRange(first, last, padding=0)
        box.blockSignals(False)  # noqa: FBT003
        self._clock.linkedViewChanged(box)

    def show_now(self, seconds: float | None) -> None:
        """Put the now line, or take it away."""
        self._now.setVisible(seconds is not None)
        if seconds is not None:
            self._now.setValue(seconds)

    def point_nowhere(self) -> None:
        """Take the cross-hair away."""
        for line in self._cross:
            line.setVisible(False)

    def plot_size(self) -> tuple[int, int]:
        """Width and height of the plot inside its axes, in pixels."""
        area = self.getViewBox().sceneBoundingRect()
        return max(1, round(area.width())), max(1, round(area.height()))

    def leaveEvent(self, event: object) -> None:
        super().leaveEvent(event)
        self._point_beside()

    def _point(self, scene: QPointF) -> None:
        box = self.getViewBox()
        if not box.sceneBoundingRect().contains(scene):
            self._point_beside()
            return
        at = box.mapSceneToView(scene)
        for line, value in zip(self._cross, (at.x(), at.y()), strict=True):
            line.setVisible(True)
            line.setValue(value)
        self.pointed.emit(at.x(), at.y())

    def _point_beside(self) -> None:
        self.point_nowhere()
        self.pointed.emit(float("nan"), float("nan"))

    def _tell_range(self, _box: object, times: tuple[float, float]) -> None:
        if not self._is_live:
            self.looked_at.emit(*times)

    def _dress(self) -> None:
        colours = self._theme.colours
        self.setBackground(colours.window)
        for axis in (self._heights, self._clock):
            dress(axis, self._theme.font(Size.AXIS), colours.muted, colours.edge)


def _line(colour: QColor, angle: int) -> pyqtgraph.InfiniteLine:
    line = pyqtgraph.InfiniteLine(angle=angle, movable=False, pen=QPen(colour, 0))
    line.setZValue(10)
    line.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
    return line
