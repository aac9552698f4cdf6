"""A run's figures as its package's card and manifest say them: its tracks as the program hears."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np

from genre_desktop.inference.manifest import Metric
from training.evaluation.calibration import best_temperature, scaled_elsewhere
from training.evaluation.measure import level_measures
from training.evaluation.predictions import WHOLE_TRACK, Predictions
from training.evaluation.record import RunRecord
from training.evaluation.risk import unsure

Record = dict[str, Any]
PROTOCOLS = {
    "A": "folds grouped by artist, seeds {seeds}",
    "B": "published split, one seed",
}


def as_the_program_hears(predictions: Predictions) -> Predictions:
    """One row a track: the mean of its pieces' log-probabilities, normalised.

    The program pools logits like this; `Predictions.by_track` pools probabilities.
    """
    pooled = predictions.by_track("mean")
    keys = np.stack([predictions.fold_seed, predictions.training_seed], axis=1)
    _, track = np.unique(predictions.tracks, return_inverse=True)
    _, group = np.unique(np.column_stack([keys, track]), axis=0, return_inverse=True)
    group = group.reshape(-1)
    sums = np.zeros((group.max() + 1, len(predictions.labels)))
    np.add.at(sums, group, predictions.log_probabilities.astype(np.float64))
    means = sums / np.bincount(group)[:, None]
    means -= np.log(np.exp(means).sum(axis=1, keepdims=True))
    whole = np.full(len(means), WHOLE_TRACK, np.int64)
    return replace(pooled, segment=whole, log_probabilities=means.astype(np.float32))


def figures_of(run: RunRecord, predictions: Predictions) -> Record:
    """Everything that a card and a manifest say of a run."""
    tracks = as_the_program_hears(predictions)
    measures = level_measures(tracks)
    rows = {"track": measures["accuracy"]}
    if not predictions.of_tracks:
        rows[run.hearing] = level_measures(predictions)["accuracy"]
    counts = np.array(measures["confusion"], np.float64)
    told = scaled_elsewhere(tracks)
    silent = unsure(told)
    calibration = measures["calibration"]
    return {
        "labels": list(run.labels),
        "protocol": _protocol(run),
        "tracks": len(np.unique(predictions.tracks)),
        "artists": len(np.unique(predictions.groups)),
        "of_unknown_artists": len(np.unique(predictions.tracks[predictions.artists == ""])),
        "accuracy": rows,
        "calibration": {
            "temperature": measures["temperature"],
            "calibration_error": [calibration[at]["error"] for at in ("before", "after")],
            "calibration_noise": [calibration[at]["noise"] for at in ("before", "after")],
        },
        "piece_temperature": round(
            best_temperature(predictions.log_probabilities, predictions.truth), 3
        ),
        "unsure": {
            "threshold": round(float(np.floor(silent.threshold * 1e3) / 1e3), 3),
            "answered": silent.answered,
            "accuracy_answered": silent.accuracy_answered,
            "accuracy_unsure": silent.accuracy_unsure,
        },
        "confusion": (counts / np.maximum(counts.sum(axis=1, keepdims=True), 1)).tolist(),
    }


def before_eight_bits(figures: Record) -> Record:
    """The same figures, told as those of a network that was put into 8 bits after it was judged."""
    named = {f"{heard}, before 8 bits": one for heard, one in figures["accuracy"].items()}
    caution = (
        "All figures below are of the network before its convolutions were put into 8 bits; what "
        "that cost stands above."
    )
    return {**figures, "accuracy": named, "caution": caution}


def metrics_of(figures: Mapping[str, Any]) -> tuple[Metric, ...]:
    """The accuracies as the manifest names them."""
    return tuple(
        Metric(f"accuracy, {heard}", value, figures["tracks"], low, high, figures["protocol"])
        for heard, (value, low, high) in figures["accuracy"].items()
    )


def _protocol(run: RunRecord) -> str:
    seeds = ", ".join(str(seed) for seed in run.fold_seeds)
    words = PROTOCOLS.get(run.protocol, run.protocol.removeprefix("other: "))
    return words.format(seeds=seeds)
