"""The plot of the spectrogram: axes, picture, now line, cross-hair and selection."""

from __future__ import annotations

import math
from collections.abc import Callable

import pyqtgraph
from PySide6.QtCore import QEvent, QKeyCombination, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen

from genre_desktop.dsp.frequency_axis import FrequencyAxis
from genre_desktop.ui.spectrogram.axes import ClockAxis, HeightAxis, dress, tick_spacing
from genre_desktop.ui.spectrogram.live_canvas import LiveCanvas
from genre_desktop.ui.spectrogram.live_picture import CROSS
from genre_desktop.ui.spectrogram.live_rings import PLATE
from genre_desktop.ui.spectrogram.pictures import TilePicture
from genre_desktop.ui.spectrogram.spectrum_box import SpectrumBox
from genre_desktop.ui.spectrogram.time_scale import Place
from genre_desktop.ui.swatch import draw_frame
from genre_desktop.ui.theme import Size, Theme

_WORDS = QColor("#A9ABAE")  # on the plate in both themes
_EDGE = QColor(255, 255, 255, 200)
_GRID = QColor(255, 255, 255, 26)
_SELECTED = QColor(255, 255, 255, 36)


class SpectrogramPlot(pyqtgraph.PlotWidget):  # type: ignore[misc]  # pyqtgraph has no types
    """Seconds along its width; heights 0 to 1 stand for the frequencies of its axis.

    Signals:
        pointed: The second and the height under the pointer; not a number where it left.
        looked_at: Another part is in view, since the user moved or zoomed.
        selected: The first and the last second of a selection that the user moved.

    Attributes:
        sentence: Stands in the plot, empty for none.
        keys: What keys do, by their combination with modifiers; windows' shortcuts come after them.
    """

    pointed = Signal(float, float)
    looked_at = Signal()
    selected = Signal(float, float)

    def __init__(self, theme: Theme) -> None:
        self._heights, self._clock = HeightAxis(), ClockAxis()
        self.box = SpectrumBox()
        super().__init__(viewBox=self.box, axisItems={"left": self._heights, "bottom": self._clock})
        self._theme = theme
        self._axis: FrequencyAxis | None = None
        self._is_live = True
        self._origin = 0.0  # the second at the left edge while live: the box stays at 0 then
        self._live_seconds = 0.0  # that it shows while live
        self.sentence = ""
        self._pointer: QPointF | None = None
        self.keys: dict[int, Callable[[], None]] = {}
        self.still = TilePicture()
        self.live = LiveCanvas(theme, self.viewport())
        self._cross = _line(CROSS, 90), _line(CROSS, 0)
        self._region = _region()
        self.box.setBackgroundColor(PLATE)
        self.hideButtons()
        self.setFrameShape(self.Shape.NoFrame)
        self.setAccessibleName(self.tr("Spectrogram; arrow keys move the cursor through it"))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for item in (self.still, self._region, *self._cross):
            self.addItem(item, ignoreBounds=True)
        self.getPlotItem().setContentsMargins(6, 0, 0, 0)
        self.show_live(on=True)
        self.point_nowhere()
        self.scene().sigMouseMoved.connect(self._point)
        self.box.sigRangeChanged.connect(self._tell_range)
        self.box.sigResized.connect(self._fit)
        self._region.sigRegionChangeFinished.connect(self._tell_selected)
        self._dress()
        theme.changed.connect(self._dress)

    # What is shown

    def show_axis(self, axis: FrequencyAxis) -> None:
        """Write other frequencies beside the plot."""
        self._axis = axis
        self._write_heights()

    def show_live(self, *, on: bool) -> None:
        """Show the live picture, which only time moves; or a still one, which the user moves."""
        pointed_at = self.pointed_at()
        self._is_live, self._origin, self._live_seconds = on, 0.0, 0.0
        if pointed_at is not None:
            self._put_cross(*pointed_at)
        self.live.fit(self.plot_area())
        self.live.setVisible(on)
        self.still.setVisible(not on)
        self.box.setMouseEnabled(x=not on, y=not on)
        if on:
            self.select(None)
            self.box.show_extent(None)
            self.box.setYRange(0, 1, padding=0)
            if self._pointer is None:  # what keys pointed at would be read though it has gone
                self._point_beside()

    def show_place(self, place: Place, seconds: float) -> None:
        """Show so many seconds of the live picture.

        The box below stands still: to move it at each frame would have everything in it measured
        and painted, twice.
        """
        self._origin = place.first_seconds
        self.live.show_place(place)
        if seconds != self._live_seconds:
            self._live_seconds = seconds
            self.show_times(0.0, seconds)

    def show_times(self, first: float, last: float) -> None:
        """Show the seconds from one to another."""
        self.box.blockSignals(True)  # noqa: FBT003 — Qt's signature
        self.box.setXRange(first, last, padding=0)
        self.box.blockSignals(False)  # noqa: FBT003
        self._clock.linkedViewChanged(self.box)

    def select(self, times: tuple[float, float] | None) -> None:
        """Mark times, or none; says nothing of it."""
        self._region.setVisible(times is not None)
        if times is not None:
            self._region.blockSignals(True)  # noqa: FBT003 — Qt's signature
            self._region.setRegion(times)
            self._region.blockSignals(False)  # noqa: FBT003

    def say(self, sentence: str) -> None:
        """Write a sentence into the plot, or nothing."""
        self.sentence = sentence
        self.viewport().update()

    def times(self) -> tuple[float, float]:
        """The first and the last second in view."""
        first, last = self.box.viewRange()[0]
        return self._origin + float(first), self._origin + float(last)

    def heights(self) -> tuple[float, float]:
        """The lowest and the highest height in view."""
        low, high = self.box.viewRange()[1]
        return max(0.0, float(low)), min(1.0, float(high))

    def plot_area(self) -> QRect:
        """The plot inside its axes, in pixels of the viewport."""
        area = self.mapFromScene(self.box.sceneBoundingRect()).boundingRect()
        return QRect(area.topLeft(), QSize(*self.plot_size()))

    def plot_size(self) -> tuple[int, int]:
        """Width and height of the plot inside its axes, in pixels."""
        area = self.box.sceneBoundingRect()
        return max(1, round(area.width())), max(1, round(area.height()))

    # The cross-hair

    def point_at(self, seconds: float, height: float) -> None:
        """Put the cross-hair, and tell where it is."""
        self._put_cross(seconds, height)
        self.pointed.emit(seconds, height)

    def _put_cross(self, seconds: float, height: float) -> None:
        for line, value in zip(self._cross, (seconds - self._origin, height), strict=True):
            line.setVisible(True)
            line.setValue(value)
        scene = self.box.mapViewToScene(QPointF(seconds - self._origin, height))
        place = self.mapFromScene(scene) - self.plot_area().topLeft()
        self.live.show_cross((place.x(), place.y()))

    def point_nowhere(self) -> None:
        """Take the cross-hair away."""
        self.live.show_cross(None)
        for line in self._cross:
            line.setVisible(False)

    def point_again(self) -> None:
        """The picture has moved under a pointer that rests."""
        if self._pointer is not None:
            self._point(self._pointer)

    def pointed_at(self) -> tuple[float, float] | None:
        """Where the cross-hair is."""
        along, up = self._cross
        if not along.isVisible():
            return None
        return self._origin + float(along.value()), float(up.value())

    # Qt's events

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.RightButton:  # that one opens the menu
            super().mousePressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point_beside()

    def event(self, event: QEvent) -> bool:
        is_override = event.type() == QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and _combined(event) in self.keys:
            event.accept()  # it is no shortcut of the window's
            return True
        return bool(super().event(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        command = self.keys.get(_combined(event))
        if command is None:
            event.ignore()
        else:
            command()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._show_focus()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._show_focus()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        area = self.plot_area()
        if not self._is_live and self.still.tiles:
            self._paint_grid(painter, area)
        if self.sentence:
            painter.setPen(_WORDS)
            wrapped = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(area.adjusted(24, 0, -24, 0), wrapped, self.sentence)
        if self.hasFocus():
            draw_frame(painter, area, self._theme.colours.focus, 1)
        painter.end()

    def _paint_grid(self, painter: QPainter, area: QRect) -> None:
        """Lines at the times that are written below."""
        first, last = self.times()
        step, _ = tick_spacing(first, last, area.width())
        for number in range(max(1, math.ceil(first / step)), math.floor(last / step) + 1):
            x = area.left() + round((number * step - first) / (last - first) * area.width())
            painter.fillRect(x, area.top(), 1, area.height(), _GRID)

    # What happens

    def _show_focus(self) -> None:
        self.live.show_focus(there=self.hasFocus())
        self.viewport().update()

    def _fit(self) -> None:
        self.live.fit(self.plot_area())
        self._write_heights()

    def _point(self, scene: QPointF) -> None:
        if not self.box.sceneBoundingRect().contains(scene):
            self._point_beside()
            return
        self._pointer = scene
        at = self.box.mapSceneToView(scene)
        self.point_at(self._origin + at.x(), at.y())

    def _point_beside(self) -> None:
        self._pointer = None
        self.point_nowhere()
        self.pointed.emit(math.nan, math.nan)

    def _tell_range(self) -> None:
        if not self._is_live:
            self._write_heights()
            self.looked_at.emit()

    def _tell_selected(self) -> None:
        first, last = sorted(float(each) for each in self._region.getRegion())
        self.selected.emit(first, last)

    def _write_heights(self) -> None:
        if self._axis is not None:
            self._heights.show_axis(self._axis, self.heights(), self.plot_size()[1])

    def _dress(self) -> None:
        colours = self._theme.colours
        self.setBackground(colours.window)
        for axis in (self._heights, self._clock):
            dress(axis, self._theme.font(Size.AXIS), colours.muted, colours.edge)


def _combined(event: QKeyEvent) -> int:
    keypad = Qt.KeyboardModifier.KeypadModifier
    return QKeyCombination(event.modifiers() & ~keypad, Qt.Key(event.key())).toCombined()


def _line(colour: QColor, angle: int) -> pyqtgraph.InfiniteLine:
    line = pyqtgraph.InfiniteLine(angle=angle, movable=False, pen=QPen(colour, 0))
    line.setZValue(10)
    line.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
    return line


def _region() -> pyqtgraph.LinearRegionItem:
    held = QPen(_EDGE, 2)
    held.setCosmetic(True)  # else it would be two seconds wide
    region = pyqtgraph.LinearRegionItem(
        brush=_SELECTED, hoverBrush=_SELECTED, pen=QPen(_EDGE, 0), hoverPen=held
    )
    region.setZValue(5)
    region.hide()
    return region
