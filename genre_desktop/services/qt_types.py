"""Has PySide6 make all its types in the window's thread, before other threads ask for them."""

import sys
from collections.abc import Iterator
from time import perf_counter
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

_SLICE_SECONDS: Final = 0.005


class QtTypes(QObject):
    """Makes every type of the parts of Qt that are loaded, a few at a time.

    PySide6 makes a type when a program first asks for it, and keeps no two threads apart there:
    where both make one of the same part at once, the program crashes or hangs (seen with 6.11; a
    thread that imports pyqtgraph asks for all types there are). With `PYSIDE6_OPTION_LAZY=0` all
    would be made while Qt is imported, which would keep the window from the screen for 80 ms more.

    Signals:
        made: There are all types; threads may start.
    """

    made = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._asking: Iterator[None] = iter(())
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._make_some)

    def begin(self) -> None:
        """Begin in the next turn of the event loop."""
        self._asking = _asked_for()
        self._turn.start()

    def close(self) -> None:
        """Make no more, and do not say `made`."""
        self._turn.stop()

    @Slot()
    def _make_some(self) -> None:
        until = perf_counter() + _SLICE_SECONDS
        for _ in self._asking:
            if perf_counter() >= until:
                return
        self._turn.stop()
        self.made.emit()


def _asked_for() -> Iterator[None]:
    """Ask for one after the other."""
    for name, module in list(sys.modules.items()):
        if name.startswith("PySide6.Qt"):
            for each in dir(module):
                getattr(module, each)
                yield
