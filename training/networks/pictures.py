"""Spectrogram pictures of the size of Kaggle's, 218 × 336 points of four planes, in viridis.

Kaggle's own are in magma: `training.datasets.picture_forms` reads those, and a network that is
fitted on them sees them drawn again here.
"""

import numpy as np
from numpy.typing import NDArray

HEIGHT, LENGTH = 218, 336
RANGE_DB = 80.0
# Ten points of the colour map viridis (CC0), dark to bright.
_COLOURS = (
    (68, 1, 84),
    (72, 40, 120),
    (62, 74, 137),
    (49, 104, 142),
    (38, 130, 142),
    (31, 158, 137),
    (53, 183, 121),
    (110, 206, 88),
    (181, 222, 43),
    (253, 231, 37),
)


def picture_of(log_mel: NDArray[np.floating]) -> NDArray[np.uint8]:
    """The picture (4, 218, 336) of a log-mel (bands, frames) in dB, low bands at the bottom.

    Levels count from the loudest over 80 dB, as in Kaggle's; the colours are viridis.
    """
    relative = np.asarray(log_mel, np.float32) - np.max(log_mel)
    shade = np.clip(1 + relative / RANGE_DB, 0, 1)[::-1]
    shade = _resized(_resized(shade, HEIGHT).T, LENGTH).T
    places = np.linspace(0, 1, len(_COLOURS))
    colours = np.array(_COLOURS, np.float32)
    planes = [np.interp(shade, places, colours[:, plane]) for plane in range(3)]
    planes.append(np.full_like(planes[0], 255))
    return np.stack(planes).round().astype(np.uint8)


def _resized(rows: NDArray[np.float32], count: int) -> NDArray[np.float32]:
    """Rows (n, d) interpolated in a straight line to (count, d); many rows are averaged first."""
    if len(rows) >= 2 * count:
        joined = len(rows) // count
        rows = rows[: len(rows) // joined * joined].reshape(-1, joined, rows.shape[1]).mean(1)
    places = np.linspace(0, len(rows) - 1, count)
    below = np.minimum(places.astype(np.int64), len(rows) - 2)
    part = (places - below).astype(np.float32)[:, None]
    resized: NDArray[np.float32] = rows[below] * (1 - part) + rows[below + 1] * part
    return resized
