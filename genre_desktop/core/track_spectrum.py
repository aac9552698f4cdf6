"""The spectrum of a whole track over time, at its own rate, in memory that is bounded."""

from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from genre_desktop.dsp.dbfs import SpectrumSpec, Window, dbfs, mean_power_at
from genre_desktop.dsp.frequency_axis import Scale
from genre_desktop.dsp.playback import open_playback
from genre_desktop.dsp.regular_file import shown_name
from genre_desktop.dsp.sound import Problem, SoundError, Span

Samples = NDArray[np.float32]
Levels = NDArray[np.float32]

_BLOCK_WINDOWS: Final = 16


class Channel(Enum):
    """What of a stereo track is looked at: both sides, one of them, or what they share or not."""

    BOTH = "both"
    LEFT = "left"
    RIGHT = "right"
    MID = "mid"
    SIDE = "side"

    def of(self, stereo: Samples) -> Samples:
        """Return float32 (signals, n) of stereo samples (n, 2): that of which power is the mean."""
        left, right = stereo[:, 0], stereo[:, 1]
        match self:
            case Channel.LEFT:
                return np.stack([left])
            case Channel.RIGHT:
                return np.stack([right])
            case Channel.MID:
                return np.stack([(left + right) * np.float32(0.5)])
            case Channel.SIDE:
                return np.stack([(left - right) * np.float32(0.5)])
            case _:
                return np.stack([left, right])


@dataclass(frozen=True, slots=True)
class TrackSpectrum:
    """A track's levels.

    Attributes:
        levels: float32 (columns, bins), dB re full scale, each column the mean power of its time.
        rate: Samples a second in the file.
        seconds: Length of what was decoded.
    """

    levels: Levels
    rate: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Look:
    """How a track is looked at.

    Attributes:
        channel: What of it; `BOTH` is the mean of the powers of left and right, `MID` the power of
            their mean, in which what is opposite vanishes.
        window: Window function.
        window_samples: Length of the window; successive ones overlap by half.
    """

    channel: Channel
    window: Window
    window_samples: int

    def over(self, scale: Scale) -> "Look":
        """Over mel frequencies both channels are what the models hear: their mean."""
        if scale is Scale.MEL and self.channel is Channel.BOTH:
            return replace(self, channel=Channel.MID)
        return self


def track_spectrum(path: Path, span: Span | None, look: Look, most_columns: int) -> TrackSpectrum:
    """Decode a track and measure it.

    Args:
        path: The file.
        span: The part of it that is the track, None for everything.
        look: How it is looked at.
        most_columns: How many columns there may be; at least half as many come back, unless the
            track is very short.

    Raises:
        SoundError: The file cannot be decoded.
    """
    meter: _Meter | None = None
    samples, rate = 0, 0
    with open_playback(path, span) as sound:
        for block in sound.blocks():
            if meter is None:
                rate = block.rate
                spec = SpectrumSpec(rate, look.window_samples, look.window)
                meter = _Meter(spec, look.channel, most_columns)
            if block.rate != rate:
                break  # from here on it is another recording
            samples += len(block.samples)
            meter.push(block.samples)
    if meter is None:
        raise SoundError(
            Problem.NO_SAMPLES, f"“{shown_name(path)}” holds no sound; it was left out."
        )
    return TrackSpectrum(dbfs(meter.power()), rate, samples / rate)


class _Meter:
    """Means of power over equal times; they double when there are too many of them."""

    def __init__(self, spec: SpectrumSpec, channel: Channel, most_columns: int) -> None:
        self._spec, self._channel = spec, channel
        self._hop = spec.window_samples // 2
        self._sums = np.zeros((most_columns // 2 * 2, spec.bins), np.float32)
        self._frames = 0
        self._frames_each = 1
        self._waiting = np.zeros((self._hop, 2), np.float32)

    def push(self, stereo: Samples) -> None:
        """Take the next samples (n, 2)."""
        self._waiting = np.concatenate([self._waiting, stereo])
        if len(self._waiting) >= _BLOCK_WINDOWS * self._spec.window_samples:
            self._take()

    def power(self) -> Levels:
        """Return (columns, bins) of everything that was pushed."""
        self._waiting = np.concatenate([self._waiting, np.zeros((self._hop, 2), np.float32)])
        self._take()
        columns = max(1, -(-self._frames // self._frames_each))
        counts = np.full(columns, self._frames_each, np.float32)
        counts[-1] = max(1, self._frames - (columns - 1) * self._frames_each)
        power: Levels = self._sums[:columns] / counts[:, np.newaxis]
        return power

    def _take(self) -> None:
        frames = (len(self._waiting) - self._spec.window_samples) // self._hop + 1
        if frames <= 0:
            return
        centres = self._hop + self._hop * np.arange(frames)
        for row in mean_power_at(self._channel.of(self._waiting), centres, self._spec):
            if self._frames == len(self._sums) * self._frames_each:
                self._halve()
            self._sums[self._frames // self._frames_each] += row
            self._frames += 1
        self._waiting = self._waiting[frames * self._hop :]

    def _halve(self) -> None:
        half = len(self._sums) // 2
        self._sums[:half] = self._sums.reshape(half, 2, -1).sum(axis=1)
        self._sums[half:] = 0.0
        self._frames_each *= 2
