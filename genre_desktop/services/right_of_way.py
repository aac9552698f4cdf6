"""Lets the window's thread go first: the others rest while it does something long.

Only one thread at a time runs Python. Qt lets go of it around every call into a widget, and takes a
millisecond to get it back from a thread that computes: painting 400 cells would take half a second.
"""

import threading
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Slot

LONGEST_REST_SECONDS = 0.3  # then the others go on, for the window may be waiting for them

T = TypeVar("T")


class Way:
    """What the window has and the others wait for.

    It is taken and given back sixty times a second, hence without a lock where nobody rests.

    Attributes:
        is_taken: The window has it.
    """

    def __init__(self) -> None:
        self.is_taken = False
        self._resting = 0
        self._changed = threading.Condition()

    def take(self) -> None:
        """Have it; the window's thread only."""
        self.is_taken = True

    def give_back(self) -> None:
        """Have it no more; the others go on."""
        self.is_taken = False
        if self._resting:
            with self._changed:
                self._changed.notify_all()

    def rest(self, seconds: float) -> None:
        """Rest until it is given back; after so long it is taken for free."""
        if not self.is_taken:
            return
        with self._changed:
            self._resting += 1
            if not self._changed.wait_for(lambda: not self.is_taken, seconds):
                self.is_taken = False
            self._resting -= 1


_way = Way()


class RightOfWay(QObject):
    """Belongs to whoever works in the window's thread."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._painted = QTimer(self, singleShot=True, interval=0)  # comes after what is pending
        self._painted.timeout.connect(self._give_back)

    def take(self) -> None:
        """Go first from now on until all that follows from this is laid out and painted."""
        _way.take()
        self._painted.start()

    def paint(self, painting: Callable[[], T]) -> T:
        """Go first in this only, from which nothing follows: sixty times a second that is cheaper.

        Args:
            painting: Paints all that is to be painted, at once.
        """
        _way.take()
        try:
            return painting()
        finally:
            if not self._painted.isActive():
                _way.give_back()

    @Slot()
    def _give_back(self) -> None:
        _way.give_back()


def give_way() -> None:
    """Rest while the window is at work; to be called by other threads every fraction of a ms."""
    _way.rest(LONGEST_REST_SECONDS)


def giving_way(items: Iterable[T]) -> Iterator[T]:
    """The items, with a rest before each while the window is at work."""
    for item in items:
        give_way()
        yield item
