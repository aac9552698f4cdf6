"""Carries values from worker threads to the window's thread, in batches at a steady pace."""

import threading
from collections import deque
from time import perf_counter
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from genre_desktop.services.right_of_way import RightOfWay
from genre_desktop.services.turns import Turns

INTERVAL_MS = 25  # forty batches a second look immediate
MOST_PER_BATCH = 16  # the window takes this many rows in a millisecond or two
MOST_SECONDS = 0.006  # of an interval
REST_SECONDS = 0.004  # between two deliveries, for what else the window has to do


class Delivery(QObject):
    """A queue that any thread fills and the window's thread empties.

    Deliveries take turns, so that no two fall into the same turn of the event loop.

    Signals:
        arrived: A tuple of values, in the order they were put.
    """

    arrived = Signal(tuple)
    _woken = Signal()

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        most_per_batch: int = MOST_PER_BATCH,
    ) -> None:
        super().__init__(parent)
        self._most_per_batch = most_per_batch
        self._values: deque[Any] = deque()
        self._awake = False
        self._lock = threading.Lock()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._deliver)
        self._right_of_way = RightOfWay(self)
        self._woken.connect(self._wake, Qt.ConnectionType.QueuedConnection)

    def put(self, value: object) -> None:
        """Hand over a value, from any thread."""
        with self._lock:
            self._values.append(value)
            if self._awake:
                return
            self._awake = True
        self._woken.emit()

    def clear(self) -> None:
        """Forget what was not delivered yet."""
        with self._lock:
            self._values.clear()

    def flush(self) -> None:
        """Deliver now all that was put, in the window's thread."""
        with self._lock:
            batch = tuple(self._values)
            self._values.clear()
        if batch:
            self.arrived.emit(batch)

    @Slot()
    def _wake(self) -> None:
        self._deliver()

    @Slot()
    def _deliver(self) -> None:
        """Hand out batches until the time is up; what is left waits for the next interval."""
        with self._lock:
            if not self._values:  # nothing came for a whole interval
                self._awake = False
                return
        if wait_ms := Turns.wait_ms():
            self._timer.start(wait_ms)
            return
        self._timer.start(INTERVAL_MS)
        self._right_of_way.take()
        self._hand_out(perf_counter() + MOST_SECONDS)
        Turns.end(REST_SECONDS)

    def _hand_out(self, end: float) -> None:
        while batch := self._next_batch():
            self.arrived.emit(batch)
            if perf_counter() >= end:
                return

    def _next_batch(self) -> tuple[Any, ...]:
        with self._lock:
            count = min(len(self._values), self._most_per_batch)
            return tuple(self._values.popleft() for _ in range(count))
