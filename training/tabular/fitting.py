"""Fitting one model: pipeline, search and calibration, all by folds that keep groups together."""

import warnings
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.calibration import CalibratedClassifierCV
from sklearn.model_selection import GridSearchCV, RandomizedSearchCV
from sklearn.pipeline import Pipeline

from training.datasets.splits import CannotDivide, artist_folds
from training.refusal import Refused
from training.tabular.families import MODEL, pipeline_of
from training.tabular.mlp import GroupStoppedMlp

CALIBRATION_FOLDS = 4
SEARCHES = ("grid", "random")

Split = tuple[NDArray[np.int64], NDArray[np.int64]]


@dataclass(frozen=True, slots=True)
class Lesson:
    """What one fit learns from.

    Attributes:
        values: float32 (n, d).
        truth: (n,) numbers of the labels.
        groups: (n,) what must stay together wherever this is divided again.
        seed: Of everything that is drawn.
    """

    values: NDArray[np.float32]
    truth: NDArray[np.int64]
    groups: NDArray[np.str_]
    seed: int

    def splits(self, folds: int) -> list[Split]:
        """Folds of the lesson itself; no group is on both sides of one.

        Raises:
            Refused: There are fewer groups than folds.
        """
        try:
            held = artist_folds(self.groups, self.truth.astype(str), folds, self.seed)
        except CannotDivide as error:
            raise Refused(
                f"The model divides what it learns from into {folds} folds by artist, for which "
                f"there is too little in {len(self.truth)} rows; add recordings of other artists, "
                "or choose another model."
            ) from error
        return [(np.flatnonzero(held != n), np.flatnonzero(held == n)) for n in range(folds)]


def fit_model(config: Mapping[str, Any], lesson: Lesson) -> Any:
    """A fitted estimator with `predict_proba`.

    A `[search]` table is searched first. What has no probabilities of its own (support vectors)
    gets sigmoids fitted on held-out scores (Platt 1999), its folds grouped too.

    Args:
        config: With `model` and perhaps `search`.
        lesson: What to learn from.

    Raises:
        Refused: The model cannot be fitted on so little.
    """
    try:
        model = _fitted(config, lesson)
        # Neighbours count only here how many there are.
        log_probabilities(model, lesson.values[:1], int(lesson.truth.max()) + 1)
    except ValueError as error:  # scikit-learn's, of too few rows, columns or labels
        labels = len(np.unique(lesson.truth))
        raise Refused(
            f"The model {config['model']['kind']} cannot be fitted on {len(lesson.truth)} rows of "
            f"{labels} genres ({error}); add recordings, or choose another model."
        ) from error
    return model


def _fitted(config: Mapping[str, Any], lesson: Lesson) -> Any:
    pipeline = pipeline_of(config["model"], lesson.seed)
    if "search" in config:
        pipeline.set_params(**best_settings(pipeline, config["search"], lesson))
    if hasattr(pipeline, "predict_proba"):
        return pipeline.fit(lesson.values, lesson.truth, **group_arguments(pipeline, lesson.groups))
    calibrated = CalibratedClassifierCV(
        pipeline, ensemble=False, cv=lesson.splits(CALIBRATION_FOLDS)
    )
    return calibrated.fit(lesson.values, lesson.truth)


def best_settings(pipeline: Pipeline, search: Mapping[str, Any], lesson: Lesson) -> dict[str, Any]:
    """The settings that answer held-out groups of the lesson best.

    Args:
        pipeline: To be set.
        search: `kind` grid or random, `folds`, `tries` (random), and `over`: the values to try
            by the model's setting.
        lesson: What to learn from.

    Raises:
        Refused: The kind of search is not known.
    """
    over = {f"{MODEL}__{name}": values for name, values in search["over"].items()}
    shared = {
        "scoring": "accuracy",
        "cv": lesson.splits(search["folds"]),
        "refit": False,
        "error_score": "raise",
    }
    if search["kind"] == "grid":
        searched = GridSearchCV(pipeline, over, **shared)
    elif search["kind"] == "random":
        drawn = {"n_iter": search["tries"], "random_state": lesson.seed}
        searched = RandomizedSearchCV(pipeline, over, **drawn, **shared)
    else:
        raise Refused(
            f"The config asks for a search of the kind {search['kind']!r}; there are"
            f" {' and '.join(SEARCHES)}."
        )
    arguments = group_arguments(pipeline, lesson.groups)
    chosen: dict[str, Any] = searched.fit(lesson.values, lesson.truth, **arguments).best_params_
    return chosen


def group_arguments(pipeline: Pipeline, groups: NDArray[np.str_]) -> dict[str, NDArray[np.str_]]:
    """What `fit` is told beyond rows and labels: a net that stops early needs the groups."""
    net = isinstance(pipeline.named_steps[MODEL], GroupStoppedMlp)
    return {f"{MODEL}__groups": groups} if net else {}


def log_probabilities(
    model: Any, values: NDArray[np.floating], labels: int, least: float = 1e-7
) -> NDArray[np.float32]:
    """log(max(p, least)) (n, labels); a label that was in no lesson has the least probability."""
    with warnings.catch_warnings():
        # A label that a calibration fold lacked.
        warnings.filterwarnings("ignore", message="invalid value", category=RuntimeWarning)
        given = model.predict_proba(values)
    probabilities = np.zeros((len(values), labels))
    probabilities[:, model.classes_] = given
    logs: NDArray[np.float32] = np.log(np.maximum(probabilities, least)).astype(np.float32)
    return logs
