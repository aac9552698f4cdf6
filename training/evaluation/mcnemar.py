"""McNemar's test: whether two models that judged the same tracks differ by more than luck."""

from dataclasses import dataclass
from fractions import Fraction
from math import comb

import numpy as np
from numpy.typing import NDArray

from training.evaluation.packed import Right
from training.refusal import Refused


@dataclass(frozen=True, slots=True)
class McNemar:
    """Tracks that only one of two models has right, and the two-sided exact p.

    Several seeds judge the same tracks, so they are no further draws: each seed has its own
    test, and the one of median p stands here.
    """

    only_first: int
    only_second: int
    p: float


def exact_p(only_first: int, only_second: int) -> float:
    """Two-sided exact p of McNemar's test (a binomial test with one half)."""
    total, fewer = only_first + only_second, min(only_first, only_second)
    tail: int = sum(comb(total, k) for k in range(fewer + 1))
    return min(1.0, float(Fraction(2 * tail, 2**total)))


def mcnemar(first: Right, second: Right) -> McNemar:
    """Compare two models on the tracks that both judged.

    Source: McNemar 1947; for classifiers Dietterich 1998.

    Raises:
        Refused: They judged different tracks.
    """
    if first.tracks_sha256 != second.tracks_sha256:
        raise Refused("The two models judged different tracks; McNemar's test needs the same.")
    seeds = min(len(first.by_seed), len(second.by_seed))
    tests = sorted(
        (_of_seed(first.by_seed[i], second.by_seed[i]) for i in range(seeds)), key=lambda t: t.p
    )
    return tests[(len(tests) - 1) // 2]


def _of_seed(first: NDArray[np.bool_], second: NDArray[np.bool_]) -> McNemar:
    only_first, only_second = int((first & ~second).sum()), int((second & ~first).sum())
    return McNemar(only_first, only_second, exact_p(only_first, only_second))
