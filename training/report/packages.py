"""The shipped packages as their own records tell them, with what stood beside each."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from training.evaluation.shapes import Shape
from training.refusal import Refused
from training.report import package_shape
from training.report.rows import NONE, duration, percent, seeds, size
from training.shipping.card import calibration_errors

COST = "_cost.json"  # beside a package's record: what its fit took, its speed and size
UNFAMILIAR = "_unfamiliar.json"  # beside a package's record: what it said of noise and speech
RECORDS = Path(__file__).parents[1] / "results"

HEARD = {  # ways of hearing, as records name them
    "whole": "whole clip",
    "mean": "mean of pieces",
    "vote": "vote of pieces",
    "alone": "3 s alone",
    "timeline": "piece of the timeline",
    "first": "first 3 s alone",
    "both": "3 s and moments of 30 s",
}

SHIPPED, FRESH = "shipped", "shipped, on folds drawn afterwards"
STATED, COSTS = ("seeds: folds; training", "tried"), ("fit", "windows/s", "size")
DATA = "data and protocol"

HOW_TO_READ_PACKAGES = """\
All rows of a package have its count of configurations tried. A package's fit is the processor
time of `reproduce` with an empty cache; what was made for a package before it, in the order
gtzan-cnn, gtzan-svc, gtzan-ensemble, fma-cnn, everyday-cnn, is not counted again, but an ensemble's
is that of its members too; it names the commit whose code was fitted. Windows are 3 s of
log-mel, or the statistics of 3 s."""

PackageRecord = Mapping[str, Any]


def package_records(folder: Path = RECORDS) -> dict[str, PackageRecord]:
    """The records of packages by name; other JSON files beside them are passed over.

    Raises:
        Refused: A file is no JSON, or a part of it is damaged.
    """
    found: dict[str, PackageRecord] = {}
    for path in sorted(folder.glob("*.json")):
        record = _read(path)
        if {"accuracy", "data", "labels"} <= set(record):
            _refuse_misfit(path, record, package_shape.RECORD)
            heard = _beside(path, UNFAMILIAR, package_shape.UNFAMILIAR).get("kinds", {})
            cost = _beside(path, COST, package_shape.COST)
            found[path.stem] = {**record, "unfamiliar": heard, "cost": cost}
    return found


def package_table(records: Mapping[str, PackageRecord]) -> tuple[list[str], list[list[str]]]:
    """Head and rows: each package and what it was compared with, by way of hearing."""
    models = [
        (name, model, figures)
        for name, record in records.items()
        for model, figures in _models(record)
    ]
    heard = list(dict.fromkeys(way for _, _, figures in models for way in figures))
    rows = [
        [
            name,
            model,
            *(_told(model, figures[way]) if way in figures else NONE for way in heard),
            _seeds(model, records[name]),
            str(records[name].get("candidates_tried", NONE)),
            *(_cost(name, records) if model == SHIPPED else (NONE,) * len(COSTS)),
            str(records[name].get("made_from", {}).get("commit", NONE))[:8],
            _data(records[name]),
        ]
        for name, model, figures in models
    ]
    ways = [HEARD.get(way, way) for way in heard]
    return ["package", "model", *ways, *STATED, *COSTS, "commit", DATA], rows


def package_sentences(records: Mapping[str, PackageRecord]) -> list[str]:
    """Calibration and the unsure threshold of each package, in words."""
    return [_trust(name, record) for name, record in records.items()]


def _read(path: Path) -> PackageRecord:
    try:
        record = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise Refused(f"{path} cannot be read as a package's record ({error}).") from error
    return record if isinstance(record, dict) else {}


def _refuse_misfit(path: Path, record: PackageRecord, shape: Shape) -> None:
    damage = shape(record, "")
    if damage:
        raise Refused(
            f"{path} is a damaged record of a package ({damage}); fetch it from the repository."
        )


def _beside(path: Path, ending: str, shape: Shape) -> PackageRecord:
    """The record of this ending that belongs to a package's record, empty where there is none."""
    beside = path.with_name(path.stem + ending)
    record = _read(beside) if beside.is_file() else {}
    _refuse_misfit(beside, record, shape)
    return record


def _models(record: PackageRecord) -> Sequence[tuple[str, Mapping[str, Sequence[float]]]]:
    fresh = record.get("fresh")
    drawn = [(f"{FRESH} (seed {fresh['seed']})", fresh)] if fresh else []
    beside = [
        (model, figures)
        for model, figures in record.get("comparison", {}).items()
        if not figures.items() <= record["accuracy"].items()
    ]
    return [
        (SHIPPED, record["accuracy"]),
        *((words, one["accuracy"]) for words, one in drawn),
        *beside,
    ]


def _told(model: str, interval: Sequence[float]) -> str:
    value, low, high = interval
    if model.startswith("paired difference"):
        return f"{100 * value:+.1f} [{100 * low:+.1f}, {100 * high:+.1f}]"
    return percent((value, low, high))


def _data(record: PackageRecord) -> str:
    data = record["data"]
    return f"{data['set']}, {data['protocol']}: {data['clips']} clips of {data['artists']} artists"


def _seeds(model: str, record: PackageRecord) -> str:
    """Of folds and of training; where only folds have seeds, a fold's is its training's."""
    if model.startswith(FRESH):
        return "; ".join(2 * [seeds([record["fresh"]["seed"]])])
    folds = record.get("fold_seeds", ())
    return f"{seeds(folds)}; {seeds(record.get('training_seeds', folds))}"


def _cost(name: str, records: Mapping[str, PackageRecord]) -> tuple[str, ...]:
    """Fit, windows a second and size, of an ensemble those of its members together."""
    members = [one for one in records[name].get("members", {}) if one in records]
    costs = [records[one].get("cost", {}) for one in (name, *members)]
    took, bytes_of = ([one.get(key) for one in costs] for key in ("fit_seconds", "size_bytes"))
    graphs = [one["windows_per_second"] for one in costs if "windows_per_second" in one]
    commit = str(costs[0].get("fit_commit", NONE))[:8]
    known = bool(costs[0]) and None not in took
    return (
        f"{duration(sum(took))} at {commit}" if known else NONE,
        f"{1 / sum(1 / speed for speed in graphs):,.0f}" if graphs else NONE,
        size(sum(filter(None, bytes_of)) or None),
    )


def _share(found: float | Sequence[float]) -> str:
    """A share alone or [value, low, high]."""
    if isinstance(found, float):
        return f"{100 * found:.1f} %"
    value, low, high = found
    return f"{percent((value, low, high))} %"


def _trust(name: str, record: PackageRecord) -> str:
    calibration, unsure = record.get("calibration", {}), record.get("unsure", {})
    parts = []
    if "calibration_error" in calibration:
        parts.append(f"calibration error {calibration_errors(calibration)}")
    if "accuracy_answered" in unsure:
        parts.append(
            f"it answers {100 * unsure['answered']:.0f} % of the held-out tracks; of these it has"
            f" {_share(unsure['accuracy_answered'])} right"
        )
    parts += _false_confidence(record)
    return f"{name}: {'; '.join(parts)}." if parts else ""


def _false_confidence(record: PackageRecord) -> list[str]:
    """How often it answers what its labels do not cover."""
    kinds = [f"{kind} {n} of {of}" for kind, (n, of) in record.get("unfamiliar", {}).items()]
    left_out = record.get("left_out", {}).get("mean", {})
    rates = [f"{100 * rate:.0f} % by {measure}" for measure, rate in left_out.items()]
    return [
        *(["it answers, though it should not: " + ", ".join(kinds)] if kinds else []),
        *(["and of tracks of a genre left out of its fit " + ", ".join(rates)] if rates else []),
    ]
