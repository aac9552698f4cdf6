"""Decoded frames of any sample format to mono float32: the plain mean of the channels.

The mean is librosa's definition. FFmpeg's own downmix differs between formats (its stereo
sum is 3 dB louder in floating point than in whole numbers) and weighs surround channels.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

# 120 dB over full scale: nothing that was ever recorded; a NaN fails the comparison as well.
LARGEST_BELIEVABLE: Final = 1e6


@dataclass(frozen=True, slots=True)
class Mono:
    """Samples of one channel.

    Attributes:
        samples: float32, finite.
        peak: The largest magnitude.
        removed: Samples that were no finite number and are 0 now.
    """

    samples: NDArray[np.float32]
    peak: float
    removed: int


def to_mono(channels: Sequence[NDArray[Any]]) -> Mono:
    """Mix decoded samples down.

    Args:
        channels: (n,) for each channel, all of one type; whole numbers are full scale.
    """
    dtype = channels[0].dtype
    mixed = _mean(channels)
    mixed *= np.float32(_unit(dtype))
    if dtype == np.uint8:
        mixed -= np.float32(1.0)
    return _finite(mixed)


def _mean(channels: Sequence[NDArray[Any]]) -> NDArray[np.float32]:
    with np.errstate(over="ignore", invalid="ignore"):
        total: NDArray[np.float32] = channels[0].astype(np.float32)
        for channel in channels[1:]:
            total += channel
        if len(channels) > 1:
            total *= np.float32(1.0 / len(channels))
    return total


def _unit(dtype: np.dtype[Any]) -> float:
    """Return what one step of a whole number is worth; 1 for floating point."""
    if dtype.kind == "f":
        return 1.0
    return float(2.0 ** -(8 * dtype.itemsize - 1))


def _finite(samples: NDArray[np.float32]) -> Mono:
    peak = float(max(samples.max(), -samples.min())) if samples.size else 0.0
    if peak <= LARGEST_BELIEVABLE:
        return Mono(samples, peak, 0)
    wrong = ~(np.abs(samples) <= LARGEST_BELIEVABLE)
    samples[wrong] = 0.0
    peak = float(np.abs(samples).max())
    return Mono(samples, peak, int(wrong.sum()))
