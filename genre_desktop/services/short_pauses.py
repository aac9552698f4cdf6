"""Keeps the interpreter from holding up the window, and from freeing its widgets elsewhere."""

import gc
import sys

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Slot

YOUNG_OBJECTS = 1_000
LOOK_MS = 200
OLDER_EVERY = 4  # looks; what survives that is never looked at again
SWITCH_SECONDS = 0.001


class _Collector(QObject):
    """Looks for garbage between two events of the window's thread, and in no other.

    Python frees a cycle in whatever thread happens to make an object too many. Where a widget or a
    timer belongs to the cycle, Qt then takes the program down, for they are the window's thread's.
    """

    def __init__(self, parent: QObject | None) -> None:
        super().__init__(parent)
        self._looks = 0
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self._look)

    def begin(self) -> None:
        gc.disable()
        gc.freeze()  # what stands now stays
        self._timer.start()

    def pause(self) -> None:
        self._timer.stop()

    @Slot()
    def _look(self) -> None:
        if gc.get_count()[0] < YOUNG_OBJECTS:
            return
        self._looks += 1
        gc.collect(int(self._looks % OLDER_EVERY == 0))


def keep_pauses_short() -> None:
    """Tune the interpreter for a window, once it stands.

    With 20,000 rows in the list a collection of all objects takes 50 to 120 ms (measured), and
    nearly nothing of ours is cyclic garbage: only young objects are looked through from now on.
    A thread that computes gives way to the window after a millisecond instead of five.
    """
    collector = _collector() or _Collector(QCoreApplication.instance())
    collector.begin()
    sys.setswitchinterval(SWITCH_SECONDS)


def look_for_garbage(*, wanted: bool) -> None:
    """Look for garbage among what is made from now on, or let it be while thousands of rows change.

    Even a look at young objects goes through each list of 20,000 rows that is new, for 10 to 25 ms.
    """
    collector = _collector()
    if collector is None:  # no window stands yet
        return
    if wanted:
        collector.begin()
    else:
        collector.pause()


def _collector() -> _Collector | None:
    program = QCoreApplication.instance()
    return None if program is None else program.findChild(_Collector)
