"""What is shown while tracks are heard: a bar on a terminal, a line now and then elsewhere."""

import time
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.text import Text

from genre_desktop.dsp.printable import one_line, printable

_QUIET_SECONDS = 10.0
_SPEED_OVER_SECONDS = 60.0


def counted(number: int, noun: str) -> str:
    """A number with its noun: "1 track", "2 tracks"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


class Display:
    """Progress and messages on standard error."""

    def __init__(
        self, console: Console, doing: str = "Listening", *, is_quiet: bool = False
    ) -> None:
        self._console = console
        self._begun = time.monotonic()
        self._last_line = self._begun
        self._found = 0
        self._done = 0
        self._progress: Progress | None = None
        if console.is_terminal and not is_quiet:
            self._progress = Progress(
                TextColumn(doing),
                BarColumn(bar_width=None),
                MofNCompleteColumn(),
                TextColumn("{task.fields[rate]}"),
                TimeRemainingColumn(compact=True),
                console=console,
                transient=True,
                speed_estimate_period=_SPEED_OVER_SECONDS,
            )
            self._task = self._progress.add_task("", total=None, rate="")

    def __enter__(self) -> Self:
        if self._progress:
            self._progress.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._progress:
            with suppress(OSError):  # a closed terminal must not cost what is to be written
                self._progress.stop()

    @property
    def seconds(self) -> float:
        """Since the beginning."""
        return time.monotonic() - self._begun

    def found(self, tracks: int = 1) -> None:
        """Another track, or so many, are to be dealt with."""
        self._found += tracks
        if self._progress:
            self._progress.update(self._task, total=self._found)

    def done(self) -> None:
        """A track has been dealt with."""
        self._done += 1
        if self._progress:
            rate = f"{self._done / max(self.seconds, 1e-3):.1f} tracks/s"
            self._progress.update(self._task, completed=self._done, rate=rate)
        elif time.monotonic() - self._last_line >= _QUIET_SECONDS:
            self._last_line = time.monotonic()
            self.say(f"{self._done} of {counted(self._found, 'track')}")

    def say_of(self, path: Path, sentence: str) -> None:
        """A line that stays, about a file, whatever signs its name has."""
        self.say(f"{one_line(str(path))}: {sentence}")

    def say(self, sentence: str) -> None:
        """A line that stays."""
        with suppress(OSError):  # a full disk behind `2>` must not stop the work
            self._console.print(Text(printable(sentence)), soft_wrap=True)
