"""The plot without a mouse: keys move a cursor, select, zoom and move what is in view."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QKeyCombination, QPointF, Qt

from genre_desktop.ui.spectrogram.plot import SpectrogramPlot
from genre_desktop.ui.spectrogram.selection import Selection
from genre_desktop.ui.spectrogram.still_view import StillView

_K = Qt.Key
_M = Qt.KeyboardModifier
_STEP: Final = 0.01  # of what is in view
_PAGE: Final = 0.8
_ZOOM: Final = 0.7


class PlotKeys:
    """Gives a plot its keys.

    Args:
        plot: Whose keys they are.
        still: What it shows.
        selection: Of it.
        touch: Called before anything is moved; False where there is nothing to be moved.
        leave: Called by Escape where nothing is selected.
    """

    def __init__(
        self,
        plot: SpectrogramPlot,
        still: StillView,
        selection: Selection,
        *,
        touch: Callable[[], bool],
        leave: Callable[[], None],
    ) -> None:
        self._plot, self._still, self._selection = plot, still, selection
        self._touch, self._leave = touch, leave
        for key, along, up in (
            (_K.Key_Left, -_STEP, 0.0), (_K.Key_Right, _STEP, 0.0),
            (_K.Key_Up, 0.0, _STEP), (_K.Key_Down, 0.0, -_STEP),
        ):  # fmt: skip
            self._set(key, partial(self._step, along, up))
            if along:
                self._set(key, partial(self._select_by, along), _M.ShiftModifier)
        for key in (_K.Key_Plus, _K.Key_Equal):
            for keys in (_M.NoModifier, _M.ShiftModifier):
                self._set(key, lambda: self._zoom(_ZOOM), keys)
                self._set(
                    key, lambda: self._zoom(_ZOOM, frequencies=True), keys | _M.ControlModifier
                )
        self._set(_K.Key_Minus, lambda: self._zoom(1 / _ZOOM))
        self._set(_K.Key_Minus, lambda: self._zoom(1 / _ZOOM, frequencies=True), _M.ControlModifier)
        self._set(_K.Key_0, self._whole)
        self._set(_K.Key_PageUp, lambda: self._move(-_PAGE))
        self._set(_K.Key_PageDown, lambda: self._move(_PAGE))
        self._set(_K.Key_Home, lambda: self._go(0.0))
        self._set(_K.Key_End, lambda: self._go(still.seconds or 0.0))
        self._set(_K.Key_Escape, self._escape)

    def _set(
        self, key: Qt.Key, command: Callable[[], None], keys: Qt.KeyboardModifier = _M.NoModifier
    ) -> None:
        self._plot.keys[QKeyCombination(keys, key).toCombined()] = command

    def _cursor(self) -> tuple[float, float]:
        """Where the cross-hair is; in the middle where it was not in view."""
        (first, last), (low, high) = self._plot.times(), self._plot.heights()
        seconds, height = self._plot.pointed_at() or ((first + last) / 2, (low + high) / 2)
        if not first <= seconds <= last:
            seconds = (first + last) / 2
        return seconds, min(high, max(low, height))

    def _step(self, along: float, up: float) -> None:
        if not self._touch():
            return
        seconds, height = self._cursor()
        (first, last), (low, high) = self._plot.times(), self._plot.heights()
        self._point(seconds + along * (last - first), height + up * (high - low))

    def _select_by(self, along: float) -> None:
        if not self._touch():
            return
        before = self._cursor()[0]
        self._step(along, 0.0)
        self._selection.extend(before, self._cursor()[0])

    def _point(self, seconds: float, height: float) -> None:
        """Put the cursor somewhere in the track, and see to it that it is in view."""
        seconds = min(self._still.seconds or seconds, max(0.0, seconds))
        height = min(1.0, max(0.0, height))
        (first, last), (low, high) = self._plot.times(), self._plot.heights()
        if not first <= seconds <= last:
            half = (last - first) / 2
            self._plot.box.setXRange(seconds - half, seconds + half, padding=0)
        if not low <= height <= high:
            half = (high - low) / 2
            self._plot.box.setYRange(height - half, height + half, padding=0)
        self._plot.point_at(seconds, height)

    def _go(self, seconds: float) -> None:
        if self._touch():
            self._point(seconds, self._cursor()[1])

    def _zoom(self, factor: float, *, frequencies: bool = False) -> None:
        if self._touch():
            seconds, height = self._cursor()
            self._plot.box.zoom(factor, QPointF(seconds, height), frequencies=frequencies)

    def _move(self, share: float) -> None:
        if self._touch():
            self._plot.box.move(share)

    def _whole(self) -> None:
        if self._touch():
            self._still.show_whole()

    def _escape(self) -> None:
        if self._selection.times is not None:
            self._selection.clear()
        else:
            self._leave()
