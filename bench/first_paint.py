"""A process that starts the program as a user does, says when it was painted, and ends."""

import sys
from itertools import pairwise
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from genre_desktop.services.quick_start import start_quickly

if TYPE_CHECKING:
    from genre_desktop.app import GenreDesktop

LOOKED_AT_MS = 2_000


def main() -> int:
    """Print a line at the first paint, and the longest wait of the window in the 2 s after it."""
    start_quickly()  # all in the order of `genre_desktop.__main__`
    from PySide6.QtCore import QTimer

    from genre_desktop.start import run

    ticks: list[float] = []
    beats: list[QTimer] = []

    def watch(desktop: "GenreDesktop") -> None:
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
