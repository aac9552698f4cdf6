"""Learning curves: accuracy on held-out artists as more and more artists are fitted on."""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from training.evaluation.predictions import Predictions, joined
from training.evaluation.scores import accuracy_interval

SHARES = (0.15, 0.3, 0.6, 1.0)


def growing_subsets(
    artists: NDArray[np.str_],
    truth: NDArray[np.int64],
    shares: Sequence[float] = SHARES,
    seed: int = 0,
) -> Iterator[tuple[float, NDArray[np.int64]]]:
    """Row numbers of growing shares of artists; each subset contains the one before it.

    Artists are taken label by label, so that every label is in every subset.

    Args:
        artists: (n,) artists, never empty (use the track where unknown).
        truth: (n,) labels.
        shares: Of each label's artists; at least one artist is taken.
        seed: Of the order of artists.
    """
    place: dict[str, float] = {}
    rng = np.random.default_rng(seed)
    for label in np.unique(truth):
        names = rng.permutation(np.unique(artists[truth == label]))
        for position, name in enumerate(names):
            place[str(name)] = min(position / len(names), place.get(str(name), 1.0))
    places = np.array([place[str(name)] for name in artists])
    for share in shares:
        yield share, np.flatnonzero(places < share)


def curve_point(fitted_tracks: float, answers: list[Predictions]) -> list[float]:
    """One point of a learning curve from the held-out answers of all folds."""
    interval = accuracy_interval(joined(answers).by_track())
    return [float(fitted_tracks), *interval.as_list()]
