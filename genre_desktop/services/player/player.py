"""Plays the tracks of the list: what the window asks of the sound process and shows of it."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from genre_desktop.core.play_order import PlayOrder
from genre_desktop.core.track import Track
from genre_desktop.services.player.clock import Clock
from genre_desktop.services.player.loudness import loudness_factor
from genre_desktop.services.player.messages import (
    Began,
    Decoded,
    DeviceLost,
    DeviceOpened,
    Loudness,
    Pause,
    Piece,
    Play,
    PlayAfter,
    Refused,
    Stop,
    UseDevice,
)
from genre_desktop.services.player.passage import Moment, Passage
from genre_desktop.services.player.pieces import Pieces
from genre_desktop.services.player.player_state import PlayerState
from genre_desktop.services.player.sound_lives import SoundLives
from genre_desktop.services.player.stillness import Stillness

if TYPE_CHECKING:  # no cycle: it loads numpy, which comes after the first paint
    from genre_desktop.services.player.sound_apart import SoundApart

__all__ = ["Player", "PlayerState"]

_LOOK_MILLISECONDS: Final = 50, 120  # while it is waited for sound; then frames look sooner
_MOST_REFUSALS: Final = 100  # in a row: then the whole list may be gone


class Player(QObject):
    """Has a sound process of its own, which starts with `warm` or the first track.

    Signals:
        state_changed: The `PlayerState`.
        track_changed: The `Track` that is heard now, None where none is.
        decoding_began: A `Began`: from this place on, decoded samples are those of a piece.
        decoding_ended: A `Decoded`: no further samples of a piece will come.
        jumped: Another moment of the track is heard than would have followed.
        device_opened: The name of the device, "" where there is none.
        device_lost: The name of the device that has gone.
        refused: A track that cannot be played, and the sentence that says why.
    """

    state_changed = Signal(PlayerState)
    track_changed = Signal(object)
    decoding_began = Signal(object)
    decoding_ended = Signal(object)
    jumped = Signal()
    device_opened = Signal(str)
    device_lost = Signal(str)
    refused = Signal(Track, str)

    def __init__(
        self,
        order: PlayOrder,
        parent: QObject | None = None,
        *,
        stillness: Stillness | None = None,
    ) -> None:
        super().__init__(parent)
        self.order = order
        self._state = PlayerState.STOPPED
        self._lives = SoundLives(self)
        self._pieces = Pieces()
        self._passage = Passage()
        self._waiting: Moment | None = None  # asked for, not heard yet
        self._track: Track | None = None
        self._heard = self._refusals = 0  # number of its piece; of pieces, in a row
        self._asked: Track | None = None  # for it to begin, which it has not yet
        self._taken: Track | None = None  # what was asked for when the one before was decoded
        self._stillness = stillness or Stillness()
        self._even_loudness = True
        self._timer = QTimer(self, interval=_LOOK_MILLISECONDS[0])
        self._timer.timeout.connect(self.look)
        self._lives.told.connect(self._hear)
        self._lives.ended.connect(self._outlive)

    # What is

    @property
    def state(self) -> PlayerState:
        """What the player does."""
        return self._state

    @property
    def track(self) -> Track | None:
        """The track that is heard, or would be were it not paused."""
        return self._track

    @property
    def sound(self) -> SoundApart | None:
        """The sound process; its shared memory holds the samples."""
        return self._lives.present

    @property
    def last_began(self) -> Began | None:
        """What `decoding_began` told last of what may still be heard."""
        return self._passage.last_began

    @property
    def decoding(self) -> Track | None:
        """The track that is decoded, which may be the one that follows what is heard."""
        return self._passage.decoding

    def clock(self) -> Clock | None:
        """What was handed to the device last, None before anything was."""
        return self.sound.shared.clock() if self.sound is not None else None

    def moment(self) -> Moment:
        """What is heard now."""
        if self._waiting is not None or self.sound is None:
            return self._waiting or Moment()
        return self._passage.moment(self.sound.shared.clock(), time.perf_counter_ns()) or Moment()

    # What is asked for

    def warm(self) -> None:
        """Start the sound process, so that the first track need not wait for it."""
        self._lives.warm()

    def play(self, track: Track, seconds: float = 0.0, *, paused: bool = False) -> None:
        """Play a track from a moment on, at once."""
        self.warm()
        if self.sound is None:
            return
        if track != self._track:  # a jump takes nothing off what is lined up
            self.order.began(track)
        self._waiting, self._taken = Moment(track, max(0.0, seconds)), None
        self._passage.clear()
        self._pieces.clear()
        piece = self._piece(track, max(0.0, seconds))
        self._heard, self._asked, self._refusals = piece.number, track, 0
        self._timer.setInterval(_LOOK_MILLISECONDS[0])
        self._lives.ask(Play(piece, paused))
        self._set_track(track)
        self._set_state(PlayerState.PAUSED if paused else PlayerState.PLAYING)
        self.jumped.emit()

    @Slot()
    def toggle(self) -> None:
        """Pause, go on, or play from the beginning of the list."""
        if self._state is PlayerState.PLAYING:
            self.pause()
        elif self._state is PlayerState.PAUSED:
            self.resume()
        else:
            self._play_or_stop(self.order.next(None))

    @Slot()
    def pause(self) -> None:
        """Fall silent where we are."""
        if self._state is PlayerState.PLAYING:
            self._lives.ask(Pause(paused=True))
            self._set_state(PlayerState.PAUSED)

    @Slot()
    def resume(self) -> None:
        """Go on where we are; on another device where the one before has gone."""
        if self._state is not PlayerState.PAUSED or self._track is None:
            return
        if not self._lives.is_open:
            self.play(self._track, self.moment().seconds)
            return
        self._lives.ask(Pause(paused=False))
        self._set_state(PlayerState.PLAYING)

    @Slot()
    def stop(self) -> None:
        """Fall silent and let go of the file."""
        self._lives.ask(Stop())
        self._waiting = None
        self._passage.clear()
        self._set_track(None)
        self._set_state(PlayerState.STOPPED)

    def seek(self, seconds: float) -> None:
        """Go to a moment of the track; paused stays paused."""
        if self._track is not None:
            self.play(self._track, seconds, paused=self._state is PlayerState.PAUSED)

    def skip(self, seconds: float) -> None:
        """Go so far forwards, or backwards."""
        self.seek(self.moment().seconds + seconds)

    @Slot()
    def play_next(self) -> None:
        """Play the next track; stop where there is none."""
        self._play_or_stop(self.order.next(self._track))

    @Slot()
    def play_previous(self) -> None:
        """Play the track from its beginning, or the previous one in its first seconds."""
        previous = self.order.previous(self._track)
        if previous is None or self.moment().seconds > 3.0:
            self.seek(0.0)
        else:
            self._play_or_stop(previous)

    def set_volume(self, volume: float, *, muted: bool) -> None:
        """Set the travel of the volume control, 0 to 1."""
        self._lives.ask(Loudness(0.0 if muted else loudness_factor(volume)))

    def set_even_loudness(self, *, on: bool) -> None:
        """Obey ReplayGain and R128 fields, or play samples as they are, from now on."""
        if on != self._even_loudness:
            self._even_loudness = on
            self.seek(self.moment().seconds)

    def use_device(self, name: str, latency_seconds: float) -> None:
        """Sound on a device from now on, "" for the default one; what plays goes on there."""
        moment, state = self.moment(), self._state
        self._lives.ask(UseDevice(name, latency_seconds))
        if moment.track is not None and state is not PlayerState.STOPPED:
            self.play(moment.track, moment.seconds, paused=state is PlayerState.PAUSED)

    @Slot()
    def order_changed(self) -> None:
        """The list, or what follows in it, is another: what comes next may be as well."""
        decoding, heard = self._passage.decoding, self._track
        if decoding is None or heard is None:
            return
        if self.order.agrees(heard, self._ahead()):
            self._ask_for_next(decoding)
        else:
            self.seek(self.moment().seconds)  # other samples are to follow than lie ready

    def close(self) -> None:
        """End the sound process; nothing is played any more."""
        self._timer.stop()
        self._lives.close()

    # What happens

    @Slot(object)
    def _hear(self, event: object) -> None:
        self._stillness.end()
        match event:
            case Began():
                self._begin(event)
            case Decoded() if event.number in self._pieces or self._passage.holds(event.number):
                self._taken = self._asked
                self._passage.end(event)
                self.decoding_ended.emit(event)
            case Refused():
                self._refuse(event)
            case DeviceOpened():
                self.device_opened.emit(event.name)
            case DeviceLost():
                self._wait_for_device(event.name)

    def _begin(self, began: Began) -> None:
        track = self._pieces.begin(began.number)
        if track is None:
            return
        if track != self._asked:  # the wish for another one came too late
            self.seek(self.moment().seconds)
            return
        self._refusals, self._taken = 0, None
        self._passage.begin(began, track)
        self.decoding_began.emit(began)
        self._ask_for_next(track)
        self.look()

    def _refuse(self, event: Refused) -> None:
        track = self._pieces.refuse(event.number)
        if track is None:
            return
        self.refused.emit(track, event.sentence)
        self._refusals += 1
        self._asked = self._taken = None
        following = self.order.following(track, self._ahead())
        if following in (None, track) or self._refusals >= _MOST_REFUSALS:
            if self._passage.decoding is None:
                self.stop()
            return
        self._ask_for(following)
        if self._waiting is not None:
            self._waiting = Moment(following)
            self._set_track(following)

    def _wait_for_device(self, name: str) -> None:
        self._waiting = self.moment()
        self._passage.clear()
        self._set_state(PlayerState.PAUSED)
        self._lives.start_anew()
        self.device_lost.emit(name)

    @Slot()
    def _outlive(self) -> None:
        """The process has ended: by the device where none was open yet, else by what it decoded."""
        moment, was_open = self.moment(), self._lives.is_open
        is_replaced = self._lives.replace()
        if moment.track is None:
            return
        if is_replaced and not was_open:
            self.play(moment.track, moment.seconds, paused=self._state is PlayerState.PAUSED)
            return
        decoded = self._passage.decoded_now(self._asked) if was_open else None
        words = self.tr("The player's own process ended while “%1” was heard.")
        if decoded:
            words = self.tr("“%1” ended the player's own process; it cannot be played.")
        elif not is_replaced:
            words = self.tr("The player's own process never begins to play; “%1” cannot be played.")
        self._blame(decoded or moment.track, words)
        self.stop()

    def _give_up(self, track: Track) -> None:
        """Wait no longer for a track; others may lie on the same drive."""
        words = self.tr(
            "Nothing came of “%1” for a minute; playing was stopped. "
            "Look whether its drive answers."
        )
        self._blame(track, words)
        self.order.stop_after_this = False
        self.stop()

    def _blame(self, track: Track, words: str) -> None:
        self.refused.emit(track, words.replace("%1", track.name))

    @Slot()
    def look(self) -> None:
        """Notice what is heard by now: by a timer or, at less cost, with a frame."""
        clock, now = self.clock(), time.perf_counter_ns()
        if clock is None or self._was_held_up(clock):
            return
        moment = self._passage.moment(clock, now)
        if moment is None:
            return
        self._waiting = None
        self._timer.setInterval(_LOOK_MILLISECONDS[1])
        if moment.piece != self._heard and moment.track is not None:
            self._heard = moment.piece
            self.order.began(moment.track)
            self._set_track(moment.track)
        if self._asked is None and self._passage.is_over(clock, now):
            self.order.stop_after_this = False
            self.stop()

    # Steps

    def _was_held_up(self, clock: Clock) -> bool:
        """Whether nothing came for too long; then it is waited for no longer."""
        is_open, is_playing = self._lives.is_open, self._state is PlayerState.PLAYING
        if not is_playing or not self._stillness.is_too_long(clock, is_open=is_open):
            return False
        track = self._passage.decoded_now(self._taken or self._asked) or self._track
        if is_open and track is not None:
            self._give_up(track)
        else:
            self._outlive()  # the device holds it up
        return True

    def _piece(self, track: Track, seconds: float = 0.0) -> Piece:
        return self._pieces.new(track, seconds, even_loudness=self._even_loudness)

    def _ahead(self) -> list[Track]:
        """What is decoded already and heard after the present track."""
        clock = self.clock()
        return self._passage.ahead(clock, time.perf_counter_ns()) if clock is not None else []

    def _ask_for_next(self, track: Track) -> None:
        self._ask_for(self.order.following(track, self._ahead()))

    def _ask_for(self, track: Track | None) -> None:
        self._asked = track
        self._lives.ask(PlayAfter(self._piece(track) if track is not None else None))

    def _play_or_stop(self, track: Track | None) -> None:
        if track is not None:
            self.play(track)
        else:
            self.stop()

    def _set_track(self, track: Track | None) -> None:
        if track != self._track:
            self._track = track
            self.track_changed.emit(track)

    def _set_state(self, state: PlayerState) -> None:
        if state is PlayerState.PLAYING:
            self._stillness.end()
            self._timer.start()
        else:
            self._timer.stop()
        if state is not self._state:
            self._state = state
            self.state_changed.emit(state)
