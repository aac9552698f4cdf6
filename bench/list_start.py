"""A process that starts the program with the list that it kept, says how far it is, and ends."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from genre_desktop.services.quick_start import start_quickly

if TYPE_CHECKING:
    from genre_desktop.app import GenreDesktop

LOOK_MS = 20


def main() -> int:
    """Print a line when the window is painted, when all rows are there, and when all are filled.

    Each has the most memory so far in MB, and the longest in seconds that the window's thread did
    not come back to its events since the line before, by the clock and by a processor.
    """
    start_quickly()  # all in the order of `genre_desktop.__main__`
    from PySide6.QtCore import QTimer

    from genre_desktop.start import run

    beats: list[QTimer] = []

    def watch(desktop: "GenreDesktop") -> None:
        from bench.waits import Heartbeat

        heart, looking = Heartbeat(), QTimer(desktop, interval=LOOK_MS)
        beats.append(looking)

        def tell(what: str) -> None:
            print(f"{what} {_memory_mb():.1f} {heart.longest} {heart.longest_work}", flush=True)
            heart.start_anew()

        def look() -> None:
            if _is_filled(desktop):
                looking.stop()
                heart.end()
                tell("filled")
                desktop.window.close()

        looking.timeout.connect(look)
        desktop.window.painted.connect(lambda: tell("painted"))
        desktop.services.session.restoring_finished.connect(lambda: tell("listed"))
        desktop.services.session.restoring_finished.connect(looking.start)

    return run([], watch=watch)


def _is_filled(desktop: "GenreDesktop") -> bool:
    """Whether every row of the list has its genre and its tags."""
    services, rows = desktop.services, desktop.model.playlist.rows
    if services.tags.is_running or services.classification.progress.is_running:
        return False
    return all(not row.is_unheard and row.state.listing.tags.title for row in reversed(rows))


def _memory_mb() -> float:
    """The most so far; `resource` would count what the process that started this one had."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    [line] = [line for line in status.splitlines() if line.startswith("VmHWM:")]
    return int(line.split()[1]) / 1024


if __name__ == "__main__":
    sys.exit(main())
