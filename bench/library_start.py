"""A start with 200,000 tracks in the list and in the library: how soon, with how much memory."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

from bench.library import touched_files
from bench.library_view import fill, listed
from bench.shipped_model import shipped_model
from bench.waits import TARGET_WAIT_MS
from genre_desktop.core.library import LIBRARY_NAME
from genre_desktop.core.places import HOME_VARIABLE
from genre_desktop.core.user_folders import PLAYLIST_FILE
from genre_desktop.services.session import write_tracks

FILES = 200_000
TARGET_PAINT_SECONDS = 1.5
STARTS = 3
_STEPS = ("painted", "listed", "filled")


@dataclass(frozen=True, slots=True)
class _Step:
    """How far a start is.

    Attributes:
        seconds: Since the program was started.
        memory_mb: The most that the window's process had taken by then.
        wait: The longest in seconds that its thread did not come back to its events since the step
            before, by the clock.
        work: The same by a processor.
    """

    seconds: float
    memory_mb: float
    wait: float
    work: float


_Start = dict[str, _Step]


def run() -> Iterator[str]:
    """Fill a library and a list with the same tracks; start with them and with none in turns."""
    model = shipped_model()
    with tempfile.TemporaryDirectory() as temporary:
        home, empty_home = Path(temporary) / "home", Path(temporary) / "empty home"
        tracks = touched_files(Path(temporary) / "music", FILES)
        fill(home / "data" / LIBRARY_NAME, tracks, model)
        yield listed(home / "data" / LIBRARY_NAME, FILES)
        write_tracks(home / "data" / PLAYLIST_FILE, tracks)
        starts: dict[Path, list[_Start]] = {home: [], empty_home: []}
        for turn in range(1 + STARTS):
            for one, taken in starts.items():
                start = _started(one)
                if turn:  # the first has all compiled, and in the disk's cache
                    taken.append(start)
    yield from _lines(starts[home], starts[empty_home])


def _started(home: Path) -> _Start:
    """Start the program, and note when it had come how far, until it ends."""
    begun = perf_counter()
    steps = {}
    with subprocess.Popen(
        [sys.executable, "-m", "bench.list_start"],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, HOME_VARIABLE: str(home)},
    ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            name, *numbers = line.split()
            steps[name] = _Step(perf_counter() - begun, *map(float, numbers))
    if tuple(steps) != _STEPS:
        raise RuntimeError(f"a start ended after {', '.join(steps) or 'nothing'}")
    return steps


def _lines(full: list[_Start], empty: list[_Start]) -> Iterator[str]:
    with_none = _seconds([one["painted"].seconds for one in empty])
    yield (
        f"start to first paint with {FILES:,} tracks in the list and the library: "
        f"{_seconds([one['painted'].seconds for one in full])}; target {TARGET_PAINT_SECONDS} s; "
        f"with none, in turns: {with_none}"
    )
    yield f"until all rows are in the list: {_seconds([one['listed'].seconds for one in full])}"
    filled = _seconds([one["filled"].seconds for one in full])
    yield f"until all rows have their genres and tags: {filled}"
    for step, words in (("listed", "while rows come"), ("filled", "while they are filled in")):
        waits = [1e3 * one[step].wait for one in full]
        works = [1e3 * one[step].work for one in full]
        yield (
            f"longest wait of the window {words}: median {median(waits):.0f} ms "
            f"({min(waits):.0f} to {max(waits):.0f}; its own work in one go {median(works):.0f} "
            f"ms); target {TARGET_WAIT_MS:.0f} ms"
        )
    yield (
        f"memory of the window's process: {_memory(full, 'painted')} at the first paint, "
        f"{_memory(full, 'listed')} with all rows, {_memory(full, 'filled')} at most; with none: "
        f"{_memory(empty, 'painted')}, {_memory(empty, 'filled')} at most"
    )


def _seconds(taken: list[float]) -> str:
    return f"median {median(taken):.2f} s ({min(taken):.2f} to {max(taken):.2f})"


def _memory(starts: list[_Start], step: str) -> str:
    return f"{median(one[step].memory_mb for one in starts):.0f} MB"
