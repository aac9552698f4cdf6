"""A network's learning curve: the first rounds again, on growing shares of their artists."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace

import numpy as np

from training.datasets.values import Index
from training.evaluation.learning import curve_point, growing_subsets
from training.evaluation.predictions import Predictions
from training.networks.rounds import Round
from training.refusal import Refused

# Teaches rounds on this share of their artists, and answers what they held out.
TeachAndAnswer = Callable[[float, Sequence[Round]], list[Predictions]]


def grown_rounds(index: Index, rounds: Sequence[Round]) -> Mapping[float, Sequence[Round]]:
    """The rounds of the first fold seed by the share of their artists that is learnt from."""
    grown: dict[float, list[Round]] = {}
    for one in rounds:
        if one.fold_seed == rounds[0].fold_seed:
            artists, truth = index.artists[one.train], index.truth[one.train]
            for share, chosen in growing_subsets(artists, truth.astype(np.str_)):
                grown.setdefault(share, []).append(replace(one, train=one.train[chosen]))
    return grown


def learning_curve(
    index: Index, rounds: Sequence[Round], answers: TeachAndAnswer
) -> list[list[float]]:
    """[tracks learnt from, track accuracy, low, high] for each share of the artists.

    Shares that are too small for the model have no point.
    """
    points = []
    for share, part in grown_rounds(index, rounds).items():
        with suppress(Refused):
            tracks = round(np.mean([len(one.train) for one in part]))
            points.append(curve_point(tracks, answers(share, part)))
    return points
