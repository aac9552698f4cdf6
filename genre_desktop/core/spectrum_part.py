"""The spectrum of a part of a track in columns of equal width, at any zoom."""

import math
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from genre_desktop.core.track_spectrum import Look, TrackSpectrum
from genre_desktop.dsp.dbfs import LONGEST_WINDOW, SpectrumSpec, dbfs, mean_power_at
from genre_desktop.dsp.playback import PlaybackStream, open_playback
from genre_desktop.dsp.regular_file import shown_name
from genre_desktop.dsp.sound import Problem, SoundError, Span

Samples = NDArray[np.float32]
Levels = NDArray[np.float32]

_LOWEST_RATE: Final = 8_000
_RUN_UP_SECONDS: Final = (
    LONGEST_WINDOW / 2 / _LOWEST_RATE
)  # a window reaches back before its middle
_BLOCK_WINDOWS: Final = 16


@dataclass(frozen=True, slots=True)
class Part:
    """Times of a track that are to be measured.

    Attributes:
        first_seconds: Counted from the start of the track.
        seconds: How long.
        columns: How many columns of equal width.
    """

    first_seconds: float
    seconds: float
    columns: int


@dataclass(frozen=True, slots=True)
class TrackExtent:
    """How far a track goes.

    Attributes:
        rate: Samples a second in the file; half of it is the highest frequency.
        seconds: Its length.
    """

    rate: int
    seconds: float


def be_ready() -> None:
    """Do nothing: a process that is asked for it has loaded what the others need."""


def track_extent(path: Path, span: Span | None) -> TrackExtent:
    """Read a track's length off its header; decode it where the header says nothing.

    Raises:
        SoundError: The file cannot be decoded.
    """
    with open_playback(path, span) as sound:
        if sound.length_seconds:
            return TrackExtent(sound.rate, sound.length_seconds)
        seconds = sum(len(block.samples) / block.rate for block in sound.blocks())
        if not seconds:
            raise SoundError(Problem.NO_SAMPLES, f"“{shown_name(path)}” holds no sound.")
        return TrackExtent(sound.rate, seconds)


def part_spectrum(path: Path, span: Span | None, look: Look, part: Part) -> TrackSpectrum:
    """Decode a part of a track and measure it.

    Args:
        path: The file.
        span: The part of it that is the track, None for everything.
        look: How it is looked at.
        part: What of it; columns behind the end of the track are left out.

    Raises:
        SoundError: The file cannot be decoded.
    """
    # whole seconds are whole samples at every rate
    start = max(0.0, math.floor(part.first_seconds - _RUN_UP_SECONDS))
    with open_playback(path, span, start) as sound:
        columns = _columns_of(sound, look, part, part.first_seconds - start)
        power = columns.power()
        seconds = part.seconds * len(power) / part.columns
        return TrackSpectrum(dbfs(power), columns.rate, seconds)


def _columns_of(
    sound: PlaybackStream, look: Look, part: Part, lead_seconds: float
) -> "_WideColumns":
    columns: _WideColumns | None = None
    for block in sound.blocks():
        if columns is None:
            columns = _WideColumns(block.rate, look, part, lead_seconds)
        if block.rate != columns.rate:
            break  # from here on it is another recording
        if not columns.push(block.samples):
            break
    if columns is None:
        columns = _WideColumns(sound.rate, look, part, lead_seconds)
    columns.finish()
    return columns


class _WideColumns:
    """The mean power of each column: of windows that overlap by half, at least of one."""

    def __init__(self, rate: int, look: Look, part: Part, lead_seconds: float) -> None:
        self.rate = rate
        self._spec = SpectrumSpec(rate, look.window_samples, look.window)
        self._channel = look.channel
        self._half = look.window_samples // 2
        width = part.seconds * rate / part.columns
        self._each = max(1, math.ceil(width / self._half))
        numbers = np.arange(part.columns * self._each) + 0.5
        centres = lead_seconds * rate + numbers * (width / self._each)
        self._centres = np.floor(centres).astype(np.int64)
        self._done = 0
        self._sums = np.zeros((part.columns, self._spec.bins), np.float32)
        self._waiting = np.zeros((0, 2), np.float32)
        self._first = 0  # number of the first sample that waits

    def push(self, stereo: Samples) -> bool:
        """Take the next samples (n, 2); False where no more are needed."""
        self._waiting = np.concatenate([self._waiting, stereo])
        if len(self._waiting) >= _BLOCK_WINDOWS * self._spec.window_samples:
            self._take(self._first + len(self._waiting) - self._half)
        return self._done < len(self._centres)

    def finish(self) -> None:
        """No more samples come: behind them there is silence."""
        self._take(self._first + len(self._waiting))

    def power(self) -> Levels:
        """Return (columns, bins) of the columns that there are samples for."""
        columns = -(-self._done // self._each)
        counts = np.full(columns, self._each, np.float32)
        if columns:
            counts[-1] = self._done - (columns - 1) * self._each
        power: Levels = self._sums[:columns] / counts[:, np.newaxis]
        return power

    def _take(self, end: int) -> None:
        """Measure around the centres that lie before a sample."""
        ready = int(np.searchsorted(self._centres, end))
        if ready > self._done:
            centres = self._centres[self._done : ready] - self._first
            power = mean_power_at(self._channel.of(self._waiting), centres, self._spec)
            columns = np.arange(self._done, ready) // self._each
            starts = np.flatnonzero(np.diff(columns, prepend=-1))
            self._sums[columns[starts]] += np.add.reduceat(power, starts, axis=0)
            self._done = ready
        following = int(self._centres[ready]) - self._half if ready < len(self._centres) else end
        passed = min(len(self._waiting), max(0, following - self._first))
        self._waiting = self._waiting[passed:]
        self._first += passed
