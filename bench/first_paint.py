"""A process that starts the program as a user does, says when it was painted, and ends."""

import sys
from itertools import pairwise
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QTimer

from genre_desktop.app import GenreDesktop
from genre_desktop.start import run

LOOKED_AT_MS = 2_000


def main() -> int:
    """Print a line at the first paint, and the longest wait of the window in the 2 s after it."""
    ticks: list[float] = []
    beats: list[QTimer] = []

    def watch(desktop: GenreDesktop) -> None:
        beat = QTimer(desktop, interval=1)
        beat.timeout.connect(lambda: ticks.append(perf_counter()))
        beats.append(beat)
        desktop.window.painted.connect(painted)
        desktop.window.painted.connect(
            lambda: QTimer.singleShot(LOOKED_AT_MS, desktop.window.close)
        )

    def painted() -> None:
        print("painted", flush=True)
        ticks.append(perf_counter())
        beats[0].start()

    status = run([Path(name) for name in sys.argv[1:]], watch=watch)
    gaps = [later - earlier for earlier, later in pairwise(ticks)]
    print(f"longest {max(gaps):.6f}", flush=True)
    return status


if __name__ == "__main__":
    sys.exit(main())
