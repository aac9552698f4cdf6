"""Hears one track with several models, in a process of its own."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal, Slot

from genre_desktop.core.own_worker import ClosedError, NoAnswerError, OwnWorker
from genre_desktop.core.track import Track
from genre_desktop.services.lane import Lane

_SECONDS_AT_MOST: Final = 1_800.0  # a mix of hours, with an ensemble


class Comparing(QObject):
    """One track at a time; what was asked for before is forgotten.

    Signals:
        heard: The folder of a model and the `Outcome` that it gives.
        failed: The folder of a model that gave no answer.
    """

    heard = Signal(Path, object)
    failed = Signal(Path)
    _answered = Signal(int, Path, object)

    def __init__(self, data_folder: Path, parent: QObject | None = None) -> None:
        """Prepare; the process starts with the first track.

        Args:
            data_folder: Where the library lies, which may know the answer.
            parent: The Qt parent.
        """
        super().__init__(parent)
        self._data_folder = data_folder
        self._lane = Lane("comparing")
        self._worker = OwnWorker()
        self._generation = 0
        self._answered.connect(self._hand_out, Qt.ConnectionType.QueuedConnection)

    def hear(self, track: Track, models: Sequence[Path]) -> None:
        """Hear a track with each of these models, in this order."""
        self.forget()
        for folder in models:
            self._lane.do(partial(self._hear, self._generation, self._worker, track, folder))

    def forget(self) -> None:
        """Give up what was asked for; the process ends with what it is at."""
        self._generation += 1
        worker, self._worker = self._worker, OwnWorker()
        worker.close(wait=False)  # this is the window's thread

    def close(self) -> None:
        """End the process and the thread."""
        self._lane.stop()
        self._worker.close()
        self._lane.close()

    def _hear(self, generation: int, worker: OwnWorker, track: Track, folder: Path) -> None:
        from genre_desktop.core.library import LIBRARY_NAME
        from genre_desktop.core.recognise import Request, recognise

        if generation != self._generation:
            return
        request = Request(track, folder, self._data_folder / LIBRARY_NAME)
        try:
            outcome = worker.ask(recognise, request, seconds_at_most=_SECONDS_AT_MOST)
        except ClosedError:
            return
        except NoAnswerError:
            outcome = None
        if not self._lane.stopping:
            self._answered.emit(generation, folder, outcome)

    @Slot(int, Path, object)
    def _hand_out(self, generation: int, folder: Path, outcome: object) -> None:
        if generation != self._generation:
            return
        if outcome is None:
            self.failed.emit(folder)
        else:
            self.heard.emit(folder, outcome)
