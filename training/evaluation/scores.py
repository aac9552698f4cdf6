"""Scores of labelled rows: confusion, the classification report, top-2, log loss."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from training.evaluation.intervals import Interval, over_artists, over_groups
from training.evaluation.predictions import Predictions

CLIPS_TO_LISTEN_TO = 5


@dataclass(frozen=True, slots=True)
class ClassScores:
    """How one label did: precision, recall, F1 and how many rows carry it."""

    precision: float
    recall: float
    f1: float
    support: int


@dataclass(frozen=True, slots=True)
class ConfusedPair:
    """Two labels taken for each other, with the tracks that were most surely mistaken.

    Attributes:
        truth: The true label.
        named: What it was called.
        count: Rows, all seeds together.
        share: Of the true label's rows.
        clips: Tracks, the one most surely mistaken first.
    """

    truth: str
    named: str
    count: int
    share: float
    clips: tuple[str, ...]


def top_k(predictions: Predictions, k: int) -> NDArray[np.bool_]:
    """(n,) whether the truth is among the k most probable labels; of equals the first is named."""
    named = np.argsort(-predictions.log_probabilities, axis=1, kind="stable")[:, :k]
    among: NDArray[np.bool_] = (named == predictions.truth[:, None]).any(axis=1)
    return among


def row_losses(predictions: Predictions) -> NDArray[np.float64]:
    """(n,) −log of the truth's probability."""
    own = np.take_along_axis(predictions.log_probabilities, predictions.truth[:, None], axis=1)
    losses: NDArray[np.float64] = -own[:, 0].astype(np.float64)
    return losses


def confusion(predictions: Predictions) -> NDArray[np.int64]:
    """(labels, labels) counts: true label along rows, named label along columns."""
    labels = len(predictions.labels)
    cell = predictions.truth * labels + predictions.log_probabilities.argmax(axis=1)
    return np.bincount(cell, minlength=labels**2).reshape(labels, labels)


def class_scores(counts: NDArray[np.int64]) -> list[ClassScores]:
    """The classification report from a confusion matrix; what never occurs scores 0."""
    hits = np.diag(counts)
    given, named = counts.sum(axis=1), counts.sum(axis=0)
    return [
        ClassScores(
            float(hit / max(column, 1)),
            float(hit / max(row, 1)),
            float(2 * hit / max(row + column, 1)),
            int(row),
        )
        for hit, row, column in zip(hits, given, named, strict=True)
    ]


def macro_f1(totals: NDArray[np.float64]) -> NDArray[np.float64]:
    """(k,) macro-F1 of k flattened confusion matrices, over the labels that are true of any row."""
    labels = round(totals.shape[1] ** 0.5)
    counts = totals.reshape(-1, labels, labels)
    hits = np.diagonal(counts, axis1=1, axis2=2)
    named, given = counts.sum(axis=1), counts.sum(axis=2)
    scores = 2 * hits / np.maximum(named + given, 1)
    mean: NDArray[np.float64] = scores.sum(axis=1) / (given > 0).sum(axis=1)
    return mean


def macro_f1_interval(predictions: Predictions) -> Interval:
    """Macro-F1 with its interval over artists."""
    _, group = np.unique(predictions.groups, return_inverse=True)
    labels = len(predictions.labels)
    cell = predictions.truth * labels + predictions.log_probabilities.argmax(axis=1)
    groups = int(group.max()) + 1
    sums = np.bincount(group * labels**2 + cell, minlength=groups * labels**2)
    return over_groups(sums.reshape(groups, labels**2).astype(np.float64), macro_f1)


def accuracy_interval(predictions: Predictions) -> Interval:
    """Share of right rows with its interval over artists."""
    return over_artists(predictions.right.astype(np.float64), predictions.groups)


def confused_pairs(predictions: Predictions, most: int = 6) -> list[ConfusedPair]:
    """The pairs of labels most often confused, as shares of the true label's rows."""
    counts = confusion(predictions)
    shares = counts / np.maximum(counts.sum(axis=1, keepdims=True), 1)
    np.fill_diagonal(shares, 0)
    order = np.argsort(-shares, axis=None, kind="stable")[:most]
    found = []
    for truth, named in zip(*np.unravel_index(order, shares.shape), strict=True):
        if shares[truth, named] > 0:
            clips = _surest(predictions, int(truth), int(named))
            found.append(
                ConfusedPair(
                    predictions.labels[truth],
                    predictions.labels[named],
                    int(counts[truth, named]),
                    float(shares[truth, named]),
                    clips,
                )
            )
    return found


def _surest(predictions: Predictions, truth: int, named: int) -> tuple[str, ...]:
    """The tracks of one label that were most surely taken for the other."""
    logs = predictions.log_probabilities
    mistaken = (predictions.truth == truth) & (logs.argmax(axis=1) == named)
    tracks, group = np.unique(predictions.tracks[mistaken], return_inverse=True)
    sureness = np.bincount(group, np.exp(logs[mistaken, named].astype(np.float64)))
    order = np.argsort(-sureness, kind="stable")[:CLIPS_TO_LISTEN_TO]
    return tuple(str(track) for track in tracks[order])
