"""Lets the window's thread go first: the others rest while it does something long.

Only one thread at a time runs Python. Qt lets go of it around every call into a widget, and takes a
millisecond to get it back from a thread that computes: painting 400 cells would take half a second.
From a thread that lets go of it by itself, to read or to wait, and takes it again at once, it may
not get it back for a tenth of a second (measured): so the others also rest a moment at times.
"""

import threading
import time
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Slot

LONGEST_REST_SECONDS = 0.3  # then the others go on, for the window may be waiting for them
MOMENT_SECONDS = 0.0001  # a waiting thread has taken over by then
WORK_SECONDS = 0.002  # between two moments

T = TypeVar("T")


class Way:
    """What parts of the window have, one or several, and the other threads wait for.

    It is taken and given back sixty times a second, hence without a lock where nobody rests.
    """

    def __init__(self) -> None:
        self._holders: set[int] = set()
        self._resting = 0
        self._changed = threading.Condition()

    @property
    def is_taken(self) -> bool:
        """Some part of the window has it."""
        return bool(self._holders)

    def take(self, holder: int) -> None:
        """Have it; the window's thread only."""
        self._holders.add(holder)

    def give_back(self, holder: int) -> None:
        """Have it no more; the others go on once nobody has it."""
        self._holders.discard(holder)
        if self._resting and not self._holders:
            with self._changed:
                self._changed.notify_all()

    def rest(self, seconds: float) -> None:
        """Rest until nobody has it; after so long it is taken for free."""
        if not self._holders:
            return
        with self._changed:
            self._resting += 1
            if not self._changed.wait_for(lambda: not self._holders, seconds):
                self._holders.clear()
            self._resting -= 1


class _Breath(threading.local):
    """When this thread rests a moment next."""

    due = 0.0


_way = Way()
_breath = _Breath()


class RightOfWay(QObject):
    """Belongs to whoever works in the window's thread."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._painted = QTimer(self, singleShot=True, interval=0)  # comes after what is pending
        self._painted.timeout.connect(self._give_back)

    def take(self) -> None:
        """Go first from now on until all that follows from this is laid out and painted."""
        _way.take(id(self))
        self._painted.start()

    def paint(self, painting: Callable[[], T]) -> T:
        """Go first in this only, from which nothing follows: sixty times a second that is cheaper.

        Args:
            painting: Paints all that is to be painted, at once.
        """
        _way.take(id(self))
        try:
            return painting()
        finally:
            if not self._painted.isActive():
                _way.give_back(id(self))

    @Slot()
    def _give_back(self) -> None:
        _way.give_back(id(self))


def give_way() -> None:
    """Rest while the window is at work; to be called by other threads every fraction of a ms."""
    _way.rest(LONGEST_REST_SECONDS)
    now = time.monotonic()
    if now >= _breath.due:
        time.sleep(MOMENT_SECONDS)
        _breath.due = now + WORK_SECONDS


def giving_way(items: Iterable[T]) -> Iterator[T]:
    """The items, with a rest before each while the window is at work."""
    for item in items:
        give_way()
        yield item
