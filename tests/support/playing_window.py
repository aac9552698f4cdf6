"""A program of its own: the real window, which does what it is told and says how that went.

It takes a command a line, in JSON: the name and its arguments. It answers each with a line of JSON.
"""

import json
import os
import sys
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from time import perf_counter, perf_counter_ns, process_time
from typing import Any

from PySide6.QtCore import QEvent, QObject, QSocketNotifier, Qt, QTimer, Slot
from PySide6.QtWidgets import QSplitter

from genre_desktop.app import GenreDesktop
from genre_desktop.core.track import Track
from genre_desktop.services.quick_start import start_quickly
from genre_desktop.ui.roles import Column
from genre_desktop.ui.spectrogram.dock import SpectrogramDock
from genre_desktop.ui.spectrogram.time_scale import Place

_LONGEST_MS = 1_200_000  # never outlives a test that failed by much


class Frames(QObject):
    """Notes when the plot is painted, and which second stands under the now line then."""

    def __init__(self, dock: SpectrogramDock) -> None:
        super().__init__(dock)
        self._live = dock.plot.live.picture
        self._noted: list[tuple[int, Place]] = []
        dock.plot.live.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 — Qt's name
        if event.type() is QEvent.Type.Paint:
            self._noted.append((perf_counter_ns(), self._live.place))
        return False

    def clear(self) -> None:
        """Forget what was noted."""
        self._noted.clear()

    def shown(self) -> list[tuple[int, float]]:
        """When each was painted, and the middle of the column under the now line."""
        column = self._live.now + 0.5
        return [
            (at, place.first_seconds + column / place.columns_per_second)
            for at, place in self._noted
        ]


class Heartbeat(QObject):
    """Notes how long the window went without coming back to its events."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._last = 0.0
        self.longest = 0.0
        self._timer = QTimer(self, interval=1)
        self._timer.timeout.connect(self._beat)

    def start(self) -> None:
        """Begin to measure."""
        self._last, self.longest = perf_counter(), 0.0
        self._timer.start()

    def stop(self) -> float:
        """The longest wait in seconds."""
        self._timer.stop()
        return self.longest

    @Slot()
    def _beat(self) -> None:
        now = perf_counter()
        self.longest = max(self.longest, now - self._last)
        self._last = now


class Stage(QObject):
    """Does what it reads."""

    def __init__(self, desktop: GenreDesktop) -> None:
        super().__init__(desktop)
        self._desktop = desktop
        self._player = desktop.services.player
        self._frames: Frames | None = None
        self._heart = Heartbeat(self)
        self._text = b""
        self._began: dict[str, int] = {}
        self._commands: dict[str, Callable[..., Any]] = {
            "state": self._state,
            "add": self._add,
            "keep_listening": self._keep_listening,
            "play": self._play,
            "play_next": self._play_next,
            "seek": self._seek,
            "stop": self._player.stop,
            "plot_size": self._plot_size,
            "resize": desktop.window.resize,
            "sort": self._sort,
            "measure": self._measure,
            "frames": self._noted,
            "cpu": self._cpu,
            "beat": self._heart.start,
            "beaten": self._heart.stop,
            "close": desktop.window.close,
        }
        self._player.decoding_began.connect(self._note_beginning)
        desktop.services.session.restoring_finished.connect(lambda: self._say("ready"))
        self._notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read)
        QTimer.singleShot(_LONGEST_MS, desktop.window.close)

    @Slot()
    def _read(self) -> None:
        read = os.read(sys.stdin.fileno(), 1 << 16)
        if not read:  # whoever asks is gone
            self._notifier.setEnabled(False)
            self._desktop.window.close()
        self._text += read
        *lines, self._text = self._text.split(b"\n")
        for line in lines:
            name, *arguments = json.loads(line)
            self._say(self._commands[name](*arguments))

    def _say(self, answer: object) -> None:
        with suppress(BrokenPipeError):
            print(json.dumps(answer), flush=True)

    # What is asked for

    def _state(self) -> dict[str, Any]:
        desktop, player = self._desktop, self._player
        rows = desktop.model.playlist.rows
        clock, moment = player.clock(), player.moment()
        return {
            "rows": len(rows),
            "unheard": sum(row.is_unheard for row in rows),
            "is_listening": desktop.services.classification.progress.is_running,
            "player": player.state.name,
            "track": moment.track.path.name if moment.track else "",
            "seconds": moment.seconds,
            "is_heard": moment.decoded >= 0,
            "began_ns": self._began.get("ns", 0),
            "underflows": clock.underflows if clock else 0,
            "sound_process": player.sound.process_id if player.sound else None,
            "has_spectrogram": desktop.spectrogram_place.spectrogram is not None,
        }

    def _add(self, *paths: str) -> None:
        self._desktop.adding.add([Path(path) for path in paths])

    def _keep_listening(self) -> None:
        """Listen to all tracks again and again."""
        self._desktop.services.classification.progressed.connect(self._listen_again)
        self._listen_again()

    @Slot()
    def _listen_again(self) -> None:
        if not self._desktop.services.classification.progress.is_running:
            QTimer.singleShot(0, self._desktop.actions.listen_to_all.trigger)

    def _play(self, path: str, seconds: float = 0.0) -> int:
        track = self._track(path)
        asked = perf_counter_ns()
        self._player.play(track, seconds)
        return asked

    def _play_next(self, path: str) -> None:
        self._player.order.line_up([self._track(path)])
        self._player.order_changed()

    def _track(self, path: str) -> Track:
        """The track of a row, or one that is on no list."""
        wanted = Track(Path(path))
        tracks = (row.track for row in self._desktop.model.playlist.rows)
        return next((track for track in tracks if track.path == wanted.path), wanted)

    def _seek(self, seconds: float) -> int:
        asked = perf_counter_ns()
        self._player.seek(seconds)
        return asked

    def _sort(self, column: str) -> None:
        table = self._desktop.table
        table.sortByColumn(Column[column], Qt.SortOrder.AscendingOrder)

    def _plot_size(self, width: int, height: int) -> tuple[int, int]:
        """Go towards a size of the plot inside its axes; returns the one that it has."""
        window, dock = self._desktop.window, self._desktop.spectrogram_place.spectrogram
        assert dock is not None
        has_width, has_height = dock.plot.plot_size()
        if (has_width, has_height) != (width, height):
            splitters = window.findChildren(QSplitter)
            (lower,) = [one for one in splitters if one.orientation() is Qt.Orientation.Vertical]
            upper_height, lower_height = lower.sizes()
            more = height - has_height
            window.resize(window.width() + width - has_width, window.height() + max(0, more))
            lower.setSizes([upper_height - min(0, more), lower_height + more])
        return has_width, has_height

    def _measure(self) -> None:
        dock = self._desktop.spectrogram_place.spectrogram
        assert dock is not None
        if self._frames is None:
            self._frames = Frames(dock)
        self._frames.clear()

    def _noted(self) -> list[tuple[int, float]]:
        return self._frames.shown() if self._frames is not None else []

    def _cpu(self) -> dict[str, float]:
        """Seconds of processor time: of this process, and of its threads by name."""
        spent = {"": process_time()}
        for thread in threading.enumerate():
            name = "window" if thread is threading.main_thread() else thread.name
            spent[name] = spent.get(name, 0.0) + _seconds_of(thread.native_id)
        return spent

    @Slot(object)
    def _note_beginning(self, _began: object) -> None:
        self._began["ns"] = perf_counter_ns()


def _seconds_of(thread: int | None) -> float:
    """Processor time of a thread, 0 where the system does not tell."""
    try:
        text = Path(f"/proc/self/task/{thread}/stat").read_text(encoding="utf-8")
    except OSError:
        return 0.0
    words = text.rpartition(")")[2].split()
    return (int(words[11]) + int(words[12])) / float(os.sysconf("SC_CLK_TCK"))


def main(paths: Sequence[str]) -> int:
    """Open the window as a user's start does, and obey until it is closed."""
    start_quickly()  # all in the order of `genre_desktop.__main__`
    from genre_desktop.start import run

    stages: list[Stage] = []
    return run([Path(path) for path in paths], watch=lambda desktop: stages.append(Stage(desktop)))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
