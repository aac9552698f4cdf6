"""A process of its own that opens the window, says when it was painted, and ends."""

import sys
from itertools import pairwise
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from genre_desktop.app import build
from genre_desktop.services.short_pauses import keep_pauses_short


def main() -> int:
    """Print a line at the first paint, and the longest wait of the window in the next second."""
    qt = QApplication(sys.argv[:1])
    desktop = build(qt)
    ticks: list[float] = []
    beat = QTimer(interval=1)
    beat.timeout.connect(lambda: ticks.append(perf_counter()))

    def painted() -> None:
        print("painted", flush=True)
        keep_pauses_short()
        ticks.append(perf_counter())
        beat.start()
        QTimer.singleShot(2_000, desktop.window.close)

    desktop.window.painted.connect(painted)
    desktop.start([Path(name) for name in sys.argv[1:]])
    qt.exec()
    gaps = [later - earlier for earlier, later in pairwise(ticks)]
    print(f"longest {max(gaps):.6f}", flush=True)
    desktop.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
