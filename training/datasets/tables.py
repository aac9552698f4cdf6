"""Ready-made tables of features: Kaggle's 57 columns, FMA's 518, 25 means."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Table:
    """Features in rows.

    Attributes:
        names: Of the columns.
        values: float32 (n, d), memory-mapped where it is large.
        tracks: (n,) which track a row is of.
        labels: (n,) genres.
        artists: (n,) what must stay together: the artist, or the track where none is known.
        segment: (n,) which piece of its track a row is of; -1 for the whole track.
    """

    names: tuple[str, ...]
    values: NDArray[np.float32]
    tracks: NDArray[np.str_]
    labels: NDArray[np.str_]
    artists: NDArray[np.str_]
    segment: NDArray[np.int64]
