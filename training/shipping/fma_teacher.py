"""A teacher of FMA's genres: kernel ridge regression, asked only about artists it never heard."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import cho_factor, cho_solve
from sklearn.model_selection import StratifiedGroupKFold

from training.evaluation.calibration import best_temperature

FOLDS = 5
RIDGE = 1.0
GAMMA = 0.5


def held_out_scores(
    groups: Sequence[NDArray[np.float32]],
    truth: NDArray[np.int64],
    artists: NDArray[np.str_],
    seed: int = 0,
) -> NDArray[np.float32]:
    """Logits (n, labels) for every track, from fits that never heard its artist.

    They are divided by the temperature of least log loss: their softmax is what a student learns.

    Args:
        groups: Embeddings (n, d) of several networks; each group weighs the same.
        truth: (n,) numbers of genres.
        artists: (n,) who must stay on one side.
        seed: Of the folds.
    """
    kernel = rbf_kernel(side_by_side(groups))
    wanted = np.eye(int(truth.max()) + 1)[truth]
    scores = np.empty(wanted.shape)
    splitter = StratifiedGroupKFold(FOLDS, shuffle=True, random_state=seed)
    for known, held in splitter.split(truth, truth, artists):
        scores[held] = kernel_ridge(kernel, wanted, known, held)
    return (scores / best_temperature(scores, truth)).astype(np.float32)


def side_by_side(groups: Sequence[NDArray[np.float32]]) -> NDArray[np.float32]:
    """Groups (n, d) in one table, standardised; distances within a group are about 1."""
    parts = []
    for group in groups:
        standard = (group - group.mean(axis=0)) / (group.std(axis=0) + 1e-9)
        parts.append(standard / np.sqrt(group.shape[1] * len(groups)))
    return np.concatenate(parts, axis=1).astype(np.float32)


def rbf_kernel(rows: NDArray[np.float32], gamma: float = GAMMA) -> NDArray[np.float32]:
    """exp(−γ·distance²) between all rows (n, d): (n, n)."""
    squares = np.square(rows).sum(axis=1)
    distances = squares[:, None] + squares[None] - 2 * rows @ rows.T
    kernel: NDArray[np.float32] = np.exp(-gamma * np.maximum(distances, 0))
    return kernel


def kernel_ridge(
    kernel: NDArray[np.float32],
    wanted: NDArray[np.float64],
    known: NDArray[np.int64],
    held: NDArray[np.int64],
    strength: float = RIDGE,
) -> NDArray[np.float64]:
    """Scores (held, labels) of kernel ridge regression (Saunders et al. 1998).

    Args:
        kernel: (n, n).
        wanted: (n, labels), 1 at the true label.
        known: Rows that are fitted.
        held: Rows that are asked about.
        strength: Added to the kernel's diagonal.
    """
    inside = kernel[np.ix_(known, known)].astype(np.float64)
    inside[np.diag_indices(len(known))] += strength
    mean = wanted[known].mean(axis=0)
    weights = cho_solve(cho_factor(inside, lower=True, overwrite_a=True), wanted[known] - mean)
    scores: NDArray[np.float64] = kernel[np.ix_(held, known)] @ weights + mean
    return scores
