"""Learned stacking: what a track is, from what one or several models said of its pieces."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from training.datasets.splits import FOLDS, artist_folds
from training.evaluation.predictions import WHOLE_TRACK, Predictions, joined
from training.refusal import Refused
from training.shipping.export_stack import best_weights
from training.tabular.fitting import log_probabilities

Logs = NDArray[np.float64]

WEIGHTS, WINDOWS = "weights", "windows"
WAYS = (WEIGHTS, WINDOWS)
PENALTY = 0.01  # of the regression, C
LEAST = 1e-7


class CannotStack(Refused):
    """Runs do not fit together; the text says which and why."""


def stacked(members: Sequence[Predictions], how: str, folds: int = FOLDS) -> Predictions:
    """One answer a track, learnt from held-out answers of the members (Wolpert 1992).

    What is learnt is fitted on tracks of other artists than those it answers: the members'
    answers are divided again into folds grouped by artist.

    Args:
        members: Held-out predictions of the same tracks.
        how: `weights` learns one weight for each member's log-probabilities, as an ensemble
            package has; `windows` learns a regression on what the pieces' answers look like.
        folds: Into which answers are divided.

    Raises:
        CannotStack: The members have no track in common, other labels or other seeds.
    """
    if how not in WAYS:
        raise CannotStack(f"Stacking by {how!r} is not known; there are {' and '.join(WAYS)}.")
    parts = []
    for seed in np.unique(members[0].fold_seed):
        told = _of_seed(members, int(seed))
        features = np.concatenate([_features(one, how) for one in told], axis=1)
        parts.append(_answered(told[0].by_track(), features, how, int(seed), folds))
    return joined(parts)


def _of_seed(members: Sequence[Predictions], seed: int) -> list[Predictions]:
    """The members' answers under one fold seed about the tracks that all of them answered."""
    labels = {member.labels for member in members}
    shared = set.intersection(*(set(one.tracks[one.fold_seed == seed].tolist()) for one in members))
    if len(labels) != 1 or not shared:
        raise CannotStack(
            "The runs to be stacked need the same labels, and answers about the same tracks under"
            f" the same fold seeds (seed {seed}); fit them on the same data."
        )
    common = np.array(sorted(shared))
    return [one.rows((one.fold_seed == seed) & np.isin(one.tracks, common)) for one in members]


def _features(told: Predictions, how: str) -> Logs:
    if how == WEIGHTS:
        return told.by_track().log_probabilities.astype(np.float64)
    return window_features(told)


def window_features(told: Predictions) -> Logs:
    """What the answers about a track's pieces look like, (tracks, 4·labels), tracks in order.

    For each label the logarithm of the mean probability, the mean and the spread of the
    log-probabilities, and the share of pieces that name it.
    """
    _, track = np.unique(told.tracks, return_inverse=True)
    logs = np.maximum(told.log_probabilities.astype(np.float64), np.log(LEAST))
    count = np.bincount(track)[:, None]

    def mean(values: Logs) -> Logs:
        sums = np.zeros((len(count), values.shape[1]))
        np.add.at(sums, track, values)
        means: Logs = sums / count
        return means

    centre = mean(logs)
    spread = np.sqrt(mean((logs - centre[track]) ** 2))
    votes = mean(np.eye(len(told.labels))[logs.argmax(axis=1)])
    return np.concatenate([np.log(mean(np.exp(logs))), centre, spread, votes], axis=1)


def _answered(tracks: Predictions, features: Logs, how: str, seed: int, folds: int) -> Predictions:
    """Answers about tracks, each by what was learnt from other artists."""
    order = np.argsort(tracks.tracks)
    tracks = tracks.rows(order)
    held = artist_folds(tracks.groups, tracks.truth.astype(str), folds, seed)
    logs = np.empty((len(held), len(tracks.labels)))
    for fold in range(folds):
        train, judged = held != fold, held == fold
        learn = _weighed if how == WEIGHTS else _regressed
        logs[judged] = learn(features[train], tracks.truth[train], features[judged], logs.shape[1])
    return replace(
        tracks,
        fold=held,
        segment=np.full(len(held), WHOLE_TRACK),
        log_probabilities=logs.astype(np.float32),
    )


def _weighed(features: Logs, truth: NDArray[np.int64], asked: Logs, labels: int) -> Logs:
    learnt, told = (
        rows.reshape(len(rows), -1, labels).transpose(1, 0, 2) for rows in (features, asked)
    )
    pooled = np.tensordot(best_weights(learnt, truth), told, axes=1)
    pooled -= pooled.max(axis=1, keepdims=True)
    normalised: Logs = pooled - np.log(np.exp(pooled).sum(axis=1, keepdims=True))
    return normalised


def _regressed(features: Logs, truth: NDArray[np.int64], asked: Logs, labels: int) -> Logs:
    regression = make_pipeline(
        StandardScaler(), LogisticRegression(C=PENALTY, class_weight="balanced", max_iter=1_000)
    )
    return log_probabilities(regression.fit(features, truth), asked, labels, LEAST).astype(
        np.float64
    )
