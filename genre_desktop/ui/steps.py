"""Long work in the window's thread, in steps between which the window lives on."""

from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Slot

from genre_desktop.services.right_of_way import RightOfWay
from genre_desktop.services.turns import Turns

STEP_ROWS = 1_000  # so many rows take some milliseconds, whatever is asked of them
NEW_ROWS = 250  # and so many where each of them says something else afterwards
PAUSE_MS = 2  # between two steps, half of it for others' work

Item = TypeVar("Item")

_DONE = object()


class Steps(QObject):
    """Takes one step of its work in a turn of the event loop, in which no other work falls.

    Work is an iterator: each item it gives is a step. Work on a short list is done at once, so
    that nobody sees half of it.
    """

    def __init__(self, parent: QObject, *, at_once: int = STEP_ROWS) -> None:
        """Prepare.

        Args:
            parent: The Qt parent; what is left to do is dropped with it.
            at_once: Of how many rows a list is short.
        """
        super().__init__(parent)
        self._at_once = at_once
        self._work: Iterator[object] = iter(())
        self._right_of_way = RightOfWay(self)
        self._turn = QTimer(self)
        self._turn.timeout.connect(self._take_step)

    @property
    def is_busy(self) -> bool:
        """True while steps are left."""
        return self._turn.isActive()

    def begin(self, work: Iterator[object], rows: int) -> None:
        """Do this instead of what is left of anything before it.

        Args:
            work: What to do.
            rows: How long the list is that it goes through.
        """
        self._turn.stop()
        self._work = work
        if rows > self._at_once:
            self._turn.start(0)
        else:
            for _ in work:
                pass

    def add(self, work: Iterator[object], rows: int) -> None:
        """Do this after what is left of what came before it; arguments as for `begin`."""
        if self.is_busy:
            self._work = chain(self._work, work)
        else:
            self.begin(work, rows)

    def finish(self) -> None:
        """Do at once what is left, for whoever cannot wait; never from within a step."""
        self._turn.stop()
        work, self._work = self._work, iter(())
        for _ in work:
            pass

    @Slot()
    def _take_step(self) -> None:
        if wait_ms := Turns.wait_ms():
            self._turn.start(wait_ms)
            return
        owner = self.parent()  # finished work may let go of the last reference to it
        self._right_of_way.take()
        self._turn.start(PAUSE_MS)
        if next(self._work, _DONE) is _DONE:
            self._turn.stop()
            self._work = iter(())
        Turns.end(PAUSE_MS / 2e3)
        del owner


def in_parts(items: Sequence[Item], act: Callable[[Sequence[Item]], object]) -> Iterator[None]:
    """Act on some items after others, as steps, after which each of them says something else."""
    for start in range(0, len(items), NEW_ROWS):
        act(items[start : start + NEW_ROWS])
        yield
