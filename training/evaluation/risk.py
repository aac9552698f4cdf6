"""Risk against coverage, and the threshold below which a model says that it is unsure."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from training.evaluation.calibration import choices
from training.evaluation.predictions import Predictions

ANSWERED_SHARE = 0.75
POINTS = 40


@dataclass(frozen=True, slots=True)
class Unsure:
    """What a threshold on the highest probability gives, on artists that did not choose it.

    Attributes:
        threshold: Chosen on all rows, for use.
        answered: Share of rows answered, each by the threshold of other folds.
        accuracy_answered: Share of right among the answered.
        accuracy_unsure: Share of right among the others.
    """

    threshold: float
    answered: float
    accuracy_answered: float
    accuracy_unsure: float


def threshold_answering(confidence: NDArray[np.float64], answered: float) -> float:
    """The highest threshold at which still this share of rows (n,) is answered."""
    return float(np.quantile(confidence, 1 - answered, method="lower"))


def risk_coverage(predictions: Predictions, points: int = POINTS) -> list[tuple[float, float]]:
    """(share answered, error of the answered), the surest rows first.

    Source: El-Yaniv and Wiener 2010.
    """
    confidence, right = predictions.confidence, predictions.right
    order = np.argsort(-confidence, kind="stable")
    wrong = np.cumsum(~right[order])
    numbers = np.unique(np.linspace(len(order) / points, len(order), points).round().astype(int))
    numbers = numbers[numbers > 0]
    return [(float(n / len(order)), float(wrong[n - 1] / n)) for n in numbers]


def area_under_risk(predictions: Predictions) -> float:
    """Mean error over all coverages; smaller is better."""
    confidence, right = predictions.confidence, predictions.right
    order = np.argsort(-confidence, kind="stable")
    return float((np.cumsum(~right[order]) / np.arange(1, len(order) + 1)).mean())


def unsure(predictions: Predictions, answered: float = ANSWERED_SHARE) -> Unsure:
    """Choose the threshold that answers this share, and judge it on other artists."""
    confidence, right = predictions.confidence, predictions.right
    speaks = np.zeros(len(right), np.bool_)
    for choosing, judged in choices(predictions):
        threshold = threshold_answering(confidence[choosing], answered)
        speaks[judged] = confidence[judged] >= threshold
    return Unsure(
        threshold_answering(confidence, answered),
        float(speaks.mean()),
        _share(right[speaks]),
        _share(right[~speaks]),
    )


def _share(right: NDArray[np.bool_]) -> float:
    return float(right.mean()) if len(right) else 0.0
