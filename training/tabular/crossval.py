"""Cross-validation of a tabular model: every row answered by a model that never heard its group."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import joblib
import numpy as np
from numpy.typing import NDArray

from training.datasets.splits import TRAIN, VALID
from training.evaluation.predictions import Predictions, joined
from training.evaluation.record import CLOCK, PROCESSOR
from training.evaluation.sides import refuse_shared_sides
from training.refusal import Refused
from training.tabular.fitting import Lesson, fit_model, log_probabilities
from training.tabular.rows import Rows, spread_pieces

Numbers = NDArray[np.int64]

FITTED_ROWS_ASKED = 1_000
_TIMERS = {PROCESSOR: time.process_time, CLOCK: time.perf_counter}


@dataclass(frozen=True, slots=True)
class Part:
    """One fit of a protocol.

    Attributes:
        fold_seed: Of the assignment to folds.
        training_seed: Of the fit.
        fold: Which one is held out.
        train: Numbers of the rows to fit on.
        held: Numbers of the rows to answer.
    """

    fold_seed: int
    training_seed: int
    fold: int
    train: Numbers
    held: Numbers


@dataclass(frozen=True, slots=True)
class Answer:
    """What a fit gave.

    Attributes:
        predictions: Of the rows that it did not hear.
        fitted_accuracy: Share of right answers on (some of) the rows that it was fitted on.
        seconds: For fitting, by what the caller chose.
        curves: Accuracy after each epoch, where it was fitted in epochs.
    """

    predictions: Predictions
    fitted_accuracy: float
    seconds: float
    curves: Mapping[str, list[float]] | None


def parts_of(rows: Rows, config: Mapping[str, Any]) -> list[Part]:
    """The fits of a config: its folds, or the two sides of a split.

    Args:
        rows: With folds, or with sides.
        config: With `fold_seeds`, `training_seeds` and, for a split, `judged_side`.

    Raises:
        Refused: There are neither folds nor sides, or an artist would be on both.
    """
    parts = _folds(rows, config) if rows.fold_seeds else _sides(rows, config)
    for part in parts:
        fitted, held = part.train, part.held
        refuse_shared_sides(
            rows.tracks[fitted], rows.artists[fitted], rows.tracks[held], rows.artists[held]
        )
    return parts


def _sides(rows: Rows, config: Mapping[str, Any]) -> list[Part]:
    judged = config.get("judged_side", VALID)
    train, held = (np.flatnonzero(rows.sides == side) for side in (TRAIN, judged))
    if not len(train) or not len(held):
        raise Refused(
            f"{config['data']} has no sides {TRAIN} and {judged} to fit on and to judge; make its"
            " index with folds."
        )
    return [Part(config["fold_seeds"][0], config["training_seeds"][0], 0, train, held)]


def _folds(rows: Rows, config: Mapping[str, Any]) -> list[Part]:
    parts = []
    for fold_seed, seed in zip(config["fold_seeds"], config["training_seeds"], strict=True):
        if fold_seed not in rows.fold_seeds:
            raise Refused(
                f"{config['data']} holds no folds of seed {fold_seed}; it has"
                f" {', '.join(str(known) for known in rows.fold_seeds)}."
            )
        fold_of = rows.folds[rows.fold_seeds.index(fold_seed)]
        for fold in np.unique(fold_of).tolist():
            train, held = np.flatnonzero(fold_of != fold), np.flatnonzero(fold_of == fold)
            parts.append(Part(fold_seed, seed, fold, train, held))
    return parts


def answer_part(
    config: Mapping[str, Any], rows: Rows, part: Part, timed_by: str = PROCESSOR
) -> Answer:
    """Fit on one side and answer the other; runs wherever joblib sends it."""
    now = _TIMERS[timed_by]
    taught = spread_pieces(rows, part.train, config.get("pieces_per_track", 0))
    began = now()
    model = fit_model(config, lesson_of(rows, taught, part.training_seed))
    seconds = now() - began
    logs = log_probabilities(model, rows.values[part.held], len(rows.labels))
    asked = np.random.default_rng(0).permutation(taught)[:FITTED_ROWS_ASKED]
    fitted = log_probabilities(model, rows.values[asked], len(rows.labels))
    right = fitted.argmax(axis=1) == rows.truth[asked]
    return Answer(predictions_of(rows, part, logs), float(right.mean()), seconds, curves_of(model))


def lesson_of(rows: Rows, chosen: Numbers, seed: int) -> Lesson:
    """Some of the rows to learn from."""
    return Lesson(rows.values[chosen], rows.truth[chosen], rows.groups[chosen], seed)


def curves_of(model: Any) -> Mapping[str, list[float]] | None:
    """Accuracy after each epoch of a net at a pipeline's end, None of other models."""
    steps = getattr(model, "steps", None)
    curves: Mapping[str, list[float]] | None = (
        getattr(steps[-1][1], "curves_", None) if steps else None
    )
    return curves


def predictions_of(rows: Rows, part: Part, logs: NDArray[np.float32]) -> Predictions:
    """The answers (held rows, labels) of a fit as predictions."""
    held, count = part.held, len(part.held)
    return Predictions(
        labels=rows.labels,
        tracks=rows.tracks[held],
        artists=rows.artists[held],
        truth=rows.truth[held],
        segment=rows.segment[held],
        fold_seed=np.full(count, part.fold_seed),
        training_seed=np.full(count, part.training_seed),
        fold=np.full(count, part.fold),
        log_probabilities=logs,
    )


def cross_validated(
    config: Mapping[str, Any], rows: Rows, parts: Sequence[Part], timed_by: str = PROCESSOR
) -> tuple[Predictions, list[Answer]]:
    """All fits, through joblib: in turn here, or on the cluster that stands around this call.

    Args:
        config: As read.
        rows: To fit and to judge.
        parts: The fits.
        timed_by: PROCESSOR where fits run one after the other; CLOCK on a cluster, where a
            worker's process counts what all its threads do.
    """
    answers: list[Answer] = joblib.Parallel()(
        joblib.delayed(answer_part)(config, rows, part, timed_by) for part in parts
    )
    return joined([answer.predictions for answer in answers]), answers
