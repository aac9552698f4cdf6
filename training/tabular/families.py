"""The families of tabular models: what a config's [model] table says becomes a pipeline."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.base import BaseEstimator
from sklearn.discriminant_analysis import (
    LinearDiscriminantAnalysis,
    QuadraticDiscriminantAnalysis,
)
from sklearn.ensemble import HistGradientBoostingClassifier, RandomForestClassifier
from sklearn.feature_selection import SelectFromModel
from sklearn.linear_model import LogisticRegression
from sklearn.neighbors import KNeighborsClassifier
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC

from training.refusal import Refused
from training.tabular.autoencoder import Autoencoder
from training.tabular.mlp import GroupStoppedMlp

SCALE, REDUCE, MODEL = "scale", "reduce", "model"

Settings = Mapping[str, Any]


class SettingsUnknown(Refused):
    """A config names what there is not; the text says which and what there is."""


def _logistic(settings: Settings, seed: int) -> BaseEstimator:
    return LogisticRegression(
        class_weight="balanced", max_iter=2_000, random_state=seed, **settings
    )


def _svc(settings: Settings, seed: int) -> BaseEstimator:
    return SVC(class_weight="balanced", cache_size=500, random_state=seed, **settings)


def _lda(settings: Settings, seed: int) -> BaseEstimator:  # noqa: ARG001 — nothing is drawn
    return LinearDiscriminantAnalysis(**settings)


def _qda(settings: Settings, seed: int) -> BaseEstimator:  # noqa: ARG001 — nothing is drawn
    return QuadraticDiscriminantAnalysis(**settings)


def _neighbours(settings: Settings, seed: int) -> BaseEstimator:  # noqa: ARG001 — nothing is drawn
    return KNeighborsClassifier(**settings)


def _forest(settings: Settings, seed: int) -> BaseEstimator:
    return RandomForestClassifier(class_weight="balanced", random_state=seed, **settings)


def _boosting(settings: Settings, seed: int) -> BaseEstimator:
    return HistGradientBoostingClassifier(class_weight="balanced", random_state=seed, **settings)


def _mlp(settings: Settings, seed: int) -> BaseEstimator:
    return GroupStoppedMlp(seed=seed, **settings)


KINDS: dict[str, Callable[[Settings, int], BaseEstimator]] = {
    "logistic": _logistic,
    "svc": _svc,
    "lda": _lda,
    "qda": _qda,
    "neighbours": _neighbours,
    "forest": _forest,
    "boosting": _boosting,
    "mlp": _mlp,
}


def _chosen_by_forest(settings: Settings, seed: int) -> BaseEstimator:
    """The share of columns that matters most to a random forest."""
    wanted = dict(settings)
    number = partial(_share_of_columns, wanted.pop("share"))
    forest = RandomForestClassifier(random_state=seed, **wanted)
    return SelectFromModel(forest, threshold=float("-inf"), max_features=number)


def _share_of_columns(share: float, rows: NDArray[np.floating]) -> int:
    return max(1, int(share * rows.shape[1]))


def _encoded(settings: Settings, seed: int) -> BaseEstimator:
    return Autoencoder(seed=seed, **settings)


REDUCTIONS: dict[str, Callable[[Settings, int], BaseEstimator]] = {
    "forest": _chosen_by_forest,
    "autoencoder": _encoded,
}


def pipeline_of(model: Settings, seed: int) -> Pipeline:
    """A pipeline that begins with the scaler, so that it is fitted inside each fold.

    Args:
        model: `kind`, one of KINDS, and its settings; `reduce`, a table of the same form, for
            columns that are chosen or encoded in between.
        seed: Of everything that is drawn.

    Raises:
        SettingsUnknown: A kind or setting is not known.
    """
    steps = [(SCALE, StandardScaler())]
    wanted = dict(model)
    reduction = wanted.pop(REDUCE, None)
    if reduction is not None:
        steps.append((REDUCE, _made(reduction, REDUCTIONS, seed)))
    return Pipeline([*steps, (MODEL, _made(wanted, KINDS, seed))])


def _made(
    wanted: Settings, known: Mapping[str, Callable[[Settings, int], BaseEstimator]], seed: int
) -> BaseEstimator:
    settings = dict(wanted)
    kind = settings.pop("kind", None)
    if kind not in known:
        raise SettingsUnknown(
            f"The config asks for a model of the kind {kind!r}; there are {', '.join(known)}."
        )
    try:
        return known[kind](settings, seed)
    except (TypeError, KeyError) as error:
        raise SettingsUnknown(
            f"The config's settings do not fit a model of the kind {kind!r}: {error}."
        ) from error
