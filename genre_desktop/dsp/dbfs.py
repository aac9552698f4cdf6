"""Spectra in dB re full scale, at a file's own rate: what is measured rather than recognised.

A sine of full scale whose frequency is that of a bin reads 0 dBFS, whatever the window: the
amplitude spectrum is divided by the window's coherent gain (Harris 1978, "On the use of windows
for harmonic analysis with the discrete Fourier transform").
"""

from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

Samples = NDArray[np.float32]
Levels = NDArray[np.float32]

FLOOR_DBFS: Final = -140.0
SHORTEST_WINDOW: Final = 1_024
LONGEST_WINDOW: Final = 16_384

_CHUNK_SAMPLES: Final = 1 << 18


class Window(Enum):
    """Window functions, as coefficients of their cosine series (Harris 1978; flat top: ISO 18431).

    Hann parts neighbouring tones best, Blackman-Harris finds weak ones beside loud ones, the flat
    top reads levels to 0.01 dB.
    """

    HANN = (0.5, 0.5)
    HAMMING = (0.54, 0.46)
    BLACKMAN_HARRIS = (0.35875, 0.48829, 0.14128, 0.01168)
    FLAT_TOP = (0.21557895, 0.41663158, 0.277263158, 0.083578947, 0.006947368)


@dataclass(frozen=True, slots=True)
class SpectrumSpec:
    """How a spectrum is taken.

    Attributes:
        sample_rate: Samples a second.
        window_samples: Length of window and FFT, SHORTEST_WINDOW to LONGEST_WINDOW.
        window: Its shape.
    """

    sample_rate: int
    window_samples: int
    window: Window

    @property
    def bins(self) -> int:
        """How many frequencies there are, from 0 to half the rate."""
        return self.window_samples // 2 + 1

    @property
    def bin_hz(self) -> float:
        """From one frequency to the next."""
        return self.sample_rate / self.window_samples


@cache
def window_of(window: Window, samples: int) -> Samples:
    """Return the periodic window, float32 (samples,), of coherent gain 1; never write into it."""
    phase = 2.0 * np.pi * np.arange(samples) / samples
    shape = np.zeros(samples)
    for order, coefficient in enumerate(window.value):
        shape += (-1.0) ** order * coefficient * np.cos(order * phase)
    scaled: Samples = (shape / shape.sum()).astype(np.float32)
    scaled.flags.writeable = False
    return scaled


def power_at(samples: Samples, centres: NDArray[np.int64], spec: SpectrumSpec) -> Levels:
    """Return the power around some samples, 1 for a sine of full scale.

    Args:
        samples: float32 (n,) of one channel; beyond its ends there is silence.
        centres: Which samples lie in the middle of the windows.
        spec: How it is taken.

    Returns:
        float32 (centres, bins).
    """
    half = spec.window_samples // 2
    padded = np.pad(samples, spec.window_samples)
    windows = np.lib.stride_tricks.sliding_window_view(padded, spec.window_samples)
    shape = window_of(spec.window, spec.window_samples)
    power = np.empty((len(centres), spec.bins), np.float32)
    at_once = max(1, _CHUNK_SAMPLES // spec.window_samples)
    places = np.clip(centres + half, 0, len(windows) - 1)
    for start in range(0, len(places), at_once):
        frames = windows[places[start : start + at_once]] * shape
        values = np.fft.rfft(frames, axis=1)
        power[start : start + at_once] = values.real**2 + values.imag**2
    power[:, 1:-1] *= 4.0  # both halves of the spectrum
    return power


def mean_power_at(signals: Samples, centres: NDArray[np.int64], spec: SpectrumSpec) -> Levels:
    """Return the mean of the powers of several signals, float32 (centres, bins).

    Phases between the signals do not matter: what is opposite in two of them does not vanish.

    Args:
        signals: float32 (signals, n); beyond their ends there is silence.
        centres: Which samples lie in the middle of the windows.
        spec: How it is taken.
    """
    power = power_at(signals[0], centres, spec)
    if (signals[1:] == signals[0]).all():
        return power  # as a mono file's are: half the work
    for signal in signals[1:]:
        power += power_at(signal, centres, spec)
    power /= len(signals)
    return power


def dbfs(power: Levels) -> Levels:
    """Return 10·log10 of a power, at least FLOOR_DBFS."""
    levels: Levels = np.maximum(power, np.float32(10.0 ** (FLOOR_DBFS / 10.0)))
    np.log10(levels, out=levels)
    levels *= np.float32(10.0)
    np.maximum(levels, np.float32(FLOOR_DBFS), out=levels)  # some processors' logarithm is less
    return levels
