"""When to look at the player again: together with a frame of the picture, where frames are painted.

What is painted with a frame costs little; between two of them it costs as much as a frame.
"""

from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

_SOON_MILLISECONDS: Final = 24  # by then no further frame may come


class FramePace(QObject):
    """A timer that is early where a frame comes in time.

    Signals:
        due: Look now.
    """

    due = Signal()

    def __init__(self, milliseconds: int, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, interval=milliseconds)
        self._timer.timeout.connect(self.due)

    def set_interval(self, milliseconds: int) -> None:
        """Look so often at least."""
        self._timer.setInterval(milliseconds)

    def start(self) -> None:
        """Look from now on."""
        self._timer.start()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    @Slot()
    def frame(self) -> None:
        """A frame is about to be painted."""
        if self._timer.isActive() and self._timer.remainingTime() <= _SOON_MILLISECONDS:
            self._timer.start()
            self.due.emit()
