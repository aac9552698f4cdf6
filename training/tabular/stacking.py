"""Learned stacking: what a track is, from what one or several models said of its pieces."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from training.datasets.splits import FOLDS, CannotDivide, artist_folds
from training.evaluation.predictions import WHOLE_TRACK, Predictions, joined
from training.refusal import Refused

Logs = NDArray[np.float64]

WEIGHTS, WINDOWS = "weights", "windows"
WAYS = (WEIGHTS, WINDOWS)
RIDGE = 1e-3  # holds weights back that the answers do not tell apart
LEAST = 1e-7


class CannotStack(Refused):
    """Runs do not fit together; the text says which and why."""


def stacked(members: Sequence[Predictions], how: str, folds: int = FOLDS) -> Predictions:
    """One answer a track, learnt from held-out answers of the members (Wolpert 1992).

    What is learnt is fitted on tracks of other artists than those it answers: the members'
    answers are divided again into folds grouped by artist.

    Few numbers are learnt, the same for every label: a regression with slopes of its own for
    each label was four points worse than the plain mean on GTZAN's 639 clips.

    Args:
        members: Held-out predictions of the same tracks.
        how: `weights` learns one weight for each member's log-probabilities, as an ensemble
            package has; `windows` learns four for each member, see `window_views`.
        folds: Into which answers are divided.

    Raises:
        CannotStack: The members have no track in common, other labels or other seeds.
    """
    if how not in WAYS:
        raise CannotStack(f"Stacking by {how!r} is not known; there are {' and '.join(WAYS)}.")
    parts = []
    for seed in np.unique(members[0].fold_seed):
        told = _of_seed(members, int(seed))
        views = np.concatenate([_views(one, how) for one in told])
        parts.append(_answered(told[0].by_track(), views, int(seed), folds))
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


def _views(told: Predictions, how: str) -> Logs:
    if how == WINDOWS:
        return window_views(told)
    tracks = told.by_track()
    return tracks.rows(np.argsort(tracks.tracks)).log_probabilities.astype(np.float64)[None]


def window_views(told: Predictions) -> Logs:
    """What the answers about a track's pieces look like, (4, tracks, labels), tracks in order.

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
    return np.stack([np.log(mean(np.exp(logs))), centre, spread, votes])


def _answered(tracks: Predictions, views: Logs, seed: int, folds: int) -> Predictions:
    """Answers about tracks from views (v, tracks, labels), each learnt from other artists."""
    tracks = tracks.rows(np.argsort(tracks.tracks))
    try:
        held = artist_folds(tracks.groups, tracks.truth.astype(str), folds, seed)
    except CannotDivide as error:
        raise CannotStack(
            f"What stacks is learnt in {folds} folds of the tracks that the runs judged; those are "
            f"{len(tracks.tracks)} of {len(np.unique(tracks.groups))} artists, too few. Stack runs "
            "that judged more music."
        ) from error
    logs = np.empty(views.shape[1:])
    for fold in range(folds):
        train, judged = held != fold, held == fold
        weights = learnt_weights(views[:, train], tracks.truth[train])
        logs[judged] = pooled(views[:, judged], weights)
    return replace(
        tracks,
        fold=held,
        segment=np.full(len(held), WHOLE_TRACK),
        log_probabilities=logs.astype(np.float32),
    )


def learnt_weights(views: Logs, truth: NDArray[np.int64]) -> Logs:
    """Weights (v,) of least log loss of softmax(Σ wᵢ·viewᵢ); views (v, n, labels), truth (n,)."""
    rows = np.arange(len(truth))

    def loss(weights: Logs) -> tuple[float, Logs]:
        logs = pooled(views, weights)
        off = np.exp(logs)
        off[rows, truth] -= 1
        slope = (views * off).sum(axis=(1, 2)) / len(rows) + 2 * RIDGE * weights
        return float(-logs[rows, truth].mean() + RIDGE * weights @ weights), slope

    start = np.full(len(views), 1 / len(views))
    found: Logs = minimize(loss, start, jac=True, method="L-BFGS-B").x
    return found


def pooled(views: Logs, weights: Logs) -> Logs:
    """Log of softmax(Σ wᵢ·viewᵢ) (n, labels)."""
    mixed = np.tensordot(weights, views, axes=1)
    mixed -= mixed.max(axis=1, keepdims=True)
    normalised: Logs = mixed - np.log(np.exp(mixed).sum(axis=1, keepdims=True))
    return normalised
