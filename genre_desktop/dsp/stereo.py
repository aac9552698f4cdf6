"""Decoded frames of any sample format to two channels of float32, as loudspeakers want them.

Surround channels are mixed with the weights of ITU-R BS.775: centre and surrounds at −3 dB, no
low-frequency effects; the sum is scaled so that it cannot clip. Where a file does not say where its
channels belong, they stand in the order that FFmpeg gives the usual layout of so many.
"""

from collections.abc import Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from genre_desktop.dsp.downmix import LARGEST_BELIEVABLE

Samples = NDArray[np.float32]

_SIDE: Final = 0.5**0.5
_LEFT, _RIGHT, _BOTH, _NONE = (1.0, 0.0), (0.0, 1.0), (_SIDE, _SIDE), (0.0, 0.0)
_SIDE_LEFT, _SIDE_RIGHT = (_SIDE, 0.0), (0.0, _SIDE)
_PLACES: Final = {
    "FL": _LEFT,
    "FR": _RIGHT,
    "FC": _BOTH,
    "BC": _BOTH,
    "LFE": _NONE,
    "BL": _SIDE_LEFT,
    "BR": _SIDE_RIGHT,
    "SL": _SIDE_LEFT,
    "SR": _SIDE_RIGHT,
    "FLC": _SIDE_LEFT,
    "FRC": _SIDE_RIGHT,
}
_LAYOUTS: Final = {
    1: ((1.0, 1.0),),
    2: (_LEFT, _RIGHT),
    3: (_LEFT, _RIGHT, _NONE),  # 2.1
    4: (_LEFT, _RIGHT, _BOTH, _BOTH),  # 4.0: front centre, back centre
    5: (_LEFT, _RIGHT, _BOTH, _SIDE_LEFT, _SIDE_RIGHT),
    6: (_LEFT, _RIGHT, _BOTH, _NONE, _SIDE_LEFT, _SIDE_RIGHT),
    7: (_LEFT, _RIGHT, _BOTH, _NONE, _BOTH, _SIDE_LEFT, _SIDE_RIGHT),
    8: (_LEFT, _RIGHT, _BOTH, _NONE, _SIDE_LEFT, _SIDE_RIGHT, _SIDE_LEFT, _SIDE_RIGHT),
}


def to_stereo(channels: Sequence[NDArray[Any]], places: tuple[str, ...] = ()) -> Samples:
    """Mix decoded samples to left and right.

    Args:
        channels: (n,) for each channel, all of one type; whole numbers are full scale.
        places: Where each belongs, by FFmpeg's names; asked for more than two.

    Returns:
        float32 (n, 2), finite; full scale is 1.
    """
    scaled = _scaled(np.asarray(channels))
    if len(channels) == 2:
        return np.ascontiguousarray(scaled.T)
    return np.ascontiguousarray(scaled.T @ _weights(len(channels), places))


def _scaled(planes: NDArray[Any]) -> Samples:
    """Full scale to 1, and what is no believable number to 0."""
    samples: Samples = planes.astype(np.float32)
    if planes.dtype.kind != "f":
        samples *= np.float32(2.0 ** -(8 * planes.dtype.itemsize - 1))
        if planes.dtype == np.uint8:
            samples -= np.float32(1.0)
        return samples
    with np.errstate(invalid="ignore"):
        wrong = ~(np.abs(samples) <= LARGEST_BELIEVABLE)
    if wrong.any():
        samples[wrong] = 0.0
    return samples


def _weights(channels: int, places: tuple[str, ...]) -> Samples:
    """(channels, 2); for unknown layouts odd ones go left, even ones right."""
    if channels > 2 and places and set(places) <= _PLACES.keys():
        layout = tuple(_PLACES[place] for place in places)
    else:
        layout = _LAYOUTS.get(channels) or tuple((_LEFT, _RIGHT)[i % 2] for i in range(channels))
    weights = np.array(layout, np.float32)
    fitting: Samples = weights / np.maximum(weights.sum(axis=0), 1.0)
    return fitting
