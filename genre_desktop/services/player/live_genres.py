"""Hears the genres of what is played while it is decoded ahead, where nobody has heard it yet."""

from __future__ import annotations

import logging
from collections import deque
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from genre_desktop.core.own_worker import ClosedError, NoAnswerError, OwnWorker
from genre_desktop.core.track import Track
from genre_desktop.inference.refusal import PackageRefused
from genre_desktop.services.lane import Lane
from genre_desktop.services.player.messages import Began, Decoded
from genre_desktop.services.player.player import Player, PlayerState

if TYPE_CHECKING:  # no cycle: it loads numpy, which comes after the first paint
    from genre_desktop.services.player.shared_sound import SharedSound

log = logging.getLogger(__name__)

PIECE_SECONDS: Final = 3.0
_CONTEXT_PIECES: Final = 3  # heard along with each: a network hears a piece within its music
_SHORTEST_SECONDS: Final = 1.0  # what is left at the end of a track and shorter is left out
_LOOK_MILLISECONDS: Final = 200
_REST_MILLISECONDS: Final = 60_000  # without anything to hear, before the process ends
_SECONDS_AT_MOST: Final = 60.0  # the first answer waits for a process, and for the package's proof


class LivePiece(NamedTuple):
    """Some seconds of a track as a model heard them.

    Attributes:
        start_seconds: Counted from the start of the track.
        labels: The genres.
        probabilities: One for each genre; none where the piece is silence.
    """

    start_seconds: float
    labels: tuple[str, ...]
    probabilities: tuple[float, ...]


@dataclass(slots=True)
class _Stretch:
    """Decoded samples of one track without a jump.

    Attributes:
        began: Where they lie.
        end: Place behind the last one, None while more may come.
        next_piece: Number of the piece to be heard next.
    """

    track: Track
    began: Began
    shared: SharedSound
    end: int | None = None
    next_piece: int = 0

    @property
    def piece_samples(self) -> int:
        return round(PIECE_SECONDS * self.began.rate)

    def place(self, piece: int) -> int:
        """Where a piece begins."""
        return self.began.decoded + piece * self.piece_samples

    def is_over(self) -> bool:
        """Whether nothing that is worth hearing is left."""
        least = round(_SHORTEST_SECONDS * self.began.rate)
        return self.end is not None and self.end - self.place(self.next_piece) < least


class LiveGenres(QObject):
    """Hears nothing before it is asked to, and a track only until it is told to stop.

    Signals:
        piece_heard: The `Track` and a `LivePiece` of it, mostly before it is heard.
        model_changed: What was heard so far is of another model.
    """

    piece_heard = Signal(Track, LivePiece)
    model_changed = Signal()
    _answered = Signal(int, Track, object)

    def __init__(self, player: Player, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._player = player
        self._lane = Lane("live genres")
        self._worker = OwnWorker()
        self._model_folder: Path | None = None
        self._stretches: deque[_Stretch] = deque()
        self._generation = 0
        self._is_asking = False
        self._timer = QTimer(self, interval=_LOOK_MILLISECONDS)
        self._timer.timeout.connect(self._look)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MILLISECONDS)
        self._rest.timeout.connect(lambda: self._lane.do(self._end_process))
        self._answered.connect(self._hand_out, Qt.ConnectionType.QueuedConnection)
        player.jumped.connect(self.stop)
        player.state_changed.connect(self._follow_state)
        player.decoding_ended.connect(self._end)

    def use_model(self, folder: Path) -> None:
        """Hear with this package from now on."""
        if folder != self._model_folder:
            self._model_folder = folder
            self.stop()
            self.model_changed.emit()

    def hear(self, track: Track, began: Began) -> None:
        """Hear what is decoded of a track from here on, after what is being heard already."""
        sound = self._player.sound
        if sound is not None:
            self._rest.stop()
            self._stretches.append(_Stretch(track, began, sound.shared))
            self._timer.start()
            self._look()

    def forget(self, track: Track) -> None:
        """Hear this track no further: it is known by now."""
        if any(stretch.track == track for stretch in self._stretches):
            self._stretches = deque(each for each in self._stretches if each.track != track)
            self._generation += 1
            self._is_asking = False
            self._look()

    @Slot()
    def stop(self) -> None:
        """Hear nothing more; what is asked for already is not answered."""
        self._generation += 1
        self._is_asking = False
        self._stretches.clear()
        self._rest_soon()

    def close(self) -> None:
        """End thread and process."""
        self.stop()
        self._rest.stop()
        self._lane.stop()
        self._worker.close()
        self._lane.close()

    @Slot(PlayerState)
    def _follow_state(self, state: PlayerState) -> None:
        if state is PlayerState.STOPPED:
            self.stop()

    @Slot(object)
    def _end(self, decoded: object) -> None:
        assert isinstance(decoded, Decoded)
        clock = self._player.clock()
        for stretch in self._stretches:
            if stretch.began.number == decoded.number and clock is not None and clock.rate:
                passed = (decoded.played - stretch.began.played) / clock.rate
                stretch.end = stretch.began.decoded + round(passed * stretch.began.rate)

    @Slot()
    def _look(self) -> None:
        """Ask for the next piece once all of it is decoded."""
        while self._stretches and self._stretches[0].is_over():
            self._stretches.popleft()
        if not self._stretches:
            self._rest_soon()
            return
        if self._is_asking or self._model_folder is None:
            return
        stretch = self._stretches[0]
        moment = self._player.moment()
        if moment.track == stretch.track and moment.decoded >= stretch.began.decoded:
            passed = int(moment.decoded) - stretch.began.decoded  # a busy machine lags behind
            stretch.next_piece = max(stretch.next_piece, passed // stretch.piece_samples)
        piece = stretch.next_piece
        last = stretch.place(piece + 1)
        if stretch.end is not None:
            last = min(last, stretch.end)
        if stretch.shared.decoded >= last:
            stretch.next_piece += 1
            self._ask(stretch, piece, last, self._model_folder)

    def _rest_soon(self) -> None:
        self._timer.stop()
        if self._worker.process_ids():
            self._rest.start()

    def _ask(self, stretch: _Stretch, piece: int, last: int, folder: Path) -> None:
        self._is_asking = True
        generation = self._generation
        self._lane.do(lambda: self._hear(generation, stretch, piece, last, folder))

    # In the lane's thread

    def _end_process(self) -> None:
        """Give its memory back; the next piece has another process."""
        worker, self._worker = self._worker, OwnWorker()
        worker.close()

    def _hear(
        self, generation: int, stretch: _Stretch, piece: int, last: int, folder: Path
    ) -> None:
        from genre_desktop.core.live_genres import hear_live

        if generation != self._generation or self._lane.stopping:
            return
        first = stretch.place(max(0, piece - _CONTEXT_PIECES))
        samples = stretch.shared.samples(first, last)
        lost = last - first - len(samples)  # a high rate fills the ring sooner
        samples = samples[-lost % stretch.piece_samples :]  # to the beginning of a piece
        heard: LivePiece | None = None
        try:
            if len(samples):
                labels, probabilities = self._worker.ask(
                    hear_live, folder, samples.mean(axis=1), stretch.began.rate,
                    seconds_at_most=_SECONDS_AT_MOST,
                )  # fmt: skip
                start = stretch.began.seconds + piece * PIECE_SECONDS
                heard = LivePiece(start, labels, probabilities)
        except ClosedError:
            return
        except (NoAnswerError, PackageRefused, OSError) as error:
            log.info("Nothing is heard live: %s", error)
        if not self._lane.stopping:
            self._answered.emit(generation, stretch.track, heard)

    # In the window's thread

    @Slot(int, Track, object)
    def _hand_out(self, generation: int, track: Track, heard: object) -> None:
        if generation != self._generation:
            return
        self._is_asking = False
        if isinstance(heard, LivePiece):
            self.piece_heard.emit(track, heard)
        self._look()
