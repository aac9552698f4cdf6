"""Mel-frequency cepstral coefficients and their slopes, as librosa defines them."""

from functools import cache

import numpy as np
from numpy.typing import NDArray

Values = NDArray[np.float32]


@cache
def _cosines(bands: int, count: int) -> Values:
    """Return the orthonormal DCT-II, float32 (count, bands)."""
    order = np.arange(count)[:, None]
    band = np.arange(bands)[None, :]
    cosines = np.cos(np.pi * order * (2 * band + 1) / (2 * bands)) * np.sqrt(2.0 / bands)
    cosines[0] /= np.sqrt(2.0)
    matrix: Values = cosines.astype(np.float32)
    matrix.flags.writeable = False
    return matrix


def mfcc(levels: Values, count: int) -> Values:
    """Return the first cepstral coefficients of a log-mel spectrogram.

    Args:
        levels: Levels in dB, (mel_bands, frames).
        count: How many coefficients.

    Returns:
        float32 (count, frames).
    """
    coefficients: Values = _cosines(levels.shape[0], count) @ levels
    return coefficients


def delta(values: Values, width: int, order: int = 1) -> Values:
    """Return the slope (order 1) or the curvature (order 2) along time.

    A line or parabola is fitted to each frame and its neighbours (Savitzky and Golay, 1964);
    frames near either end take the nearest whole fit, as `librosa.feature.delta` does.

    Args:
        values: (rows, frames).
        width: Frames in a fit, odd.
        order: Which derivative, per frame.

    Returns:
        float32 (rows, frames).

    Raises:
        ValueError: There are fewer frames than a fit needs.
    """
    frames = values.shape[1]
    if frames < width:
        message = f"{width} frames are needed for a slope, there are {frames}"
        raise ValueError(message)
    weights = _fit(width, order)
    whole = frames - width + 1
    middle = np.zeros((values.shape[0], whole), np.float32)
    for offset, weight in enumerate(weights):
        if weight:
            middle += np.float32(weight) * values[:, offset : offset + whole]
    return np.pad(middle, ((0, 0), (width // 2, width // 2)), mode="edge")


@cache
def _fit(width: int, order: int) -> tuple[float, ...]:
    """Return the weights whose sum is the derivative of the fitted polynomial in its middle."""
    offsets = np.arange(width) - width // 2
    powers = np.vander(offsets, order + 1, increasing=True)
    return tuple(float(weight) * order for weight in np.linalg.pinv(powers)[order])
