"""Numbers that come from the samples themselves: level and zero crossings of each frame."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

Values = NDArray[np.float32]

# Smaller samples count as exactly 0, which is positive.
_ZERO: Final = 1e-10


def rms(frames: Values) -> Values:
    """Return the root of the mean square of each frame, float32 (frames,)."""
    energy = np.einsum("ij,ij->i", frames, frames)
    level: Values = np.sqrt(energy / np.float32(frames.shape[1]))
    return level


def zero_crossing_rate(frames: Values) -> Values:
    """Return the share of a frame's samples whose sign differs from the one before it.

    Args:
        frames: (frames, window); overlapping views of one stretch of samples count it once only.
    """
    negative = frames < -_ZERO
    crossings = np.count_nonzero(negative[:, 1:] != negative[:, :-1], axis=1)
    rate: Values = (crossings / frames.shape[1]).astype(np.float32)
    return rate
