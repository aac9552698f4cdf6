"""Everything measured on a run's held-out predictions, as plain values for its record."""

from dataclasses import asdict
from typing import Any

import numpy as np

from training.evaluation.calibration import (
    best_temperature,
    calibration_interval,
    calibration_noise,
    reliability,
    scaled_elsewhere,
)
from training.evaluation.intervals import over_artists
from training.evaluation.packed import right_by_track
from training.evaluation.predictions import Predictions
from training.evaluation.risk import area_under_risk, risk_coverage, unsure
from training.evaluation.scores import (
    accuracy_interval,
    class_scores,
    confused_pairs,
    confusion,
    macro_f1_interval,
    row_losses,
    top_k,
)
from training.evaluation.sides import refuse_flattering
from training.refusal import Refused

SEGMENT, TRACK, VOTE = "segment", "track", "vote"


def measured(predictions: Predictions) -> dict[str, Any]:
    """Measure a run's predictions, after checking that they cannot flatter.

    Returns:
        Counts, and under "levels" the figures of single pieces ("segment", if there are any),
        of tracks by mean probability ("track") and by majority vote ("vote").

    Raises:
        Refused: There are none, or a track or artist was held out by two folds of a seed.
    """
    if not len(predictions.tracks):
        raise Refused("There is nothing to measure: no prediction was made.")
    refuse_flattering(predictions)
    levels = {TRACK: predictions.by_track("mean")}
    if not predictions.of_tracks:
        levels = {SEGMENT: predictions, **levels, VOTE: predictions.by_track("vote")}
    measures = {name: level_measures(level) for name, level in levels.items()}
    for name in (TRACK, VOTE):
        if name in levels:
            measures[name]["right"] = right_by_track(levels[name]).as_record()
    return {
        "rows": len(predictions.tracks),
        "tracks": len(np.unique(predictions.tracks)),
        "artists": len(np.unique(predictions.groups)),
        "artists_known": bool((predictions.artists != "").any()),
        "levels": measures,
    }


def level_measures(level: Predictions) -> dict[str, Any]:
    """The figures of one level; intervals are [value, low, high]."""
    counts = confusion(level)
    scores = zip(level.labels, class_scores(counts), strict=True)
    groups = level.groups
    return {
        "rows": len(level.tracks),
        "accuracy": accuracy_interval(level).as_list(),
        "macro_f1": macro_f1_interval(level).as_list(),
        "top2": over_artists(top_k(level, 2).astype(np.float64), groups).as_list(),
        "log_loss": over_artists(row_losses(level), groups).as_list(),
        "report": {label: _rounded(asdict(one)) for label, one in scores},
        "confusion": counts.tolist(),
        "confused_pairs": [_rounded(asdict(pair)) for pair in confused_pairs(level)],
        **_trust(level),
    }


def _trust(level: Predictions) -> dict[str, Any]:
    """Calibration before and after, and what staying silent gives after it."""
    scaled = scaled_elsewhere(level)
    return {
        "temperature": round(best_temperature(level.log_probabilities, level.truth), 3),
        "calibration": {"before": _calibration(level), "after": _calibration(scaled)},
        "risk_coverage": [[round(n, 4) for n in point] for point in risk_coverage(scaled)],
        "area_under_risk": round(area_under_risk(scaled), 4),
        "unsure": _rounded(asdict(unsure(scaled))),
    }


def _calibration(level: Predictions) -> dict[str, Any]:
    bins = reliability(level.confidence, level.right)
    return {
        "error": calibration_interval(level).as_list(),
        "noise": round(calibration_noise(level), 4),
        "log_loss": round(float(row_losses(level).mean()), 4),
        "bins": [[round(sure, 4), round(share, 4), count] for sure, share, count in bins],
    }


def _rounded(values: dict[str, Any]) -> dict[str, Any]:
    """Values as JSON keeps them, floats to four places."""
    return {name: _plain(value) for name, value in values.items()}


def _plain(value: Any) -> Any:
    if isinstance(value, float):
        return round(value, 4)
    return list(value) if isinstance(value, tuple) else value
