"""The packaged program: start to first paint, and beside Picard where that is installed."""

import os
import shutil
import signal
import subprocess
import tempfile
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from time import perf_counter

from tests.support.virtual_screen import virtual_screen
from tools.package.limits import unpacked_mb
from tools.package.release import this_release

TARGET_PAINT_SECONDS = 0.4
STARTS = 10
_LOOK_SECONDS = 0.001
_PATIENCE_SECONDS = 60.0


def run() -> Iterator[str]:
    """Measure the folder that `make package` left in dist."""
    program = this_release().folder / "genre-desktop"
    if not program.exists():
        yield "not measured: `make package` makes the program"
        return
    yield f"{unpacked_mb(program.parent):.0f} MB unpacked"
    seconds = [_to_first_paint(program) for _ in range(1 + STARTS)][1:]  # the first warms the disk
    yield _line("start to first paint, in memory", seconds, f"; target {TARGET_PAINT_SECONDS} s")
    if shutil.which("Xvfb") and shutil.which("xdotool"):
        yield from _on_a_screen(program)


def _line(what: str, seconds: list[float], target: str = "") -> str:
    return (
        f"{what}: median {median(seconds):.2f} s ({min(seconds):.2f} to {max(seconds):.2f}){target}"
    )


def _to_first_paint(program: Path) -> float:
    """Seconds until the log is begun, which is done with the first paint."""
    with tempfile.TemporaryDirectory() as home:
        log = Path(home) / "logs" / "genre-desktop.log"
        settings = {"GENRE_DESKTOP_HOME": home, "QT_QPA_PLATFORM": "offscreen"}
        return _until(log.exists, [str(program)], settings)


def _on_a_screen(program: Path) -> Iterator[str]:
    programs = {"Genre Desktop": str(program), "Picard": shutil.which("picard")}
    with virtual_screen("Xvfb") as display, tempfile.TemporaryDirectory() as home:
        for name, command in programs.items():
            if command is None:
                yield f"{name}: not installed"
                continue
            settings = {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "HOME": home}
            seconds = [
                _until(lambda: _is_shown(name, display), [command], settings)  # noqa: B023 - called at once
                for _ in range(1 + STARTS)
            ][1:]
            yield _line(f"{name}: start to a window on a screen", seconds)


def _is_shown(name: str, display: str) -> bool:
    words = ("xdotool", "search", "--onlyvisible", "--name", name)
    found = subprocess.run(
        words, env={**os.environ, "DISPLAY": display}, capture_output=True, check=False
    )
    return found.returncode == 0


def _until(is_so: Callable[[], bool], command: list[str], settings: dict[str, str]) -> float:
    """Seconds from the start of a program until something is so; the program is ended then.

    Raises:
        RuntimeError: It ended before, or it took too long.
    """
    pause = threading.Event()
    start = perf_counter()
    with subprocess.Popen(
        command, env={**os.environ, **settings}, stderr=subprocess.DEVNULL
    ) as process:
        try:
            while not is_so():
                if process.poll() is not None or perf_counter() - start > _PATIENCE_SECONDS:
                    raise RuntimeError(f"{command[0]} shows no window.")
                pause.wait(_LOOK_SECONDS)
            return perf_counter() - start
        finally:
            process.send_signal(signal.SIGTERM)
