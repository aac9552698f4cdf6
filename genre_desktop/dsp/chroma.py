"""Chroma: how strong each of the twelve pitch classes is, at the fixed tuning of A = 440 Hz."""

from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

Values = NDArray[np.float32]

_CLASSES: Final = 12
_LOWEST_A_HZ: Final = 440.0 / 16.0
# Octaves around the fifth weigh most (Ellis, 2007, "Chroma feature analysis and synthesis").
_CENTRE_OCTAVE: Final = 5.0
_OCTAVE_SPREAD: Final = 2.0


@cache
def chroma_filters(sample_rate: int, window_samples: int) -> Values:
    """Return `librosa.filters.chroma(tuning=0)`, float32 (12, window / 2 + 1); C comes first."""
    hertz = np.arange(1, window_samples) * sample_rate / window_samples
    pitch = _CLASSES * np.log2(hertz / _LOWEST_A_HZ)
    pitch = np.concatenate(([pitch[0] - 1.5 * _CLASSES], pitch))
    width = np.concatenate((np.maximum(np.diff(pitch), 1.0), [1.0]))
    distance = pitch[None, :] - np.arange(_CLASSES)[:, None]
    distance = np.remainder(distance + 10.5 * _CLASSES, _CLASSES) - _CLASSES / 2
    weights = np.exp(-0.5 * np.square(2.0 * distance / width))
    weights /= np.sqrt(np.square(weights).sum(axis=0))
    octaves = (pitch / _CLASSES - _CENTRE_OCTAVE) / _OCTAVE_SPREAD
    weights *= np.exp(-0.5 * np.square(octaves))
    from_c = np.roll(weights, -3, axis=0)
    filters: Values = from_c[:, : window_samples // 2 + 1].astype(np.float32)
    filters.flags.writeable = False
    return filters


def chroma(power: Values, filters: Values) -> Values:
    """Return pitch classes, float32 (frames, 12), each frame's strongest being 1; silence is 0.

    Args:
        power: |X|², (frames, bins).
        filters: As `chroma_filters` gives them.
    """
    classes: Values = power @ filters.T
    strongest = classes.max(axis=1, keepdims=True)
    strongest[strongest < np.finfo(np.float32).tiny] = 1.0
    classes /= strongest
    return classes
