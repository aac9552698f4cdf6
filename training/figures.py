"""Figures of held-out answers as a record: accuracy with intervals, temperature, confusion."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from training.evaluate import Answers, Labelled, correct
from training.evaluation.calibration import best_temperature, calibration_error
from training.evaluation.intervals import over_artists
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
    return {
        "temperature": round(best_temperature(before, truth), 3),
        "log_loss": [round(log_loss(softmax(rows), truth), 4) for rows in (before, after)],
        "calibration_error": [
            round(calibration_error(softmax(rows).max(axis=1), rows.argmax(axis=1) == truth), 4)
            for rows in (before, after)
        ],
    }


def confusion(logits: NDArray[np.float64], clips: Labelled) -> list[list[float]]:
    """Shares of each true genre's clips (rows) that were given each genre (columns)."""
    rows, truth = pooled(logits, clips.truth)
    labels = rows.shape[1]
    counts = np.zeros((labels, labels))
    np.add.at(counts, (truth, rows.argmax(axis=1)), 1)
    shares: list[list[float]] = (counts / counts.sum(axis=1, keepdims=True)).round(3).tolist()
    return shares
