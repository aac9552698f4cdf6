"""Whether probabilities mean what they say: calibration error, its noise, one temperature."""

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from training.evaluation.intervals import RESAMPLES, TAILS, Interval
from training.evaluation.predictions import Predictions

BINS = 10
NOISE_DRAWS = 400
ERROR_RESAMPLES = RESAMPLES // 8  # each one sorts all rows anew
COLDEST, HOTTEST = 0.05, 20.0
LEAST_LOG = np.log(1e-12)

Choice = tuple[NDArray[np.bool_], NDArray[np.bool_]]


def reliability(
    confidence: NDArray[np.float64], right: NDArray[np.bool_], bins: int = BINS
) -> list[tuple[float, float, int]]:
    """(mean confidence, share right, rows) of bins of equal mass, least sure first."""
    parts = _parts(np.argsort(confidence, kind="stable"), bins)
    return [
        (float(confidence[part].mean()), float(right[part].mean()), len(part)) for part in parts
    ]


def calibration_error(
    confidence: NDArray[np.float64], right: NDArray[np.bool_], bins: int = BINS
) -> float:
    """Expected calibration error over bins of equal mass.

    Source: Guo et al. 2017, with bins of equal mass instead of equal width.
    """
    parts = reliability(confidence, right, bins)
    return sum(count * abs(sure - share) for sure, share, count in parts) / len(confidence)


def calibration_interval(predictions: Predictions) -> Interval:
    """Calibration error with its bootstrap interval over artists.

    The error counts every gap as positive, so resampling adds noise to it: the interval is the
    spread of the resampled errors moved onto the value, and ends at zero.
    """
    confidence, right = predictions.confidence, predictions.right
    value = calibration_error(confidence, right)
    order = np.argsort(confidence, kind="stable")
    gap = (confidence - right)[order]
    _, group = np.unique(predictions.groups, return_inverse=True)
    group, groups = group[order], int(group.max()) + 1
    rng = np.random.default_rng(0)
    drawn = np.empty(ERROR_RESAMPLES)
    for i in range(ERROR_RESAMPLES):
        weight = np.bincount(rng.integers(groups, size=groups), minlength=groups)[group]
        drawn[i] = _weighted_error(gap, weight)
    low, high = np.percentile(drawn, TAILS) - drawn.mean() + value
    return Interval(value, max(float(low), 0.0), float(high))


def calibration_noise(predictions: Predictions) -> float:
    """The calibration error that perfect calibration would show on as many rows.

    Whether a row is right is drawn with its own confidence, one draw for each piece and the
    same for all seeds, since they heard the same piece.
    """
    order = np.argsort(predictions.confidence, kind="stable")
    confidence = predictions.confidence[order]
    _, track = np.unique(predictions.tracks, return_inverse=True)
    piece = track * (int(predictions.segment.max()) + 2) + predictions.segment + 1
    _, same = np.unique(piece[order], return_inverse=True)
    pieces = int(same.max()) + 1
    starts = np.cumsum([0, *[len(part) for part in _parts(confidence)][:-1]])
    rng = np.random.default_rng(0)
    errors = []
    for _ in range(NOISE_DRAWS):
        gap = confidence - (rng.random(pieces)[same] < confidence)
        errors.append(np.abs(np.add.reduceat(gap, starts)).sum() / len(gap))
    return float(np.mean(errors))


def best_temperature(logs: NDArray[np.floating], truth: NDArray[np.int64]) -> float:
    """The temperature of least log loss on held-out logits or log-probabilities (n, labels).

    Source: Guo et al. 2017.
    """
    from scipy.optimize import minimize_scalar  # a third of a second, needed here alone

    found = minimize_scalar(
        lambda log_t: _loss(logs, truth, float(np.exp(log_t))),
        bounds=(np.log(COLDEST), np.log(HOTTEST)),
        method="bounded",
    )
    return float(np.exp(found.x))


def tempered(logs: NDArray[np.floating], temperature: float) -> NDArray[np.float32]:
    """Log-probabilities (n, labels) after division by the temperature."""
    return _scaled(logs, temperature).astype(np.float32)


def choices(predictions: Predictions) -> Iterator[Choice]:
    """(rows to choose on, rows to judge), no artist in both; every row is judged once.

    With several folds: a fold is judged by what the other folds of its seed chose. With one:
    artists are dealt into two halves, and each is judged by the other's choice.
    """
    for seed in np.unique(predictions.fold_seed):
        mine = predictions.fold_seed == seed
        part = predictions.fold
        if len(np.unique(part[mine])) == 1:
            part = _halves(predictions)
        for number in np.unique(part[mine]):
            yield mine & (part != number), mine & (part == number)


def scaled_elsewhere(predictions: Predictions) -> Predictions:
    """The predictions after temperatures that other artists chose."""
    logs = predictions.log_probabilities.copy()
    for choosing, judged in choices(predictions):
        temperature = best_temperature(
            predictions.log_probabilities[choosing], predictions.truth[choosing]
        )
        logs[judged] = tempered(predictions.log_probabilities[judged], temperature)
    return predictions.answering(logs)


def _halves(predictions: Predictions) -> NDArray[np.int64]:
    """(n,) 0 or 1, the same for all rows of an artist."""
    names, group = np.unique(predictions.groups, return_inverse=True)
    half = np.zeros(len(names), np.int64)
    half[np.random.default_rng(0).permutation(len(names))[len(names) // 2 :]] = 1
    return half[group]


def _parts(rows: NDArray[Any], bins: int = BINS) -> list[NDArray[Any]]:
    return np.array_split(rows, min(bins, len(rows)))


def _weighted_error(gap: NDArray[np.float64], weight: NDArray[np.int64]) -> float:
    """Calibration error of weighted rows; `gap` is confidence − right, least sure first."""
    mass, gaps = np.cumsum(weight), np.cumsum(weight * gap)
    ends = np.searchsorted(mass, mass[-1] * np.arange(1, BINS) / BINS)
    edges = np.concatenate([[0.0], gaps[ends], gaps[-1:]])
    return float(np.abs(np.diff(edges)).sum() / mass[-1])


def _scaled(logs: NDArray[np.floating], temperature: float) -> NDArray[np.float64]:
    scaled: NDArray[np.float64] = logs.astype(np.float64) / temperature
    scaled -= scaled.max(axis=1, keepdims=True)
    scaled -= np.log(np.exp(scaled).sum(axis=1, keepdims=True))
    return scaled


def _loss(logs: NDArray[np.floating], truth: NDArray[np.int64], temperature: float) -> float:
    told = _scaled(logs, temperature)[np.arange(len(truth)), truth]
    return -float(np.maximum(told, LEAST_LOG).mean())
