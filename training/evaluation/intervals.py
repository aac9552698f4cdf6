"""Bootstrap intervals over whole artists, so that an artist's many clips count as one draw."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

RESAMPLES = 4_000
BLOCK = 500  # resamples held at once, so that 16,000 artists need 64 MB
TAILS = (2.5, 97.5)


@dataclass(frozen=True, slots=True)
class Interval:
    """A figure with its 95 % bootstrap interval."""

    value: float
    low: float
    high: float

    def as_list(self) -> list[float]:
        """The three numbers, rounded for a record."""
        return [round(number, 4) for number in (self.value, self.low, self.high)]


def over_artists(
    per_row: NDArray[np.float64], artists: NDArray[np.str_], seed: int = 0
) -> Interval:
    """The mean of a figure (n,) with a bootstrap interval over whole artists (n,).

    A paired difference between two models is the mean of their figures' difference.

    Source: Efron and Tibshirani 1993, with artists as the units that are drawn.
    """
    _, group = np.unique(artists, return_inverse=True)
    sums = np.stack([np.bincount(group, per_row), np.bincount(group).astype(np.float64)], axis=1)
    return over_groups(sums, lambda totals: totals[:, 0] / totals[:, 1], seed)


def over_groups(
    sums: NDArray[np.float64],
    figure: Callable[[NDArray[np.float64]], NDArray[np.float64]],
    seed: int = 0,
) -> Interval:
    """A figure of sums over rows, with a bootstrap interval over groups of rows.

    Args:
        sums: (groups, d) sums over each group's rows.
        figure: Gives the figure (k,) of k totals (k, d).
        seed: Of the resampling.
    """
    drawn = np.concatenate([figure(block @ sums) for block in _drawn(len(sums), seed)])
    low, high = np.percentile(drawn, TAILS)
    return Interval(float(figure(sums.sum(axis=0)[None])[0]), float(low), float(high))


def _drawn(groups: int, seed: int) -> Iterator[NDArray[np.float64]]:
    """How often each group was drawn: blocks (k, groups) of all resamples."""
    rng = np.random.default_rng(seed)
    for start in range(0, RESAMPLES, BLOCK):
        size = min(BLOCK, RESAMPLES - start)
        chosen = rng.integers(groups, size=(size, groups))
        chosen += np.arange(size)[:, None] * groups
        counts = np.bincount(chosen.reshape(-1), minlength=size * groups)
        yield counts.reshape(size, groups).astype(np.float64)
