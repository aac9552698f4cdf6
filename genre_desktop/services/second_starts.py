"""Takes what later starts of the program hand over, as long as this window is open."""

import logging
import sys
import threading
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, Qt, Signal, Slot

from genre_desktop.core.second_start import (
    LONGEST_BYTES,
    TAKEN,
    Handover,
    Meeting,
    meeting,
    unpacked,
)
from genre_desktop.services.gentle_import import gently
from genre_desktop.services.lane import Lane

if TYPE_CHECKING:  # it is not imported before the first paint
    from multiprocessing.connection import Connection, Listener

_TOLD_SECONDS = 2.0  # a program that connects says at once what it wants
_TAKEN_SECONDS = 3.0  # the window's thread is never held up for so long
_WAITING_STARTS = 16

_log = logging.getLogger(__name__)


class SecondStarts(QObject):
    """Listens in a thread, for the first window of a user, a profile and a screen only.

    A start is answered once the window's thread has taken its paths; where that is not done in
    time, the paths are not taken at all, and the start opens a window of its own. A lock says which
    window listens: what a killed one left is put out of the way by the next that has the lock.

    Signals:
        asked: A `Handover`: the window shall come to the front and list its paths.
    """

    asked = Signal(Handover)
    _arrived = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lane = Lane("second starts")
        self._waiting: dict[int, tuple[Handover, threading.Event]] = {}
        self._numbers = count()
        self._has_begun = False
        self._listens_at: Meeting | None = None
        self._arrived.connect(self._take, Qt.ConnectionType.QueuedConnection)

    @Slot()
    def start(self) -> None:
        """Listen from now on; once is enough."""
        place = None if self._has_begun else meeting()
        if place is not None:
            self._has_begun = True
            self._lane.do(lambda: self._serve_alone(place))

    def close(self) -> None:
        """Listen no more."""
        self._lane.stop()
        if self._listens_at is not None:
            _wake(self._listens_at)
        self._lane.close()

    @Slot(int)
    def _take(self, number: int) -> None:
        handover, taken = self._waiting.pop(number, (None, None))
        if handover is not None and taken is not None:  # else it was given up
            self.asked.emit(handover)
            taken.set()

    # In the lane's thread

    def _serve_alone(self, place: Meeting) -> None:
        lock = QLockFile(f"{place.address}.lock") if sys.platform != "win32" else None
        if lock is not None:
            lock.setStaleLockTime(0)  # only the end of the program that holds it frees it
            if not lock.tryLock(0):
                return  # another window listens
            with suppress(OSError):
                Path(place.address).unlink()  # left by a program that was killed
        try:
            self._serve(place)
        except OSError as error:  # on Windows also where another window listens
            _log.warning("No second start is heard: %s", error)
        finally:
            if lock is not None:
                lock.unlock()

    def _serve(self, place: Meeting) -> None:
        with gently():
            from multiprocessing.connection import Listener

        self._listens_at = place
        with Listener(place.address, place.family, backlog=_WAITING_STARTS) as listener:
            while not self._lane.stopping:
                self._answer_next(listener, place.key)

    def _answer_next(self, listener: "Listener", key: bytes) -> None:
        with listener.accept() as connection, suppress(OSError, EOFError):  # who asked has gone
            self._answer(connection, key)

    def _answer(self, connection: "Connection", key: bytes) -> None:
        if self._lane.stopping or not connection.poll(_TOLD_SECONDS):
            return
        handover = unpacked(connection.recv_bytes(LONGEST_BYTES), key)
        if handover is not None and self._is_taken(handover):
            connection.send_bytes(TAKEN)

    def _is_taken(self, handover: Handover) -> bool:
        number, taken = next(self._numbers), threading.Event()
        self._waiting[number] = (handover, taken)
        self._arrived.emit(number)
        return taken.wait(_TAKEN_SECONDS) or self._waiting.pop(number, None) is None


def _wake(place: Meeting) -> None:
    """Let a thread that waits for somebody to connect see that it shall end."""
    from multiprocessing.connection import Client

    with suppress(OSError):
        Client(place.address, place.family).close()
