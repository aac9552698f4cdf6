"""The shape of a run's record: what each part of it is, so that a damaged one is named by part."""

from collections.abc import Mapping
from typing import Any

from training.evaluation.shapes import (
    ABOVE,
    ABOVE_ZERO,
    COUNT,
    FLAG,
    HEX,
    NUMBER,
    SHARE,
    SHARES,
    TEXT,
    each,
    is_settings,
    named,
    or_nothing,
    parts,
    plain,
    row,
)


def misfit(record: Mapping[str, Any]) -> str:
    """The first part of a record, as JSON holds it, that is not what it should be.

    Returns:
        Such as "metrics.levels.track.accuracy[0] is no share from 0 to 1"; empty where all fit.
    """
    return _RECORD(record, "") or _unlike_its_labels(record)


_BIN = row(SHARE, SHARE, COUNT)
_CALIBRATION = parts({"error": ABOVE_ZERO, "noise": ABOVE, "bins": each(_BIN)})
_SCORES = parts({"precision": SHARE, "recall": SHARE, "f1": SHARE, "support": COUNT})
_PAIR = parts({"truth": TEXT, "named": TEXT, "count": COUNT, "share": SHARE, "clips": each(TEXT)})
_LEVEL = parts(
    {
        "rows": COUNT,
        **dict.fromkeys(("accuracy", "macro_f1", "top2"), SHARES),
        "log_loss": ABOVE_ZERO,
        "report": named(_SCORES),
        "confusion": each(each(COUNT)),
        "confused_pairs": each(_PAIR),
        "temperature": ABOVE,
        "calibration": parts({"before": _CALIBRATION, "after": _CALIBRATION}),
        "risk_coverage": each(row(SHARE, SHARE)),
        "unsure": parts(dict.fromkeys(("threshold", "answered", "accuracy_answered"), SHARE)),
    },
    {"right": parts({"tracks_sha256": TEXT, "tracks": COUNT, "seeds": each(HEX)})},
)
_RECORD = parts(
    {
        **dict.fromkeys(("name", "family", "data", "hearing", "protocol", "commit", "date"), TEXT),
        **dict.fromkeys(("config_sha256", "data_sha256", "code_sha256"), TEXT),
        "labels": each(TEXT),
        **dict.fromkeys(("fold_seeds", "training_seeds"), each(COUNT)),
        "candidates_tried": COUNT,
        "config": plain("table of settings", lambda v: isinstance(v, dict) and is_settings(v)),
        "fit_seconds": ABOVE,
        "windows_per_second": or_nothing(ABOVE),
        "size_bytes": or_nothing(COUNT),
        "metrics": parts(
            {
                **dict.fromkeys(("tracks", "artists"), COUNT),
                "artists_known": FLAG,
                "levels": named(_LEVEL),
            }
        ),
    },
    {
        "curves": or_nothing(named(or_nothing(each(SHARE)))),
        "learning_curve": or_nothing(each(row(ABOVE, SHARE, SHARE, SHARE))),
        "notes": each(TEXT),
        "judged_on": TEXT,
        "fitted_accuracy": or_nothing(SHARE),
        "importances": or_nothing(each(row(TEXT, NUMBER))),
        "timed_by": TEXT,
    },
)


def _unlike_its_labels(record: Mapping[str, Any]) -> str:
    """Tables whose size does not go with the labels, and answers that are not of all tracks."""
    labels = len(record["labels"])
    for name, level in record["metrics"]["levels"].items():
        where = f"metrics.levels.{name}"
        if [len(line) for line in level["confusion"]] != [labels] * labels:
            return f"{where}.confusion is not of {labels} labels"
        right = level.get("right")
        if right and {len(seed) for seed in right["seeds"]} != {2 * -(-right["tracks"] // 8)}:
            return f"{where}.right is not of {right['tracks']} tracks"
    return ""
