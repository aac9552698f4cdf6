"""The thread that decodes pieces ahead of what is heard, one after another without a gap."""

import logging
import threading
from collections.abc import Callable, Iterator
from itertools import chain
from typing import Final

import numpy as np

from genre_desktop.core.replay_gain import playing_factor
from genre_desktop.core.tags import read_loudness
from genre_desktop.dsp.playback import PlaybackStream, StereoResampler, open_playback
from genre_desktop.dsp.regular_file import shown_name
from genre_desktop.dsp.sound import Problem, SoundError
from genre_desktop.services.player.messages import Began, Decoded, Event, Piece, Refused
from genre_desktop.services.player.shared_sound import SharedSound
from genre_desktop.services.player.stretch import Samples, Stretch

log = logging.getLogger(__name__)

_LOOK_AGAIN_SECONDS: Final = 0.02
_SECONDS_TO_CLOSE: Final = 1.0


class Feeder:
    """Fills one stretch; a jump needs a new feeder.

    Args:
        stretch: What it fills.
        rate: Of the device.
        piece: Where it begins.
        shared: Where decoded samples are shown to the window.
        tell: Called from the thread with what happens.
    """

    def __init__(
        self,
        stretch: Stretch,
        rate: int,
        piece: Piece,
        shared: SharedSound,
        tell: Callable[[Event], None],
    ) -> None:
        self._stretch = stretch
        self._resampler = StereoResampler(rate)
        self._next: Piece | None = piece
        self._shared = shared
        self._tell = tell
        self._changed = threading.Condition()
        self._ended = False
        self._thread = threading.Thread(target=self._run, name="feeder", daemon=True)
        self._thread.start()

    def play_after(self, piece: Piece | None) -> None:
        """Go on with this piece once the present one is decoded."""
        with self._changed:
            self._next = piece
            self._changed.notify()

    def end(self) -> None:
        """Have the thread end; it adds nothing from now on, even where a file holds it up."""
        with self._changed:
            self._ended = True
            self._changed.notify()

    def close(self) -> None:
        """End the thread; every file is closed when this returns, but for one that holds it up."""
        self.end()
        self._thread.join(_SECONDS_TO_CLOSE)

    def _run(self) -> None:
        for piece in self._pieces():
            try:
                self._feed(piece)
            except SoundError as error:
                self._refuse(piece, str(error))
            except Exception as error:  # the player goes on with the next
                log.exception("Playing %r failed.", piece.path)
                self._refuse(piece, f"“{shown_name(piece.path)}” cannot be played: {error}")
            if not self._ended:
                self._tell(Decoded(piece.number, self._stretch.number, self._stretch.added))

    def _refuse(self, piece: Piece, sentence: str) -> None:
        if not self._ended:
            self._tell(Refused(piece.number, sentence))

    def _pieces(self) -> Iterator[Piece]:
        """What is to be played, waiting for more until the end."""
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._ended or self._next is not None)
                if self._ended or self._next is None:
                    return
                piece, self._next = self._next, None
            yield piece

    def _feed(self, piece: Piece) -> None:
        with open_playback(piece.path, piece.span, piece.start_seconds) as sound:
            factor = playing_factor(read_loudness(piece.path)) if piece.even_loudness else 1.0
            blocks = sound.blocks()
            first = next(blocks, None)
            if first is None and piece.start_seconds == 0.0:
                name = shown_name(piece.path)
                raise SoundError(Problem.NO_SAMPLES, f"“{name}” holds no sound; get it again.")
            if not self._ended:
                self._tell_began(piece, sound)
            for block in chain([first] if first is not None else [], blocks):
                self._show(block.samples)
                if not self._add(_scaled(self._resampler.push(block), factor)):
                    return
        if self._next is None:
            self._add(self._resampler.flush())

    def _tell_began(self, piece: Piece, sound: PlaybackStream) -> None:
        self._tell(
            Began(
                piece.number,
                self._stretch.number,
                self._stretch.added,
                self._shared.decoded,
                piece.start_seconds,
                sound.rate,
                sound.length_seconds,
            )
        )

    def _show(self, samples: Samples) -> None:
        """Show decoded samples to the window, unless another feeder does by now."""
        with self._changed:
            if not self._ended:
                self._shared.append(samples)

    def _add(self, samples: Samples) -> bool:
        """Add samples as room comes; False where all was given up."""
        while len(samples):
            with self._changed:
                if self._ended:
                    return False
                room = min(self._stretch.room, len(samples))
                if not room:
                    self._changed.wait(_LOOK_AGAIN_SECONDS)
                    continue
            self._stretch.add(samples[:room])
            samples = samples[room:]
        return True


def _scaled(samples: Samples, factor: float) -> Samples:
    return samples if factor == 1.0 else samples * np.float32(factor)
