"""Lets the window close as by its own button when the terminal or the system asks for an end."""

import signal
import socket
from contextlib import suppress
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Signal, Slot

# What every platform has: Ctrl+C, and the polite end of a process, which Windows never sends.
_SIGNALS = (signal.SIGINT, signal.SIGTERM)


class EndSignals(QObject):
    """Listens to the process's signals, which Python alone would hear only after Qt's loop.

    The interpreter writes a byte to a socket as soon as a signal comes in, and Qt wakes on that.

    Signals:
        asked: The program shall end.
    """

    asked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._woken, self._wakes = socket.socketpair()
        for end in (self._woken, self._wakes):
            end.settimeout(0)
        self._notifier = QSocketNotifier(self._woken.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._tell)

    def install(self) -> None:
        """Take the signals from now on; to be called in the main thread."""
        self._wake_before = signal.set_wakeup_fd(self._wakes.fileno(), warn_on_full_buffer=False)
        self._before = [(number, signal.signal(number, _note)) for number in _SIGNALS]

    def uninstall(self) -> None:
        """Give the signals back to what took them before."""
        self._notifier.setEnabled(False)
        for number, handler in self._before:
            signal.signal(number, handler)
        signal.set_wakeup_fd(self._wake_before)
        for end in (self._woken, self._wakes):
            end.close()

    @Slot()
    def _tell(self) -> None:
        with suppress(BlockingIOError):
            if set(self._woken.recv(64)).intersection(_SIGNALS):
                self.asked.emit()


def _note(_number: int, _frame: FrameType | None) -> None:
    """The byte in the socket says all; without a handler there would be none."""
