"""The one rule that no run may break: no artist and no track is on both sides of a split."""

import numpy as np
from numpy.typing import NDArray

from training.evaluation.predictions import Predictions
from training.refusal import Refused


def refuse_shared_sides(
    fitted_tracks: NDArray[np.str_],
    fitted_artists: NDArray[np.str_],
    held_tracks: NDArray[np.str_],
    held_artists: NDArray[np.str_],
) -> None:
    """Refuse a split with a track (hence a segment of it) or a known artist on both sides.

    Raises:
        Refused: With the names that are shared.
    """
    for what, fitted, held in (
        ("track", fitted_tracks, held_tracks),
        ("artist", fitted_artists, held_artists),
    ):
        shared = np.intersect1d(fitted, held)
        _refuse(what, shared[shared != ""])


def refuse_flattering(predictions: Predictions) -> None:
    """Refuse predictions in which a track or an artist was held out by two folds of a seed.

    What two folds held out, each fold's model was fitted on: its score would flatter.

    Raises:
        Refused: With the names.
    """
    for seed in np.unique(predictions.fold_seed):
        mine = predictions.fold_seed == seed
        for what, names in (("track", predictions.tracks), ("artist", predictions.artists)):
            pairs = np.unique(np.stack([names[mine], predictions.fold[mine].astype(str)]), axis=1)
            found, folds = np.unique(pairs[0], return_counts=True)
            _refuse(what, found[(folds > 1) & (found != "")])


def _refuse(what: str, shared: NDArray[np.str_]) -> None:
    if len(shared):
        some = ", ".join(str(name) for name in shared[:3])
        more = f" and {len(shared) - 3} more" if len(shared) > 3 else ""
        raise Refused(
            f"{len(shared)} {what}{'s are' if len(shared) > 1 else ' is'} on both sides of a"
            f" split ({some}{more}), which would flatter the score: group the folds by {what}."
        )
