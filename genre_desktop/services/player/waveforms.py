"""Measures the waveform of the track that is played, in a process of its own."""

from __future__ import annotations

import logging
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal, Slot

from genre_desktop.core.own_worker import ClosedError, NoAnswerError, OwnWorker
from genre_desktop.core.track import Track
from genre_desktop.dsp.sound import SoundError
from genre_desktop.services.lane import Lane

log = logging.getLogger(__name__)

_MOST_PARTS: Final = 4_096
_SECONDS_AT_MOST: Final = 600.0  # a day of music


class Waveforms(QObject):
    """Answers for the track that was asked for last, and for no other.

    Signals:
        measured: The `Track` and its `Overview`.
    """

    measured = Signal(Track, object)
    _measured_one = Signal(int, Track, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lane = Lane("waveforms")
        self._worker = OwnWorker()
        self._generation = 0
        self._is_waited_for = False
        self._measured_one.connect(self._hand_out, Qt.ConnectionType.QueuedConnection)

    def measure(self, track: Track) -> None:
        """Measure a track; over an earlier wish that was not answered yet the process ends."""
        if self._is_waited_for:
            dropped, self._worker = self._worker, OwnWorker()
            dropped.close(wait=False)  # this is the window's thread
        self._is_waited_for = True
        self._generation += 1
        self._lane.do(partial(self._measure, self._generation, self._worker, track))

    def close(self) -> None:
        """End thread and process; nothing is answered any more."""
        self._generation += 1
        self._worker.close()
        self._lane.close()

    def _measure(self, generation: int, worker: OwnWorker, track: Track) -> None:
        from genre_desktop.core.track_overview import track_overview

        if generation != self._generation or self._lane.stopping:
            return
        overview = None
        try:
            overview = worker.ask(
                track_overview, track.path, track.span, _MOST_PARTS,
                seconds_at_most=_SECONDS_AT_MOST,
            )  # fmt: skip
        except ClosedError:
            return
        except (NoAnswerError, SoundError) as error:
            log.info("No waveform of %r: %s", track.path, error)
        if not self._lane.stopping:
            self._measured_one.emit(generation, track, overview)

    @Slot(int, Track, object)
    def _hand_out(self, generation: int, track: Track, overview: object) -> None:
        if generation != self._generation:
            return
        self._is_waited_for = False
        if overview is not None:
            self.measured.emit(track, overview)
