"""How much each column matters to a fitted model, where the model says so itself."""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.pipeline import Pipeline

from training.tabular.families import MODEL, REDUCE

MOST_NAMED = 40  # a record stays small


def importances_of(model: Any, names: tuple[str, ...]) -> list[tuple[str, float]] | None:
    """[column, importance], the most important first.

    Forests give the decrease of impurity, linear models the mean size of their standardised
    slopes; the forest that chose the columns speaks for what it chose.
    """
    if not isinstance(model, Pipeline):
        return None
    chooser = model.named_steps.get(REDUCE)
    if chooser is not None:
        values = _of(getattr(chooser, "estimator_", None))
    else:
        values = _of(model.named_steps[MODEL])
    if values is None:
        return None
    order = np.argsort(-values)[:MOST_NAMED]
    return [(names[column], round(float(values[column]), 5)) for column in order]


def _of(fitted: Any) -> NDArray[np.float64] | None:
    if hasattr(fitted, "feature_importances_"):
        importances: NDArray[np.float64] = fitted.feature_importances_
        return importances
    if hasattr(fitted, "coef_"):
        slopes: NDArray[np.float64] = np.abs(fitted.coef_).mean(axis=0)
        shares: NDArray[np.float64] = slopes / slopes.sum()
        return shares
    return None
