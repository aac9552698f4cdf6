"""Notes for how long a busy machine keeps the window's thread from its events."""

from time import monotonic

from PySide6.QtCore import QObject, QTimer, Slot

_BEAT_MILLISECONDS = 20


class HeldUp(QObject):
    """Measures from now on.

    Attributes:
        longest: The longest time between two turns of the event loop, in seconds.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.longest = 0.0
        self._last = monotonic()
        timer = QTimer(self, interval=_BEAT_MILLISECONDS)
        timer.timeout.connect(self._beat)
        timer.start()

    @Slot()
    def _beat(self) -> None:
        now = monotonic()
        self._last, self.longest = now, max(self.longest, now - self._last)
