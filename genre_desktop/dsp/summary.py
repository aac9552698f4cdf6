"""The seven statistics that summarise a feature over a window."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

Values = NDArray[np.float32]

STATISTICS: Final = ("mean", "std", "skew", "kurtosis", "median", "min", "max")


def seven_statistics(rows: Values) -> Values:
    """Summarise each row over time, as the FMA feature set does (Defferrard et al., 2017).

    Args:
        rows: (rows, frames), at least one frame.

    Returns:
        float32 (7, rows): mean, standard deviation, skew, excess kurtosis, median, least and
        greatest. A row that never changes has skew 0 and kurtosis 0.
    """
    values = rows.astype(np.float64)
    mean = values.mean(axis=1)
    centred = values - mean[:, None]
    squared = np.square(centred)
    variance = squared.mean(axis=1)
    # Rounding leaves a little variance where a row is constant.
    moves = variance > np.square(1e-7 * np.maximum(np.abs(mean), 1e-30))
    safe = np.where(moves, variance, 1.0)
    skew = np.where(moves, np.einsum("ij,ij->i", squared, centred), 0.0)
    kurtosis = np.einsum("ij,ij->i", squared, squared) / values.shape[1] / np.square(safe) - 3.0
    summary = (
        mean,
        np.sqrt(variance),
        skew / values.shape[1] / safe**1.5,
        np.where(moves, kurtosis, 0.0),
        np.median(rows, axis=1),
        rows.min(axis=1),
        rows.max(axis=1),
    )
    return np.stack(summary).astype(np.float32)
