"""The shape of a whole track: for each of its parts the largest sample and the mean power."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Samples = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Overview:
    """A waveform as a seek bar draws it.

    Attributes:
        peak: float32 (parts,), the largest magnitude, 1 being full scale.
        rms: float32 (parts,), the root of the mean square.
        part_seconds: Length of a part; the last one may be shorter.
        seconds: Length of the track.
    """

    peak: Samples
    rms: Samples
    part_seconds: float
    seconds: float


class OverviewMeter:
    """Takes a track of any length in constant memory: parts double when there are too many.

    Args:
        rate: Samples a second.
        most_parts: How many parts there may be, even; at the end there are at least half as many,
            unless the track is very short.
    """

    def __init__(self, rate: int, most_parts: int) -> None:
        self._rate = rate
        self._part_samples = max(1, rate // 100)
        self._peaks = np.zeros(most_parts, np.float32)
        self._squares = np.zeros(most_parts)
        self._taken = 0

    def push(self, samples: Samples) -> None:
        """Take the next samples (n,) or (n, channels)."""
        mixed = samples if samples.ndim == 1 else np.abs(samples).max(axis=1)
        while len(mixed):
            room = self._part_samples * len(self._peaks) - self._taken
            if not room:
                self._halve()
                continue
            self._add(mixed[:room])
            mixed = mixed[room:]

    def overview(self) -> Overview:
        """What was taken so far."""
        parts = -(-self._taken // self._part_samples)
        counts = np.full(parts, float(self._part_samples))
        if parts:
            counts[-1] = self._taken - (parts - 1) * self._part_samples
        rms = np.sqrt(self._squares[:parts] / counts).astype(np.float32)
        return Overview(
            self._peaks[:parts].copy(),
            rms,
            self._part_samples / self._rate,
            self._taken / self._rate,
        )

    def _add(self, samples: Samples) -> None:
        """Take samples for which there are parts."""
        first = self._taken // self._part_samples
        within = self._taken - first * self._part_samples
        starts = np.arange(-within, len(samples), self._part_samples)
        starts[0] = 0
        parts = slice(first, first + len(starts))
        magnitudes = np.abs(samples)
        np.maximum(
            self._peaks[parts], np.maximum.reduceat(magnitudes, starts), out=self._peaks[parts]
        )
        self._squares[parts] += np.add.reduceat(np.square(samples, dtype=np.float64), starts)
        self._taken += len(samples)

    def _halve(self) -> None:
        half = len(self._peaks) // 2
        self._peaks[:half] = self._peaks.reshape(half, 2).max(axis=1)
        self._squares[:half] = self._squares.reshape(half, 2).sum(axis=1)
        self._peaks[half:] = 0.0
        self._squares[half:] = 0.0
        self._part_samples *= 2
