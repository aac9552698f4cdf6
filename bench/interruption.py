"""How soon a classification on the command line ends after Ctrl-C."""

import os
import signal
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from time import perf_counter

from genre_desktop.core.places import HOME_VARIABLE
from tests.support.long_work import begun, write_long_work
from tests.support.packages import mel_package

TARGET_SECONDS = 1.0
ROUNDS = 9


def run() -> Iterator[str]:
    """Interrupt the same work again and again, each time in a home of its own."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = write_long_work(Path(temporary) / "long")
        rounds = [_interrupted(folder, Path(temporary) / str(number)) for number in range(ROUNDS)]
    yield (
        f"Ctrl-C to the end of the program, with its table written: median {median(rounds):.2f} s "
        f"({min(rounds):.2f} to {max(rounds):.2f}); target {TARGET_SECONDS:.0f} s"
    )


def _interrupted(folder: Path, home: Path) -> float:
    os.environ[HOME_VARIABLE] = str(home)
    mel_package(home / "data" / "models")
    with begun(folder, "--csv", home / "genres.csv") as work:
        start = perf_counter()
        os.killpg(work.pid, signal.SIGINT)  # as a terminal does: the workers hear it, too
        work.communicate()
        return perf_counter() - start
