"""The spectrum of any part of a track, at any zoom, measured in a process of its own."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, Signal, Slot

from genre_desktop.core.own_worker import ClosedError, NoAnswerError, OwnWorker
from genre_desktop.core.track import Track
from genre_desktop.dsp.sound import SoundError, Span
from genre_desktop.services.lane import Lane

if TYPE_CHECKING:  # no cycle: it loads numpy, which comes after the first paint
    from genre_desktop.core.track_spectrum import Look

log = logging.getLogger(__name__)

_SECONDS_AT_MOST: Final = 600.0  # a day of music


@dataclass(frozen=True, slots=True)
class StillWanted:
    """A part of a track to be measured.

    Attributes:
        track: Which.
        first_seconds: Where the part begins, counted from the start of the track.
        last_seconds: Where it ends, None for the end of the track.
        look: How it is looked at.
        columns: How many columns are of use.
    """

    track: Track
    first_seconds: float
    last_seconds: float | None
    look: Look
    columns: int

    @property
    def span(self) -> Span:
        """The part of the file."""
        start = self.track.span.start_seconds if self.track.span else 0.0
        end = self.track.span.end_seconds if self.track.span else None
        last = end if self.last_seconds is None else start + self.last_seconds
        return Span(start + self.first_seconds, last)


class Stills(QObject):
    """Answers for what was asked for last, and for nothing else.

    Signals:
        measured: The `StillWanted` and its `TrackSpectrum`.
        failed: The `StillWanted` and a sentence.
    """

    measured = Signal(object, object)
    failed = Signal(object, str)
    _answered = Signal(int, object, object, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lane = Lane("spectrum of a track")
        self._worker = OwnWorker()
        self._generation = 0
        self._answered.connect(self._hand_out, Qt.ConnectionType.QueuedConnection)

    def measure(self, wanted: StillWanted) -> None:
        """Measure a part; an earlier wish that was not begun yet is dropped."""
        self._generation += 1
        generation = self._generation
        self._lane.do(lambda: self._measure(generation, wanted))

    def forget(self) -> None:
        """Answer nothing of what was asked for."""
        self._generation += 1

    def close(self) -> None:
        """End thread and process."""
        self._generation += 1
        self._worker.close()
        self._lane.close()

    def _measure(self, generation: int, wanted: StillWanted) -> None:
        from genre_desktop.core.track_spectrum import track_spectrum

        if generation != self._generation or self._lane.stopping:
            return
        spectrum, sentence = None, ""
        try:
            spectrum = self._worker.ask(
                track_spectrum, wanted.track.path, wanted.span, wanted.look, 2 * wanted.columns,
                seconds_at_most=_SECONDS_AT_MOST,
            )  # fmt: skip
        except ClosedError:
            return
        except SoundError as error:
            sentence = str(error)
        except NoAnswerError as error:
            log.info("No spectrum of %r: %s", wanted.track.path, error)
            sentence = f"“{wanted.track.path.name}” could not be measured."
        if not self._lane.stopping:
            self._answered.emit(generation, wanted, spectrum, sentence)

    @Slot(int, object, object, str)
    def _hand_out(self, generation: int, wanted: object, spectrum: object, sentence: str) -> None:
        if generation != self._generation:
            return
        if spectrum is not None:
            self.measured.emit(wanted, spectrum)
        else:
            self.failed.emit(wanted, sentence)
