"""Where samples go: what every output does with them, and the one that makes no sound.

An output takes samples from the stretch it was given last, keeps the shared clock, and fades over
a few milliseconds where sound would otherwise begin or end with a click.
"""

import threading
import time
from typing import Final, Protocol

import numpy as np
from numpy.typing import NDArray

from genre_desktop.services.player.clock import Clock
from genre_desktop.services.player.shared_sound import SharedSound
from genre_desktop.services.player.stretch import Stretch

Samples = NDArray[np.float32]

SILENT_RATE: Final = 48_000
FADE_SECONDS: Final = 0.01
_SILENT_BLOCK: Final = 480


class Output(Protocol):
    """Something that plays.

    Attributes:
        name: Of the device, "" for none.
        rate: Samples a second.
    """

    name: str
    rate: int

    def play(self, stretch: Stretch) -> None:
        """Take samples from this stretch from now on."""

    def pause(self, *, paused: bool) -> None:
        """Fall silent where we are, or go on."""

    def set_loudness(self, factor: float) -> None:
        """Multiply samples by this from now on."""

    def is_alive(self) -> bool:
        """False once the device has gone."""

    def close(self) -> None:
        """Let go of the device."""


class Mixer:
    """What happens in the callback of a device; called by its thread."""

    def __init__(self, shared: SharedSound, rate: int) -> None:
        self._shared = shared
        self._rate = rate
        self._stretch = self._next = Stretch(0, rate)
        self._rise = np.linspace(0.0, 1.0, round(FADE_SECONDS * rate), dtype=np.float32)
        self._ramp = np.empty_like(self._rise)
        self._told = -1
        self._paused = False
        self._factor = 1.0
        self._level = 0.0  # of the fade, 1 while sound is on
        self._underflows = 0

    def play(self, stretch: Stretch) -> None:
        """Fade out what is playing, and take samples from this stretch from then on."""
        self._next = stretch

    def pause(self, *, paused: bool) -> None:
        """Fall silent where we are, or go on."""
        self._paused = paused

    def set_loudness(self, factor: float) -> None:
        """Multiply samples by this from now on."""
        self._factor = factor

    def count_underflow(self) -> None:
        """The device had to wait for us."""
        self._underflows += 1

    def fill(self, out: Samples, heard_at_ns: int) -> None:
        """Fill a device's buffer (n, 2) and keep the clock.

        Args:
            out: Float32, whatever it holds before.
            heard_at_ns: When its first sample is heard, by `time.perf_counter_ns`.
        """
        stretch, done = self._next, 0  # which another thread may change
        if stretch is not self._stretch:
            done = self._take(out[: len(self._rise)], 0.0) if self._level else 0
            self._stretch, self._level = stretch, 0.0
        place = stretch.taken
        if not self._paused:
            count = self._take(out[done:], self._factor)
        else:
            count = self._take(out[done : done + len(self._rise)], 0.0) if self._level else 0
            self._level = 0.0
        out[done + count :] = 0.0
        if count or stretch.number != self._told:  # else what was told last is still being heard
            self._told = stretch.number
            at_ns = heard_at_ns + round(done / self._rate * 1e9)
            self._shared.keep_clock(
                Clock(stretch.number, place, at_ns, place + count, self._rate, self._underflows)
            )

    def _take(self, out: Samples, wanted: float) -> int:
        """Take what there is, from the level of before to the one that is wanted now."""
        count = self._stretch.take(out)
        faded = min(count, len(self._rise)) if wanted != self._level else 0
        if faded:
            ramp = self._ramp[:faded]
            whole = (len(self._rise) - 1) / max(1, faded - 1)  # in a block shorter than the fade
            np.multiply(self._rise[:faded], (wanted - self._level) * whole, out=ramp)
            ramp += self._level
            out[:faded] *= ramp[:, np.newaxis]
            self._level = wanted
        if wanted != 1.0:
            out[faded:count] *= wanted
        return count


class SilentOutput:
    """Plays nowhere, in time with the clock."""

    name = ""
    rate = SILENT_RATE

    def __init__(self, shared: SharedSound) -> None:
        self._mixer = Mixer(shared, self.rate)
        self.play = self._mixer.play
        self.pause = self._mixer.pause
        self.set_loudness = self._mixer.set_loudness
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run, name="silent output", daemon=True)
        self._thread.start()

    def is_alive(self) -> bool:
        """Always: there is nothing that could go."""
        return True

    def close(self) -> None:
        """End the thread."""
        self._ended.set()
        self._thread.join()

    def _run(self) -> None:
        out = np.zeros((_SILENT_BLOCK, 2), np.float32)
        due = time.perf_counter()
        while not self._ended.wait(max(0.0, due - time.perf_counter())):
            self._mixer.fill(out, round(due * 1e9))
            due = max(due + _SILENT_BLOCK / self.rate, time.perf_counter() - 0.1)
