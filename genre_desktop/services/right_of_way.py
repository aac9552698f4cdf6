"""Lets the window's thread go first: the others rest while it does something long.

Only one thread at a time runs Python. Qt lets go of it around every call into a widget, and takes a
millisecond to get it back from a thread that computes: painting 400 cells would take half a second.
"""

import threading
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Slot

LONGEST_REST_SECONDS = 0.05  # then the others go on, for the window may be waiting for them

T = TypeVar("T")

_is_free = threading.Event()
_is_free.set()


class RightOfWay(QObject):
    """Belongs to whoever works in the window's thread."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._painted = QTimer(self, singleShot=True, interval=0)  # comes after what is pending
        self._painted.timeout.connect(self._give_back)

    def take(self) -> None:
        """Go first from now on until all that follows from this is laid out and painted."""
        _is_free.clear()
        self._painted.start()

    def paint(self, painting: Callable[[], T]) -> T:
        """Go first in this only, from which nothing follows: sixty times a second that is cheaper.

        Args:
            painting: Paints all that is to be painted, at once.
        """
        _is_free.clear()
        try:
            return painting()
        finally:
            if not self._painted.isActive():
                _is_free.set()

    @Slot()
    def _give_back(self) -> None:
        _is_free.set()


def give_way() -> None:
    """Rest while the window is at work; to be called by other threads every fraction of a ms."""
    if not _is_free.is_set() and not _is_free.wait(LONGEST_REST_SECONDS):
        _is_free.set()


def giving_way(items: Iterable[T]) -> Iterator[T]:
    """The items, with a rest before each while the window is at work."""
    for item in items:
        give_way()
        yield item
