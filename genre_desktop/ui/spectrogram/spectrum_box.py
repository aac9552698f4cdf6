"""What the mouse does inside the plot: select, zoom and move."""

from __future__ import annotations

from typing import Any, Final

import pyqtgraph
from PySide6.QtCore import QPointF, Qt, Signal

_STEP: Final = 120  # of a wheel
_ZOOM: Final = 0.8  # of a step
_MOVE: Final = 0.1  # of what is in view, of a step
_FAR: Final = 1e300
NARROWEST_SECONDS: Final = 0.05
LOWEST_HEIGHT: Final = 0.02


class SpectrumBox(pyqtgraph.ViewBox):  # type: ignore[misc]  # pyqtgraph has no types
    """The left button selects times, the middle one moves, the wheel zooms in time.

    With Ctrl the wheel zooms frequencies, with Shift it moves through time.

    Signals:
        dragged: The seconds at which a drag began and where it is, and whether it ends there.
        clicked: A point was clicked and nothing was dragged.
        touched: The user is about to zoom or to select.
    """

    dragged = Signal(float, float, bool)
    clicked = Signal()
    touched = Signal()

    def __init__(self) -> None:
        super().__init__(enableMenu=False, defaultPadding=0)
        self.setYRange(0, 1, padding=0)

    def show_extent(self, seconds: float | None) -> None:
        """What can be moved to: a track of this length, None for anything."""
        if seconds is None:
            self.setLimits(xMin=-_FAR, xMax=_FAR, minXRange=None, maxXRange=None)
            return
        self.setLimits(
            xMin=0.0, xMax=seconds, minXRange=min(NARROWEST_SECONDS, seconds), maxXRange=seconds,
            yMin=0.0, yMax=1.0, minYRange=LOWEST_HEIGHT,
        )  # fmt: skip

    def zoom(self, factor: float, at: QPointF | None = None, *, frequencies: bool = False) -> None:
        """Show a part of what is in view, around a point or its middle; more than 1 shows more."""
        centre = at or self.viewRect().center()
        if frequencies:
            self.scaleBy(y=factor, center=(centre.x(), centre.y()))
        else:
            self.scaleBy(x=factor, center=(centre.x(), centre.y()))

    def move(self, share: float, *, frequencies: bool = False) -> None:
        """Move by a share of what is in view, to the right or upwards."""
        view = self.viewRect()
        if frequencies:
            self.translateBy(y=share * view.height())
        else:
            self.translateBy(x=share * view.width())

    # pyqtgraph's events

    def wheelEvent(self, event: Any, axis: int | None = None) -> None:
        self.touched.emit()
        steps = event.delta() / _STEP
        keys = event.modifiers()
        is_sideways = event.orientation() == Qt.Orientation.Horizontal
        if is_sideways or keys & Qt.KeyboardModifier.ShiftModifier:
            self.move(-steps * _MOVE)
        else:
            at = self.mapToView(self.mapFromScene(event.scenePos()))
            is_frequency = axis == 1 or bool(keys & Qt.KeyboardModifier.ControlModifier)
            self.zoom(_ZOOM**steps, at, frequencies=is_frequency)
        event.accept()

    def mouseDragEvent(self, event: Any, axis: int | None = None) -> None:
        if axis is None and event.button() == Qt.MouseButton.LeftButton:
            event.accept()
            if event.isStart():
                self.touched.emit()
            first = self.mapToView(event.buttonDownPos(event.button())).x()
            self.dragged.emit(first, self.mapToView(event.pos()).x(), event.isFinish())
        elif event.button() != Qt.MouseButton.RightButton:
            self.touched.emit()
            super().mouseDragEvent(event, axis)

    def mouseClickEvent(self, event: Any) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            event.accept()
            self.clicked.emit()
