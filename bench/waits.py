"""How long the window's thread goes without coming back to its events."""

import subprocess
import sys
from collections.abc import Callable
from time import perf_counter, thread_time

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QAbstractScrollArea

from bench.work_beside import WORK_SECONDS

TARGET_WAIT_MS = 50.0


class Machine:
    """A process beside the window: what holds that up is the machine, not the program."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "bench.work_beside"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def longest_ms(self) -> float:
        """The longest that a piece of work took there since this was asked before, 0 for none."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        print(file=self._process.stdin, flush=True)
        return 1e3 * float(self._process.stdout.readline())

    def end(self) -> None:
        """End the process."""
        self._process.communicate()


class Heartbeat:
    """Notes how long the window's thread went without coming back to its events."""

    def __init__(self) -> None:
        self._last, self._last_work = perf_counter(), thread_time()
        self.longest = self.longest_work = 0.0
        self._timer = QTimer(interval=1)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now, work = perf_counter(), thread_time()
        self.longest = max(self.longest, now - self._last)
        self.longest_work = max(self.longest_work, work - self._last_work)
        self._last, self._last_work = now, work

    def start_anew(self) -> None:
        """Forget what was noted."""
        self._last, self._last_work = perf_counter(), thread_time()
        self.longest = self.longest_work = 0.0

    def end(self) -> None:
        """Note nothing more."""
        self._timer.stop()


class Watch:
    """Measures what is done in the window."""

    def __init__(self, of_what: str) -> None:
        self._of_what = of_what
        self._heart, self._machine = Heartbeat(), Machine()

    def measured(self, what: str, act: Callable[[], object], until: Callable[[], bool]) -> str:
        """Do something, let the window work until something holds, and tell the longest wait."""
        self._heart.start_anew()
        self._machine.longest_ms()
        start = perf_counter()
        act()
        turn(until)
        wait, work = 1e3 * self._heart.longest, 1e3 * self._heart.longest_work
        return (
            f"{self._of_what}, {what}: {perf_counter() - start:.1f} s, longest wait "
            f"{wait:.0f} ms (the window's own work in one go {work:.0f} ms{self._beside()}); "
            f"target {TARGET_WAIT_MS:.0f} ms"
        )

    def _beside(self) -> str:
        longest = self._machine.longest_ms()
        words = f"; {1e3 * WORK_SECONDS:.0f} ms of work in a process beside it took up to "
        return f"{words}{longest:.0f} ms" if longest else ""

    def end(self) -> None:
        """Let go of the process beside it."""
        self._heart.end()
        self._machine.end()


def turn(until: Callable[[], bool], most_seconds: float = 300.0) -> None:
    """Let the window work, as it does by itself, until something holds."""
    loop = QEventLoop()
    end = perf_counter() + most_seconds

    def look() -> None:
        if until() or perf_counter() > end:
            loop.quit()

    timer = QTimer(interval=2)
    timer.timeout.connect(look)
    timer.start()
    loop.exec()
    timer.stop()
    if perf_counter() > end:
        raise RuntimeError("The window did not get there in time.")


def after_turns(turns: int) -> Callable[[], bool]:
    """Is True once it was asked so often, for what was asked for to be painted."""
    left = iter(range(turns))
    return lambda: next(left, None) is None


def scrolled(table: QAbstractScrollArea, steps: int) -> Callable[[], bool]:
    """Scrolls a step each time it is asked; is True at the end."""
    bar = table.verticalScrollBar()
    places = iter(range(0, bar.maximum(), max(1, bar.maximum() // steps)))

    def step() -> bool:
        place = next(places, None)
        if place is not None:
            bar.setValue(place)
        return place is None

    return step
