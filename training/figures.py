"""Figures of held-out answers as a record: accuracy with intervals, temperature, confusion."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from training.evaluate import Answers, Labelled, correct
from training.evaluation.calibration import (
    best_temperature,
    calibration_interval,
    calibration_noise,
)
from training.evaluation.intervals import over_artists
from training.evaluation.predictions import WHOLE_TRACK, Predictions
from training.heads import log_loss, softmax

PROTOCOL = "artist-grouped 5 folds x 3 seeds"

Record = dict[str, object]


def accuracies(answers: Mapping[str, NDArray[np.float64]], clips: Labelled) -> Record:
    """Accuracy [value, low, high] of every way of hearing."""
    return {
        name: over_artists(correct(logits, clips.truth), clips.artists).as_list()
        for name, logits in answers.items()
    }


def differences(better: Answers, baseline: Answers, clips: Labelled) -> Record:
    """Paired differences [value, low, high] of every way of hearing."""
    return {
        name: over_artists(
            correct(better[name], clips.truth) - correct(baseline[name], clips.truth),
            clips.artists,
        ).as_list()
        for name in better
    }


def artist_halves(clips: Labelled) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Two halves of the clips, no artist in both, to choose on one and judge on the other."""
    artists = np.unique(clips.artists)
    first = np.random.default_rng(0).permutation(artists)[: len(artists) // 2]
    inside = np.isin(clips.artists, first)
    return inside, ~inside


def pooled(
    logits: NDArray[np.float64], truth: NDArray[np.int64]
) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """Rows (n, labels) and their truth (n,) of (seeds, clips, …, labels)."""
    rows = logits.reshape(-1, logits.shape[-1])
    shape = [1, len(truth), *[1] * (logits.ndim - 3)]
    return rows, np.broadcast_to(truth.reshape(shape), logits.shape[:-1]).reshape(-1)


def calibration(logits: NDArray[np.float64], clips: Labelled) -> Record:
    """The best temperature, and what it does, judged on artists it was not chosen on.

    The calibration errors, before and after, are [value, low, high]; their noise is what perfect
    calibration would show on as many clips.

    Args:
        logits: Held-out (seeds, clips, labels).
        clips: Their truth.
    """
    scaled = np.empty_like(logits)
    for half, other in (artist_halves(clips), artist_halves(clips)[::-1]):
        chosen = best_temperature(*pooled(logits[:, half], clips.truth[half]))
        scaled[:, other] = logits[:, other] / chosen
    before, truth = pooled(logits, clips.truth)
    after, _ = pooled(scaled, clips.truth)
    told = [_predictions(rows, len(logits), clips) for rows in (before, after)]
    return {
        "temperature": round(best_temperature(before, truth), 3),
        "log_loss": [round(log_loss(softmax(rows), truth), 4) for rows in (before, after)],
        "calibration_error": [calibration_interval(one).as_list() for one in told],
        "calibration_noise": [round(calibration_noise(one), 4) for one in told],
    }


def confusion(logits: NDArray[np.float64], clips: Labelled) -> list[list[float]]:
    """Shares of each true genre's clips (rows) that were given each genre (columns)."""
    rows, truth = pooled(logits, clips.truth)
    labels = rows.shape[1]
    counts = np.zeros((labels, labels))
    np.add.at(counts, (truth, rows.argmax(axis=1)), 1)
    rows_of_genre = np.maximum(counts.sum(axis=1, keepdims=True), 1)  # no clip may carry a label
    shares: list[list[float]] = (counts / rows_of_genre).round(3).tolist()
    return shares


def _predictions(rows: NDArray[np.float64], seeds: int, clips: Labelled) -> Predictions:
    """Pooled logits (seeds · clips, labels) as answers about whole tracks."""
    numbers = np.repeat(np.arange(seeds), len(clips.truth))
    labels = tuple(f"label {number}" for number in range(rows.shape[1]))
    logs = np.log(np.maximum(softmax(rows), 1e-12)).astype(np.float32)
    whole = np.full(len(rows), WHOLE_TRACK)
    return Predictions(
        labels,
        np.tile(clips.names, seeds),
        np.tile(clips.artists, seeds),
        np.tile(clips.truth, seeds),
        segment=whole,
        fold_seed=numbers,
        training_seed=numbers,
        fold=numbers,
        log_probabilities=logs,
    )
